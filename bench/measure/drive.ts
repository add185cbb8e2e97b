import autocannon, { type Client, type Request } from 'autocannon';
import { CONNECTIONS } from '../options.js';
import type { Server } from '../servers/server.js';
import type { Lengths } from './agreement.js';

/** What one server did in one round. */
export interface Sample {
  readonly perSecond: number;
  /** Milliseconds of each answer. */
  readonly latencies: readonly number[];
  /** Milliseconds of the server's processor time for an answer. */
  readonly processor: number;
}

/** Sends requests over 16 connections, each starting elsewhere among them. Anything but right answers ends the run. */
export async function drive(server: Server, requests: Request[], seconds: number, lengths: Lengths): Promise<Sample> {
  const latencies: number[] = [];
  let begin = 0;
  let end = 0;
  let wrong = 0;
  let clients = 0;
  const setupClient = (client: Client): void => {
    client.setRequests(rotated(requests, Math.floor((clients++ * requests.length) / CONNECTIONS)));
    let length = 0;
    client.on('body', (part: Buffer) => (length += part.length));
    client.on('response', (_status: number, _bytes: number, milliseconds: number) => {
      end = performance.now();
      begin ||= end;
      latencies.push(milliseconds);
      // An error comes with status 200 too; its length is not one of those that were checked.
      if (length < lengths.least || length > lengths.most) wrong += 1;
      length = 0;
    });
  };
  const options = { url: server.origin, connections: CONNECTIONS, duration: seconds, requests: requests.slice(0, 1) };
  const before = server.processorTime();
  const { non2xx, errors, timeouts } = await autocannon({ ...options, setupClient });
  if (non2xx + errors + timeouts + wrong > 0)
    throw new Error(
      `${server.side}: ${non2xx} answers without success, ${errors} errors, ${timeouts} timeouts, ${wrong} of a wrong length.`,
    );
  const processor = ((server.processorTime() - before) / latencies.length) * 1000;
  return { perSecond: ((latencies.length - 1) / (end - begin)) * 1000, latencies, processor };
}

const rotated = <T>(all: T[], by: number): T[] => [...all.slice(by), ...all.slice(0, by)];
