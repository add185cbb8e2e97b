import type { DataSource, EntityManager } from 'typeorm';
import { askForJson } from '../database/run-statement.js';
import type { PutInPlace } from '../database/table-swap.js';
import { ARE_BEHIND, takeNotes } from './changed-records.js';
import type { OnProgress, Projection } from './projection.js';

/** Names the work on projections among the advisory locks of a database: one process at a time does it. */
const LOCK = 7_302_027;
/** Notes that one transaction works off. */
export const AT_ONCE = 500;
/** From so many notes on it is faster to build everything anew. */
const TOO_MANY = 50_000;

type Projections = readonly Projection[];

/** Works off some of the notes about changed records. Returns how many there were. */
export function followSome(dataSource: DataSource, projections: Projections): Promise<number> {
  return dataSource.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [LOCK]);
    const { count, changed } = await takeNotes(tx, AT_ONCE);
    if (count > 0) for (const projection of projections) await projection.update(tx, changed);
    return count;
  });
}

export function areBehind(dataSource: DataSource): Promise<boolean> {
  return askForJson<boolean>(dataSource, { name: 'are_behind', text: `select to_json(${ARE_BEHIND})`, values: [] });
}

/** Builds what was never built or by another version, and brings the rest up to date. */
export async function bringUpToDate(
  dataSource: DataSource,
  projections: Projections,
  onProgress: (projection: Projection) => OnProgress = () => () => {},
): Promise<void> {
  const { notes, outdated } = await state(dataSource, projections);
  if (notes > TOO_MANY) await rebuildAll(dataSource, projections, onProgress);
  else for (const projection of outdated) await rebuild(dataSource, projection, onProgress(projection));
  while ((await followSome(dataSource, projections)) > 0);
}

/** Builds one anew, whatever state it is in. */
export function rebuild(dataSource: DataSource, projection: Projection, onProgress: OnProgress): Promise<void> {
  return dataSource.transaction(async (tx) => {
    await alone(tx);
    const putInPlace = await projection.rebuild(tx, onProgress);
    await putInPlace?.();
    await remember(tx, projection);
  });
}

/** Whatever was noted before is in what is built afterwards, so the notes go with it. */
function rebuildAll(
  dataSource: DataSource,
  projections: Projections,
  onProgress: (projection: Projection) => OnProgress,
): Promise<void> {
  return dataSource.transaction(async (tx) => {
    await alone(tx);
    await tx.query('delete from changed_records');
    const ready: (PutInPlace | void)[] = [];
    for (const projection of projections) {
      ready.push(await projection.rebuild(tx, onProgress(projection)));
      await remember(tx, projection);
    }
    for (const putInPlace of ready) await putInPlace?.();
  });
}

/** Memory is for one statement at a time: with the server's few megabytes a million rows are sorted and summed on disk. */
async function alone(tx: EntityManager): Promise<void> {
  await tx.query(
    `set local statement_timeout = 0; set local work_mem = '64MB'; set local maintenance_work_mem = '256MB'`,
  );
  await tx.query('select pg_advisory_xact_lock($1)', [LOCK]);
}

async function state(
  dataSource: DataSource,
  projections: Projections,
): Promise<{ notes: number; outdated: Projections }> {
  const [row] = await dataSource.query<{ notes: number; versions: Record<string, string> | null }[]>(
    `select (select count(*)::int from changed_records) as notes,
       (select json_object_agg(name, version) from projections) as versions`,
  );
  const { notes, versions } = row!;
  return { notes, outdated: projections.filter(({ name, version }) => versions?.[name] !== version) };
}

async function remember(tx: EntityManager, { name, version }: Projection): Promise<void> {
  await tx.query(
    `insert into projections (name, version) values ($1, $2)
     on conflict (name) do update set version = excluded.version, built_at = now()`,
    [name, version],
  );
}
