import { randomBytes } from 'node:crypto';
import type { Request } from 'autocannon';
import { isOurs, type Server, type Side } from '../servers/server.js';
import { FRESH, type Case, type Workload } from '../workloads/workload.js';

export type Headers = Readonly<Record<string, string>>;

const JSON_TYPE: Headers = { 'content-type': 'application/json' };
const RUN = randomBytes(6).toString('hex');
let sent = 0;

/** What a side is sent for a question; `headers` are those that the product wants. */
export function requestOf(
  workload: Workload,
  { side, path }: Pick<Server, 'side' | 'path'>,
  one: Case,
  headers: Headers,
): Request {
  const body = JSON.stringify(bodyOf(workload, side, one));
  const request = { method: 'POST', path, headers: { ...JSON_TYPE, ...(isOurs(side) && headers) }, body } as const;
  if (!body.includes(FRESH)) return request;
  return { ...request, setupRequest: (previous) => ({ ...previous, body: freshened(body) }) };
}

/** What a side is sent in a round: every question once. */
export const requestsOf = (
  workload: Workload,
  server: Pick<Server, 'side' | 'path'>,
  { cases, headers }: { cases: readonly Case[]; headers: Headers },
): Request[] => cases.map((one) => requestOf(workload, server, one, headers));

const freshened = (body: string): string => body.replaceAll(FRESH, `${RUN}-${String((sent += 1)).padStart(9, '0')}`);

function bodyOf({ name, queries, request }: Workload, side: Side, one: Case): unknown {
  if (side === 'limit') return { name, values: one.limit };
  const language = side === 'postgraphile' ? 'postgraphile' : 'product';
  const [query, variables] = [queries[language]!, one[language]!];
  return request ? request(query, variables) : { query, variables };
}

/** Sends one request and returns the text of the answer. */
export async function send(
  { origin, side }: Server,
  { path, headers, body }: Omit<Request, 'method'>,
): Promise<string> {
  const response = await fetch(origin + path, { method: 'POST', headers, body: freshened(body) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${side} answers ${response.status}: ${text.slice(0, 500)}`);
  return text;
}

interface Answer {
  data?: unknown;
  errors?: unknown;
}

/** The data of an answer; anything that is not in good order ends the run. */
export function dataOf(side: Side, text: string): unknown {
  const { data, errors } = JSON.parse(text) as Answer;
  if (errors || data === undefined) throw new Error(`${side} answers with an error: ${text.slice(0, 500)}`);
  return data;
}
