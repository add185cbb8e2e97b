import { Field, InputType, Int, registerEnumType } from '@nestjs/graphql';
import type { ArgumentValue, FilterField, FilterRow } from './model.js';
import { DateScalar, DateTimeScalar } from '../scalars.js';

const OPERATORS: Record<string, { sql: string; text: string }> = {
  gt: { sql: '>', text: 'lebih dari / greater than' },
  gte: { sql: '>=', text: 'paling sedikit / at least' },
  lt: { sql: '<', text: 'kurang dari / less than' },
  lte: { sql: '<=', text: 'paling banyak / at most' },
};

type ComparatorClass = new () => object;
const known = new Map<string, ComparatorClass>();

/** Makes the input type `<name>Comparator` once: eq, ne, in, isNull, and the orderings where they make sense. */
function comparator(name: string, type: () => unknown, ordered: boolean): ComparatorClass {
  const made = known.get(name);
  if (made) return made;
  const Comparator = { [`${name}Comparator`]: class {} }[`${name}Comparator`]!;
  const add = (field: string, of: () => unknown, description: string): void =>
    Field(of as () => StringConstructor, { nullable: true, description })(Comparator.prototype, field);
  add('eq', type, 'sama dengan / equal to');
  add('ne', type, 'tidak sama dengan, termasuk yang kosong / not equal to, missing values included');
  add('in', () => [type()], 'salah satu dari / one of');
  if (ordered) for (const [field, { text }] of Object.entries(OPERATORS)) add(field, type, text);
  add('isNull', () => Boolean, 'true: hanya yang kosong / only missing values');
  InputType({ description: 'Semua syarat yang diisi harus terpenuhi. / All conditions given must hold.' })(Comparator);
  known.set(name, Comparator);
  return Comparator;
}

/** The SQL of a comparator's conditions on the value at the end of a path. */
function compare(path: string): FilterField['sql'] {
  return (row: FilterRow, value: ArgumentValue) => {
    const given = Object.entries((value.now ?? {}) as Record<string, unknown>);
    const conditions = given.flatMap(([operator, operand]) => condition(row, path, operator, operand, value) ?? []);
    return conditions.length > 0 ? conditions.join(' and ') : 'true';
  };
}

function condition(
  row: FilterRow,
  path: string,
  operator: string,
  operand: unknown,
  value: ArgumentValue,
): string | null {
  const isMissing = (): string => `(${row.at(path, (expression) => `${expression} is not null`)}) is not true`;
  if (operator === 'isNull') return operand === null ? null : operand ? isMissing() : `not (${isMissing()})`;
  if (operator === 'eq') return operand === null ? isMissing() : row.equals(path, value, 'eq');
  if (operator === 'ne')
    return operand === null ? `not (${isMissing()})` : `(${row.equals(path, value, 'ne')}) is not true`;
  if (operand === null) return 'false';
  if (operator === 'in')
    return row.at(path, (expression, cast) => `${expression} = any(${value.param(`${cast}[]`, 'in')})`);
  const { sql } = OPERATORS[operator]!;
  return row.at(path, (expression, cast) => `${expression} ${sql} ${value.param(cast, operator)}`);
}

const field = (type: () => unknown, path: string, description: string): FilterField => ({
  type,
  description,
  paths: [path],
  sql: compare(path),
});

const StringComparator = comparator('String', () => String, false);
const IntComparator = comparator('Int', () => Int, true);
const DateComparator = comparator('Date', () => DateScalar, true);
const DateTimeComparator = comparator('DateTime', () => DateTimeScalar, true);

/** A text or business key at the end of a path of properties: `byText('stage.cycle.code', …)`. */
export const byText = (path: string, description: string): FilterField =>
  field(() => StringComparator, path, description);
export const byInt = (path: string, description: string): FilterField => field(() => IntComparator, path, description);
export const byDate = (path: string, description: string): FilterField =>
  field(() => DateComparator, path, description);
export const byDateTime = (path: string, description: string): FilterField =>
  field(() => DateTimeComparator, path, description);

/** A column of many texts or business keys; a comparison holds if it does for one of them. */
export const byTexts = (property: string, description: string): FilterField => ({
  type: () => StringComparator,
  description,
  sql: (row, value) => {
    const column = row.column(property);
    const isEmpty = `cardinality(${column}) = 0`;
    const given = Object.entries((value.now ?? {}) as Record<string, unknown>);
    const conditions = given.flatMap(([operator, operand]) => {
      if (operator === 'isNull') return operand === null ? [] : operand ? isEmpty : `not (${isEmpty})`;
      if (operator === 'in') return operand === null ? 'false' : `${column} && ${value.param('text[]', 'in')}`;
      const equal = operand === null ? isEmpty : `${column} @> array[${value.param('text', operator)}]`;
      return operator === 'eq' ? equal : `not (${equal})`;
    });
    return conditions.join(' and ') || 'true';
  },
});

/** An enum that `describedEnum` registered under `name`. */
export function byEnum(values: object, name: string, path: string, description: string): FilterField {
  // Made now: Nest no longer looks at input types that appear while it builds the schema.
  const Comparator = comparator(name, () => values, false);
  return field(() => Comparator, path, description);
}

/** A column that holds a list of texts: whether one of them is what is asked for. */
export const byElement = (property: string, description: string): FilterField => ({
  type: () => StringComparator,
  description,
  sql: (row, value) => {
    const column = row.column(property);
    const conditions = Object.entries((value.now ?? {}) as Record<string, unknown>).map(([operator, operand]) => {
      if (operator === 'in') return operand === null ? 'false' : `${column} && ${value.param('text[]', 'in')}`;
      if (operator === 'isNull' && operand === null) return 'true';
      if (operator === 'isNull') return `${column} ${operand ? '=' : '<>'} '{}'`;
      const isThere = operand === null ? `${column} = '{}'` : `${column} @> array[${value.param('text', operator)}]`;
      return operator === 'eq' ? isThere : `not (${isThere})`;
    });
    return conditions.join(' and ') || 'true';
  },
});

/** A plain true or false. */
export const byFlag = (path: string, description: string): FilterField => ({
  type: () => Boolean,
  description,
  paths: [path],
  sql: (row, value) => row.at(path, (expression) => `${expression} = ${value.param('boolean')}`),
});

/** Any of the columns contains the text, case ignored. `%` and `_` mean themselves. */
export const byContainedText = (properties: readonly string[], description: string): FilterField => ({
  type: () => String,
  description,
  paths: properties,
  sql: (row, value) => {
    const pattern = `'%' || replace(replace(replace(${value.param('text')}, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'`;
    return `(${properties.map((property) => `${row.column(property)} ilike ${pattern}`).join(' or ')})`;
  },
});

/** Registers a string enum whose names are its values, each with a description, and its comparator. */
export function describedEnum<T extends Record<string, string>>(
  values: T,
  name: string,
  description: string,
  meanings: Record<keyof T, string>,
): void {
  for (const [key, value] of Object.entries(values))
    if (key !== value) throw new Error(`${name}.${key} must have its own name as value: the database keeps it as text`);
  const valuesMap = Object.fromEntries(Object.entries(meanings).map(([key, text]) => [key, { description: text }]));
  registerEnumType(values, { name, description, valuesMap } as Parameters<typeof registerEnumType>[1]);
}
