import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Client, type TestApi } from '../support/api.js';
import { pdf } from '../support/sample-files.js';
import { listen } from './answers.js';
import { draft, filesOf, formOf, uploadPath } from './uploads.js';

/** Files that are too large, by whatever line they come: each sender learns it, and none is read for ever. */
let api: TestApi;
let base: string;
let makassar: Client;
let code: string;

beforeAll(async () => {
  api = await startApi({ MAX_ATTACHMENT_MB: '1' });
  base = await listen(api);
  makassar = await api.as('kontributor.7371');
  ({ code } = await draft(makassar));
});
afterAll(() => api.close());

const MEGABYTE = 1024 * 1024;

describe('whoever reads only after writing', () => {
  /** Node's own client reads meanwhile, so this one is written by hand. */
  async function answerTo(connection: string): Promise<string> {
    const { headers, body } = formOf({ name: 'a.pdf', content: Buffer.alloc(16 * MEGABYTE) });
    const lines = { ...makassar.headers, ...headers, host: 'localhost', connection, 'content-length': body.length };
    const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
    const socket = connect(Number(new URL(base).port), '127.0.0.1').pause();
    socket.on('error', () => {});
    socket.write(`POST ${uploadPath(code)} HTTP/1.1\r\n${head.join('')}\r\n`);
    for (let at = 0; at < body.length && !socket.destroyed; at += MEGABYTE)
      if (!socket.write(body.subarray(at, at + MEGABYTE))) await Promise.race([once(socket, 'drain'), sleep(1000)]);
    const [answer] = await Promise.race([once(socket.resume(), 'data'), sleep(30_000, ['nothing'], { ref: false })]);
    socket.destroy();
    return String(answer).split('\r\n', 1)[0]!;
  }

  it.each(['keep-alive', 'close'])('learns that a file is too large, with the line on %s', async (connection) => {
    expect(await answerTo(connection)).toBe('HTTP/1.1 413 Payload Too Large');
  });
});

describe('a body without a length', () => {
  /** In pieces, until the server has answered. */
  async function chunked(pieces: Iterable<Buffer>): Promise<{ status: number; sent: number }> {
    const { headers } = formOf();
    const url = `${base}${uploadPath(code)}`;
    const outgoing = request(url, { method: 'POST', headers: { ...makassar.headers, ...headers } });
    let isAnswered = false;
    let sent = 0;
    const answered = new Promise<number>((resolve) => {
      outgoing.on('response', (incoming) => {
        isAnswered = true;
        resolve(incoming.resume().statusCode!);
      });
    });
    outgoing.on('error', () => {});
    for (const piece of pieces) {
      if (isAnswered) break;
      sent += piece.length;
      if (!outgoing.write(piece)) await Promise.race([once(outgoing, 'drain'), sleep(1000)]);
    }
    const status = await Promise.race([answered, sleep(30_000, 0, { ref: false })]);
    outgoing.destroy();
    return { status, sent };
  }

  function* endless(first: Buffer): Generator<Buffer> {
    yield first;
    for (;;) yield Buffer.alloc(64 * 1024, ' ');
  }

  it.each([
    ['in its file', formOf({ name: 'a.pdf', content: pdf() }).body.subarray(0, -60)],
    ['before its first part', Buffer.from('nothing yet\r\n')],
  ])('is cut off when it has gone on for too long %s', async (_, first) => {
    const { status, sent } = await chunked(endless(first));
    expect(status).toBe(413);
    // What lies in the buffers of both sides counts as sent.
    expect(sent).toBeLessThan(64 * MEGABYTE);
    expect(await filesOf(api)).toEqual([]);
  });
});
