import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findFreePort } from '../../src/database/embedded/free-port.js';
import type { Cluster } from '../database/cluster.js';
import type { Ending } from '../ending.js';
import { POOL } from '../options.js';
import { PEER_NODE } from '../postgraphile/node.mjs';
import type { Workload } from '../workloads/workload.js';
import { startServer, type OurSide, type Program, type Server, type Side } from './server.js';

const BENCH = resolve(import.meta.dirname, '..');
const ROOT = resolve(BENCH, '..');
const JSON_HEADERS = { 'content-type': 'application/json' };

type Place = { cluster: Cluster; database: string };

/** The product as docs/operations.md runs it, open to readers without an account. */
export async function product({ cluster, database }: Place, side: OurSide = 'remembering'): Promise<Program> {
  return {
    side,
    port: await findFreePort(),
    path: '/graphql',
    command: [process.execPath, 'dist/main.js'],
    folder: ROOT,
    environment: {
      DATABASE_URL: cluster.url(database),
      DATABASE_POOL: String(POOL),
      PUBLIC_READ: 'true',
      TOKEN_SECRET: 'only-for-the-benchmark-and-long-enough',
      ...(side !== 'remembering' && { ANSWER_MEMORY_MB: '0' }),
    },
    ready: { path: '/health/ready' },
  };
}

async function postgraphile({ cluster, database }: Place): Promise<Program> {
  return {
    side: 'postgraphile',
    port: await findFreePort(),
    path: '/graphql',
    command: [PEER_NODE, 'serve.mjs'],
    folder: join(BENCH, 'postgraphile'),
    environment: {
      DATABASE_URL: cluster.url(database, 'reader'),
      DATABASE_POOL: String(POOL),
      GRAPHILE_ENV: 'production',
    },
    ready: { path: '/graphql', init: { method: 'POST', headers: JSON_HEADERS, body: '{"query":"{ __typename }"}' } },
  };
}

async function limit({ cluster, database }: Place, statements: string): Promise<Program> {
  return {
    side: 'limit',
    port: await findFreePort(),
    path: '/',
    command: [process.execPath, 'servers/limit.mjs'],
    folder: BENCH,
    environment: { DATABASE_URL: cluster.url(database), DATABASE_POOL: String(POOL), STATEMENTS: statements },
    ready: { path: '/', init: { method: 'POST', body: '{"name":"ready","values":[]}' } },
  };
}

export type Servers = Readonly<Record<Side, Server>>;

/** Starts all of them over one database. */
export async function startAll(place: Place, workloads: readonly Workload[], ending: Ending): Promise<Servers> {
  const folder = mkdtempSync(join(tmpdir(), 'rakornas-bench-'));
  ending.add(() => rmSync(folder, { recursive: true }));
  const statements = join(folder, 'statements.json');
  const texts = Object.fromEntries(workloads.map(({ name, queries }) => [name, queries.limit])); // JSON leaves out what is undefined
  writeFileSync(statements, JSON.stringify({ ...texts, ready: 'select 1::text' }));
  return {
    product: await startServer(await product(place, 'product'), ending),
    control: await startServer(await product(place, 'control'), ending),
    remembering: await startServer(await product(place), ending),
    postgraphile: await startServer(await postgraphile(place), ending),
    limit: await startServer(await limit(place, statements), ending),
  };
}
