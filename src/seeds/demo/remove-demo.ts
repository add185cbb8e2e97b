import type { DataSource, EntityManager } from 'typeorm';
import { note } from '../../audit/changed-records.js';
import { countDemo, type DemoProgress, type DemoReport } from './demo-report.js';
import { removeDemoLessons } from './demo-lessons.js';
import { alone, inBatch, refreshTables } from './session.js';
import { EXPERIENCE_ACTIONS } from '../../experiences/review/actions.js';
import { ASSESSMENT_ACTIONS, FOLLOW_UP_ACTIONS, RECOMMENDATION_ACTIONS } from '../../recommendations/steps/actions.js';

const BATCH = 2000;
/**
 * Takes every demonstration experience and lesson away, whoever made it, with its obstacles, recommendations, what became of those, their
 * links, attachments, the history about them and the requests that made them, and nothing else. The attached files are left to the server's
 * sweep. May run while the server serves; may be stopped and run again.
 *
 * @throws Error when another process is loading or removing demonstration data.
 */
export async function removeDemo(dataSource: DataSource, onProgress?: DemoProgress): Promise<DemoReport> {
  const startedAt = performance.now();
  const before = await countDemo(dataSource);
  const removed = await alone(dataSource, async (manager) => {
    await inBatch(manager, removeDemoLessons);
    const count = await removeAll(manager, before, onProgress);
    if (count > 0) await refreshTables(manager);
    return count;
  });
  return {
    outcome: 'REMOVED',
    requested: 0,
    before,
    inserted: 0,
    removed,
    after: await countDemo(dataSource),
    milliseconds: Math.round(performance.now() - startedAt),
  };
}

async function removeAll(manager: EntityManager, total: number, onProgress?: DemoProgress): Promise<number> {
  let removed = 0;
  for (let after = '0'; ;) {
    let ids: string[] = [];
    await inBatch(manager, async (tx) => {
      ids = await claim(tx, after);
      if (ids.length > 0) await removeWithChildren(tx, ids);
    });
    if (ids.length === 0) return removed;
    after = ids.at(-1)!;
    removed += ids.length;
    onProgress?.(Math.min(removed, total), total);
  }
}

/** The next batch, locked: an editor at work on one of them finishes first, and nobody meets half of one. */
async function claim(manager: EntityManager, after: string): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    'select id from experiences where is_demo and id > $1 order by id limit $2 for update',
    [after, BATCH],
  );
  return rows.map(({ id }) => id);
}

/** Children first: the cascade would take them one parent at a time. */
async function removeWithChildren(manager: EntityManager, ids: string[]): Promise<void> {
  const obstacles = await idsOf(manager, 'obstacles', 'experience_id', ids);
  const recommendations = await idsOf(manager, 'recommendations', 'experience_id', ids);
  const followUps = await idsOf(manager, 'follow_ups', 'recommendation_id', recommendations);
  const assessments = await idsOf(manager, 'assessments', 'recommendation_id', recommendations);
  await manager.query('delete from recommendation_obstacles where recommendation_id = any($1)', [recommendations]);
  await manager.query('delete from recommendation_obstacles where obstacle_id = any($1)', [obstacles]);
  for (const table of ['recommendation_addressees', 'follow_ups', 'assessments'])
    await manager.query(`delete from ${table} where recommendation_id = any($1)`, [recommendations]);
  await manager.query('delete from recommendations where id = any($1)', [recommendations]);
  await manager.query('delete from obstacles where id = any($1)', [obstacles]);
  await manager.query('delete from attachments where experience_id = any($1)', [ids]);
  await manager.query('delete from experiences where id = any($1)', [ids]);
  await forget(manager, 'Experience', ids, EXPERIENCE_ACTIONS);
  await forget(manager, 'Obstacle', obstacles);
  await forget(manager, 'Recommendation', recommendations, RECOMMENDATION_ACTIONS);
  await forget(manager, 'FollowUp', followUps, FOLLOW_UP_ACTIONS);
  await forget(manager, 'Assessment', assessments, ASSESSMENT_ACTIONS);
  await note(manager, 'Experience', ids);
}

/** The history of records that are gone, and the requests: one that is sent again after that is a new one. */
async function forget(
  manager: EntityManager,
  type: string,
  ids: string[],
  actions: readonly string[] = [],
): Promise<void> {
  await manager.query('delete from audit_entries where subject_type = $1 and subject_id = any($2)', [type, ids]);
  if (actions.length > 0)
    await manager.query('delete from client_mutations where action = any($1) and subject_id = any($2)', [actions, ids]);
}

async function idsOf(manager: EntityManager, table: string, parent: string, of: string[]): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(`select id from ${table} where ${parent} = any($1)`, [of]);
  return rows.map(({ id }) => id);
}
