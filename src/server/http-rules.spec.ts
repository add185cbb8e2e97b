import { connect, type AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from '@jest/globals';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { limitArrival } from './http-rules.js';

describe('limitArrival', () => {
  const apps: FastifyInstance[] = [];
  afterAll(() => Promise.all(apps.map((app) => app.close())));

  async function portOf(limitMs: number): Promise<number> {
    const app: FastifyInstance = new FastifyAdapter().getInstance() as never;
    apps.push(app);
    limitArrival(app, ['/files/:id'], limitMs);
    app.post('/questions', () => 'answered');
    app.post('/files/:id', () => 'kept');
    await app.listen({ port: 0 });
    return (app.server.address() as AddressInfo).port;
  }

  /** Sends a body of two bytes, the second one later or never, and gives what came back. */
  const dawdle = (port: number, path: string, milliseconds?: number): Promise<string> =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1');
      let answer = '';
      socket.setEncoding('latin1').on('data', (text: string) => (answer += text));
      socket.on('error', () => {}).on('close', () => resolve(answer));
      socket.write(
        `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\na`,
      );
      if (milliseconds !== undefined) setTimeout(() => socket.write('b'), milliseconds);
    });

  it('ends a request that does not arrive in time, and lets files come slowly', async () => {
    const [strict, patient] = [await portOf(150), await portOf(30_000)];
    expect(await dawdle(strict, '/questions')).toMatch(/^HTTP\/1\.1 408 /);
    expect(await dawdle(patient, '/questions', 20)).toMatch(/^HTTP\/1\.1 200 .*answered$/s);
    expect(await dawdle(strict, '/files/1', 400)).toMatch(/^HTTP\/1\.1 200 .*kept$/s);
  });
});
