import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { DemoProgress, DemoReport } from './demo/demo-report.js';
import { loadDemo, type LoadOptions } from './demo/load-demo.js';
import { removeDemo } from './demo/remove-demo.js';
import { DemoBusy } from './demo/session.js';
import { SeedMark } from './mark.entity.js';
import { seedFirstEvent } from './first-event/first-event.seed.js';
import { seedReference } from './reference/reference.seed.js';
import { seedSynonyms } from './reference/synonyms.seed.js';

/** One experience for each pair of the corpus. */
const CORPUS = 133;
/** Set once demonstration data was loaded or removed by hand: from then on a start leaves it as it is. */
const DEMO_MARK = 'demo';
/** Names seeding among the advisory locks of a database, so that two starts take turns. */
const SEED_LOCK = 7_302_026;

/** Reference data and the first event; repeating it changes nothing. Returns the rows there are by table. */
export async function seed(dataSource: DataSource): Promise<Record<string, number>> {
  return dataSource.transaction(async (tx) => {
    // Waiting for another start's turn to end is no slow query.
    await tx.query('set local statement_timeout = 0');
    await tx.query('select pg_advisory_xact_lock($1)', [SEED_LOCK]);
    const rows = await seedReference(tx);
    await seedFirstEvent(tx);
    await seedSynonyms(tx);
    return rows;
  });
}

/**
 * Loads the corpus into a demo that never had any; a demo whose data was removed stays without. Two first starts take
 * turns, as seeding does.
 */
export async function seedDemoOnce(dataSource: DataSource): Promise<void> {
  while (!(await dataSource.manager.existsBy(SeedMark, { name: DEMO_MARK }))) {
    try {
      await loadDemo(dataSource, { experiences: CORPUS });
      await mark(dataSource);
    } catch (error) {
      if (!(error instanceof DemoBusy)) throw error;
      await sleep(200);
    }
  }
}

/** Brings the demonstration to a number of experiences, because somebody asked for it. */
export async function growDemo(dataSource: DataSource, options: LoadOptions): Promise<DemoReport> {
  const report = await loadDemo(dataSource, options);
  await mark(dataSource);
  return report;
}

/** Takes all demonstration data away; the next start does not bring it back. */
export async function clearDemo(dataSource: DataSource, onProgress?: DemoProgress): Promise<DemoReport> {
  const report = await removeDemo(dataSource, onProgress);
  await mark(dataSource);
  return report;
}

async function mark(dataSource: DataSource): Promise<void> {
  await dataSource.createQueryBuilder().insert().into(SeedMark).values({ name: DEMO_MARK }).orIgnore().execute();
}
