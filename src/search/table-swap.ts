import type { EntityManager } from 'typeorm';

interface IndexRow {
  name: string;
  definition: string;
  isPrimary: boolean;
}

const FILLED = 'filled';
const SORTED = 'sorted';

const freshName = (name: string): string => `${name}_fresh`;

/** Makes an empty table of the same columns, without indexes, to be filled while readers go on with the old one. */
export async function startAnew(tx: EntityManager, table: string, name = FILLED): Promise<string> {
  const fresh = `${table}_${name}`;
  await tx.query(`drop table if exists "${fresh}"`);
  await tx.query(`create table "${fresh}" (like "${table}" including defaults including constraints)`);
  return fresh;
}

/** Gives the filled table the indexes of the old one and then its place; readers wait for the last moment only. */
export async function putInPlace(tx: EntityManager, table: string, filled: string, order: string): Promise<void> {
  // Rows that are asked for together lie together: the newest of a million are found in a few pages.
  const fresh = await startAnew(tx, table, SORTED);
  await tx.query(`insert into "${fresh}" select * from "${filled}" order by ${order}`);
  await tx.query(`drop table "${filled}"`);
  const indexes = await tx.query<IndexRow[]>(
    `select c.relname as name, pg_get_indexdef(i.indexrelid) as definition, i.indisprimary as "isPrimary"
     from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = $1::regclass`,
    [table],
  );
  await tx.query(`set local maintenance_work_mem = '256MB'`);
  for (const { name, definition } of indexes)
    await tx.query(
      definition.replace(
        / INDEX \S+ ON (\S+\.)?\S+ /,
        (_, schema: string | undefined) => ` INDEX "${freshName(name)}" ON ${schema ?? ''}"${fresh}" `,
      ),
    );
  await tx.query(`analyze "${fresh}"`);
  await tx.query(`drop table "${table}"`);
  await tx.query(`alter table "${fresh}" rename to "${table}"`);
  for (const { name, isPrimary } of indexes)
    await tx.query(
      isPrimary
        ? `alter table "${table}" add constraint "${name}" primary key using index "${freshName(name)}"`
        : `alter index "${freshName(name)}" rename to "${name}"`,
    );
}
