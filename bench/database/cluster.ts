import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { checkBinaries, installBinaries } from '../../src/database/embedded/binaries.js';
import { findFreePort } from '../../src/database/embedded/free-port.js';
import { openInstance, type Instance } from '../../src/database/embedded/instance.js';
import { exists } from '../../src/database/embedded/postmaster.js';
import { ServerKeeper } from '../../src/database/embedded/server-keeper.js';
import { chooseServerUser } from '../../src/database/embedded/server-user.js';
import { chooseStateDirectory, instanceName, stateCandidates } from '../../src/database/embedded/state-directory.js';
import { reserveHugePages } from './huge-pages.js';
import { findPrograms } from './programs.js';

const GIGABYTE = 2 ** 30;
const quarter = Math.max(1, Math.min(6, Math.floor(totalmem() / 4 / GIGABYTE)));

/** What differs from the product's embedded server, and from PostgreSQL's defaults. */
const SETTINGS: Readonly<Record<string, string>> = {
  // The usual share; so that it is PostgreSQL and not the system's cache that keeps what was read.
  shared_buffers: `${quarter}GB`,
  effective_cache_size: `${2 * quarter}GB`,
  work_mem: '16MB',
  maintenance_work_mem: '256MB',
  random_page_cost: '1.1',
  // A checkpoint in the middle of a round would hit one side only.
  checkpoint_timeout: '30min',
};

/** The benchmark's PostgreSQL server. Its databases stay for the next run. */
export interface Cluster {
  readonly version: string;
  readonly folder: string;
  /** What differs from the product's embedded server. Told in the results. */
  readonly settings: Readonly<Record<string, string>>;
  /** An address for a server under test; PostGraphile comes as `reader`, who sees what the public may see. */
  url(database: string, user?: 'owner' | 'reader'): string;
  /** Runs work on a connection of its own. */
  use<T>(database: string, work: (client: pg.Client) => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

export const READER = 'bench_reader';

/** Starts the server that belongs to this checkout, in the same places as the product's embedded one. */
export async function startCluster(): Promise<Cluster> {
  const { instance, version } = await prepare();
  const lock = claim(instance.folder);
  const hugePages = reserveHugePages(quarter * GIGABYTE);
  const settings = { ...SETTINGS, huge_pages: hugePages.isReserved ? 'on' : 'off' };
  const lines = Object.entries(settings).map(([setting, value]) => `${setting} = '${value}'\n`);
  writeFileSync(join(instance.data, 'postgresql.auto.conf'), lines.join(''));
  const keeper = new ServerKeeper(instance, (message) => console.error(message));
  const stop = async (): Promise<void> => {
    await keeper.stop();
    hugePages.giveBack();
    rmSync(lock, { force: true });
  };
  const { host, port, user, password } = instance.connection;
  const cluster: Cluster = {
    version,
    folder: instance.folder,
    settings,
    url: (database, as = 'owner') =>
      `postgresql://${as === 'reader' ? READER : user}:${password}@${host}:${port}/${database}`,
    use: (database, work) => withClient({ ...instance.connection, database }, work),
    stop,
  };
  try {
    await keeper.start();
    await cluster.use('postgres', (client) => makeReader(client, password));
  } catch (error) {
    await stop();
    throw error;
  }
  return cluster;
}

async function prepare(): Promise<{ instance: Instance; version: string }> {
  const candidates = stateCandidates(process.env['EMBEDDED_PG_DIR'], process.env['XDG_STATE_HOME']);
  const source = findPrograms();
  const name = `bench-${instanceName(resolve(import.meta.dirname, '../..'), source.major)}`;
  const data = candidates.map((folder) => join(folder, name, 'data')).find((folder) => existsSync(folder));
  const user = chooseServerUser(data);
  const base = chooseStateDirectory(candidates, name, user);
  const bin = installBinaries(source, base);
  const version = checkBinaries(bin, user);
  const instance = await openInstance({ base, name, bin, major: source.major, user });
  // Over the loopback, as in production, and not by a socket that only this machine's processes can have.
  const connection = {
    ...instance.connection,
    host: '127.0.0.1',
    port: runningPort(instance) ?? (await findFreePort()),
  };
  return { instance: { ...instance, connection }, version };
}

/** Two runs at once would measure each other. */
function claim(folder: string): string {
  const lock = join(folder, 'run');
  const owner = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
  if (owner > 0 && exists(owner)) throw new Error(`Another run of the benchmark is going on (process ${owner}).`);
  writeFileSync(lock, String(process.pid));
  return lock;
}

/** The port of a server that an earlier run, killed half-way, left behind: the fourth line of its lock file. */
function runningPort({ data }: Instance): number | undefined {
  const file = join(data, 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[3]) || undefined : undefined;
}

async function withClient<T>(connection: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function makeReader(client: pg.Client, password: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [READER]);
  const verb = rowCount ? 'alter' : 'create';
  await client.query(`${verb} role ${READER} login password ${client.escapeLiteral(password)}`);
}
