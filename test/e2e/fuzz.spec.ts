import { Agent, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { exampleQueries } from '../../src/playground/example-queries.js';
import { Random } from '../read/random.js';
import { startApi, type TestApi } from '../support/api.js';
import { PASSWORD } from '../support/test-server.js';
import { bodyOf, faultsOf, listen, send, type Answer, type Asked } from './answers.js';
import { RequestMaker, type Operation } from './fuzz.requests.js';

const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000);
const COUNT = Number(process.env['FUZZ_COUNT'] ?? 20_000);
const AT_ONCE = 8;
const KNOWN = '{ satker(code: "73") { code name level parent { code } } }';
const MAX_FAILURES = 10;

const EXAMPLES: readonly Operation[] = [
  ...exampleQueries,
  { query: KNOWN },
  {
    query: `query Page($filter: SatkerFilter, $orderBy: [SatkerOrder!], $first: Int, $after: String) {
      satkers(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
        totalCount edges { cursor node { id code } } pageInfo { hasNextPage endCursor } } }`,
    variables: { filter: { level: { eq: 'PROVINCE' } }, orderBy: [{ field: 'CODE' }], first: 5 },
  },
  { query: 'query Node($id: ID!) { node(id: $id) { id ... on Satker { code } } }', variables: { id: 'U2F0a2VyOjE=' } },
  {
    query: 'mutation In($input: LoginInput!) { login(input: $input) { accessToken userErrors { code field } } }',
    variables: { input: { username: 'nobody', password: 'nothing-like-it' } },
  },
  {
    query:
      'mutation New($input: CreateEventInput!) { createEvent(input: $input) { event { id } userErrors { code } } }',
    variables: {
      input: {
        clientMutationId: 'fuzz',
        slug: 'acara-uji',
        title: 'Acara',
        kind: 'RAKORNAS',
        status: 'COMPLETED',
        startDate: '2025-07-30',
        organiser: '73',
      },
    },
  },
];

interface Failure {
  index: number;
  faults: string[];
  asked: Asked;
  answer: Answer;
}

interface Report {
  statuses: Map<number, number>;
  /** Answers with data: operations that were good enough to be executed. */
  executed: number;
  failures: Failure[];
  /** Faults by their wording, with how often they were met. */
  faults: Map<string, number>;
  seconds: number;
  /** Megabytes after each fifth of the requests. */
  memory: { rss: number; heap: number }[];
}

/** Collects garbage first, so that what is left is what somebody still holds. */
function memory(): Report['memory'][number] {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { rss, heapUsed } = process.memoryUsage();
  return { rss: Math.round(rss / 1024 / 1024), heap: Math.round(heapUsed / 1024 / 1024) };
}

/** Every request has a generator of its own, so that one can be repeated whatever came before it. */
async function fuzz(base: string, maker: RequestMaker, count: number): Promise<Report> {
  const report: Report = {
    statuses: new Map(),
    executed: 0,
    failures: [],
    faults: new Map(),
    seconds: 0,
    memory: [],
  };
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const began = performance.now();
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      const index = next++;
      if (index > 0 && index % Math.ceil(count / 5) === 0) report.memory.push(memory());
      const asked = maker.make(new Random(SEED * 1_000_003 + index));
      const answer = await send(base, asked, agent).catch((error: Error) => broken(error));
      report.statuses.set(answer.status, (report.statuses.get(answer.status) ?? 0) + 1);
      if (answer.text.includes('"data":{')) report.executed += 1;
      const faults = faultsOf(answer);
      for (const fault of faults) report.faults.set(fault, (report.faults.get(fault) ?? 0) + 1);
      if (faults.length > 0 && report.failures.length < MAX_FAILURES)
        report.failures.push({ index, faults, asked, answer });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  agent.destroy();
  report.seconds = (performance.now() - began) / 1000;
  report.memory.push(memory());
  return report;
}

/** No answer at all is as bad as a wrong one. */
const broken = (error: Error): Answer => ({ status: 599, headers: {}, text: error.message });

function told({ statuses, executed, seconds, memory }: Report, count: number): string {
  const each = [...statuses].sort(([a], [b]) => a - b).map(([status, times]) => `${status}: ${times}`);
  return `FUZZ_SEED=${SEED}: ${count} requests in ${seconds.toFixed(1)} s; ${each.join(', ')}; ${executed} with data; RSS ${memory.map(({ rss }) => rss).join(' → ')} MB, heap ${memory.map(({ heap }) => heap).join(' → ')} MB\n`;
}

const short = ({ index, faults, asked, answer }: Failure): string =>
  `#${index} ${faults.join(', ')}\n  asked ${JSON.stringify({ ...asked, body: asked.body?.toString() }).slice(0, 1_500)}\n  got ${answer.status} ${answer.text.slice(0, 500)}`;

let api: TestApi;
let base: string;
let maker: RequestMaker;
/** What the product logged as errors. */
const logged: string[] = [];

beforeAll(async () => {
  api = await startApi();
  base = await listen(api);
  const signedIn = await api.anonymous.query(
    `mutation { login(input: { username: "analis", password: "${PASSWORD}" }) { accessToken } }`,
  );
  const token = signedIn.login.accessToken as string;
  const credentials = [
    `Bearer ${token}`,
    `bearer  ${token}`,
    `Bearer ${token.slice(0, -3)}abc`,
    'Basic YTpi',
    'Bearer',
    '',
  ];
  maker = new RequestMaker(api.app.get(GraphQLSchemaHost).schema, EXAMPLES, credentials);
  const ignore = (): void => {};
  api.app.useLogger({
    log: ignore,
    warn: ignore,
    error: (...parts: unknown[]) => logged.push(parts.map(String).join(' ')),
  });
});
afterAll(() => api.close());

describe('the product under odd and malformed requests', () => {
  it(`answers ${COUNT} of them as it should, and then a good one`, async () => {
    const report = await fuzz(base, maker, COUNT);
    process.stdout.write(told(report, COUNT));
    const failures = report.failures.map(short);
    if (failures.length > 0)
      process.stdout.write(`${failures.join('\n')}\n${[...new Set(logged)].slice(0, 5).join('\n')}\n`);
    expect([...report.faults]).toEqual([]);
    // Both kinds were met, or the fuzzer would be of no use.
    expect(report.statuses.get(200)).toBeGreaterThan(COUNT / 2);
    expect(report.executed).toBeGreaterThan(COUNT / 5);
    expect(report.statuses.get(400)).toBeGreaterThan(COUNT / 100);
    const known = await send(base, { body: JSON.stringify({ query: KNOWN }) });
    expect(bodyOf(known).data.satker).toMatchObject({ code: '73', level: 'PROVINCE' });
    // Documents and their plans are remembered up to a limit; beyond it, memory stays where it is.
    const [early, late] = [report.memory.at(1)!, report.memory.at(-1)!];
    expect(late.heap).toBeLessThan(early.heap + 150);
    expect(late.rss).toBeLessThan(early.rss + 400);
  }, 600_000);
});

describe('the fuzzer itself', () => {
  const BROKEN: readonly [status: number, type: string, text: string][] = [
    [500, 'application/json', '{"message":"Internal server error"}'],
    [200, 'application/json', '{"data":{"satker":'],
    [200, 'text/plain', 'OK'],
    [200, 'application/json', '[]'],
    [200, 'application/json', '{"errors":[{"message":"boom","extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}'],
    [200, 'application/json', '{"errors":[{"message":"boom"}]}'],
    [
      200,
      'application/json',
      '{"errors":[{"message":"relation \\"satkers\\" does not exist","extensions":{"code":"BAD_REQUEST"}}]}',
    ],
    [400, 'application/json', '{"message":"TypeError: x is not a function at a (/srv/a.js:1:2)"}'],
    [200, 'application/json', '{"data":null}'],
  ];

  it('finds what is wrong with a broken server', async () => {
    let turn = 0;
    const server = createServer((request, response) => {
      request.resume();
      const [status, type, text] = BROKEN[turn++ % BROKEN.length]!;
      response.writeHead(status, { 'content-type': type }).end(text);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { faults } = await fuzz(address, maker, 300);
    server.close();
    const names = [...faults.keys()].join('\n');
    for (const expected of [
      'status 500',
      'not JSON',
      'content type text/plain',
      'not a JSON object',
      'code INTERNAL',
      'code none',
    ])
      expect(names).toContain(expected);
    expect(names).toMatch(/says .*\(relation\|/);
    expect(names).toMatch(/says .*QueryFailed/);
  });

  it('says the same twice of the same seed', () => {
    const once = maker.make(new Random(42));
    expect(maker.make(new Random(42))).toEqual(once);
    expect(maker.make(new Random(43))).not.toEqual(once);
  });
});
