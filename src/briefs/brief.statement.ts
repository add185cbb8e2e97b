import { ObstacleFact } from '../analytics/obstacle-fact.entity.js';
import type { Actor } from '../common/access.js';
import type { Reader } from '../common/read/reader.js';
import { Statement, type Row, type Run } from '../common/read/statement.js';
import { Experience } from '../experiences/experience.entity.js';
import { Lesson } from '../lessons/lesson.entity.js';
import { Recommendation } from '../recommendations/recommendation.entity.js';
import { SatkerLevel } from '../satker/satker.entity.js';
import { DAY, IS_OVERDUE, listed, OPEN, RECOMMENDATION, SOURCE, TOP } from './brief.fragments.js';
import { reportsGoodResult } from './good-results.js';
import { LESSON, taught } from './taught-lessons.js';

/** What a brief is read for. */
export interface BriefQuestion {
  readonly actor: Actor;
  readonly stageIds: readonly string[];
  readonly satkerId: string;
  readonly level: SatkerLevel;
  readonly provinceCode: string | null;
}

/** Obstacles of a risk, nearest and gravest first, among which is looked for what helped. */
const LOOKED_AT = 60;
/** Recommendations that begin alike say the same with another ending. */
const BEGINNING = 40;
/** What came furthest first. */
const BY_PROGRESS = `array_position(array['VERIFIED', 'REPORTED_DONE', 'IN_PROGRESS', 'ACCEPTED', 'PROPOSED', 'DEFERRED'], r.status::text)`;
const BY_DUTY = 'addressed desc, nearness, overdue desc, due_date nulls last, id';

/** The statement that reads all of a brief, as one JSON value. */
export function briefStatement(reader: Reader, question: BriefQuestion): { text: string; values: unknown[] } {
  const { actor, stageIds, satkerId, level, provinceCode } = question;
  const unitId = level === SatkerLevel.CENTRAL ? null : satkerId;
  const statement = new Statement(reader.tables, actor.role);
  const run: Run = { variables: {}, actor, keys: [stageIds, unitId, provinceCode, satkerId, level] };
  const key = (index: number, cast: string): string => statement.param(({ keys }) => keys[index], cast);
  const fact = statement.row(reader.tables.of(ObstacleFact), 'e');
  const experience = statement.row(reader.tables.of(Experience), 'e');
  const recommendation = statement.row(reader.tables.of(Recommendation), 'r');
  const lesson = statement.row(reader.tables.of(Lesson), 'l');
  // Published rows exist for everybody; the scope stands here all the same, so that it holds should that ever change.
  const isVisible = (row: Row): string => `e.status = 'PUBLISHED' and ${statement.scope(row) ?? 'true'}`;
  const isVisibleRecommendation = `${isVisible(experience)} and ${statement.scope(recommendation) ?? 'true'}`;
  const place = {
    stages: key(0, 'bigint[]'),
    unit: key(1, 'bigint'),
    province: key(2, 'text'),
    addressee: key(3, 'bigint'),
    level: key(4, 'text'),
  };
  const expressions = [
    seen(place, isVisible(fact)),
    SUMS,
    RISKS,
    NEAR,
    open(place, isVisibleRecommendation),
    taught(place, statement.scope(lesson) ?? 'true'),
    PRACTICES,
    addressing(isVisibleRecommendation),
  ];
  return {
    text: `with ${expressions.join(',\n')}\n${ANSWER}`,
    values: statement.getters.map((get) => get(run)),
  };
}

/** Placeholders. The centre has no circle of its own, so it is no unit here; but it may have to act. */
interface Place {
  readonly stages: string;
  readonly unit: string;
  readonly province: string;
  readonly addressee: string;
  readonly level: string;
}

/** How near an experience or a fact `e` of a unit `s` is: 1 the unit's own, 2 of its province, 3 of the nation. */
const nearness = ({ unit, province }: Place): string =>
  `case when e.satker_id = ${unit} then 1 when s.lineage @> array[${province}] then 2 else 3 end`;

/**
 * From the facts, which are narrower than the records. What is one risk has one kind: the pattern, or the cause and the topic
 * of what has none.
 */
const seen = (place: Place, isVisible: string): string => `
  seen as materialized (
    select e.id, e.experience_id, e.satker_id, e.is_demo, e.likelihood, e.impact, e.risk_score as risk,
      e.regulated = 'UNREGULATED' as is_unregulated, e.cause_id, e.topic_id, ${DAY} as day, ${nearness(place)} as nearness,
      p.pattern_id, coalesce(p.pattern_id::text, concat_ws('/', coalesce(e.cause_id, 0), coalesce(e.topic_id, 0))) as kind
    from obstacle_facts e
    join satkers s on s.id = e.satker_id
    left join obstacle_pattern_members p on p.obstacle_id = e.id
    where e.stage_id = any(${place.stages}) and ${isVisible})`;

/** Few rows that all numbers are made of, so that the many are looked at once for each. */
const SUMS = `
  grades as materialized (
    select kind, nearness, likelihood, impact, likelihood * impact as risk, count(*) as count,
      count(*) filter (where is_demo) as demo, count(*) filter (where is_unregulated) as unregulated
    from seen group by kind, nearness, likelihood, impact),
  reporters as materialized (
    select kind, nearness, satker_id, max(day) as last from seen group by kind, nearness, satker_id),
  years as materialized (
    select kind, nearness, extract(year from day)::int as year from seen group by kind, nearness, 3)`;

/** Own risks first, then those of the province, then others; in each by mean score times units, then the latest. */
const RISKS = `
  risks as materialized (
    select g.*, u.units, u.last
    from (
      select kind, min(nearness) as nearness, sum(count) as obstacles,
        coalesce(sum(count) filter (where nearness = 1), 0) as own,
        coalesce(sum(count) filter (where nearness <= 2), 0) as near,
        sum(risk * count) / sum(count) filter (where risk is not null) as mean, max(risk) as most, sum(demo) > 0 as demo
      from grades group by kind) g
    join (select kind, count(*) as units, max(last) as last from reporters group by kind) u using (kind)),
  top as materialized (
    select *, row_number() over (order by nearness, mean * units desc nulls last, last desc, kind) as rank
    from risks order by rank limit ${TOP.risks})`;

/** Of the causes and topics of a risk the one that most of its obstacles have. */
const NEAR = `
  terms as materialized (
    select t.rank, mode() within group (order by m.cause_id) as cause_id, mode() within group (order by m.topic_id) as topic_id
    from top t join seen m on m.kind = t.kind group by t.rank),
  near as materialized (
    select * from (
      select m.id, m.experience_id, m.pattern_id, t.rank,
        row_number() over (partition by t.rank order by m.nearness, m.risk desc nulls last, m.day desc, m.id desc) as place
      from top t join seen m on m.kind = t.kind) x
    where place <= ${LOOKED_AT}),
  cited as materialized (
    select rank, experience_id, min(place) as place,
      row_number() over (partition by rank order by min(place)) as number
    from near group by rank, experience_id)`;

/** What the unit itself has to do comes before what others have. */
const open = (place: Place, isVisible: string): string => `
  open as materialized (
    select r.id, ${IS_OVERDUE} as overdue, r.due_date, ${nearness(place)} as nearness,
      exists (select from recommendation_addressees a
        where a.recommendation_id = r.id and a.satker_id = ${place.addressee}) as addressed
    from experiences e
    join recommendations r on r.experience_id = e.id
    join satkers s on s.id = e.satker_id
    where e.stage_id = any(${place.stages}) and r.status in (${OPEN}) and ${isVisible})`;

/**
 * Each action once. It is surest to be about the risk where the experience is about nothing else; then what was reported as a
 * practice comes before what was tried in need.
 */
const PRACTICES = `
  practices as materialized (
    select *, row_number() over (partition by rank order by is_sole desc, is_practice desc, place) as number
    from (
      select distinct on (n.rank, e.action_taken) n.rank, n.place, e.id,
        e.kind in ('GOOD_PRACTICE', 'INNOVATION') as is_practice,
        not exists (select from obstacles o where o.experience_id = e.id and o.id <> n.id) as is_sole
      from near n join experiences e on e.id = n.experience_id
      where e.action_taken <> '' and ${reportsGoodResult('e.result')}
      order by n.rank, e.action_taken, n.place) x)`;

/** Each once, what came furthest before what was only proposed. */
const addressing = (isVisible: string): string => `
  addressing as materialized (
    select *, row_number() over (partition by rank order by progress, place, id) as number
    from (
      select distinct on (n.rank, left(r.text, ${BEGINNING})) n.rank, n.place, r.id, ${BY_PROGRESS} as progress
      from near n
      join recommendation_obstacles l on l.obstacle_id = n.id
      join recommendations r on r.id = l.recommendation_id
      join experiences e on e.id = r.experience_id
      where r.status <> 'REJECTED' and ${isVisible}
      order by n.rank, left(r.text, ${BEGINNING}), ${BY_PROGRESS}, n.place, r.id) x)`;

const RISK = `json_build_object('rank', t.rank, 'nearness', t.nearness, 'own', t.own, 'near', t.near,
  'obstacles', t.obstacles, 'units', t.units, 'mean', round(t.mean, 1), 'most', t.most, 'last', t.last, 'demo', t.demo,
  'pattern', p.code, 'label', coalesce(p.label, (select o.text from obstacles o where o.id = n.id)),
  'cause', (select json_build_object('code', c.code, 'name', c.name) from causes c where c.id = w.cause_id),
  'topic', (select json_build_object('code', c.code, 'name', c.name) from topics c where c.id = w.topic_id),
  'grades', (select coalesce(json_agg(json_build_array(g.likelihood, g.impact, g.count)), '[]') from grades g
    where g.kind = t.kind and g.risk is not null),
  'years', (select json_agg(distinct y.year order by y.year) from years y where y.kind = t.kind),
  'sources', ${listed(`select c.number as at, ${SOURCE} as item from cited c join experiences e on e.id = c.experience_id
    where c.rank = t.rank and c.number <= ${TOP.sources}`)},
  'lessons', ${listed(`select a.number as at, ${LESSON} as item
    from taught a join lessons l on l.id = a.id where a.rank = t.rank and a.number <= ${TOP.lessons}`)},
  'practices', ${listed(`select p.number as at,
      json_build_object('action', e.action_taken, 'result', e.result, 'source', ${SOURCE}) as item
    from practices p join experiences e on e.id = p.id where p.rank = t.rank and p.number <= ${TOP.practices}`)},
  'recommendations', ${listed(`select a.number as at, ${RECOMMENDATION} as item
    from addressing a join recommendations r on r.id = a.id join experiences e on e.id = r.experience_id
    where a.rank = t.rank and a.number <= ${TOP.recommendations}`)})`;

const COUNTS = `
  select g.*, u.units, x.experiences, y.years
  from (
    select nearness, sum(count) as obstacles, sum(demo) as demo, sum(unregulated) as unregulated,
      coalesce(sum(count) filter (where risk is null), 0) as unassessed
    from grades group by nearness) g
  join (select nearness, count(distinct satker_id) as units from reporters group by nearness) u using (nearness)
  join (
    select nearness, count(*) as experiences from (select distinct nearness, experience_id from seen) e
    group by nearness) x using (nearness)
  join (select nearness, array_agg(distinct year order by year) as years from years group by nearness) y using (nearness)`;

const ANSWER = `
  select json_build_object(
    'asOf', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'counts', coalesce((select json_agg(x) from (${COUNTS}) x), '[]'),
    'cells', coalesce((select json_agg(x) from (
      select nearness, likelihood, impact, sum(count) as count from grades where risk is not null group by 1, 2, 3) x), '[]'),
    'riskCount', (select count(*) from risks),
    'risks', coalesce((select json_agg(${RISK} order by t.rank) from top t
      join terms w on w.rank = t.rank
      join near n on n.rank = t.rank and n.place = 1
      left join obstacle_patterns p on p.id = n.pattern_id), '[]'),
    'openCount', (select count(*) from open),
    'overdueCount', (select count(*) from open where overdue),
    'open', ${listed(`select o.at, ${RECOMMENDATION} as item
      from (select *, row_number() over (order by ${BY_DUTY}) as at from open order by at limit ${TOP.open}) o
      join recommendations r on r.id = o.id join experiences e on e.id = r.experience_id`)},
    'documents', coalesce((select json_agg(x) from (
      select distinct d.title, d.publisher, d.published_on as "publishedOn", d.url
      from cited c join experiences e on e.id = c.experience_id
      join citations q on q.subject_type = 'Event' and q.subject_id = e.event_id
      join source_documents d on d.id = q.source_id
      where c.number <= ${TOP.sources}
      order by 3 desc nulls last, 1, 2, 4 limit ${TOP.documents}) x), '[]'))::text as json`;
