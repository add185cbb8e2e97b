import type { EntityManager } from 'typeorm';
import type { Changed } from '../audit/changed-records.js';
import type { OnProgress, Projection } from '../audit/projection.js';
import { madeReady, startAnew, type PutInPlace } from '../database/table-swap.js';
import { EXPERIENCE_SUMS, OBSTACLE_SUMS, type Sums } from './sums.sql.js';

const BOTH: readonly Sums[] = [EXPERIENCE_SUMS, OBSTACLE_SUMS];
/** Experiences between two reports of progress. */
const BATCH = 50_000;
/** What is asked for together lies together: the facts of a stage are on few pages. */
const NEIGHBOURS = 'order by e.stage_id, e.satker_id';

/**
 * Facts and sums of obstacles and experiences. The sums are kept by difference: what an experience counted for is known
 * from its facts, so that is taken off, and what it counts for now is added.
 */
export const SUMS: Projection = {
  name: 'statistics',
  version: '3',

  async update(tx, changed) {
    const ids = await experiencesOf(tx, changed);
    if (ids.length === 0) return;
    for (const { facts, columns, sums, experience, source, insert, merge } of BOTH) {
      await tx.query(
        `with gone as (delete from ${facts} where ${experience} = any($1::bigint[]) returning *)
         ${insert(sums, 'gone', '-')} ${merge}`,
        [ids],
      );
      await tx.query(
        `with fresh as (insert into ${facts} (${columns}) ${source('e.id = any($1::bigint[])')} returning *)
         ${insert(sums, 'fresh', '+')} ${merge}`,
        [ids],
      );
      await tx.query(`delete from ${sums} where count = 0`);
    }
  },

  async rebuild(tx, onProgress) {
    const filled = new Map<Sums, string>();
    for (const kind of BOTH) filled.set(kind, await startAnew(tx, kind.facts));
    await fill(tx, filled, onProgress);
    const ready: PutInPlace[] = [];
    for (const [kind, facts] of filled) {
      ready.push(await madeReady(tx, kind.facts, facts));
      const sums = await startAnew(tx, kind.sums);
      await tx.query(kind.insert(sums, facts, '+'));
      ready.push(await madeReady(tx, kind.sums, sums));
    }
    return async () => {
      for (const putInPlace of ready) await putInPlace();
    };
  },
};

async function fill(tx: EntityManager, filled: ReadonlyMap<Sums, string>, onProgress: OnProgress): Promise<void> {
  const [range] = await tx.query<{ first: string | null; last: string; total: string }[]>(
    'select min(id) as first, max(id) as last, count(*) as total from experiences',
  );
  if (!range || range.first === null) return;
  const [last, total] = [Number(range.last), Number(range.total)];
  let done = 0;
  for (let from = Number(range.first); from <= last; from += BATCH) {
    for (const [{ columns, source }, facts] of filled)
      await tx.query(`insert into ${facts} (${columns}) ${source('e.id >= $1 and e.id < $2')} ${NEIGHBOURS}`, [
        from,
        from + BATCH,
      ]);
    onProgress((done = Math.min(done + BATCH, total)), total);
  }
}

/** The experiences whose facts may have changed. */
async function experiencesOf(tx: EntityManager, changed: Changed): Promise<string[]> {
  const ids = new Set(changed.get('Experience'));
  const obstacles = changed.get('Obstacle') ?? [];
  const stages = changed.get('Stage') ?? [];
  if (obstacles.length + stages.length > 0)
    for (const { id } of await tx.query<{ id: string }[]>(
      `select experience_id as id from obstacles where id = any($1::bigint[])
       union select experience_id from obstacle_facts where id = any($1::bigint[])
       union select f.experience_id from obstacle_facts f join stages s on s.id = f.stage_id
         where s.id = any($2::bigint[]) and f.cycle_id <> s.cycle_id`,
      [obstacles, stages],
    ))
      ids.add(id);
  return [...ids];
}
