import 'reflect-metadata';
import { createHmac, randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ensureDemoAccounts } from './auth/demo-accounts.js';
import { StartError } from './common/start-error.js';
import type { Config } from './config.js';
import { MIGRATIONS } from './database/migrations/index.js';
import { openDatabase, type OpenDatabase } from './database/open.js';
import type { DatabaseServer } from './database/server.js';
import { ENTITIES } from './entities.js';
import { seed, seedDemoOnce } from './seeds/seed.js';

export { banner } from './server/banner.js';
export { createHttpApp } from './server/http-app.js';

/*
 * The steps of a start that need the whole product. They are a module of their own because reading it takes half of a
 * start, time in which the database server can come up.
 */

export function open(server: DatabaseServer, config: Config): Promise<OpenDatabase> {
  return openDatabase(server, config, { entities: ENTITIES, migrations: MIGRATIONS });
}

/** Gives the database what it has to hold. Returns the password of the demo's accounts, or null where there is no demo. */
export async function fill(config: Config, { dataSource, secret }: OpenDatabase): Promise<string | null> {
  await seed(dataSource);
  if (!config.demo) return null;
  const password = config.demoPassword ?? passwordMadeFrom(secret);
  await seedDemoOnce(dataSource);
  await ensureDemoAccounts(dataSource, password).catch((error: Error) => {
    throw new StartError(error.message);
  });
  return password;
}

/** Made from what only this database's owner knows, so that it is the same at every start. */
function passwordMadeFrom(secret: string | undefined): string {
  return createHmac('sha256', secret ?? randomBytes(32))
    .update('demo accounts')
    .digest('base64url')
    .slice(0, 12);
}

export async function listen(app: NestFastifyApplication, config: Config): Promise<void> {
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
