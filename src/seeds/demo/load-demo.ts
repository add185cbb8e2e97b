import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import { countDemo, type DemoOutcome, type DemoProgress, type DemoReport } from './demo-report.js';
import { addDemoLessons } from './demo-lessons.js';
import { DemoGenerator } from './generator.js';
import { readReference } from './reference.js';
import { codeOf, indexOf, type DemoExperience } from './rows.js';
import { alone, inBatch, refreshTables } from './session.js';
import { DemoWriter } from './writer.js';

export interface LoadOptions {
  /** How many demonstration experiences there shall be. */
  experiences: number;
  /** Another seed makes other rows; 1 unless told. */
  seed?: number;
  onProgress?: DemoProgress;
}

const BATCH = 2000;
/** Rows made between two looks at the connection, so that PostgreSQL does not wait for its next statement. */
const SLICE = 50;
/** Rows compared to tell whether what is there was made with the same seed. */
const SAMPLE = 20;

/**
 * Brings the demonstration to a number of experiences: inserts those of the rows 1…n that are missing, and never
 * changes or removes one. May run while the server serves; may be stopped and run again.
 *
 * @throws Error when the reference data is missing, when rows made with another seed are there, or when another process
 * is loading or removing demonstration data.
 */
export async function loadDemo(dataSource: DataSource, options: LoadOptions): Promise<DemoReport> {
  const startedAt = performance.now();
  const requested = options.experiences;
  const before = await countDemo(dataSource);
  const finish = (outcome: DemoOutcome, inserted: number): DemoReport => {
    const milliseconds = Math.round(performance.now() - startedAt);
    return { outcome, requested, before, inserted, removed: 0, after: before + inserted, milliseconds };
  };
  if (before > requested) return finish('MORE_EXIST', 0);

  const reference = await readReference(dataSource);
  const generator = new DemoGenerator(options.seed ?? 1, reference);
  return alone(dataSource, async (manager) => {
    await refuseOtherSeed(manager, generator);
    const inserted = await insertMissing(manager, generator, new DemoWriter(reference), options);
    await addDemoLessons(manager);
    if (inserted > 0) await refreshTables(manager);
    return finish(inserted > 0 ? 'GROWN' : 'UNCHANGED', inserted);
  });
}

async function insertMissing(
  manager: EntityManager,
  generator: DemoGenerator,
  writer: DemoWriter,
  { experiences: last, onProgress }: LoadOptions,
): Promise<number> {
  let inserted = 0;
  let rows = await make(generator, await missingOf(manager, 1, last));
  for (let first = 1; first <= last; first += BATCH) {
    const following = await missingOf(manager, first + BATCH, last);
    // The next batch is made while PostgreSQL writes this one: each has a core of its own.
    const [, next] = await Promise.all([
      rows.length > 0 ? inBatch(manager, (tx) => writer.write(tx, rows)) : undefined,
      make(generator, following),
    ]);
    inserted += rows.length;
    rows = next;
    onProgress?.(Math.min(first + BATCH - 1, last), last);
  }
  return inserted;
}

async function make(generator: DemoGenerator, indices: readonly number[]): Promise<DemoExperience[]> {
  const rows: DemoExperience[] = [];
  for (const index of indices) {
    if (rows.length % SLICE === SLICE - 1) await nextTurn();
    rows.push(generator.experience(index));
  }
  return rows;
}

/** Which rows of one batch are not in the database. */
async function missingOf(manager: EntityManager, first: number, last: number): Promise<number[]> {
  const count = Math.min(BATCH, last - first + 1);
  if (count <= 0) return [];
  const indices = Array.from({ length: count }, (_, at) => first + at);
  const codes = indices.map(codeOf);
  const known = await manager.query<{ code: string }[]>('select code from experiences where code = any($1)', [codes]);
  const existing = new Set(known.map(({ code }) => code));
  return indices.filter((_, at) => !existing.has(codes[at]!));
}

/** Two seeds would mix two sets of rows under one numbering. The time of the report is what nobody edits. */
async function refuseOtherSeed(manager: EntityManager, generator: DemoGenerator): Promise<void> {
  const present = await manager.query<{ code: string; reportedAt: Date }[]>(
    `select code, reported_at as "reportedAt" from experiences
     where is_demo and code between $1 and $2 order by code limit $3`,
    [codeOf(1), codeOf(999_999), SAMPLE],
  );
  const isSame = ({ code, reportedAt }: { code: string; reportedAt: Date }): boolean =>
    generator.experience(indexOf(code)).reportedAt === reportedAt.toISOString();
  if (present.length > 0 && !present.some(isSame))
    throw new Error(
      'The demonstration data present was made with another seed or other reference data. Remove it first.',
    );
}
