import { seed } from '../seeds/seed.js';
import { follow } from './follow.js';
import { withDatabase } from './with-database.js';

/** `npm run seed`: reference data and the first event. */
await withDatabase(async (dataSource) => {
  const rows = await seed(dataSource);
  await follow(dataSource);
  console.log(
    Object.entries(rows)
      .map(([table, count]) => `${table} ${count}`)
      .join(', '),
  );
});
