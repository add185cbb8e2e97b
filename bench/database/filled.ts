import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Cluster } from './cluster.js';
import { WRITER } from './writer.js';

const ROOT = resolve(import.meta.dirname, '../..');
const FOR_POSTGRAPHILE = join(import.meta.dirname, '../postgraphile/prepare.sql');
/**
 * What decides the rows of a database: change any of it and the next run fills a new one. Migrations are not among it: a
 * database that is there is brought up to date by the product, as its users' are.
 */
const MAKERS = [join(ROOT, 'src/seeds'), FOR_POSTGRAPHILE];
const UNFINISHED = 'unfinished';

/** The name of a database with that many demonstration experiences, filled by the product itself unless it is there. */
export async function filledDatabase(cluster: Cluster, rows: number): Promise<string> {
  const name = `rows_${rows}_${fingerprint()}`;
  if ((await databases(cluster, name)).length > 0) {
    await bringUpToDate(cluster, name);
    return name;
  }
  // An older one of this size is of no use any more, and a database of a million rows is large.
  for (const outdated of await databases(cluster, `rows_${rows}_`)) await drop(cluster, outdated);
  console.log(`Filling a database with ${rows.toLocaleString('en')} experiences, once.`);
  await create(cluster, UNFINISHED);
  await fill(cluster, rows);
  await cluster.use('postgres', (client) => client.query(`alter database ${UNFINISHED} rename to ${name}`));
  return name;
}

/** An empty database, for a first start. */
export async function create(cluster: Cluster, name: string): Promise<void> {
  await drop(cluster, name);
  await cluster.use('postgres', (client) => client.query(`create database ${name}`));
}

export async function drop(cluster: Cluster, name: string): Promise<void> {
  await cluster.use('postgres', (client) => client.query(`drop database if exists ${name} with (force)`));
}

/** Reads all tables and indexes into PostgreSQL's memory, so that nobody is the first to ask for anything. */
export async function prewarm(cluster: Cluster, name: string): Promise<void> {
  await cluster.use(name, async (client) => {
    const { rowCount } = await client.query(`select from pg_available_extensions where name = 'pg_prewarm'`);
    if (!rowCount) return; // not part of every PostgreSQL; the warm-up rounds have to do
    // Out of PostGraphile's sight, which would make mutations of its functions.
    await client.query('create schema if not exists bench; create extension if not exists pg_prewarm schema bench');
    await client.query(
      `select bench.pg_prewarm(oid) from pg_class
       where relkind in ('r', 'i', 't') and relpersistence = 'p' and relnamespace <> 'pg_catalog'::regnamespace`,
    );
  });
}

async function fill(cluster: Cluster, rows: number): Promise<void> {
  const url = cluster.url(UNFINISHED);
  await runCommand(['cli/seed'], url);
  await cluster.use(UNFINISHED, (client) => client.query(readFileSync(FOR_POSTGRAPHILE, 'utf8')));
  await runCommand(['cli/demo', '--experiences', String(rows)], url);
  const { username, password, satker } = WRITER;
  await runCommand(
    ['cli/create-user', '--username', username, '--role', 'CONTRIBUTOR', '--satker', satker],
    url,
    password,
  );
  await cluster.use(UNFINISHED, (client) => client.query('vacuum (freeze, analyze)'));
}

/** Migrates, and builds anew what is of an older version; a server under test would take too long to start. */
async function bringUpToDate(cluster: Cluster, name: string): Promise<void> {
  await runCommand(['cli/seed'], cluster.url(name));
  await cluster.use(name, (client) => client.query('vacuum (analyze)'));
}

/** One of the product's commands, which draws its own progress. */
async function runCommand(args: string[], url: string, input = ''): Promise<void> {
  const env = { ...process.env, DATABASE_URL: url };
  const stdio = ['pipe', 'inherit', 'inherit'] as const;
  const command = spawn(process.execPath, ['src/launch.mjs', ...args], { cwd: ROOT, env, stdio: [...stdio] });
  command.stdin?.end(input);
  const [code] = (await once(command, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`The product's command "${args.join(' ')}" failed.`);
}

async function databases(cluster: Cluster, beginning: string): Promise<string[]> {
  const { rows } = await cluster.use('postgres', (client) =>
    client.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [beginning]),
  );
  return rows.map(({ datname }) => datname);
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of MAKERS.flatMap(filesUnder).sort()) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 8);
}

function filesUnder(path: string): string[] {
  if (path === FOR_POSTGRAPHILE) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
