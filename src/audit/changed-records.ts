import type { EntityManager } from 'typeorm';

/** Ids of records by their type. */
export type Changed = ReadonlyMap<string, readonly string[]>;

/**
 * SQL that notes changed records for the projections, in the transaction that changes them; `ids` is a query for their
 * keys. The table is a queue without an index: a note costs a draft next to nothing.
 */
export const noted = (subjectType: string, ids: string): string =>
  `insert into changed_records (subject_type, subject_id) select '${subjectType}', ${ids}`;

/** As `noted`, where the keys are at hand. */
export async function note(tx: EntityManager, subjectType: string, ids: readonly string[]): Promise<void> {
  await tx.query('insert into changed_records (subject_type, subject_id) select $1, unnest($2::bigint[])', [
    subjectType,
    ids,
  ]);
}

/** SQL: whether changes are noted that the projections do not show yet. */
export const ARE_BEHIND = 'exists (select from changed_records)';

/** Takes up to so many notes out of the queue, in no order; `count` of them may speak of fewer records. */
export async function takeNotes(tx: EntityManager, most: number): Promise<{ count: number; changed: Changed }> {
  const rows = await tx.query<{ type: string; ids: string[]; count: number }[]>(
    `with taken as (
       delete from changed_records where ctid = any(array(select ctid from changed_records limit $1))
       returning subject_type, subject_id)
     select subject_type as type, array_agg(distinct subject_id)::text[] as ids, count(*)::int as count
     from taken group by subject_type`,
    [most],
  );
  const count = rows.reduce((sum, row) => sum + row.count, 0);
  return { count, changed: new Map(rows.map(({ type, ids }) => [type, ids])) };
}
