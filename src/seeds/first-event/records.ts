import type { EntityManager } from 'typeorm';
import { Person } from '../../people/person.entity.js';
import { SourceDocument } from '../../sources/source.entity.js';

/** Adds the rows whose slug is not there yet, and tells the ids of all and which were added. */
export async function addBySlug<Row extends { slug: string }>(
  manager: EntityManager,
  type: typeof Person | typeof SourceDocument,
  rows: readonly Row[],
): Promise<{ ids: Map<string, string>; added: Set<string> }> {
  const inserted = await manager
    .createQueryBuilder()
    .insert()
    .into(type)
    .values([...rows])
    .orIgnore()
    .updateEntity(false)
    .returning(['slug'])
    .execute();
  const added = new Set((inserted.raw as { slug: string }[]).map(({ slug }) => slug));
  const { tableName } = manager.dataSource.getMetadata(type);
  const ids = await idsBy(
    manager,
    tableName,
    'slug',
    rows.map(({ slug }) => slug),
  );
  return { ids, added };
}

/** Business key → id. What is missing is said in one sentence: only the reference data can be. */
export async function idsBy(
  manager: EntityManager,
  table: string,
  key: 'code' | 'slug',
  wanted: readonly string[],
): Promise<Map<string, string>> {
  const rows = await manager.query<{ id: string; key: string }[]>(
    `select id, "${key}" as key from "${table}" where "${key}" = any($1)`,
    [wanted],
  );
  const ids = new Map(rows.map((row) => [row.key, row.id]));
  const missing = wanted.filter((one) => !ids.has(one));
  if (missing.length === 0) return ids;
  throw new Error(`The first event needs ${missing.join(', ')} in ${table}: seed the reference data first.`);
}

/** A look-up that was checked before: by `idsBy`, or because the records were just added. */
export function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`The first event's data files name "${key}" but do not describe it.`);
  return id;
}
