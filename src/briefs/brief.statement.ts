import { CELLS, SUM_OF_CELLS } from '../analytics/risks/risk-cells.js';
import type { Actor } from '../common/access.js';
import type { EntityClass } from '../common/read/model.js';
import type { Reader } from '../common/read/reader.js';
import { Statement, type Run } from '../common/read/statement.js';
import { Experience } from '../experiences/experience.entity.js';
import { Lesson } from '../lessons/lesson.entity.js';
import { Recommendation } from '../recommendations/recommendation.entity.js';
import { SatkerLevel } from '../satker/satker.entity.js';
import { CIRCLE, listed, nearness, RECOMMENDATION, SOURCE, TOP, type Place } from './brief.fragments.js';
import { open } from './open-recommendations.js';
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

/** The statement that reads all of a brief, as one JSON value. */
export function briefStatement(reader: Reader, question: BriefQuestion): { text: string; values: unknown[] } {
  const { actor, stageIds, satkerId, level, provinceCode } = question;
  const unitId = level === SatkerLevel.CENTRAL ? null : satkerId;
  const statement = new Statement(reader.tables, actor.role);
  const run: Run = { variables: {}, actor, keys: [stageIds, unitId, provinceCode, satkerId, level] };
  // Out of PostgreSQL's sight while it plans: else it would hold that planning anew for each unit is worth its 10 ms.
  const key = (index: number, cast: string): string =>
    `(select ${statement.param(({ keys }) => keys[index], cast)})::${cast}`;
  const scopeOf = (entity: EntityClass, alias: string): string =>
    statement.scope(statement.row(reader.tables.of(entity), alias)) ?? 'true';
  const place = {
    stages: key(0, 'bigint[]'),
    unit: key(1, 'bigint'),
    province: key(2, 'text'),
    addressee: key(3, 'bigint'),
    level: key(4, 'text'),
  };
  // Published rows exist for everybody; the scope stands here all the same, so that it holds should that ever change. And what
  // was withdrawn a moment ago is not quoted, even where the projection has not followed yet.
  const isVisible = `e.status = 'PUBLISHED' and ${scopeOf(Experience, 'e')}`;
  const isVisibleRecommendation = `${isVisible} and ${scopeOf(Recommendation, 'r')}`;
  const expressions = [
    sums(place),
    RISKS,
    near(place),
    open(place),
    taught(place, scopeOf(Lesson, 'l')),
    practices(isVisible),
    addressing(isVisibleRecommendation),
  ];
  return {
    text: `with ${expressions.join(',\n')}\n${answer(isVisible, isVisibleRecommendation)}`,
    values: statement.getters.map((get) => get(run)),
  };
}

/** What is one risk has one kind: the key of its pattern, or those of the cause and the topic of what has none. */
const PATTERN_OF_KIND = `case when t.kind !~ '/' then t.kind::bigint end`;

const COUNTED = 'kind, obstacles, experiences, demo, unregulated, unassessed, cells, years, last';

/** Few rows that all numbers are made of, and what they say of each risk, by circle; each circle is within the next. */
const sums = ({ stages, unit, province }: Place): string => `
  sums as materialized (
    select ${CIRCLE.OWN} as circle, ${COUNTED}, array[satker_id] as units from risk_sums
    where stage_id = any(${stages}) and satker_id = ${unit}
    union all
    select ${CIRCLE.PROVINCE}, ${COUNTED}, array[satker_id] from risk_sums
    where stage_id = any(${stages}) and satker_id in (select id from satkers where lineage @> array[${province}])
    union all
    select ${CIRCLE.NATION}, ${COUNTED}, units from risk_totals where stage_id = any(${stages})),
  kinds as materialized (
    select kind, circle, sum(obstacles) as obstacles, sum(experiences) as experiences, sum(demo) as demo,
      sum(unregulated) as unregulated, sum(unassessed) as unassessed, max(last) as last, ${SUM_OF_CELLS} as cells
    from sums group by kind, circle),
  grades as materialized (
    select kind, circle, c.likelihood, c.impact, c.likelihood * c.impact as risk, cells[c.place] as count
    from kinds cross join (values ${CELLS.join(', ')}) c (likelihood, impact, place) where cells[c.place] > 0),
  reporters as materialized (select distinct kind, circle, unnest(units) as satker_id from sums),
  years as materialized (select distinct kind, circle, unnest(years) as year from sums)`;

/** Own risks first, then those of the province, then others; in each by mean score times units, then the latest. */
const RISKS = `
  risks as materialized (
    select n.kind, c.nearness, c.own, c.near, n.obstacles, n.last, n.demo > 0 as demo, g.mean, g.most, u.units
    from kinds n
    join (
      select kind, min(circle) as nearness, coalesce(sum(obstacles) filter (where circle = ${CIRCLE.OWN}), 0) as own,
        coalesce(sum(obstacles) filter (where circle = ${CIRCLE.PROVINCE}), 0) as near
      from kinds group by kind) c using (kind)
    left join (
      select kind, sum(risk * count) / sum(count) as mean, max(risk) as most
      from grades where circle = ${CIRCLE.NATION} group by kind) g using (kind)
    join (select kind, count(*) as units from reporters where circle = ${CIRCLE.NATION} group by kind) u using (kind)
    where n.circle = ${CIRCLE.NATION}),
  top as materialized (
    select *, row_number() over (order by nearness, mean * units desc nulls last, last desc, kind) as rank
    from risks order by rank limit ${TOP.risks})`;

/** What is wanted of an obstacle `m` that is looked at. */
const WANTED = 'm.id, m.experience_id, m.cause_id, m.topic_id, m.risk, m.day, m.has_good_result';
const BY_GRAVITY = 'm.risk desc nulls last, m.day desc, m.id desc';

/**
 * The obstacles of each risk that are looked at: all circles give as many as are wanted, from an index each, so that the
 * nearest are among them. Of their causes and topics a risk has the one that most of them have.
 */
const near = (place: Place): string => `
  close as materialized (
    select * from (
      select m.*, row_number() over (partition by rank order by nearness, ${BY_GRAVITY}) as place
      from (
        select t.rank, ${WANTED}, ${nearness(place)} as nearness
        from satkers s join risk_obstacles m on m.satker_id = s.id join top t on t.kind = m.kind
        where s.lineage @> array[${place.province}] and m.stage_id = any(${place.stages})) m) m
    where place <= ${LOOKED_AT}),
  near as materialized (
    select t.rank, m.*
    from top t cross join lateral (
      select ${WANTED}, row_number() over (order by m.nearness, ${BY_GRAVITY}) as place
      from (
        select ${WANTED}, m.nearness from close m where m.rank = t.rank
        union all
        select far.*, ${CIRCLE.NATION} from unnest(${place.stages}) stage (id) cross join lateral (
          select ${WANTED} from risk_obstacles m
          where m.kind = t.kind and m.stage_id = stage.id
          order by ${BY_GRAVITY} limit ${LOOKED_AT}) far
        where not exists (select from close c where c.id = far.id)) m
      order by place limit ${LOOKED_AT}) m),
  terms as materialized (
    select rank, mode() within group (order by cause_id) as cause_id, mode() within group (order by topic_id) as topic_id
    from near group by rank),
  cited as materialized (
    select rank, experience_id, min(place) as place,
      row_number() over (partition by rank order by min(place)) as number
    from near group by rank, experience_id)`;

/**
 * Each action once. It is surest to be about the risk where the experience is about nothing else; then what was reported as a
 * practice comes before what was tried in need.
 */
const practices = (isVisible: string): string => `
  practices as materialized (
    select *, row_number() over (partition by rank order by is_sole desc, is_practice desc, place) as number
    from (
      select distinct on (n.rank, e.action_taken) n.rank, n.place, e.id,
        e.kind in ('GOOD_PRACTICE', 'INNOVATION') as is_practice,
        not exists (select from obstacles o where o.experience_id = e.id and o.id <> n.id) as is_sole
      from near n join experiences e on e.id = n.experience_id
      where n.has_good_result and ${isVisible}
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

const risk = (
  isVisible: string,
): string => `json_build_object('rank', t.rank, 'nearness', t.nearness, 'own', t.own, 'near', t.near,
  'obstacles', t.obstacles, 'units', t.units, 'mean', round(t.mean, 1), 'most', t.most, 'last', t.last, 'demo', t.demo,
  'pattern', p.code, 'label', coalesce(p.label, (select o.text from obstacles o where o.id = n.id)),
  'cause', (select json_build_object('code', c.code, 'name', c.name) from causes c where c.id = w.cause_id),
  'topic', (select json_build_object('code', c.code, 'name', c.name) from topics c where c.id = w.topic_id),
  'grades', (select coalesce(json_agg(json_build_array(g.likelihood, g.impact, g.count)), '[]') from grades g
    where g.kind = t.kind and g.circle = ${CIRCLE.NATION}),
  'years', (select json_agg(y.year order by y.year) from years y
    where y.kind = t.kind and y.circle = ${CIRCLE.NATION}),
  'sources', ${listed(`select c.number as at, ${SOURCE} as item from cited c join experiences e on e.id = c.experience_id
    where c.rank = t.rank and c.number <= ${TOP.sources} and ${isVisible}`)},
  'lessons', ${listed(`select a.number as at, ${LESSON} as item
    from taught a join lessons l on l.id = a.id where a.rank = t.rank and a.number <= ${TOP.lessons}`)},
  'practices', ${listed(`select p.number as at,
      json_build_object('action', e.action_taken, 'result', e.result, 'source', ${SOURCE}) as item
    from practices p join experiences e on e.id = p.id where p.rank = t.rank and p.number <= ${TOP.practices}`)},
  'recommendations', ${listed(`select a.number as at, ${RECOMMENDATION} as item
    from addressing a join recommendations r on r.id = a.id join experiences e on e.id = r.experience_id
    where a.rank = t.rank and a.number <= ${TOP.recommendations}`)})`;

const COUNTS = `
  select k.*, u.units, y.years
  from (
    select circle, sum(obstacles) as obstacles, sum(experiences) as experiences, sum(demo) as demo,
      sum(unregulated) as unregulated, sum(unassessed) as unassessed
    from kinds group by circle) k
  join (
    select circle, count(*) as units from (select distinct circle, satker_id from reporters) r group by circle) u using (circle)
  join (select circle, array_agg(distinct year order by year) as years from years group by circle) y using (circle)`;

const answer = (isVisible: string, isVisibleRecommendation: string): string => `
  select json_build_object(
    'asOf', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'counts', coalesce((select json_agg(x) from (${COUNTS}) x), '[]'),
    'cells', coalesce((select json_agg(x) from (
      select circle, likelihood, impact, sum(count) as count from grades group by 1, 2, 3) x), '[]'),
    'riskCount', (select count(*) from risks),
    'risks', coalesce((select json_agg(${risk(isVisible)} order by t.rank) from top t
      join terms w on w.rank = t.rank
      join near n on n.rank = t.rank and n.place = 1
      left join obstacle_patterns p on p.id = ${PATTERN_OF_KIND}), '[]'),
    'openCount', (select count from opened),
    'overdueCount', (select overdue from opened),
    'open', ${listed(`select o.at, ${RECOMMENDATION} as item
      from open o
      join recommendations r on r.id = o.id join experiences e on e.id = r.experience_id
      where ${isVisibleRecommendation}`)},
    'documents', coalesce((select json_agg(x) from (
      select distinct d.title, d.publisher, d.published_on as "publishedOn", d.url
      from cited c join experiences e on e.id = c.experience_id
      join citations q on q.subject_type = 'Event' and q.subject_id = e.event_id
      join source_documents d on d.id = q.source_id
      where c.number <= ${TOP.sources}
      order by 3 desc nulls last, 1, 2, 4 limit ${TOP.documents}) x), '[]')) as json`;
