import type { GraphQLNamedType } from 'graphql';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { globalIdSql } from './global-id.js';
import { linkSql } from './link.js';
import { all, PageWriter } from './page-writer.js';
import type { ConnectionField, FieldPlan, Keyed, ListPlan, ObjectPlan, PageInfoField } from './plan.js';
import type { Row, Statement } from './statement.js';
import { literal, quote } from './tables.js';

/** json_build_object takes at most 100 arguments. */
const MAX_PAIRS = 50;

/** `{"key": value, …}` of any number of pairs. */
export function jsonObject(pairs: readonly (readonly [key: string, sql: string])[]): string {
  const chunks: string[] = [];
  for (let i = 0; i < pairs.length; i += MAX_PAIRS)
    chunks.push(
      `json_build_object(${pairs
        .slice(i, i + MAX_PAIRS)
        .map(([key, sql]) => `${literal(key)}, ${sql}`)
        .join(', ')})`,
    );
  if (chunks.length <= 1) return chunks[0] ?? `'{}'::json`;
  const inner = chunks.map((chunk) => `substr(left(${chunk}::text, -1), 2)`);
  return `('{' || ${inner.join(` || ',' || `)} || '}')::json`;
}

/** Writes the SQL of a plan. Every row it touches passes its scope in the statement itself. */
export class SqlWriter {
  constructor(private readonly statement: Statement) {}

  /** One row as a JSON object, or SQL null. */
  one(plan: ObjectPlan, condition: (row: Row) => string): string {
    const row = this.statement.row(plan.table);
    const object = this.object(plan, row);
    return `select ${object} from ${row.table.from} ${row.alias} where ${all([condition(row), this.statement.scope(row)])}`;
  }

  /** Rows as one JSON object, each under its key. */
  keyed(plan: ObjectPlan, condition: (row: Row) => string): string {
    const row = this.statement.row(plan.table);
    const key = row.column(plan.table.primaryKey.propertyName);
    const where = all([condition(row), this.statement.scope(row)]);
    return `select coalesce(json_object_agg(${key}, ${this.object(plan, row)}), '{}') from ${row.table.from} ${row.alias} where ${where}`;
  }

  /** A list or connection as JSON. `parent` is null for a root field; `condition` narrows the rows of a root field. */
  list(plan: ListPlan, parent: Row | null, condition?: (row: Row) => string): string {
    const page = new PageWriter(this.statement, plan, parent, condition);
    if (plan.content.kind === 'array') {
      const row = page.outer();
      return `select coalesce(json_agg(${this.object(plan.content.object, row)}), '[]') from (${page.slice()}) ${row.alias}`;
    }
    return this.connection(page, plan.content.fields);
  }

  private object(plan: ObjectPlan, row: Row): string {
    return jsonObject(plan.fields.map(([key, field]) => [key, this.field(field, row)] as const));
  }

  private field(plan: FieldPlan, row: Row): string {
    switch (plan.kind) {
      case 'typename':
        return `${literal(plan.name)}::text`;
      case 'column':
        return columnSql(row, plan.column, plan.type);
      case 'computed':
        return scalarSql(`(${plan.sql(row)})`, plan.type);
      case 'needs':
        return jsonObject(
          plan.columns.map((column) => [column.propertyName, row.column(column.propertyName)] as const),
        );
      case 'embedded': {
        const members = plan.fields.map(
          ([key, f]) => [key, f.kind === 'typename' ? `${literal(f.name)}::text` : `e -> ${literal(f.name)}`] as const,
        );
        if (!plan.isList)
          return `(select ${jsonObject(members)} from (select ${plan.sql(row)} as e) x where e is not null)`;
        const items = `jsonb_array_elements(${plan.sql(row)}) with ordinality as x(e, n)`;
        return `(select coalesce(json_agg(${jsonObject(members)} order by n), '[]') from ${items})`;
      }
      case 'one': {
        const join = plan.relation.joinColumns[0]!;
        const key = `${row.alias}.${quote(join.databaseName)}`;
        return `(${this.one(plan.object, (target) => `${target.column(join.referencedColumn!.propertyName)} = ${key}`)})`;
      }
      case 'linked':
        return `(${this.one(plan.object, (target) => linkSql(plan.declaration, target, row).sql)})`;
      case 'list':
        return `(${this.list(plan.list, row)})`;
    }
  }

  private connection(page: PageWriter, fields: readonly Keyed<ConnectionField>[]): string {
    const row = page.outer();
    const slice = new Slice(page, row, needsNumbers(page, fields));
    const object = jsonObject(fields.map(([key, field]) => [key, this.connectionField(slice, field)] as const));
    if (fields.some(([, { kind }]) => kind === 'nodes' || kind === 'edges' || kind === 'pageInfo'))
      // One object even where nothing in it looks at the rows, as in `pageInfo { hasPreviousPage }`: `having` groups.
      return `select ${object} from (${slice.rows()}) ${row.alias} having true`;
    return `select ${object}`;
  }

  private connectionField(slice: Slice, field: ConnectionField): string {
    const { page, row } = slice;
    switch (field.kind) {
      case 'typename':
        return `${literal(field.name)}::text`;
      case 'totalCount':
        return `(${page.count()})`;
      case 'nodes':
        return slice.collect(this.object(field.object, row));
      case 'edges': {
        const edge = field.fields.map(([key, f]): [string, string] => {
          if (f.kind === 'typename') return [key, `${literal(f.name)}::text`];
          return [key, f.kind === 'cursor' ? page.cursor(row) : this.object(f.object, row)];
        });
        return slice.collect(jsonObject(edge));
      }
      case 'pageInfo':
        return jsonObject(field.fields.map(([key, f]): [string, string] => [key, pageInfoSql(slice, f)]));
    }
  }
}

/** The numbers of the rows tell where the page ends, so they are not needed for its content alone. */
function needsNumbers(page: PageWriter, fields: readonly Keyed<ConnectionField>[]): boolean {
  if (page.backward) return true;
  return fields.some(([, f]) => f.kind === 'pageInfo' && f.fields.some(([, { kind }]) => kind !== 'typename'));
}

function pageInfoSql(slice: Slice, field: PageInfoField): string {
  const { page, row } = slice;
  switch (field.kind) {
    case 'typename':
      return `${literal(field.name)}::text`;
    case 'startCursor':
      return page.backward ? slice.ofFarthest(page.cursor(row)) : slice.ofNearest(page.cursor(row));
    case 'endCursor':
      return page.backward ? slice.ofNearest(page.cursor(row)) : slice.ofFarthest(page.cursor(row));
    default:
      // Looking back costs another scan, so the other side answers what the arguments tell: a cursor was passed.
      return (field.kind === 'hasNextPage') !== page.backward ? slice.hasMore() : String(page.continues);
  }
}

/** The number of a row in its page, counted from the end the page was read from, and how many were read. */
const NUMBER = quote('#');
const NUMBERS = quote('##');

/** The rows of a page while its aggregates are written. Numbered, there is one more of them than the page shows. */
class Slice {
  private isCounted = false;

  constructor(
    readonly page: PageWriter,
    readonly row: Row,
    private readonly isNumbered: boolean,
  ) {}

  /** An array of an expression over all rows of the page. */
  collect(sql: string): string {
    if (!this.isNumbered) return `coalesce(json_agg(${sql}), '[]')`;
    const number = `${this.row.alias}.${NUMBER}`;
    const order = this.page.backward ? ` order by ${number} desc` : '';
    return `coalesce(json_agg(${sql}${order}) filter (where ${number} <= ${this.page.size}), '[]')`;
  }

  /** An expression over the row at the end that the page was read from; over one row only, for cursors are dear. */
  ofNearest(sql: string): string {
    return `min(${sql}) filter (where ${this.row.alias}.${NUMBER} = 1)`;
  }

  /** An expression over the row at the other end. */
  ofFarthest(sql: string): string {
    this.isCounted = true;
    const { alias } = this.row;
    return `min(${sql}) filter (where ${alias}.${NUMBER} = least(${alias}.${NUMBERS}, ${this.page.size}))`;
  }

  hasMore(): string {
    return `count(*) > ${this.page.size}`;
  }

  /** Call it last: what the aggregates need has to be known. */
  rows(): string {
    if (!this.isNumbered) return this.page.rows(0);
    const counted = this.isCounted ? `, count(*) over () as ${NUMBERS}` : '';
    return `select p.*, row_number() over () as ${NUMBER}${counted} from (${this.page.rows(1)}) p`;
  }
}

function columnSql(row: Row, column: ColumnMetadata, type: GraphQLNamedType): string {
  const sql = `${row.alias}.${quote(column.databaseName)}`;
  if (type.name === 'ID') return globalIdSql(row.table.name, sql);
  return scalarSql(sql, type);
}

function scalarSql(sql: string, type: GraphQLNamedType): string {
  return type.name === 'DateTime' ? `to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')` : sql;
}
