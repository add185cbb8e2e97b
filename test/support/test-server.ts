import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { basename, join, resolve } from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { ensureDemoAccounts } from '../../src/auth/demo-accounts.js';
import { bringUpToDate } from '../../src/audit/follow.js';
import { dataSourceOptions, type PoolSettings } from '../../src/database/data-source.js';
import { startEmbeddedServer } from '../../src/database/embedded/embedded-server.js';
import { MIGRATIONS } from '../../src/database/migrations/index.js';
import { ENTITIES } from '../../src/entities.js';
import { PROJECTIONS } from '../../src/projections.js';
import { seed, seedDemoOnce } from '../../src/seeds/seed.js';

export const PASSWORD = 'kata-sandi-uji';
/** Databases carry the process of their run, so that two runs at once do not meet. */
const PREFIX = 'rakornas_test_';

export type ServerConnection = { host: string; port: number; user: string; password: string; database: string };

export interface TestServer {
  connection: ServerConnection;
  /** The migrated and seeded database that every test file's own is cloned from. */
  template: string;
}

/** TEST_DATABASE_URL names another server, such as Debian's PostgreSQL; its user must be allowed to create databases. */
export async function startTestServer(): Promise<TestServer & { stop: () => Promise<void> }> {
  const template = `${PREFIX}${process.pid}_template`;
  const { connection, stop } = await serverOf(process.env['TEST_DATABASE_URL']);
  await dropLeftOvers(connection);
  await withServer(connection, (client) => client.query(`create database ${template} encoding 'UTF8'`));
  const dataSource = await connect({ ...connection, database: template });
  await dataSource.runMigrations();
  await seed(dataSource);
  await seedDemoOnce(dataSource);
  await ensureDemoAccounts(dataSource, PASSWORD);
  await bringUpToDate(dataSource, PROJECTIONS);
  await dataSource.query('vacuum analyze');
  await dataSource.destroy();
  return { connection, template, stop };
}

async function serverOf(url: string | undefined): Promise<{ connection: ServerConnection; stop: () => Promise<void> }> {
  if (!url) {
    const server = await startEmbeddedServer({ project: claimFolder() });
    return { connection: server.connection, stop: () => server.stop() };
  }
  const { hostname, port, username, password, pathname } = new URL(url);
  const parts = {
    host: hostname,
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
  };
  return { connection: { ...parts, database: pathname.slice(1) || 'postgres' }, stop: async () => {} };
}

/**
 * A folder of this run alone, which the embedded server is keyed by: tests never meet the data of a running product, and a
 * run that ends does not stop the server of another. Runs one after the other get the same folder and server.
 */
function claimFolder(): string {
  for (let slot = 0; ; slot++) {
    const folder = join(tmpdir(), `rakornas-tests-${userInfo().uid}-${basename(resolve('.'))}-${slot}`);
    const owner = join(folder, 'owner');
    mkdirSync(folder, { recursive: true });
    if (existsSync(owner) && isRunning(Number(readFileSync(owner, 'utf8')))) continue;
    writeFileSync(owner, String(process.pid));
    return folder;
  }
}

function isRunning(pid: number): boolean {
  try {
    return pid > 0 && pid !== process.pid && process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Databases of runs that were killed. */
async function dropLeftOvers(connection: ServerConnection): Promise<void> {
  await withServer(connection, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      `select datname from pg_database where datname like '${PREFIX}%'`,
    );
    for (const { datname } of rows)
      if (!isRunning(Number(datname.slice(PREFIX.length).split('_')[0])))
        await client.query(`drop database if exists "${datname}" with (force)`);
  });
}

/** A connection to the server itself, to make and drop databases. */
export async function withServer<T>(connection: ServerConnection, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export function connect(connection: ServerConnection, settings: Partial<PoolSettings> = {}): Promise<DataSource> {
  const pool = { size: 8, statementTimeout: 20_000, ...settings };
  return new DataSource(
    dataSourceOptions(connection, pool, { entities: ENTITIES, migrations: MIGRATIONS }),
  ).initialize();
}

/** A clone of the template under a name of its own. */
export async function cloneDatabase(
  { connection, template }: TestServer,
  settings?: Partial<PoolSettings>,
): Promise<{ dataSource: DataSource; drop: () => Promise<void> }> {
  const database = template.replace('template', randomBytes(6).toString('hex'));
  await withServer(connection, (client) => client.query(`create database ${database} template ${template}`));
  const dataSource = await connect({ ...connection, database }, settings);
  const drop = async (): Promise<void> => {
    if (dataSource.isInitialized) await dataSource.destroy();
    await withServer(connection, (client) => client.query(`drop database if exists ${database} with (force)`));
  };
  return { dataSource, drop };
}
