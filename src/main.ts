import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { StartError } from './common/start-error.js';
import { readConfig } from './config.js';
import type { OpenDatabase } from './database/open.js';
import { reachServer, type DatabaseServer } from './database/server.js';

interface Running {
  app?: NestFastifyApplication;
  server?: Promise<DatabaseServer>;
  database?: Promise<OpenDatabase>;
}

/** Requests in flight may take this long to finish. */
const DRAIN_MS = 10_000;
/** Then the process ends whatever hangs; the embedded database recovers by itself. */
const STOP_LIMIT_MS = 45_000;
/** One Ctrl+C may come twice, from the terminal and from npm; later it means that somebody is in a hurry. */
const SAME_SIGNAL_MS = 1000;

const running: Running = {};
const hurry = new AbortController();
let stopping: Promise<void> | undefined;

/** Lets requests finish, then the pool, then the embedded server. */
function stop(): Promise<void> {
  stopping ??= (async () => {
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    if (running.app) await drain(running.app);
    // What is still being opened is awaited: no server must be left behind.
    const database = await running.database?.catch(() => undefined);
    await database?.close();
    const server = await running.server?.catch(() => undefined);
    await server?.stop();
  })();
  return stopping;
}

async function drain(app: NestFastifyApplication): Promise<void> {
  const closed = app.close();
  const patience = sleep(DRAIN_MS, undefined, { signal: hurry.signal, ref: false }).catch(() => {});
  await Promise.race([closed, patience]);
  app.getHttpServer().closeAllConnections();
  await closed;
}

function stopOnSignals(): void {
  let firstAt: number | undefined;
  const onSignal = (): void => {
    if (firstAt !== undefined && performance.now() - firstAt > SAME_SIGNAL_MS) hurry.abort();
    firstAt ??= performance.now();
    void stop().then(
      () => process.exit(0),
      (error) => fail(error),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
}

async function start(): Promise<void> {
  const config = readConfig(process.env);
  running.server = reachServer(config, (text) => console.error(text));
  running.server.catch(() => {}); // whoever awaits it says so
  // The server comes up while these are read.
  const { open, fill, createHttpApp, listen, banner } = await import('./start.js');
  const server = await running.server;
  if (stopping) return;
  running.database = open(server, config);
  const database = await running.database;
  if (stopping) return;
  const demoPassword = await fill(config, database);
  if (stopping) return;
  const app = await createHttpApp(config, database.dataSource);
  if (stopping) return;
  running.app = app;
  await listen(app, config);
  // Since the process began: a start that had to compile says so too.
  console.log(await banner(config, database, performance.now() / 1000, demoPassword));
}

/** One sentence for what a person can mend, the stack for what we have to. */
function explain(error: unknown): unknown {
  if (error instanceof StartError) return error.message;
  // TypeORM's, which is read later than this module.
  if (error instanceof Error && error.name === 'QueryFailedError')
    return `The database failed during the start: ${error.message}.`;
  return error;
}

function fail(error: unknown): void {
  console.error(explain(error));
  void stop()
    .catch(() => {})
    .then(() => process.exit(1));
}

stopOnSignals();
// A mistake that nobody caught: the process is of no use any more, and its database server must not outlive it.
process.on('uncaughtException', fail);
try {
  await start();
} catch (error) {
  if (!stopping) fail(error); // else the start was stopped half-way, and what it met then says nothing
}
