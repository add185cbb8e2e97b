import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { domainColumns } from '../../src/common/entity.js';
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

/** Each column of a domain that the entities know or the database has, with what it may hold; both in one form. */
async function domains(): Promise<{ known: string[]; made: string[] }> {
  const made = await api.dataSource.query<{ at: string; condition: string }[]>(`
    select a.attrelid::regclass || '.' || a.attname as at, pg_get_constraintdef(c.oid) as condition
    from pg_attribute a join pg_constraint c on c.contypid = a.atttypid
    where a.attrelid in (select oid from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace)
      and not a.attisdropped`);
  // PostgreSQL writes "in" and "between" in its own way; the words and numbers in it stay.
  const words = (condition: string): string => condition.match(/'\w+'|\d+/g)!.join(' ');
  const known = domainColumns.flatMap(({ entity, property, condition }) => {
    // A column that entities share is declared once, in the class they extend.
    const owners = api.dataSource.entityMetadatas.filter(
      ({ target }) => target === entity || (target as { prototype: unknown }).prototype instanceof (entity as never),
    );
    return owners.flatMap((metadata) => {
      const column = metadata.findColumnWithPropertyName(property);
      return column ? [`${metadata.tableName}.${column.databaseName} ${words(condition)}`] : [];
    });
  });
  return { known: known.toSorted(), made: made.map(({ at, condition }) => `${at} ${words(condition)}`).toSorted() };
}

describe('the migrations', () => {
  it('make the domains that the entities rely on', async () => {
    const { known, made } = await domains();
    expect(made).toEqual(known);
    expect(known.length).toBeGreaterThan(20);
    await api.dataSource.query('alter domain obstacle_impact drop constraint "CHK_obstacle_impact"');
    expect((await domains()).made).not.toEqual(known);
  });

  it('make the tables that the entities describe', async () => {
    expect(await drift()).toEqual([]);
  });

  it('can all be undone, and made again', async () => {
    const { migrations } = api.dataSource;
    for (const _ of migrations) await api.dataSource.undoLastMigration();
    const left = await api.dataSource.query<{ name: string }[]>(
      `select relname as name from pg_class where relkind in ('r', 'S') and relnamespace = 'public'::regnamespace`,
    );
    expect(left.filter(({ name }) => !name.startsWith('schema_migrations'))).toEqual([]);
    expect(await drift()).not.toEqual([]);
    await api.dataSource.runMigrations();
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
