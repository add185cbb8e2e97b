import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Config } from '../config.js';
import { dataSourceOptions, type DatabaseConnection } from './data-source.js';
import { DatabaseError, type DatabaseServer } from './server.js';

type Mapped = { entities: (new () => object)[]; migrations: (new () => object)[] };

/** A database that is ready for use, and how to let go of it. */
export interface OpenDatabase {
  readonly dataSource: DataSource;
  /** For people: which server this is. */
  readonly description: string;
  /** Known only to those who may open this database, if there is such a thing. */
  readonly secret: string | undefined;
  close(): Promise<void>;
}

/** Any number that names this product's migrations among the advisory locks of a database. */
const MIGRATION_LOCK = 7_302_025;
/** For a connection that nobody answers, and for statements that do not end when we want to. */
const CONNECT_LIMIT_MS = 10_000;
const RELEASE_LIMIT_MS = 2_000;

/** Connects to a server and brings the tables up to date. The server stops with the connections to it. */
export async function openDatabase(server: DatabaseServer, config: Config, mapped: Mapped): Promise<OpenDatabase> {
  const pool = { size: config.databasePool, statementTimeout: config.statementTimeout, memory: config.answerMemory };
  const dataSource = new DataSource(dataSourceOptions(server.connection, pool, mapped));
  const close = async (): Promise<void> => {
    const released = dataSource.isInitialized ? dataSource.destroy() : undefined;
    await Promise.race([released?.catch(() => {}), sleep(RELEASE_LIMIT_MS, undefined, { ref: false })]);
    await server.stop();
  };
  try {
    await requireSupported(server.connection, server.description);
    await dataSource.initialize();
    if (!(await isUpToDate(dataSource))) await migrate(dataSource.options, mapped);
  } catch (error) {
    await close();
    throw error instanceof DatabaseError
      ? error
      : new DatabaseError(`The database cannot be used: ${describe(error)}.`);
  }
  return { dataSource, description: server.description, secret: server.secret, close };
}

/** Asks on a connection of its own, which gives up where the pool's would wait for ever. */
async function requireSupported(connection: DatabaseConnection, description: string): Promise<void> {
  const { version, encoding } = await askServer(connection).catch((error: unknown) => {
    throw new DatabaseError(
      `The database (${description}) cannot be used (${describe(error)}): check that it runs and that DATABASE_URL is right.`,
    );
  });
  if (version < 15) throw new DatabaseError(`PostgreSQL 15 or newer is needed, this one is ${version}.`);
  if (encoding !== 'UTF8') throw new DatabaseError(`The database must be encoded in UTF8, this one is ${encoding}.`);
}

async function askServer(connection: DatabaseConnection): Promise<{ version: number; encoding: string }> {
  const where = 'url' in connection ? { connectionString: connection.url } : connection;
  const client = new pg.Client({
    ...where,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    query_timeout: CONNECT_LIMIT_MS,
  });
  client.on('error', () => {}); // the call that fails says it too
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; encoding: string }>(
      `select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding`,
    );
    return { version: Number(rows[0]!.version), encoding: rows[0]!.encoding };
  } finally {
    void client.end().catch(() => {});
  }
}

/** Two small questions, where finding out by a migrator of its own takes four connections. */
async function isUpToDate(dataSource: DataSource): Promise<boolean> {
  const { migrationsTableName: table } = dataSource.options;
  const [known] = await dataSource.query<{ has: boolean }[]>('select to_regclass($1) is not null as has', [table]);
  if (!known?.has) return false;
  const done = await dataSource.query<{ name: string }[]>(`select name from "${table}"`);
  return dataSource.migrations.every(({ name, constructor }) =>
    done.some((one) => one.name === (name ?? constructor.name)),
  );
}

/**
 * Runs what is missing, one process at a time. On a connection of its own without the statement timeout: an index on
 * a million rows takes longer than any query may.
 */
async function migrate(options: DataSourceOptions, mapped: Mapped): Promise<void> {
  const own = {
    ...options,
    ...mapped,
    poolSize: 2,
    extra: { ...(options.extra as object), statement_timeout: false },
  } as DataSourceOptions;
  const migrator = await new DataSource(own).initialize();
  const lock = migrator.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrator.runMigrations({ transaction: 'each' });
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => {});
    await lock.release();
    await migrator.destroy();
  }
}

function describe(error: unknown): string {
  const { code, message, errors } = error as { code?: string; message?: string; errors?: Error[] };
  const text = message || errors?.map((e) => e.message).join(', ') || code || String(error);
  return text.replace(/\.$/, '');
}
