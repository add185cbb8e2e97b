import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ReadPool } from '../../src/database/read-pool.js';
import type { TestServer } from '../support/test-server.js';
import { until } from '../support/until.js';

const { connection } = JSON.parse(process.env['TEST_SERVER']!) as TestServer;
const application_name = 'read-pool-test';
const MOST = 6;
const ECHO = { name: 'echo', text: 'select $1::text' };
/** Takes for as long as the observer likes. */
const LONG = { name: 'long', text: 'select pg_advisory_xact_lock($1)::text' };

let pool: ReadPool;
/** Looks at the others from outside. */
let observer: pg.Client;

const echo = async (word: string): Promise<string> => String(await pool.read({ ...ECHO, values: [word] }));
const echoes = (count: number): Promise<string[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => echo(`kata ${n}`)));
const expectedEchoes = (count: number): string[] => Array.from({ length: count }, (_, n) => `kata ${n}`);

/** The processes that serve this pool. */
async function backends(): Promise<number[]> {
  const { rows } = await observer.query<{ pid: number }>(
    'select pid from pg_stat_activity where application_name = $1 order by 1',
    [application_name],
  );
  return rows.map(({ pid }) => pid);
}

const pidOf = async (): Promise<number> =>
  Number(await pool.read({ name: 'pid', text: 'select pg_backend_pid()::text', values: [] }));

beforeAll(async () => {
  observer = new pg.Client(connection);
  await observer.connect();
  pool = new ReadPool({ ...connection, application_name, max: MOST });
  pool.on('error', () => {}); // of connections that are idle when they are cut
});
afterAll(async () => {
  await pool.end();
  await until(async () => (await backends()).length === 0);
  await observer.end();
});

describe('short reads', () => {
  it('share connections: hundreds at once are answered by a few processes, each with its own answer', async () => {
    for (let round = 0; round < 10; round += 1) expect(await echoes(300)).toEqual(expectedEchoes(300));
    // The pool has four connections beside the two that are shared.
    await until(async () => new Set(await Promise.all(Array.from({ length: 100 }, pidOf))).size <= 2);
    expect((await backends()).length).toBeLessThanOrEqual(MOST);
  });

  it('do not wait for a long one, known or not', async () => {
    for (let round = 0; round < 3; round += 1) {
      await observer.query('select pg_advisory_lock(1)');
      const long = Promise.all([1, 2].map(() => pool.read({ ...LONG, values: [1] })));
      // They would wait for ever behind it.
      for (let times = 0; times < 20; times += 1) expect(await echoes(50)).toEqual(expectedEchoes(50));
      await observer.query('select pg_advisory_unlock(1)');
      await long;
    }
  });

  it('fail one by one', async () => {
    const eighth = (n: number) => pool.read({ name: 'eighth', text: 'select (8 / $1::int)::text', values: [n] });
    for (let round = 0; round < 5; round += 1) {
      const all = await Promise.allSettled([0, 1, 0, 2, 4, 0, 8].map(eighth));
      const said = all.map((a) => (a.status === 'fulfilled' ? String(a.value) : (a.reason as { code: string }).code));
      expect(said).toEqual(['22012', '8', '22012', '4', '2', '22012', '1']);
    }
  });

  it('go on over other connections when theirs are gone', async () => {
    await observer.query('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [
      application_name,
    ]);
    await until(() =>
      echo('lagi').then(
        (word) => word === 'lagi',
        () => false,
      ),
    );
    for (let round = 0; round < 10; round += 1) expect(await echoes(100)).toEqual(expectedEchoes(100));
  });

  it('of more forms than a connection may keep go on over a new one', async () => {
    const first = await pidOf();
    for (let form = 0; form < 1200; form += 1) {
      const name = `form_${form}`;
      expect(String(await pool.read({ name, text: `select '${name}'`, values: [] }))).toBe(name);
    }
    expect(await pidOf()).not.toBe(first);
    expect((await backends()).length).toBeLessThanOrEqual(MOST);
  });
});

describe('a small pool', () => {
  it('has no connection to share', async () => {
    const small = new ReadPool({ ...connection, application_name, max: 2 });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => small.read({ ...ECHO, values: [`${n}`] })));
    expect(answers.map(String)).toEqual(Array.from({ length: 20 }, (_, n) => `${n}`));
    await small.end();
  });
});
