import type { SqlRow } from '../common/read/model.js';
import { experienceIsVisible } from './lesson.scope.js';

/** The key of the lesson itself and of those merged into it: what they were taken from counts for it. */
export const familyOf = (lesson: string): string =>
  `(select id from lessons where id = ${lesson} union all select id from lessons where merged_into_id = ${lesson})`;

/** Experiences that sources of a lesson are taken from, by relation, each unit and cycle once; what one may not see is not there. */
const unitsAndCycles = (lesson: string, isVisible: string): string => `
  select s.relation, e.satker_id as unit, t.cycle_id as cycle
  from lesson_sources s join experiences e on e.id = s.experience_id left join stages t on t.id = e.stage_id
  where s.lesson_id in ${familyOf(lesson)} and ${isVisible}
  group by 1, 2, 3`;

/** How often a lesson was confirmed by the experiences `e` for which a condition holds: jsonb with its parts. */
export const strengthWhere = (lesson: string, isVisible: string): string => `(
  select jsonb_build_object(
    'score', count(*) filter (where relation = 'SUPPORTS'),
    'satkerCount', count(distinct unit) filter (where relation = 'SUPPORTS'),
    'cycleCount', count(distinct cycle) filter (where relation = 'SUPPORTS'),
    'contradicting', count(*) filter (where relation = 'CONTRADICTS'))
  from (${unitsAndCycles(lesson, isVisible)}) x)`;

/** The same, for who asks. */
export const strengthOf = (row: SqlRow): string => strengthWhere(row.column('id'), experienceIsVisible('e', row));

/** The score alone. */
export const scoreOf = (row: SqlRow): string => `(
  select count(*) from (${unitsAndCycles(row.column('id'), experienceIsVisible('e', row))}) x where relation = 'SUPPORTS')`;

/** What shows that a lesson is more than an opinion: units that support it by what is published, and whether it helped one. */
export const EVIDENCE = `
  select
    (select count(distinct unit)::int from (${unitsAndCycles('$1', `e.status = 'PUBLISHED'`)}) x where relation = 'SUPPORTS')
      as "supportingUnits",
    exists (select from lesson_applications a where a.lesson_id in ${familyOf('$1')} and a.outcome = 'HELPED') as "hasHelped"`;
