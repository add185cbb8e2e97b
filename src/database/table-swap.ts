import type { EntityManager } from 'typeorm';

interface IndexRow {
  name: string;
  definition: string;
  isPrimary: boolean;
}

/** Gives what was built beside a table the table's place. Readers wait from then on until the transaction ends. */
export type PutInPlace = () => Promise<void>;

const FILLED = 'filled';
const UNSORTED = 'unsorted';

const freshName = (name: string): string => `${name}_fresh`;

/** Makes an empty table of the same columns and settings, without indexes, to be filled while readers go on with the old one. */
export const startAnew = (tx: EntityManager, table: string): Promise<string> => emptyLike(tx, table, FILLED);

/** As `startAnew`, for rows that `sorted` copies: what is gone at the end need not be in the log of the database. */
export const startUnsorted = (tx: EntityManager, table: string): Promise<string> =>
  emptyLike(tx, table, UNSORTED, 'unlogged');

async function emptyLike(tx: EntityManager, table: string, name: string, kind = ''): Promise<string> {
  const fresh = `${table}_${name}`;
  await tx.query(`drop table if exists "${fresh}"`);
  const [row] = await tx.query<{ options: string | null }[]>(
    `select array_to_string(reloptions, ', ') as options from pg_class where oid = $1::regclass`,
    [table],
  );
  const options = row!.options ? `with (${row!.options})` : '';
  await tx.query(
    `create ${kind} table "${fresh}" (like "${table}" including defaults including constraints including identity) ${options}`,
  );
  return fresh;
}

/** A copy of a filled table: rows that are asked for together lie together, the newest of a million in a few pages. */
export async function sorted(tx: EntityManager, table: string, unsorted: string, order: string): Promise<string> {
  const fresh = await startAnew(tx, table);
  await tx.query(`insert into "${fresh}" select * from "${unsorted}" order by ${order}`);
  await tx.query(`drop table "${unsorted}"`);
  return fresh;
}

/** Gives the filled table the indexes of the old one. It gets its place later, for readers wait for that. */
export async function madeReady(tx: EntityManager, table: string, fresh: string): Promise<PutInPlace> {
  const indexes = await tx.query<IndexRow[]>(
    `select c.relname as name, pg_get_indexdef(i.indexrelid) as definition, i.indisprimary as "isPrimary"
     from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = $1::regclass`,
    [table],
  );
  for (const { name, definition } of indexes)
    await tx.query(
      definition.replace(
        / INDEX \S+ ON (\S+\.)?\S+ /,
        (_, schema: string | undefined) => ` INDEX "${freshName(name)}" ON ${schema ?? ''}"${fresh}" `,
      ),
    );
  await tx.query(`analyze "${fresh}"`);
  return () => putInPlace(tx, table, fresh, indexes);
}

async function putInPlace(
  tx: EntityManager,
  table: string,
  fresh: string,
  indexes: readonly IndexRow[],
): Promise<void> {
  await grantAlike(tx, table, fresh);
  await tx.query(`drop table "${table}"`);
  await tx.query(`alter table "${fresh}" rename to "${table}"`);
  for (const { name, isPrimary } of indexes)
    await tx.query(
      isPrimary
        ? `alter table "${table}" add constraint "${name}" primary key using index "${freshName(name)}"`
        : `alter index "${freshName(name)}" rename to "${name}"`,
    );
  for (const { column, sequence } of await tx.query<{ column: string; sequence: string }[]>(
    `select attname as column, pg_get_serial_sequence($1, attname) as sequence
     from pg_attribute where attrelid = $1::regclass and attidentity <> ''`,
    [table],
  ))
    await tx.query(`alter sequence ${sequence} rename to "${table}_${column}_seq"`);
}

/** Who was let read the old table by an administrator of the database may read the new one. */
async function grantAlike(tx: EntityManager, table: string, fresh: string): Promise<void> {
  const grants = await tx.query<{ statement: string }[]>(
    `select format('grant %s on %I to %s', string_agg(privilege_type, ', '), $2::text,
       case grantee when 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end) as statement
     from pg_class c cross join aclexplode(c.relacl)
     where c.oid = $1::regclass and grantee <> c.relowner group by grantee`,
    [table, fresh],
  );
  for (const { statement } of grants) await tx.query(statement);
}
