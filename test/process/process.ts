import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { findFreePort } from '../../src/database/embedded/free-port.js';
import { withServer, type ServerConnection, type TestServer } from '../support/test-server.js';
import { until } from '../support/until.js';

/** The product as real processes, each with an environment of its own, and everything taken away afterwards. */
const ROOT = resolve(import.meta.dirname, '../..');
/** For the first start of all, which compiles and creates a database on a machine that does other things too. */
const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 20_000;

const running = new Set<Run>();
const cleanups: (() => unknown)[] = [];

export interface End {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** A process and what it has said. */
export class Run {
  stdout = '';
  stderr = '';
  readonly ended: Promise<End>;

  constructor(readonly child: ChildProcess) {
    running.add(this);
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    this.ended = new Promise((settle, fail) => {
      child.once('error', fail);
      child.once('close', (code, signal) => settle({ code, signal }));
    });
    void this.ended.finally(() => running.delete(this)).catch(() => {});
  }

  get pid(): number {
    return this.child.pid!;
  }

  get isOver(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** What it said about problems, line by line, without the news of a build. */
  get complaints(): string[] {
    return this.stderr.split('\n').filter((line) => line && line !== 'Building…');
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<End> {
    this.child.kill(signal);
    return within(STOP_LIMIT_MS, this.ended, `the process ${this.pid} did not end after ${signal}`);
  }
}

/** A server that has printed its banner. */
export interface Server extends Run {
  port: number;
}

/** Only what a login shell has. npm's name for its script makes the process end with the one that started it: this one. */
function environmentOf(own: Record<string, string>): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, TMPDIR, npm_lifecycle_event: 'test', ...own };
}

/** `launch('cli/seed', {…})` is `npm run seed`. */
export function launch(module: string, environment: Record<string, string>, args: string[] = [], input = ''): Run {
  const command = [join(ROOT, 'src/launch.mjs'), module, ...args];
  const child = spawn(process.execPath, command, { cwd: ROOT, env: environmentOf(environment), stdio: 'pipe' });
  child.stdin.on('error', () => {}); // it may end without having read anything
  child.stdin.end(input);
  return new Run(child);
}

/** A command run to its end, whose result is what it printed. Throws unless it succeeds. */
export async function command(
  module: string,
  environment: Record<string, string>,
  args: string[] = [],
  input = '',
): Promise<string> {
  const run = launch(module, environment, args, input);
  const { code } = await within(START_LIMIT_MS, run.ended, `${module} did not end`);
  if (code !== 0) throw new Error(`${module} ${args.join(' ')} ended with ${code}: ${run.stderr}`);
  return run.stdout;
}

/** A start that must not succeed; ends with its code. */
export async function refusedStart(environment: Record<string, string>): Promise<Run & { code: number | null }> {
  const run = launch('main', { PORT: String(await findFreePort()), ...environment });
  const { code } = await within(START_LIMIT_MS, run.ended, 'the start that should be refused did not end');
  return Object.assign(run, { code });
}

export async function startServer(environment: Record<string, string>): Promise<Server> {
  const port = environment['PORT'] ? Number(environment['PORT']) : await findFreePort();
  return ready(launch('main', { ...environment, PORT: String(port) }), port);
}

/** As a person does it: npm runs a shell, and the shell runs the server. */
export async function startWithNpm(environment: Record<string, string>): Promise<Server> {
  const port = await findFreePort();
  const env = environmentOf({ ...environment, PORT: String(port) });
  return ready(new Run(spawn('npm', ['start'], { cwd: ROOT, env, stdio: 'pipe' })), port);
}

async function ready(run: Run, port: number): Promise<Server> {
  const isUp = async (): Promise<boolean> => {
    if (run.isOver) throw new Error(`The server ended before it was ready: ${run.stderr}`);
    return /^ {2}rows .*\n/m.test(run.stdout) && accepts(port);
  };
  await until(isUp, { limitMs: START_LIMIT_MS });
  return Object.assign(run, { port });
}

export async function accepts(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/health/live`).then(
    ({ ok }) => ok,
    () => false,
  );
}

export async function ask<T = any>(
  { port }: Server,
  query: string,
  variables?: object,
  headers: Record<string, string> = {},
): Promise<T> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: T; errors?: { message: string }[] };
  if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
  return data;
}

/** Whether an account can sign in. */
export async function signsIn(server: Server, username: string, password: string): Promise<boolean> {
  const login = 'mutation ($input: LoginInput!) { login(input: $input) { accessToken } }';
  const data = await ask(server, login, { input: { username, password } });
  return data.login.accessToken !== null;
}

/** A folder that also the account reaches that root lends to the database server. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rakornas-process-'));
  chmodSync(folder, 0o755);
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  cleanups.push(() => killPostmasters(folder));
  return folder;
}

/** The database server of a state folder: its process and how to reach it. */
export interface Postmaster {
  pid: number;
  connection: ServerConnection;
}

export function postmasterIn(folder: string): Postmaster | undefined {
  const name = readdirSync(folder).find((entry) => existsSync(join(folder, entry, 'data', 'postmaster.pid')));
  if (!name) return undefined;
  const instance = join(folder, name);
  const lines = readFileSync(join(instance, 'data', 'postmaster.pid'), 'utf8').split('\n');
  const password = readFileSync(join(instance, 'password'), 'utf8').trim();
  const connection = { host: lines[4]!, port: Number(lines[3]), user: 'rakornas', password, database: 'rakornas' };
  return { pid: Number(lines[0]), connection };
}

/** Not so a process that has ended and waits for a slow init to collect it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

function killPostmasters(folder: string): Promise<void> | undefined {
  const pid = postmasterIn(folder)?.pid;
  if (!pid || !isAlive(pid)) return undefined;
  process.kill(pid, 'SIGQUIT'); // at once: its data goes too
  return until(async () => !isAlive(pid), { limitMs: STOP_LIMIT_MS }).catch(() => void process.kill(pid, 'SIGKILL'));
}

/** A database of its own on the server of the test run, as DATABASE_URL; empty, or with the demonstration. */
export async function databaseUrl(
  content: 'empty' | 'demo' = 'empty',
  encoding = 'UTF8',
): Promise<{ url: string; connection: ServerConnection }> {
  const { connection, template } = JSON.parse(process.env['TEST_SERVER']!) as TestServer;
  const database = template.replace('template', randomBytes(6).toString('hex'));
  const from = content === 'demo' ? template : `template0 encoding '${encoding}' locale 'C'`;
  await withServer(connection, (client) => client.query(`create database ${database} template ${from}`));
  cleanups.push(() =>
    withServer(connection, (client) => client.query(`drop database if exists ${database} with (force)`)),
  );
  return { url: urlOf({ ...connection, database }), connection: { ...connection, database } };
}

export function urlOf({ host, port, user, password, database }: ServerConnection): string {
  return `postgresql://${user}:${encodeURIComponent(password)}@${encodeURIComponent(host)}:${port}/${database}`;
}

export async function query<Row extends pg.QueryResultRow>(connection: ServerConnection, sql: string): Promise<Row[]> {
  return withServer(connection, async (client) => (await client.query<Row>(sql)).rows);
}

/** For `afterEach` where tests share a folder: what a test that failed has left running is not met by the next one. */
export async function stopAll(): Promise<void> {
  await Promise.all([...running].map((run) => run.stop().catch(() => run.stop('SIGKILL'))));
}

/** For `afterAll`: ends what still runs and removes what was made, newest first, also after a test that failed. */
export async function cleanUp(): Promise<void> {
  await stopAll();
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
}

async function within<T>(limitMs: number, promise: Promise<T>, problem: string): Promise<T> {
  const timer = new AbortController();
  const late = sleep(limitMs, undefined, { signal: timer.signal }).then(() => {
    throw new Error(problem);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    late.catch(() => {});
    timer.abort();
  }
}
