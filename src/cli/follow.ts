import type { DataSource } from 'typeorm';
import { bringUpToDate } from '../audit/follow.js';
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
