import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import {
  type EmbeddedServer,
  type EmbeddedServerOptions,
  startEmbeddedServer,
} from '../../src/database/embedded/embedded-server.js';
import { until } from '../support/until.js';

const started: EmbeddedServer[] = [];
let directory: string;

/** Every test has a checkout, so a database, of its own; the copied programs are shared. */
async function start(project: string, onLost?: EmbeddedServerOptions['onLost']): Promise<EmbeddedServer> {
  const path = join(directory, project);
  mkdirSync(path, { recursive: true });
  const server = await startEmbeddedServer({ directory, project: path, onLost });
  started.push(server);
  return server;
}

async function query<Row>({ connection }: EmbeddedServer, sql: string): Promise<Row[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

function serverPid(server: EmbeddedServer): number {
  return parseInt(readFileSync(join(server.directory, 'data', 'postmaster.pid'), 'utf8'), 10);
}

describe('startEmbeddedServer', () => {
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'embedded-server-'));
    chmodSync(directory, 0o755); // root's server account has to walk through
  });

  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  afterEach(async () => {
    await Promise.all(started.splice(0).map((server) => server.stop()));
  });

  it('gives a UTF-8 database that knows letters beyond ASCII and keeps what was committed', async () => {
    const server = await start('letters');
    const [facts] = await query(
      server,
      `SELECT current_setting('server_encoding') AS encoding, current_setting('fsync') AS fsync,
              current_setting('TimeZone') AS zone, upper('é') AS upper`,
    );
    expect(facts).toEqual({ encoding: 'UTF8', fsync: 'on', zone: 'UTC', upper: 'É' });
    expect(server.attached).toBe(false);
    expect(server.version).toMatch(/^\d+\.\d+/);
  });

  it('keeps the data when it is stopped, twice, and started again', async () => {
    const first = await start('restart');
    await query(first, 'CREATE TABLE lesson AS SELECT 7 AS id');
    await first.stop();
    await first.stop();
    await expect(query(first, 'SELECT 1')).rejects.toThrow();

    const second = await start('restart');
    expect(second.attached).toBe(false);
    expect(await query(second, 'SELECT id FROM lesson')).toEqual([{ id: 7 }]);
  });

  it('attaches to the server that runs already and leaves it running', async () => {
    const owner = await start('restart');
    const guest = await start('restart');
    expect([owner.attached, guest.attached]).toEqual([false, true]);
    expect(guest.connection).toEqual(owner.connection);
    await guest.stop();
    expect(await query(owner, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('starts one server when two starts meet', async () => {
    const servers = await Promise.all([start('meet'), start('meet')]);
    expect(servers.filter((server) => !server.attached)).toHaveLength(1);
    expect(new Set(servers.map(serverPid)).size).toBe(1);
  });

  it('says so and starts again when the server is killed', async () => {
    const lost: string[] = [];
    const server = await start('killed', (message) => lost.push(message));
    await query(server, 'CREATE TABLE lesson AS SELECT 7 AS id');
    process.kill(serverPid(server), 'SIGKILL');
    await until(() =>
      query(server, 'SELECT id FROM lesson').then(
        () => lost.length > 0,
        () => false,
      ),
    );
    expect(lost[0]).toMatch(/^The embedded database server is gone.*starting it again/);
  });

  it('starts although a lock file names a process that is not its server', async () => {
    const server = await start('restart');
    const lock = join(server.directory, 'data', 'postmaster.pid');
    const left = readFileSync(lock, 'utf8');
    await server.stop();
    writeFileSync(lock, left.replace(/^\d+/, String(process.pid)));
    expect((await start('restart')).attached).toBe(false);
  });

  it('refuses a folder it cannot use in one sentence that says what to do', async () => {
    const file = join(directory, 'file');
    writeFileSync(file, '');
    const attempt = startEmbeddedServer({ directory: join(file, 'below'), project: directory });
    await expect(attempt).rejects.toThrow(/^The embedded database cannot live in .*: set EMBEDDED_PG_DIR [^\n]*\.$/);
  });
});
