import type { EntityManager } from 'typeorm';
import { noted } from '../../audit/changed-records.js';
import type { Row } from './input.js';

/** What one table should hold; rows it holds besides are not touched. */
export interface TableContents {
  table: string;
  /** The columns of a unique constraint: they tell which row is meant. */
  key: readonly string[];
  /** Column → PostgreSQL type. */
  columns: Readonly<Record<string, string>>;
  /** Column → the table whose `code` the rows give in place of an id. */
  references?: Readonly<Record<string, string>>;
  rows: readonly Row[];
}

/** Adds rows that are missing and updates rows that differ, in one statement. */
export async function put(manager: EntityManager, contents: TableContents): Promise<void> {
  const type = manager.dataSource.entityMetadatas.find(({ tableName }) => tableName === contents.table)!.name;
  await manager.query(statementFor(contents, type), [JSON.stringify(contents.rows)]);
}

/**
 * Equal rows are sorted out before `on conflict` sees them: it would lock, and so rewrite, every row it meets,
 * and draw an id for each.
 */
function statementFor({ table, key, columns, references = {} }: TableContents, type: string): string {
  const own = Object.keys(columns);
  const linked = Object.entries(references);
  const all = [...own, ...Object.keys(references)];
  const types = [...Object.entries(columns), ...Object.keys(references).map((column) => [column, 'text'])];
  const list = (names: readonly string[], of = ''): string => names.map((name) => `${of}"${name}"`).join(', ');
  const assigned = all.filter((column) => !key.includes(column)).map((column) => `"${column}" = excluded."${column}"`);
  return `
    with given as (
      select ${[list(own, 'r.'), ...linked.map(([column]) => `"to_${column}".id as "${column}"`)].join(', ')}
      from jsonb_to_recordset($1::jsonb) as r(${types.map(([column, type]) => `"${column}" ${type}`).join(', ')})
      ${linked.map(([column, to]) => `left join "${to}" "to_${column}" on "to_${column}".code = r."${column}"`).join(' ')}
    ),
    written as (
    insert into "${table}" (${list(all)})
    select ${list(all, 'given.')}
    from given
    left join "${table}" old on ${key.map((column) => `old."${column}" = given."${column}"`).join(' and ')}
    where (${list(all, 'old.')}) is distinct from (${list(all, 'given.')})
    order by ${list(key, 'given.')}
    on conflict (${list(key)}) do update
    set ${assigned.join(', ')}, version = "${table}".version + 1, updated_at = now(), updated_by_id = null
    returning id)
    ${noted(type, 'id from written')}`;
}
