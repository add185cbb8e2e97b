import type { Report } from './report.js';
import { literal } from './tables.js';

/** SQL of a condition of a list's filter, as JSON. */
export type Condition = string;

/** `{"stage": {"eq": …}}`, or that there is none. */
export const isValue = (field: string, value: string): Condition =>
  `json_build_object(${literal(field)}, case when ${value} is null then '{"isNull":true}'::json else json_build_object('eq', ${value}) end)`;

/** `{"riskScore": {"gte": …, "lte": …}}`; operators with their SQL. */
export const isWithin = (field: string, bounds: Readonly<Record<string, string>>): Condition => {
  const pairs = Object.entries(bounds).map(([operator, value]) => `${literal(operator)}, ${value}`);
  return `json_build_object(${literal(field)}, json_build_object(${pairs.join(', ')}))`;
};

export const isMissing = (field: string): Condition => `'{"${field}":{"isNull":true}}'::json`;

/**
 * SQL of the filter that lists exactly the rows that were counted: what was asked for, and these conditions. They come
 * beside what the filter has in `and`, so that it is nested no deeper than it was.
 */
export function opening(report: Report, conditions: readonly Condition[]): string {
  const start = report.derived('filter', 'text', (filter) => {
    const { and = [], ...rest } = (filter ?? {}) as { and?: unknown[] | null };
    const known = JSON.stringify({ ...rest, and: and ?? [] });
    return known.slice(0, -2) + (and && and.length > 0 && conditions.length > 0 ? ',' : '');
  });
  const added = conditions.map((condition) => `${condition}::text`).join(` || ',' || `);
  return `(${start} || ${added} || ']}')::json`;
}

/**
 * The filter of `experiences` for what was counted. `more` are further members of it as SQL of JSON; what was asked for
 * comes first.
 */
export type Open = (more?: Readonly<Record<string, string>>) => string;
