import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { findFreePort } from '../../src/database/embedded/free-port.js';
import {
  accepts,
  ask,
  cleanUp,
  isAlive,
  launch,
  postmasterIn,
  query,
  signsIn,
  startServer,
  startWithNpm,
  stopAll,
  temporaryFolder,
  type Postmaster,
  type Server,
} from './process.js';
import { until } from '../support/until.js';

/** One life after the other on one data folder: started, stopped, killed, doubled. */
jest.setTimeout(150_000);

const EVENT = '{ event(slug: "rakornas-berbagi-pengalaman-2025") { slug } experiences(first: 1) { totalCount } }';
const STOPPED = { code: 0, signal: null };
let environment: Record<string, string>;
let folder: string;
let passwordAtFirst: string;

beforeAll(() => {
  folder = temporaryFolder();
  environment = { EMBEDDED_PG_DIR: folder };
});
afterEach(stopAll);
afterAll(cleanUp);

function postmaster(): Postmaster {
  const found = postmasterIn(folder);
  if (!found || !isAlive(found.pid)) throw new Error('The database server does not run.');
  return found;
}

function passwordOf({ stdout }: Server): string {
  return /^ {2}password +(\S+)$/m.exec(stdout)![1]!;
}

async function expectData(server: Server): Promise<void> {
  const { event, experiences } = await ask(server, EVENT);
  expect(event.slug).toBe('rakornas-berbagi-pengalaman-2025');
  expect(experiences.totalCount).toBeGreaterThan(0);
}

/** Sends a query that waits inside the database for as long as `release` is not called. */
async function requestInFlight(server: Server): Promise<{ answer: Promise<any>; release: () => Promise<void> }> {
  const { connection } = postmaster();
  const holder = new pg.Client(connection);
  await holder.connect();
  await holder.query('begin; lock table events in access exclusive mode');
  const answer = ask(server, EVENT);
  answer.catch(() => {}); // judged by whoever awaits it
  await until(async () => {
    const waiting = await query(connection, `select 1 from pg_stat_activity where wait_event_type = 'Lock'`);
    return waiting.length > 0;
  });
  return { answer, release: () => holder.end() };
}

describe('the first start on a machine', () => {
  it('creates the database and the demo, and SIGTERM stops both processes', async () => {
    const server = await startServer(environment);
    passwordAtFirst = passwordOf(server);
    const { pid } = postmaster();
    expect(server.stdout).toMatch(/^ {2}database +embedded PostgreSQL \d+\.\d+, .*rakornas-process-/m);
    expect(server.stdout).toMatch(/^ {2}rows .* 133 experiences, /m);
    expect(await signsIn(server, 'analis', passwordAtFirst)).toBe(true);
    expect(await server.stop('SIGTERM')).toEqual(STOPPED);
    expect(isAlive(pid)).toBe(false);
    expect(await accepts(server.port)).toBe(false);
    expect(server.complaints).toEqual([]);
  });
});

describe('a later start', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('is quick, and %s lets a request in flight finish first', async (signal) => {
    const began = performance.now();
    const server = await startServer(environment);
    const seconds = (performance.now() - began) / 1000;
    expect(seconds).toBeLessThan(40); // 3 s on a machine that does nothing else, as the benchmark measures it
    const { pid } = postmaster();
    const { answer, release } = await requestInFlight(server);
    const ended = server.stop(signal);
    await until(async () => !(await accepts(server.port)));
    await sleep(200);
    expect([server.isOver, isAlive(pid)]).toEqual([false, true]);
    await release();
    expect((await answer).event.slug).toBe('rakornas-berbagi-pengalaman-2025');
    expect(await ended).toEqual(STOPPED);
    expect(isAlive(pid)).toBe(false);
    expect(passwordOf(server)).toBe(passwordAtFirst);
  });

  it('can be stopped before it is ready', async () => {
    const run = launch('main', { ...environment, PORT: String(await findFreePort()) });
    await until(async () => postmasterIn(folder) !== undefined);
    expect(await run.stop('SIGTERM')).toEqual(STOPPED);
    expect(postmasterIn(folder)).toBeUndefined();
    expect({ stdout: run.stdout, complaints: run.complaints }).toEqual({ stdout: '', complaints: [] });
  });

  it('under npm ends with npm, which tells only its shell', async () => {
    const npm = await startWithNpm(environment);
    const { pid } = postmaster();
    await npm.stop('SIGTERM');
    await until(async () => !(await accepts(npm.port)) && !isAlive(pid));
  });
});

describe('a server that was killed', () => {
  it('leaves its database server to the next start, which also stops it', async () => {
    const killed = await startServer(environment);
    const { pid } = postmaster();
    await killed.stop('SIGKILL');
    expect(isAlive(pid)).toBe(true);
    const next = await startServer(environment);
    expect(postmaster().pid).toBe(pid);
    await expectData(next);
    expect(await next.stop()).toEqual(STOPPED);
    expect(isAlive(pid)).toBe(false);
  });

  it('together with its database server is recovered by the next start', async () => {
    const killed = await startServer(environment);
    const { pid } = postmaster();
    process.kill(pid, 'SIGKILL');
    await killed.stop('SIGKILL');
    const next = await startServer(environment);
    expect(postmaster().pid).not.toBe(pid);
    await expectData(next);
    await next.stop();
  });
});

describe('two servers on one data folder', () => {
  it('both work, and the second goes on when the first, which started the database, is stopped', async () => {
    const first = await startServer(environment);
    const second = await startServer(environment);
    await expectData(first);
    await expectData(second);
    expect(await signsIn(first, 'viewer', passwordOf(first))).toBe(true);
    expect(await first.stop()).toEqual(STOPPED);
    await until(() =>
      expectData(second).then(
        () => true,
        () => false,
      ),
    );
    expect(await signsIn(second, 'viewer', passwordOf(second))).toBe(true);
    const { pid } = postmaster();
    expect(await second.stop()).toEqual(STOPPED);
    expect(isAlive(pid)).toBe(false);
  });

  it('can make their first start at the same moment', async () => {
    const fresh = { EMBEDDED_PG_DIR: temporaryFolder() };
    const both = await Promise.all([startServer(fresh), startServer(fresh)]);
    for (const server of both) {
      await expectData(server);
      expect(server.stdout).toMatch(/^ {2}rows .* 133 experiences, /m);
    }
    await Promise.all(both.map((server) => server.stop()));
    expect(postmasterIn(fresh.EMBEDDED_PG_DIR)).toBeUndefined();
  });
});
