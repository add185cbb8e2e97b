import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/**
 * Starts the database server of the run. In a process of its own: the product's classes register themselves with Nest
 * when they are loaded, and must not be loaded a second time in a process that runs tests.
 */
export default async function globalSetup() {
  const server = fork(join(import.meta.dirname, 'serve.ts'), {
    execArgv: ['--import', '@swc-node/register/esm-register'],
  });
  const [message] = await Promise.race([once(server, 'message'), once(server, 'exit')]);
  if (!message?.connection) throw new Error(message?.problem ?? 'The test server ended before it was ready.');
  globalThis.testServer = server;
  process.env.TEST_SERVER = JSON.stringify(message);
}
