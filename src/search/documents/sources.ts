import { Event } from '../../events/event.entity.js';
import { Statement } from '../../events/statement.entity.js';
import { HAPPENED_ON } from '../../experiences/happened-on.js';
import { Experience } from '../../experiences/experience.entity.js';
import { Obstacle } from '../../experiences/obstacle.entity.js';
import { Lesson } from '../../lessons/lesson.entity.js';
import { Person } from '../../people/person.entity.js';
import { Recommendation } from '../../recommendations/recommendation.entity.js';
import { Satker } from '../../satker/satker.entity.js';
import { SearchType } from '../search.enums.js';
import type { Source, SourceFacts } from './source.js';

/** A province's own code, or that of the unit above a regency or city; the centre is in none. */
const PROVINCE = `case u.level when 'CENTRAL' then null when 'PROVINCE' then u.id else u.parent_id end`;

/** What happens on a later day is as new as its record. */
const onDay = (day: string, recorded: string): string => `least(${day}::timestamp at time zone 'UTC', ${recorded})`;

/** What belongs to an experience `e` is filtered as the experience is, and filed under the same. */
const OF_EXPERIENCE = {
  from: `join satkers u on u.id = e.satker_id left join stages st on st.id = e.stage_id left join topics t on t.id = e.topic_id`,
  facts: {
    reportedAt: 'e.reported_at',
    experience: 'e.id',
    satker: 'e.satker_id',
    status: 'e.status',
    stage: 'e.stage_id',
    cycle: 'st.cycle_id',
    topic: 'e.topic_id',
    event: 'e.event_id',
    province: PROVINCE,
    kind: 'e.kind',
    year: `extract(year from ${HAPPENED_ON})`,
    severity: 'e.severity',
    riskScore: 'e.risk_score',
    isDemo: 'e.is_demo',
  } satisfies SourceFacts,
  context: [
    { name: 'stage', sql: 'st.name' },
    { name: 'topic', sql: 't.name' },
    { name: 'satker', sql: 'u.name' },
  ],
} as const;

const ofObstacles = (column: string, where = ''): string =>
  `array(select ${column} from obstacles o ${where} where o.experience_id = x.id order by o.ordinal, o.id)`;

const causesOf = (column: string): string =>
  `array(select distinct c.${column} from obstacles o join causes c on c.id = o.cause_id where o.experience_id = x.id)`;

const EXPERIENCE: Source = {
  type: SearchType.EXPERIENCE,
  number: 1,
  entity: Experience,
  from: `experiences x cross join lateral (select x.*) e ${OF_EXPERIENCE.from}`,
  facts: { ...OF_EXPERIENCE.facts, causes: causesOf('code') },
  names: 'array[x.code]',
  title: 'title',
  fields: [
    { name: 'code', weight: 'A', sql: 'x.code' },
    { name: 'title', weight: 'A', sql: 'x.title' },
    { name: 'obstacles', weight: 'A', sql: ofObstacles('o.text') },
    { name: 'happened', weight: 'B', sql: 'x.happened' },
    { name: 'actionTaken', weight: 'B', sql: 'x.action_taken' },
    { name: 'result', weight: 'C', sql: 'x.result' },
    { name: 'expected', weight: 'C', sql: 'x.expected' },
    {
      name: 'recommendations',
      weight: 'B',
      sql: 'array(select r.text from recommendations r where r.experience_id = x.id order by r.ordinal, r.id)',
    },
  ],
  context: [...OF_EXPERIENCE.context, { name: 'cause', sql: causesOf('name') }],
  called: `'pengalaman ' || case x.kind when 'OBSTACLE' then 'kendala hambatan masalah' when 'GOOD_PRACTICE' then 'praktik baik'
    when 'INNOVATION' then 'inovasi terobosan' when 'NEAR_MISS' then 'nyaris' else '' end`,
};

const OBSTACLE: Source = {
  type: SearchType.OBSTACLE,
  number: 2,
  entity: Obstacle,
  from: `obstacles x join experiences e on e.id = x.experience_id ${OF_EXPERIENCE.from} left join causes c on c.id = x.cause_id`,
  facts: {
    ...OF_EXPERIENCE.facts,
    causes: `array_remove(array[c.code], null)`,
    severity: 'x.impact',
    riskScore: 'x.risk_score',
  },
  names: 'array[]::text[]',
  title: 'text',
  fields: [{ name: 'text', weight: 'A', sql: 'x.text' }],
  context: [...OF_EXPERIENCE.context, { name: 'cause', sql: 'c.name' }],
  called: `'kendala hambatan masalah'`,
};

const RECOMMENDATION: Source = {
  type: SearchType.RECOMMENDATION,
  number: 3,
  entity: Recommendation,
  from: `recommendations x join experiences e on e.id = x.experience_id ${OF_EXPERIENCE.from}`,
  facts: {
    ...OF_EXPERIENCE.facts,
    causes: `array(select distinct c.code from recommendation_obstacles l join obstacles o on o.id = l.obstacle_id join causes c on c.id = o.cause_id where l.recommendation_id = x.id)`,
  },
  names: 'array[x.number]',
  title: 'text',
  fields: [
    { name: 'number', weight: 'A', sql: 'x.number' },
    { name: 'text', weight: 'A', sql: 'x.text' },
  ],
  context: OF_EXPERIENCE.context,
  called: `'rekomendasi usulan saran'`,
};

/** One stage is a fact to filter by; a lesson for several is for each of them and so for none alone. */
const onlyStageOf = (column: string): string =>
  `(select case when count(*) = 1 then min(${column}) end from lesson_stages l join stages st on st.id = l.stage_id where l.lesson_id = x.id)`;

/** Lessons that were not endorsed yet are for central staff, as what was submitted is. */
const LESSON: Source = {
  type: SearchType.LESSON,
  number: 4,
  entity: Lesson,
  from: 'lessons x',
  facts: {
    reportedAt: 'coalesce(x.endorsed_at, x.created_at)',
    status: `case when x.endorsed_at is null then 'SUBMITTED' end`,
    stage: onlyStageOf('st.id'),
    cycle: onlyStageOf('st.cycle_id'),
    isDemo: 'x.is_demo',
  },
  names: 'array[x.code]',
  title: 'title',
  fields: [
    { name: 'code', weight: 'A', sql: 'x.code' },
    { name: 'title', weight: 'A', sql: 'x.title' },
    { name: 'insight', weight: 'A', sql: 'x.insight' },
    { name: 'practice', weight: 'B', sql: 'x.practice' },
    { name: 'context', weight: 'B', sql: 'x.context' },
  ],
  context: [
    {
      name: 'stages',
      sql: 'array(select st.name from lesson_stages l join stages st on st.id = l.stage_id where l.lesson_id = x.id order by st.code)',
    },
  ],
  called: `'pelajaran'`,
};

const EVENT: Source = {
  type: SearchType.EVENT,
  number: 5,
  entity: Event,
  from: 'events x left join satkers u on u.id = x.organiser_id',
  facts: {
    reportedAt: onDay('x.start_date', 'x.created_at'),
    event: 'x.id',
    year: 'extract(year from x.start_date)',
  },
  names: 'array[x.slug, x.title]',
  title: 'title',
  fields: [
    { name: 'title', weight: 'A', sql: 'x.title' },
    { name: 'theme', weight: 'B', sql: 'x.theme' },
    { name: 'venue', weight: 'C', sql: 'x.venue' },
  ],
  context: [{ name: 'organiser', sql: 'u.name' }],
};

const STATEMENT: Source = {
  type: SearchType.STATEMENT,
  number: 6,
  entity: Statement,
  from: `statements x join events v on v.id = x.event_id join appearances a on a.id = x.appearance_id join people p on p.id = a.person_id`,
  facts: {
    reportedAt: onDay('v.start_date', 'x.created_at'),
    event: 'v.id',
    year: 'extract(year from v.start_date)',
  },
  names: 'array[]::text[]',
  fields: [
    { name: 'gist', weight: 'B', sql: 'x.gist' },
    { name: 'quote', weight: 'B', sql: 'x.quote' },
  ],
  context: [
    { name: 'person', sql: 'p.name || p.aliases' },
    { name: 'event', sql: 'v.title' },
  ],
};

const PERSON: Source = {
  type: SearchType.PERSON,
  number: 7,
  entity: Person,
  from: 'people x',
  facts: { reportedAt: 'x.created_at' },
  names: 'array[x.slug, x.name] || x.aliases',
  title: 'name',
  fields: [
    { name: 'name', weight: 'A', sql: 'x.name' },
    { name: 'aliases', weight: 'A', sql: 'x.aliases' },
  ],
  context: [],
};

const SATKER: Source = {
  type: SearchType.SATKER,
  number: 8,
  entity: Satker,
  from: 'satkers x cross join lateral (select x.*) u',
  facts: { reportedAt: 'x.created_at', satker: 'x.id', province: PROVINCE },
  names: 'array[x.code, x.name] || x.aliases || x.names',
  title: 'name',
  fields: [
    { name: 'code', weight: 'A', sql: 'x.code' },
    { name: 'name', weight: 'A', sql: 'x.name' },
    { name: 'aliases', weight: 'A', sql: 'x.aliases' },
    { name: 'region', weight: 'B', sql: 'x.region' },
  ],
  context: [],
};

/** Every type that is found, in the order in which the index is built. Another type is one more entry. */
export const SOURCES: readonly Source[] = [
  SATKER,
  PERSON,
  EVENT,
  STATEMENT,
  LESSON,
  EXPERIENCE,
  OBSTACLE,
  RECOMMENDATION,
];

export const sourceOf = (type: SearchType): Source => SOURCES.find((source) => source.type === type)!;
