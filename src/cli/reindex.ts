import { rebuild } from '../audit/follow.js';
import { PROJECTIONS } from '../projections.js';
import { progressOf } from './progress.js';
import { withDatabase } from './with-database.js';

/** `npm run reindex`: builds anew what questions are answered from, while a server may serve. */
await withDatabase(async (dataSource) => {
  for (const projection of PROJECTIONS) {
    const startedAt = performance.now();
    const progress = progressOf(projection.name);
    try {
      await rebuild(dataSource, projection, progress.onProgress);
    } finally {
      progress.stop();
    }
    console.log(`${projection.name}: built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
  }
});
