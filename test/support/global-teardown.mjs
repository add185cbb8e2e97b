import { once } from 'node:events';

export default async function globalTeardown() {
  const { testServer } = globalThis;
  if (!testServer?.connected) return;
  testServer.disconnect();
  await once(testServer, 'exit');
}
