import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ByteClient } from '../../src/database/byte-client.js';
import { Random } from '../read/random.js';
import type { TestServer } from '../support/test-server.js';

const { connection } = JSON.parse(process.env['TEST_SERVER']!) as TestServer;
const LONG = 'Pemungutan suara – “ulang” di TPS 🗳️. '.repeat(9000);

/** Between client and server: passes on what the server says in pieces of a few bytes, so that everything gets split. */
let proxy: Server;
let client: ByteClient;
let longestPiece = 7;
/** Whether the client may act between two pieces. */
let arrivesApart = false;
const sockets: Socket[] = [];

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

beforeAll(async () => {
  const random = new Random(7);
  const { host, port } = connection;
  proxy = createServer((socket) => {
    const server = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    sockets.push(socket);
    socket.setNoDelay(true);
    socket.pipe(server);
    const pass = async (bytes: Buffer): Promise<void> => {
      for (let at = 0; at < bytes.length;) {
        const end = at + random.between(1, longestPiece);
        socket.write(bytes.subarray(at, end));
        if (arrivesApart) await sleep(1);
        at = end;
      }
    };
    let passed = Promise.resolve();
    server.on('data', (bytes) => {
      passed = passed.then(() => pass(bytes));
    });
    server.on('close', () => socket.destroy());
    for (const end of [socket, server]) end.on('error', () => {});
  });
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
  client = new ByteClient({ ...connection, host: '127.0.0.1', port: portOf(proxy) });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  proxy.close();
});

const bytesOf = async (text: string, values: unknown[] = []): Promise<string | null> =>
  (await client.queryBytes({ text, values }))?.toString() ?? null;

describe('a value as bytes', () => {
  it.each([
    ['a text', 'select $1::text', ['satu – dua'], 'satu – dua'],
    ['an empty text', 'select $1::text', [''], ''],
    ['a null', 'select $1::text', [null], null],
    ['no row', 'select 1 where false', [], null],
    ['the first of many rows', 'select n::text from generate_series(1, 500) n order by n', [], '1'],
    ['what is no query', 'set local work_mem = 4096', [], null],
  ])('is %s', async (_, text, values, expected) => {
    expect(await bytesOf(text, values)).toBe(expected);
  });

  it('may be long, and come in any pieces', async () => {
    for (longestPiece of [7, 300, 100_000]) expect(await bytesOf('select $1::text', [LONG])).toBe(LONG);
    longestPiece = 7;
  });

  it('leaves other queries of the connection as they are', async () => {
    for (let round = 0; round < 5; round += 1) {
      const statement = { name: 'both', text: 'select $1::text as word', values: [`kata ${round}`] };
      expect((await client.queryBytes(statement))?.toString()).toBe(`kata ${round}`);
      expect((await client.query(statement)).rows).toEqual([{ word: `kata ${round}` }]);
      expect((await client.query('select 1 as one, null as none, array[1,2] as list')).rows).toEqual([
        { one: 1, none: null, list: [1, 2] },
      ]);
    }
  });

  it('is not there when the statement fails, also in the middle of its rows', async () => {
    await expect(bytesOf('select nothing')).rejects.toMatchObject({ code: '42703' });
    await expect(bytesOf('select (1 / (3 - n))::text from generate_series(1, 5) n')).rejects.toMatchObject({
      code: '22012',
    });
    expect(await bytesOf(`select 'good again'`)).toBe('good again');
    // Asked again at once, while the server has yet to say that it is ready after the failure.
    for (let round = 0; round < 20; round += 1) {
      await bytesOf('select nothing').catch(() => {});
      expect(await bytesOf('select $1::text', [`round ${round}`])).toBe(`round ${round}`);
    }
  });

  it('is the one that was asked for, where many are asked for before the first is there', async () => {
    const pipeline = new ByteClient({ ...connection, host: '127.0.0.1', port: portOf(proxy), pipeline: true });
    await pipeline.connect();
    const text = `select (8 / $1::int)::text || repeat('–', $1::int)`;
    const asked = Array.from({ length: 300 }, (_, n) => pipeline.queryBytes({ name: 'eighth', text, values: [n % 9] }));
    const answers = await Promise.allSettled(asked);
    expect(
      answers.map((a) => (a.status === 'fulfilled' ? String(a.value) : (a.reason as { code: string }).code)),
    ).toEqual(asked.map((_, n) => (n % 9 === 0 ? '22012' : Math.trunc(8 / (n % 9)) + '–'.repeat(n % 9))));
    // Asked again at once, while the server has yet to say that it is ready after the failure.
    arrivesApart = true;
    for (let round = 0; round < 10; round += 1) {
      await expect(pipeline.queryBytes({ name: 'eighth', text, values: [0] })).rejects.toMatchObject({ code: '22012' });
      expect(String(await pipeline.queryBytes({ name: 'eighth', text, values: [8] }))).toBe('1––––––––');
    }
    arrivesApart = false;
    await pipeline.end();
  });

  it('stands beside notices', async () => {
    const notices: (string | undefined)[] = [];
    client.on('notice', ({ message }) => notices.push(message));
    await client.query(
      `create function pg_temp.talk() returns text language plpgsql as $$ begin raise notice 'hello'; return 'done'; end $$`,
    );
    expect(await bytesOf('select pg_temp.talk()')).toBe('done');
    expect(notices).toEqual(['hello']);
  });

  it('ends with the connection, in good order or cut off, and the process goes on', async () => {
    for (const end of ['terminated', 'cut off']) {
      const other = new ByteClient({ ...connection, host: '127.0.0.1', port: portOf(proxy) });
      await other.connect();
      const { rows } = await other.query('select pg_backend_pid() as pid');
      const waiting = other.queryBytes({ text: 'select pg_sleep(20)::text', values: [] });
      if (end === 'cut off') sockets.at(-1)!.destroy();
      else await client.query('select pg_terminate_backend($1)', [rows[0].pid]);
      await expect(waiting).rejects.toThrow();
      await expect(other.queryBytes({ text: 'select 1::text', values: [] })).rejects.toThrow();
    }
  });
});
