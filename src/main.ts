import 'reflect-metadata';
import { createHmac, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { QueryFailedError } from 'typeorm';
import { ensureDemoAccounts } from './auth/demo-accounts.js';
import { ConfigError, readConfig, type Config } from './config.js';
import { MIGRATIONS } from './database/migrations/index.js';
import { DatabaseError, openDatabase, type OpenDatabase } from './database/open.js';
import { ENTITIES } from './entities.js';
import { seed, seedDemoOnce } from './seeds/seed.js';
import { banner } from './server/banner.js';
import { createHttpApp } from './server/http-app.js';

/** A reason not to run that is worth one sentence, not a stack trace. */
class StartError extends Error {}

interface Running {
  app?: NestFastifyApplication;
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
    // A database that is still being opened is awaited: its server must not be left behind.
    const database = await running.database?.catch(() => undefined);
    await database?.close();
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

async function listen(app: NestFastifyApplication, config: Config): Promise<void> {
  await app.init();
  try {
    // Nest's own listen would log an error of its own beside our sentence.
    await app.getHttpAdapter().getInstance().listen({ port: config.port, host: config.host });
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code === 'EADDRINUSE') throw new StartError(`Port ${config.port} is already in use; set PORT to another one.`);
    if (code === 'EACCES') throw new StartError(`Port ${config.port} needs more rights; set PORT to one above 1023.`);
    throw new StartError(`The server cannot listen on ${config.host}, port ${config.port} (${message}): correct HOST.`);
  }
}

/** Without DEMO_PASSWORD made from what only this database's owner knows, so that it is the same at every start. */
function demoPasswordOf(config: Config, { secret }: OpenDatabase): string | null {
  if (!config.demo) return null;
  if (config.demoPassword) return config.demoPassword;
  return createHmac('sha256', secret ?? randomBytes(32))
    .update('demo accounts')
    .digest('base64url')
    .slice(0, 12);
}

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const mapped = { entities: ENTITIES, migrations: MIGRATIONS };
  running.database = openDatabase(config, mapped, (text) => console.error(text));
  const database = await running.database;
  if (stopping) return;
  await seed(database.dataSource);
  const password = demoPasswordOf(config, database);
  if (password) {
    await seedDemoOnce(database.dataSource);
    await ensureDemoAccounts(database.dataSource, password).catch((error: Error) => {
      throw new StartError(error.message);
    });
  }
  if (stopping) return;
  const app = await createHttpApp(config, database.dataSource);
  if (stopping) return;
  running.app = app;
  await listen(app, config);
  // Since the process began: a start that had to compile says so too.
  console.log(await banner(config, database, performance.now() / 1000, password));
}

/** One sentence for what a person can mend, the stack for what we have to. */
function explain(error: unknown): unknown {
  if (error instanceof QueryFailedError) return `The database failed during the start: ${error.message}.`;
  const isExpected = error instanceof ConfigError || error instanceof DatabaseError || error instanceof StartError;
  return isExpected ? error.message : error;
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
