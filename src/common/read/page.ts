import { GraphQLError, type FieldNode } from 'graphql';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { FieldArguments } from './arguments.js';
import type { Direction } from './model.js';
import type { Getter, Row } from './statement.js';
import { literal, quote, type Table } from './tables.js';

export const MAX_PAGE = 100;
export const DEFAULT_PAGE = 20;

export interface OrderTerm {
  readonly column: ColumnMetadata;
  readonly direction: Direction;
}

/** Where in the document a page stands, so that its errors name their own place. */
export interface Place {
  readonly nodes: readonly FieldNode[];
  readonly path: readonly string[];
}

/** A total order: what was asked or the default, then the primary key. */
export function totalOrder(
  table: Table,
  wanted: readonly (readonly [property: string, direction: Direction])[],
): OrderTerm[] {
  const terms: OrderTerm[] = [];
  const tieBreaker = [table.primaryKey.propertyName, wanted[0]?.[1] ?? 'ASC'] as const;
  for (const [property, direction] of [...wanted, tieBreaker]) {
    const column = table.column(property);
    if (!terms.some((term) => term.column === column)) terms.push({ column, direction });
  }
  return terms;
}

/** The order a connection's arguments ask for. */
export function requestedOrder(table: Table, args: FieldArguments): OrderTerm[] {
  const asked = (args.now['orderBy'] ?? []) as { field: string; direction: Direction }[];
  const wanted = asked.map(
    ({ field, direction }) =>
      [field === 'ID' ? table.primaryKey.propertyName : table.model.order[field]!, direction] as const,
  );
  return totalOrder(table, wanted.length > 0 ? wanted : table.model.defaultOrder);
}

/** The same rows from the other end. Missing values come last in the forward order, so first in this one. */
export function orderBySql(row: Row, terms: readonly OrderTerm[], backward: boolean): string {
  const one = ({ column, direction }: OrderTerm): string => {
    const ascending = (direction === 'ASC') !== backward;
    const nulls = column.isNullable ? (backward ? ' nulls first' : ' nulls last') : '';
    return `${row.alias}.${quote(column.databaseName)}${ascending ? '' : ' desc'}${nulls}`;
  };
  return terms.map(one).join(', ');
}

/** Rows strictly after the cursor in the total order, or strictly before it. */
export function keysetSql(
  row: Row,
  terms: readonly OrderTerm[],
  cursor: (index: number) => Getter,
  before: boolean,
): string {
  const { statement, table } = row;
  const sides = terms.map(({ column, direction }, index) => ({
    expression: `${row.alias}.${quote(column.databaseName)}`,
    operator: (direction === 'ASC') !== before ? '>' : '<',
    nullable: column.isNullable,
    param: () => statement.param(cursor(index), table.typeOf(column)),
  }));
  if (sides.every((side) => !side.nullable && side.operator === sides[0]!.operator))
    return `(${sides.map((s) => s.expression).join(', ')}) ${sides[0]!.operator} (${sides.map((s) => s.param()).join(', ')})`;
  const beyond = (s: (typeof sides)[number]): string => {
    if (!s.nullable) return `${s.expression} ${s.operator} ${s.param()}`;
    // Missing values stand at the end: after every value, and nothing is after them.
    return before
      ? `(${s.expression} ${s.operator} ${s.param()} or (${s.expression} is not null and ${s.param()} is null))`
      : `(${s.expression} ${s.operator} ${s.param()} or (${s.expression} is null and ${s.param()} is not null))`;
  };
  const level = (s: (typeof sides)[number]): string =>
    s.nullable ? `${s.expression} is not distinct from ${s.param()}` : `${s.expression} = ${s.param()}`;
  const branches = sides.map((side, index) => [...sides.slice(0, index).map(level), beyond(side)].join(' and '));
  return `(${branches.map((branch) => `(${branch})`).join(' or ')})`;
}

const orderName = (terms: readonly OrderTerm[]): string =>
  terms.map(({ column, direction }) => `${column.databaseName}${direction === 'ASC' ? '+' : '-'}`).join(',');

/** The cursor of a row: base64 of a JSON array of the order's name and the row's values in it. */
export function cursorSql(row: Row, terms: readonly OrderTerm[]): string {
  const values = terms.map(({ column }) => `${row.alias}.${quote(column.databaseName)}::text`);
  const json = `json_build_array(${[literal(orderName(terms)), ...values].join(', ')})`;
  return `translate(encode(convert_to(${json}::text, 'UTF8'), 'base64'), E'\\n', '')`;
}

/** A getter for one value of a cursor argument. A cursor of another order, or none of ours, is the client's mistake. */
export function cursorValue(
  cursor: Getter,
  name: string,
  terms: readonly OrderTerm[],
  place: Place,
): (index: number) => Getter {
  return (index) => (run) => {
    const parts = decode(cursor(run));
    if (parts?.length === terms.length + 1 && parts[0] === orderName(terms) && terms.every(fits(parts)))
      return parts[index + 1];
    throw placed(
      place,
      `${name}: this cursor was not made by the same list in the same order / kursor bukan dari daftar dan urutan ini.`,
    );
  };
}

/** Only a column that may be empty has cursors without a value. */
const fits =
  (parts: readonly (string | null)[]) =>
  ({ column }: OrderTerm, index: number): boolean =>
    column.isNullable || parts[index + 1] !== null;

function decode(cursor: unknown): (string | null)[] | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(String(cursor), 'base64').toString('utf8'));
    return Array.isArray(parts) && parts.every((p) => p === null || typeof p === 'string') ? parts : null;
  } catch {
    return null;
  }
}

/** A page size between 1 and 100. */
export function pageSize(asked: unknown, name: string, fallback: number, place: Place): number {
  const size = (asked ?? fallback) as number;
  if (size >= 1 && size <= MAX_PAGE) return size;
  throw placed(place, `${name} must be between 1 and ${MAX_PAGE} / ${name} harus antara 1 dan ${MAX_PAGE}.`);
}

export function placed({ nodes, path }: Place, text: string): GraphQLError {
  return new GraphQLError(text, { nodes, path, extensions: { code: 'BAD_USER_INPUT' } });
}
