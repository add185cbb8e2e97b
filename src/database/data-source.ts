import pg from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { SnakeCaseNaming } from './naming.js';
import { ReadPool } from './read-pool.js';

/** Where a PostgreSQL is: an address, or the parts of one (a folder as `host` is a Unix socket). */
export type DatabaseConnection =
  { url: string } | { host: string; port: number; user: string; password: string; database: string };

export interface PoolSettings {
  /** Connections at most. */
  size: number;
  /** Milliseconds after which PostgreSQL gives a statement up; 0 for none. */
  statementTimeout: number;
  /** Megabytes for answers of long reads that are given again; none unless given. */
  memory?: number;
}

/** Prepared statements pile up in a connection's memory; after this many uses the pool replaces it. */
const USES_OF_A_CONNECTION = 20_000;

export function dataSourceOptions(
  connection: DatabaseConnection,
  pool: PoolSettings,
  mapped: { entities: (new () => object)[]; migrations: (new () => object)[] },
): DataSourceOptions {
  const where =
    'url' in connection
      ? { url: connection.url }
      : {
          host: connection.host,
          port: connection.port,
          username: connection.user,
          password: connection.password,
          database: connection.database,
        };
  return {
    type: 'postgres',
    driver: { ...pg, Pool: ReadPool },
    ...where,
    ...(mapped as Pick<DataSourceOptions, 'entities' | 'migrations'>),
    namingStrategy: new SnakeCaseNaming(),
    migrationsTableName: 'schema_migrations',
    synchronize: false,
    installExtensions: false,
    applicationName: 'rakornas',
    poolSize: pool.size,
    extra: {
      statement_timeout: pool.statementTimeout || false,
      maxUses: USES_OF_A_CONNECTION,
      memory: pool.memory,
      options: '-c timezone=UTC',
    },
  } as DataSourceOptions;
}
