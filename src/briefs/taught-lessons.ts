import { HAPPENED_ON } from '../experiences/happened-on.js';
import { familyOf, strengthWhere } from '../lessons/lesson.strength.js';
import { listed, SOURCE, TOP } from './brief.fragments.js';

const IS_PUBLISHED = `e.status = 'PUBLISHED'`;
/** Of a lesson that says for whom it is: whether it is for the stages and the level of the unit. */
const isMeantFor = (stages: string, level: string): string => `(l.levels = '{}' or ${level} = any(l.levels)) and
  (not exists (select from lesson_stages f where f.lesson_id = l.id)
    or exists (select from lesson_stages f where f.lesson_id = l.id and f.stage_id = any(${stages})))`;

/**
 * Lessons that everybody may read and that are taken from obstacles of the top risks, also by way of one that was merged into
 * them; what contradicts a lesson does not teach it. What helped most units comes first, then what is learned, then what is
 * supported most.
 */
export const taught = (place: { stages: string; level: string }, isVisible: string): string => `
  taught as materialized (
    select *, row_number() over (partition by rank order by helped desc, is_learned desc, score desc, id) as number
    from (
      select r.rank, l.id, l.status = 'LEARNED' as is_learned, (${strengthWhere('l.id', IS_PUBLISHED)} ->> 'score')::int as score,
        (select count(distinct a.satker_id) from lesson_applications a
          where a.lesson_id in ${familyOf('l.id')} and a.outcome = 'HELPED') as helped
      from (
        select distinct t.rank, coalesce(o.merged_into_id, o.id) as lesson_id
        from lesson_sources s
        join risk_obstacles m on m.id = s.obstacle_id and m.stage_id = any(${place.stages})
        join top t on t.kind = m.kind
        join lessons o on o.id = s.lesson_id
        where s.relation <> 'CONTRADICTS') r
      join lessons l on l.id = r.lesson_id
      where l.status in ('ENDORSED', 'LEARNED') and l.endorsed_at is not null and ${isMeantFor(place.stages, place.level)}
        and ${isVisible}) x)`;

/** The lesson `l` as a brief tells it, `a` being its row in `taught`: with published experiences only, the latest first. */
export const LESSON = `json_build_object('code', l.code, 'title', l.title, 'insight', l.insight, 'practice', l.practice,
  'status', l.status, 'isDemo', l.is_demo, 'helpedSatkerCount', a.helped, 'strength', ${strengthWhere('l.id', IS_PUBLISHED)},
  'sources', ${listed(`select row_number() over (order by ${HAPPENED_ON} desc, e.id desc) as at, ${SOURCE} as item
    from experiences e where ${IS_PUBLISHED} and e.id in (
      select s.experience_id from lesson_sources s
      where s.lesson_id in ${familyOf('l.id')} and s.relation <> 'CONTRADICTS')
    order by at limit ${TOP.sources}`)})`;
