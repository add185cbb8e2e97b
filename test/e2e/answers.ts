import { request, type Agent } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestApi } from '../support/api.js';

/** An HTTP answer as it came, nothing parsed or followed. */
export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

export interface Asked {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export const JSON_TYPE = { 'content-type': 'application/json' };

/** Starts to listen on a free port; the address without a path. */
export async function listen({ app }: Pick<TestApi, 'app'>): Promise<string> {
  await app.listen(0, '127.0.0.1');
  return `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
}

/** One request, by hand: `fetch` would mend or refuse much of what is worth sending. */
export function send(base: string, asked: Asked, agent?: Agent): Promise<Answer> {
  const { method = 'POST', path = '/graphql', headers = JSON_TYPE, body } = asked;
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base);
    // Node leaves the length out where a method usually has no body, and the body would be taken for the next request.
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const options = { hostname, port, method, path, headers: { ...headers, ...length }, agent: agent ?? false };
    const outgoing = request(options, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: incoming.statusCode!, headers: incoming.headers, text });
      });
    });
    // A kept connection may be closed by the server at the very moment; that says nothing of this request. Ask once more.
    outgoing.on('error', (error) => (agent ? resolve(send(base, asked)) : reject(error)));
    outgoing.end(body);
  });
}

/** Codes that clients may rely on. An INTERNAL_SERVER_ERROR is none: it is a fault of ours. */
const STABLE_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'TOO_COMPLEX',
  'RATE_LIMITED',
  'UNAVAILABLE',
]);

/** Words of stack traces, of Node's own errors and of PostgreSQL. */
const INTERNALS = [
  /node_modules|node:internal|\.(ts|js|mjs):\d+/,
  /\b(Type|Reference|Range|Syntax|QueryFailed|Assertion)Error\b/,
  /Cannot read propert|is not a function|is not iterable|undefined \(reading|Unexpected token/,
  /ECONN|ENOENT|EPIPE|Connection terminated/,
  /\b(relation|column|function|operator|type) "?[\w.]+"? does not exist|SQLSTATE|pg_\w+|\bstatement timeout\b/,
  /invalid input syntax|invalid byte sequence|syntax error at or near|violates .* constraint|out of range for type/,
  /bind message|stack depth limit|could not determine data type|current transaction is aborted/,
];

/** What is wrong with an answer, whatever was asked. Empty: the server kept its countenance. */
export function faultsOf({ status, headers, text }: Answer): string[] {
  const faults: string[] = [];
  if (status >= 500 || status < 200 || status === 201) faults.push(`status ${status}`);
  const type = String(headers['content-type'] ?? '');
  // Pages and scripts of the playground, redirects, and answers without a body.
  if (text === '' || /^(text\/html|text\/javascript|text\/css|font|image)/.test(type)) return faults;
  if (!/\bjson\b/.test(type)) return [...faults, `content type ${type}`];
  const body = parsed(text);
  if (body === undefined) return [...faults, 'not JSON'];
  return [...faults, ...faultsOfBody(body)];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

type Body = { data?: unknown; errors?: unknown; message?: unknown; statusCode?: unknown; status?: unknown };

function faultsOfBody(body: unknown): string[] {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return ['not a JSON object'];
  const { data, errors, message, status } = body as Body;
  // Somebody may have put such words into the data; in errors they are ours.
  const spoken = JSON.stringify(data === undefined ? body : (errors ?? null)).replaceAll('\\"', '"');
  const faults = INTERNALS.filter((pattern) => pattern.test(spoken)).map((pattern) => `says ${pattern.source}`);
  if (errors !== undefined) faults.push(...faultsOfErrors(errors));
  else if (data === undefined && typeof message !== 'string' && typeof status !== 'string') faults.push('says nothing');
  return faults;
}

function faultsOfErrors(errors: unknown): string[] {
  if (!Array.isArray(errors) || errors.length === 0) return ['errors is not a list'];
  return errors.flatMap((error: { message?: unknown; extensions?: { code?: string; stacktrace?: unknown } }) => {
    const code = error.extensions?.code ?? 'none';
    const faults = STABLE_CODES.has(code) ? [] : [`code ${code}`];
    if (typeof error.message !== 'string' || error.message === '') faults.push('an error without a message');
    if (error.extensions?.stacktrace) faults.push('a stack trace');
    return faults;
  });
}

/** The body of an answer that has to be JSON. */
export function bodyOf(answer: Answer): any {
  return JSON.parse(answer.text);
}

/** The codes of a GraphQL answer's errors. */
export function codesOf(answer: Answer): string[] {
  return ((bodyOf(answer).errors ?? []) as { extensions: { code: string } }[]).map(({ extensions }) => extensions.code);
}
