import type { GraphQLNamedType } from 'graphql';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { all, PageWriter } from './page-writer.js';
import type { ConnectionField, FieldPlan, Keyed, ListPlan, ObjectPlan } from './plan.js';
import type { Row, Statement } from './statement.js';
import { literal, quote } from './tables.js';

/** json_build_object takes at most 100 arguments. */
const MAX_PAIRS = 50;
/** The number of a row in its page, counted from the end the page was read from. */
const ROW_NUMBER = quote('#');

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
        const items = `jsonb_array_elements(${row.column(plan.column.propertyName)}) with ordinality as x(e, n)`;
        return `(select coalesce(json_agg(${jsonObject(members)} order by n), '[]') from ${items})`;
      }
      case 'one': {
        const join = plan.relation.joinColumns[0]!;
        const key = `${row.alias}.${quote(join.databaseName)}`;
        return `(${this.one(plan.object, (target) => `${target.column(join.referencedColumn!.propertyName)} = ${key}`)})`;
      }
      case 'list':
        return `(${this.list(plan.list, row)})`;
    }
  }

  private connection(page: PageWriter, fields: readonly Keyed<ConnectionField>[]): string {
    const row = page.outer();
    const needsRows = fields.some(([, f]) => f.kind === 'nodes' || f.kind === 'edges' || f.kind === 'pageInfo');
    const numbered =
      page.backward ||
      fields.some(([, f]) => f.kind === 'pageInfo' && f.fields.some(([, p]) => p.kind.startsWith('has')));
    let placeholder: string | undefined;
    const size = (): string => (placeholder ??= page.size(0));
    const collect = (sql: string): string => {
      if (!numbered) return `json_agg(${sql})`;
      const order = page.backward ? ` order by ${row.alias}.${ROW_NUMBER} desc` : '';
      return `json_agg(${sql}${order}) filter (where ${row.alias}.${ROW_NUMBER} <= ${size()})`;
    };
    const more = (): string => `count(*) > ${size()}`;
    const object = jsonObject(
      fields.map(([key, f]) => [key, this.connectionField(page, row, f, collect, more)] as const),
    );
    if (!needsRows) {
      page.checkSize();
      return `select ${object}`;
    }
    // One object even where nothing in it looks at the rows, as in `pageInfo { hasPreviousPage }`: `having` groups.
    if (!numbered) return `select ${object} from (${page.rows(0)}) ${row.alias} having true`;
    const rows = page.rows(1);
    return `select ${object} from (select p.*, row_number() over () as ${ROW_NUMBER} from (${rows}) p) ${row.alias} having true`;
  }

  private connectionField(
    page: PageWriter,
    row: Row,
    field: ConnectionField,
    collect: (sql: string) => string,
    more: () => string,
  ): string {
    switch (field.kind) {
      case 'typename':
        return `${literal(field.name)}::text`;
      case 'totalCount':
        return `(${page.count()})`;
      case 'nodes':
        return `coalesce(${collect(this.object(field.object, row))}, '[]')`;
      case 'edges': {
        const edge = field.fields.map(([key, f]): [string, string] => {
          if (f.kind === 'typename') return [key, `${literal(f.name)}::text`];
          return [key, f.kind === 'cursor' ? page.cursor(row) : this.object(f.object, row)];
        });
        return `coalesce(${collect(jsonObject(edge))}, '[]')`;
      }
      case 'pageInfo':
        return jsonObject(
          field.fields.map(([key, f]): [string, string] => {
            if (f.kind === 'typename') return [key, `${literal(f.name)}::text`];
            if (f.kind === 'startCursor') return [key, `${collect(page.cursor(row))} ->> 0`];
            if (f.kind === 'endCursor') return [key, `${collect(page.cursor(row))} ->> -1`];
            // Looking back costs another scan, so the other side answers what the arguments tell: a cursor was passed.
            const looksAhead = (f.kind === 'hasNextPage') !== page.backward;
            return [key, looksAhead ? more() : String(page.continues)];
          }),
        );
    }
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

/** The same text as `globalId` in TypeScript: base64 of "Type:key". */
function globalIdSql(typeName: string, key: string): string {
  return `encode(convert_to(${literal(`${typeName}:`)} || ${key}, 'UTF8'), 'base64')`;
}
