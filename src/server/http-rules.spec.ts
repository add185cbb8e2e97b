import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { limitArrival } from './http-rules.js';

describe('limitArrival', () => {
  const app: FastifyInstance = new FastifyAdapter().getInstance() as never;
  let port: number;

  beforeAll(async () => {
    limitArrival(app, ['/files/:id'], 150);
    app.post('/questions', () => 'answered');
    app.post('/files/:id', () => 'kept');
    await app.listen({ port: 0 });
    ({ port } = app.server.address() as AddressInfo);
  });
  afterAll(() => app.close());

  /** Sends a body of two bytes, the second one later, and gives what came back. */
  const dawdle = (path: string, milliseconds: number): Promise<string> =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1');
      let answer = '';
      socket.setEncoding('latin1').on('data', (text: string) => (answer += text));
      socket.on('error', () => {}).on('close', () => resolve(answer));
      socket.write(
        `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\na`,
      );
      setTimeout(() => socket.write('b'), milliseconds);
    });

  it('ends a request that does not arrive in time, and lets files come slowly', async () => {
    expect(await dawdle('/questions', 400)).toMatch(/^HTTP\/1\.1 408 /);
    expect(await dawdle('/questions', 20)).toMatch(/^HTTP\/1\.1 200 .*answered$/s);
    expect(await dawdle('/files/1', 400)).toMatch(/^HTTP\/1\.1 200 .*kept$/s);
  });
});
