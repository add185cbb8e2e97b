import { IS_OVERDUE, nearness, TOP, type Place } from './brief.fragments.js';

const BY_DUTY = 'addressed desc, nearness, overdue desc, due_date nulls last, id';

/**
 * What the unit itself has to do comes before what others have. Those of the nation, which are many, are looked through only
 * where there are too few nearer ones.
 */
export const open = (place: Place): string => `
  duties as materialized (
    ${duties(place, `s.lineage @> array[${place.province}]`)}
    union
    ${duties(place, `r.id in (${addressedTo(place)})`)}),
  open as materialized (
    select *, row_number() over (order by ${BY_DUTY}) as at
    from (
      select * from duties
      union all
      (select * from (${duties(place, `(select count(*) from duties) < ${TOP.open}`)}) r
        where not exists (select from duties d where d.id = r.id) order by ${BY_DUTY} limit ${TOP.open})) x
    order by ${BY_DUTY} limit ${TOP.open}),
  opened as materialized (
    select coalesce(sum(count), 0) as count, coalesce(sum(count) filter (where ${IS_OVERDUE}), 0) as overdue
    from open_sums r where r.stage_id = any(${place.stages}))`;

const duties = (place: Place, condition: string): string => `
    select r.id, ${IS_OVERDUE} as overdue, r.due_date, ${nearness(place)} as nearness, r.id in (${addressedTo(place)}) as addressed
    from open_recommendations r join satkers s on s.id = r.satker_id
    where r.stage_id = any(${place.stages}) and ${condition}`;

const addressedTo = ({ addressee }: Place): string =>
  `select a.recommendation_id from recommendation_addressees a where a.satker_id = ${addressee}`;
