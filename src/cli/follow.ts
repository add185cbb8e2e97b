import type { DataSource } from 'typeorm';
import { bringUpToDate, rebuild } from '../audit/follow.js';
import { PROJECTIONS } from '../projections.js';
import { progressOf } from './progress.js';

/** After a command that wrote much: a running server would do it too, but its readers need not wait for it. */
export async function follow(dataSource: DataSource): Promise<void> {
  let progress = progressOf('');
  await bringUpToDate(dataSource, PROJECTIONS, ({ name }) => {
    progress.stop();
    progress = progressOf(name);
    return progress.onProgress;
  });
  progress.stop();
}

/** After a command that took much away: what is only ever added to, such as the known words, is rid of it as well. */
export async function buildAnew(dataSource: DataSource): Promise<void> {
  for (const projection of PROJECTIONS) {
    const progress = progressOf(projection.name);
    await rebuild(dataSource, projection, progress.onProgress).finally(progress.stop);
  }
}
