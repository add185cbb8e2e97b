import type { DataSource, EntityManager } from 'typeorm';

/** Any number that nothing else locks: whoever loads or removes demonstration data holds it. */
const DEMO_LOCK = 7_202_402_142;

const TABLES = [
  ...['experiences', 'obstacles', 'recommendations', 'recommendation_obstacles'],
  ...['recommendation_addressees', 'follow_ups', 'assessments'],
];

/** Somebody else is loading or removing demonstration data. */
export class DemoBusy extends Error {
  override message = 'Another process is loading or removing demonstration data at the moment.';
}

/** Runs on one connection, alone: two loaders, or a loader and a remover, would work against each other. */
export async function alone<T>(dataSource: DataSource, work: (manager: EntityManager) => Promise<T>): Promise<T> {
  const runner = dataSource.createQueryRunner();
  const { manager } = runner;
  try {
    const [lock] = await manager.query<{ free: boolean }[]>('select pg_try_advisory_lock($1) as free', [DEMO_LOCK]);
    if (!lock?.free) throw new DemoBusy();
    try {
      return await work(manager);
    } finally {
      // A lost connection has released the lock already; the error that ended the work is the one to report.
      await manager.query('select pg_advisory_unlock($1)', [DEMO_LOCK]).catch(() => undefined);
    }
  } finally {
    await runner.release();
  }
}

/** One batch is one transaction: a run that is stopped leaves whole batches. */
export async function inBatch(manager: EntityManager, work: (tx: EntityManager) => Promise<void>): Promise<void> {
  await manager.transaction(async (tx) => {
    // The time limit for readers does not fit a batch, and a batch lost in a power cut is simply made again.
    await tx.query('set local statement_timeout = 0; set local synchronous_commit = off');
    await work(tx);
  });
}

/** Fresh statistics and visibility map: without them the first questions after a large change are slow. */
export async function refreshTables(manager: EntityManager): Promise<void> {
  await manager.query('set statement_timeout = 0');
  try {
    for (const table of TABLES) await manager.query(`vacuum (analyze) ${table}`);
  } finally {
    await manager.query('reset statement_timeout');
  }
}
