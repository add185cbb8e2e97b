import 'reflect-metadata';
import { constants } from 'node:os';
import type { DataSource } from 'typeorm';
import { readConfig } from '../config.js';
import { openDatabase, type OpenDatabase } from '../database/open.js';
import { reachServer } from '../database/server.js';
import { ENTITIES } from '../entities.js';
import { MIGRATIONS } from '../database/migrations/index.js';

/** Runs a command's work on the configured or embedded database. Failures end in one sentence and exit code 1. */
export async function withDatabase(work: (dataSource: DataSource) => Promise<void>): Promise<void> {
  try {
    // Commands move many rows at once; the timeout is for queries of the API.
    const config = { ...readConfig(process.env), statementTimeout: 0 };
    const opening = reachServer(config, (text) => console.error(text)).then((server) =>
      openDatabase(server, config, { entities: ENTITIES, migrations: MIGRATIONS }),
    );
    closeOnSignals(opening);
    const database = await opening;
    try {
      await work(database.dataSource);
    } finally {
      await database.close();
    }
  } catch (error) {
    if (stopped) return; // what the work says of the database that was taken from it
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}

let stopped = false;

/** Whoever stops a command does not leave the database server that it started running. */
function closeOnSignals(opening: Promise<OpenDatabase>): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (stopped) return;
      stopped = true;
      console.error('Stopped before the end; running the command again completes it.');
      void opening
        .then((database) => database.close())
        .catch(() => {})
        .finally(() => process.exit(128 + constants.signals[signal]));
    });
}
