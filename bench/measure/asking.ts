import type { Request } from 'autocannon';
import type { Server, Side } from '../servers/server.js';
import type { Case, Workload } from '../workloads/workload.js';

const HEADERS = { 'content-type': 'application/json' };

/** What a side is sent for a question. */
export function requestOf(workload: Workload, { side, path }: Pick<Server, 'side' | 'path'>, one: Case): Request {
  return { method: 'POST', path, headers: HEADERS, body: JSON.stringify(bodyOf(workload, side, one)) };
}

function bodyOf({ name, queries }: Workload, side: Side, one: Case): unknown {
  if (side === 'limit') return { name, values: one.limit };
  const language = side === 'postgraphile' ? 'postgraphile' : 'product';
  return { query: queries[language], variables: one[language] };
}

/** Sends one request and returns the text of the answer. */
export async function send(
  { origin, side }: Server,
  { path, headers, body }: Omit<Request, 'method'>,
): Promise<string> {
  const response = await fetch(origin + path, { method: 'POST', headers, body });
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
