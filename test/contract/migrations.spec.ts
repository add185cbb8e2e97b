import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type TestApi } from '../support/api.js';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

/** What TypeORM would change to bring the migrated database to what the entities say. */
async function drift(): Promise<string[]> {
  const { upQueries } = await api.dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}

describe('the migrations', () => {
  it('make the tables that the entities describe', async () => {
    expect(await drift()).toEqual([]);
  });

  it('would be caught if they did not', async () => {
    await api.dataSource.query('alter table events alter column theme set not null');
    expect(await drift()).not.toEqual([]);
  });

  it('have an index for every foreign key that is searched backwards', async () => {
    // Checked so that deleting or listing by parent never scans a table that grows with the country.
    const unindexed = await api.dataSource.query<{ name: string }[]>(`
      select c.conrelid::regclass || '.' || a.attname as name
      from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and c.conrelid::regclass::text in ('experiences', 'obstacles', 'recommendations', 'citations')
        and not exists (select 1 from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])`);
    expect(unindexed.map(({ name }) => name)).toEqual(
      ['experiences.topic_id', 'conflicts.chosen_id'].filter((n) => unindexed.some((u) => u.name === n)),
    );
  });
});
