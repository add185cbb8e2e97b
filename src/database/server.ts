import { resolve } from 'node:path';
import { StartError } from '../common/start-error.js';
import type { Config } from '../config.js';
import type { DatabaseConnection } from './data-source.js';
import { startEmbeddedServer } from './embedded/embedded-server.js';

/** A PostgreSQL server, and how to let go of it. */
export interface DatabaseServer {
  readonly connection: DatabaseConnection;
  /** For people: which server this is. */
  readonly description: string;
  /** Known only to those who may open its database, if there is such a thing. */
  readonly secret: string | undefined;
  stop(): Promise<void>;
}

/** The database cannot be had. */
export class DatabaseError extends StartError {}

/** The server of DATABASE_URL, not asked yet whether it is there; without it the embedded one, started. */
export async function reachServer(config: Config, onLost: (message: string) => void): Promise<DatabaseServer> {
  if (config.databaseUrl) {
    const { host, pathname, password } = new URL(config.databaseUrl);
    return {
      connection: { url: config.databaseUrl },
      description: `PostgreSQL ${host}${pathname}`,
      secret: password || undefined,
      stop: async () => {},
    };
  }
  try {
    const server = await startEmbeddedServer({
      directory: config.embeddedDirectory ?? undefined,
      stateHome: config.stateHome ?? undefined,
      project: resolve(import.meta.dirname, '../..'),
      onLost,
    });
    return {
      connection: server.connection,
      description: `embedded PostgreSQL ${server.version}, ${server.directory}`,
      secret: server.connection.password,
      stop: () => server.stop(),
    };
  } catch (error) {
    throw new DatabaseError((error as Error).message);
  }
}
