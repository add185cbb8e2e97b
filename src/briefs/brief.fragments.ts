import { HAPPENED_ON } from '../experiences/happened-on.js';
import { isPastDue } from '../recommendations/recommendation.overdue.js';
import type { BriefScopeName } from './brief.enums.js';

/** Most of each; they bound the answer whatever the number of rows behind it. */
export const TOP = {
  risks: 10,
  sources: 5,
  lessons: 3,
  practices: 3,
  recommendations: 3,
  open: 15,
  documents: 10,
} as const;

/** Who is counted, by number; each circle has the ones before it within. */
export const CIRCLE: Readonly<Record<BriefScopeName, number>> = { OWN: 1, PROVINCE: 2, NATION: 3 };

/** Placeholders. The centre has no circle of its own, so it is no unit here; but it may have to act. */
export interface Place {
  readonly stages: string;
  readonly unit: string;
  readonly province: string;
  readonly addressee: string;
  readonly level: string;
}

/** The nearest circle of what a unit `s` reported. */
export const nearness = ({ unit, province }: Place): string =>
  `case when s.id = ${unit} then ${CIRCLE.OWN}
  when s.lineage @> array[${province}] then ${CIRCLE.PROVINCE} else ${CIRCLE.NATION} end`;

/** An experience `e` as it is cited. */
export const SOURCE = `json_build_object('code', e.code, 'title', e.title, 'isDemo', e.is_demo,
  'satker', (select json_build_object('code', s.code, 'name', s.name) from satkers s where s.id = e.satker_id),
  'stage', (select t.code from stages t where t.id = e.stage_id), 'year', extract(year from ${HAPPENED_ON})::int)`;

export const IS_OVERDUE = `coalesce(${isPastDue('r.due_date', 'r.status')}, false)`;
/** A recommendation `r` of an experience `e`. */
export const RECOMMENDATION = `json_build_object('number', r.number, 'text', r.text, 'status', r.status,
  'dueDate', r.due_date, 'isOverdue', ${IS_OVERDUE}, 'source', ${SOURCE},
  'leads', coalesce((select json_agg(coalesce(s.name, a.organisation) order by a.id) from recommendation_addressees a
    left join satkers s on s.id = a.satker_id where a.recommendation_id = r.id and a.role = 'LEAD'), '[]'))`;

/** Items `item` of some rows in the order of their `at`, as JSON. */
export const listed = (rows: string): string =>
  `coalesce((select json_agg(x.item order by x.at) from (${rows}) x), '[]')`;
