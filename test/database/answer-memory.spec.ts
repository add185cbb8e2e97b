import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { AnswerMemory, STATE_OF_DATA } from '../../src/database/answer-memory.js';
import { ReadPool } from '../../src/database/read-pool.js';
import type { TestServer } from '../support/test-server.js';
import { until } from '../support/until.js';

const { connection } = JSON.parse(process.env['TEST_SERVER']!) as TestServer;
const MEGABYTES = 1;
const WRITERS = 4;
/** Long enough to be remembered from the first time on. */
const SECONDS = 0.05;

/** Each answer tells when it was made, so that one that is given again can be told from a new one. */
const COUNT = {
  name: 'count',
  text: `select jsonb_build_object('n', c.n, 'madeAt', clock_timestamp())::text
    from answer_memory_counts c, pg_sleep($2) where c.id = $1`,
};
const TEXT = { name: 'text', text: `select repeat($1, $2::int) || clock_timestamp() from pg_sleep(${SECONDS})` };

let pool: ReadPool;
/** Without a memory. */
let forgetful: ReadPool;
let writer: pg.Pool;

interface Answer {
  n: number;
  madeAt: string;
}

const ask = async (id: number, of: Pick<ReadPool, 'read'> = pool, seconds = SECONDS): Promise<Answer> =>
  JSON.parse(String(await of.read({ ...COUNT, values: [id, seconds] }))) as Answer;
const text = async (letter: string, length: number): Promise<string> =>
  String(await pool.read({ ...TEXT, values: [letter, length] }));

/** Whether asking twice gives the same answer, at some time: every write on the server, of other tests too, makes a new one. */
const isRemembered = async (asking: () => Promise<unknown>): Promise<void> =>
  until(async () => JSON.stringify(await asking()) === JSON.stringify(await asking()));

const set = (id: number, n: number) => writer.query('update answer_memory_counts set n = $2 where id = $1', [id, n]);

beforeAll(async () => {
  writer = new pg.Pool({ ...connection, max: WRITERS });
  // A run that was interrupted may have left its own.
  await writer.query('drop table if exists answer_memory_counts');
  await writer.query('create table answer_memory_counts (id int primary key, n int not null)');
  await writer.query('insert into answer_memory_counts select id, 0 from generate_series(0, 9) id');
  pool = new ReadPool({ ...connection, max: 8, memory: MEGABYTES });
  forgetful = new ReadPool({ ...connection, max: 8 });
});
afterAll(async () => {
  await writer.query('drop table answer_memory_counts');
  await Promise.all([pool.end(), forgetful.end(), writer.end()]);
});

describe('an answer that took long', () => {
  it('is given again while nothing changes, for the same values only', async () => {
    await isRemembered(() => ask(0));
    await set(1, 11);
    expect((await Promise.all([0, 1, 0, 1].map((id) => ask(id)))).map(({ n }) => n)).toEqual([0, 11, 0, 11]);
    expect(await pool.read({ ...COUNT, values: [404, SECONDS] })).toBeNull();
    expect(await pool.read({ ...COUNT, values: [404, SECONDS] })).toBeNull();
  });

  it('is given again for equal values, however the engine holds them', async () => {
    const held = [0];
    held[2] = 0; // a list that had a hole is another kind of list from then on
    held[1] = SECONDS;
    held.length = 2;
    await isRemembered(() => ask(0));
    await until(async () => {
      const { madeAt } = await ask(0);
      return String(await pool.read({ ...COUNT, values: held })).includes(madeAt);
    });
  });

  it('is made anew each time without a memory', async () => {
    const all: string[] = [];
    for (let times = 0; times < 10; times += 1) all.push((await ask(0, forgetful)).madeAt);
    expect(new Set(all).size).toBe(10);
  });

  it('is made once for all who ask at once', async () => {
    await until(async () => {
      const all = await Promise.all(Array.from({ length: 20 }, () => ask(0)));
      return new Set(all.map(({ madeAt }) => madeAt)).size === 1;
    });
  });

  it('is forgotten with a failure', async () => {
    const eighth = (n: number) =>
      pool.read({ name: 'eighth', text: `select (8 / $1::int)::text from pg_sleep(${SECONDS})`, values: [n] });
    for (let round = 0; round < 3; round += 1) {
      const all = await Promise.allSettled([0, 2, 0, 2].map(eighth));
      const said = all.map((a) => (a.status === 'fulfilled' ? String(a.value) : (a.reason as { code: string }).code));
      expect(said).toEqual(['22012', '4', '22012', '4']);
    }
  });

  it('makes room for newer ones, and has none when it is too large', async () => {
    const most = (MEGABYTES * 2 ** 20) / 8;
    await isRemembered(() => text('a', most / 2));
    const first = await text('a', most / 2);
    for (const letter of 'bcdefghijklmnopqrstuvwxyz') await text(letter, most / 2);
    expect(await text('a', most / 2)).not.toBe(first);
    const large: string[] = [];
    for (let times = 0; times < 5; times += 1) large.push(await text('z', most + 1));
    expect(new Set(large).size).toBe(5);
  });
});

describe('a short answer', () => {
  const clock = async (n: number, state?: string): Promise<string> =>
    String(await pool.read({ name: 'clock', text: 'select clock_timestamp() || $1::text', values: [n] }, state));

  it('is made anew each time, which takes less than to ask whether anything changed', async () => {
    // The first ones may take long, and so may any where the machine does other things too.
    await until(async () => {
      for (let n = 0; n < 50; n += 1) await clock(n);
      const all: string[] = [];
      for (let times = 0; times < 20; times += 1) all.push(await clock(0));
      return new Set(all).size === 20;
    });
  });

  it('is given again where somebody knows the state already, for this state only', async () => {
    const state = async (): Promise<string> =>
      String(await pool.read({ text: `select ${STATE_OF_DATA} as state`, values: [] }));
    const before = await state();
    const first = await clock(1, before);
    expect(await clock(1, before)).toBe(first);
    expect(await clock(2, before)).not.toBe(first);
    await set(9, 1);
    const after = await state();
    expect(after).not.toBe(before);
    const second = await clock(1, after);
    expect(second).not.toBe(first);
    expect(await clock(1, after)).toBe(second);
  });
});

describe('whoever wrote', () => {
  it('reads it from then on, beside many who write and read', async () => {
    await ask(0);
    expect(await oldAnswers(pool)).toBe(0);
  });

  it('reads it when others asked a moment before it was written', async () => {
    // Of so few connections none is shared, so that what is asked is sent at once.
    const small = new ReadPool({ ...connection, max: 2, memory: MEGABYTES });
    await ask(5, small);
    for (let n = 1; n <= 100; n += 1) {
      const others: Promise<unknown>[] = [];
      let isWritten = false;
      const askOn = (): void => {
        others.push(ask(5, small, 0.01));
        if (!isWritten && others.length < 200) setImmediate(askOn);
      };
      setImmediate(askOn);
      await set(5, n);
      const own = ask(5, small, 0.01);
      isWritten = true;
      expect((await own).n).toBe(n);
      await Promise.all(others);
    }
    await small.end();
  });

  it('would not always, if changes were not looked for: the control', async () => {
    const blind = new AnswerMemory(MEGABYTES, async (statement, measured) => {
      if (statement.name === 'state_of_data') return Buffer.from('always the same');
      const answer = await forgetful.run(statement);
      measured(SECONDS * 1000);
      return answer;
    });
    await ask(0, blind);
    expect(await oldAnswers(blind)).toBeGreaterThan(0);
  });

  /** Writers change their own row, some of them in long transactions or in vain, and ask for it; all ask for one another's. */
  async function oldAnswers(of: Pick<ReadPool, 'read'>): Promise<number> {
    let old = 0;
    const written = Array.from({ length: WRITERS }, () => 0);
    await writer.query('update answer_memory_counts set n = 0');
    const work = async (id: number): Promise<void> => {
      for (let n = 1; n <= 30; n += 1) {
        const client = await writer.connect();
        await client.query('begin');
        await client.query('update answer_memory_counts set n = $2 where id = $1', [id, n]);
        if (n % 3 === 0) await sleep(Math.random() * 20);
        const isInVain = n % 7 === 0;
        await client.query(isInVain ? 'rollback' : 'commit');
        client.release();
        if (!isInVain) written[id] = n;
        const other = (id + n) % WRITERS;
        const least = [written[id]!, written[other]!];
        const seen = await Promise.all([ask(id, of), ask(other, of)]);
        if (seen[0]!.n !== least[0] || seen[1]!.n < least[1]!) old += 1;
      }
    };
    await Promise.all(written.map((_, id) => work(id)));
    return old;
  }
});
