import type { Row } from './statement.js';

/**
 * Equality on columns of a root field's entity: `{ slug: 'rakornas-…' }`. A path leads to a column of what the row refers to,
 * an array means "one of", and of a column that is an array itself the value has to be in it.
 */
export type Where = Readonly<Record<string, unknown>>;

/** The SQL of it over the entity's row; the values are parameters, in their order. */
export function conditionOn(row: Row, where: Where): string {
  const conditions = Object.entries(where).map(([path, value], index) =>
    row.at(path, (expression, type) => {
      const param = (cast: string): string => row.statement.param((run) => run.keys[index], cast);
      if (type.endsWith('[]')) return `${expression} @> array[${param(type.slice(0, -2))}]`;
      return Array.isArray(value) ? `${expression} = any(${param(`${type}[]`)})` : `${expression} = ${param(type)}`;
    }),
  );
  return conditions.join(' and ') || 'true';
}
