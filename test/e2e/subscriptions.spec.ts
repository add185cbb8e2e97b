import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { Changes } from '../../src/audit/changes.service.js';
import { memberActor, Role } from '../../src/common/access.js';
import { Recommendation } from '../../src/recommendations/recommendation.entity.js';
import { createHttpApp } from '../../src/server/http-app.js';
import { members, Client, startApi, type TestApi } from '../support/api.js';
import { draft, newMember, take, type Taken } from '../support/experiences.js';
import { SignJWT } from 'jose';
import { mutate } from '../support/mutation.js';
import { heardBy, Sockets, type Received } from '../support/sockets.js';
import { connect, type ServerConnection } from '../support/test-server.js';
import { until } from '../support/until.js';

/** What subscribers hear, and what they do not. */
let api: TestApi;
let closed: TestApi;
let sockets: Sockets;
const client: Record<string, Client> = {};

beforeAll(async () => {
  api = await startApi({ MAX_COST: '500' });
  closed = await startApi({ PUBLIC_READ: 'false' });
  sockets = new Sockets(api);
  Object.assign(client, await members(api));
  client['nobody'] = api.anonymous;
});
afterAll(async () => {
  await sockets.close();
  await api.close();
  await closed.close();
});

/** A subscription of each of them. */
async function each(names: readonly string[], query: string): Promise<Record<string, Received>> {
  const heard: Record<string, Received> = {};
  for (const who of names) heard[who] = await sockets.subscribe(client[who]!, query);
  return heard;
}

const CHANGED = 'subscription { experienceChanged { code status } }';
const NOISE_MS = 400;

describe('experienceChanged', () => {
  it('tells each step to those whose queries see the row then, and not a word to others', async () => {
    const heard = await each(Object.keys(client), CHANGED);
    const { makassar, sulsel, analis } = client as Record<string, Client>;
    const told = (step: () => Promise<Taken>): Promise<Taken> => heardBy(Object.values(heard), step);
    const started = await draft(makassar!);
    const title = 'Kotak suara terlambat sehari';
    let now = await told(() => take(makassar!, 'updateExperience', started, { title }));
    now = await told(() => take(makassar!, 'submitExperience', now));
    now = await told(() => take(sulsel!, 'approveExperience', now));
    const { code } = await told(() => take(analis!, 'approveExperience', now));
    const expected = {
      makassar: 'DRAFT SUBMITTED CENTRAL_REVIEW PUBLISHED',
      auditor: 'DRAFT SUBMITTED CENTRAL_REVIEW PUBLISHED',
      sulsel: 'SUBMITTED CENTRAL_REVIEW PUBLISHED',
      analis: 'SUBMITTED CENTRAL_REVIEW PUBLISHED',
      gowa: 'PUBLISHED',
      karangasem: 'PUBLISHED',
      bali: 'PUBLISHED',
      viewer: 'PUBLISHED',
      admin: 'PUBLISHED',
      nobody: 'PUBLISHED',
    };
    await Promise.all(Object.entries(expected).map(([who, all]) => heard[who]!.atLeast(all.split(' ').length)));
    await sleep(NOISE_MS);
    const statuses = Object.fromEntries(
      Object.entries(heard).map(([who, { events }]) => [who, events.map((e) => e.experienceChanged.status).join(' ')]),
    );
    expect(statuses).toEqual(expected);
    for (const { events, errors } of Object.values(heard)) {
      expect(errors).toEqual([]);
      expect(new Set(events.map((e) => e.experienceChanged.code))).toEqual(new Set([code]));
    }
    Object.values(heard).forEach(({ stop }) => stop());
  });

  it('is narrowed to a unit and to statuses', async () => {
    const under =
      'subscription ($under: String, $statuses: [ExperienceStatus!]) { experienceChanged(under: $under, statuses: $statuses) { code status satker { code } } }';
    const listen = (variables: object) => sockets.subscribe(client['analis']!, under, variables as never);
    const sulsel = await listen({ under: '73' });
    const bali = await listen({ under: '51' });
    const sent = await listen({ statuses: ['SUBMITTED'] });
    const both = await listen({ under: '51', statuses: ['PUBLISHED', 'CENTRAL_REVIEW'] });
    const heard = [sulsel, bali, sent, both];
    for (const [unit, province] of [
      ['makassar', 'sulsel'],
      ['karangasem', 'bali'],
    ] as const) {
      const started = await draft(client[unit]!);
      const submitted = await heardBy(heard, () => take(client[unit]!, 'submitExperience', started));
      await heardBy(heard, () => take(client[province]!, 'approveExperience', submitted));
    }
    await Promise.all([sulsel.atLeast(2), bali.atLeast(2), sent.atLeast(2), both.atLeast(1)]);
    await sleep(NOISE_MS);
    const told = ({ events }: Received) => events.map(({ experienceChanged: e }) => `${e.satker.code} ${e.status}`);
    expect(told(sulsel)).toEqual(['73.71 SUBMITTED', '73.71 CENTRAL_REVIEW']);
    expect(told(bali)).toEqual(['51.07 SUBMITTED', '51.07 CENTRAL_REVIEW']);
    expect(told(sent)).toEqual(['73.71 SUBMITTED', '51.07 SUBMITTED']);
    expect(told(both)).toEqual(['51.07 CENTRAL_REVIEW']);
    heard.forEach(({ stop }) => stop());
    const wrong = await sockets.subscribe(client['analis']!, under, { under: '99' });
    expect(wrong.errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(wrong.errors[0]!.message).toContain('99');
  });

  it('answers as a query does: aliases, fragments, what is computed for the subscriber', async () => {
    const query = `subscription { it: experienceChanged { ...Shown steps: allowedTransitions { name } } }
      fragment Shown on Experience { id name: title satker { parent { code } } obstacles { text } history { totalCount } }`;
    const heard = await sockets.subscribe(client['sulsel']!, query);
    const sent = await take(client['makassar']!, 'submitExperience', await draft(client['makassar']!));
    const [{ it: event }] = await heard.atLeast(1);
    const { node } = await client['sulsel']!.query(
      `query ($id: ID!) { node(id: $id) { ... on Experience { ...Shown steps: allowedTransitions { name } } } }
      fragment Shown on Experience { id name: title satker { parent { code } } obstacles { text } history { totalCount } }`,
      { id: sent.id },
    );
    expect(event).toEqual(node);
    expect(event.steps.length).toBe(5);
    heard.stop();
  });

  it('hears of what another process changes', async () => {
    const { database } = api.dataSource.options;
    const connection = api.dataSource.options as unknown as ServerConnection & { username: string };
    const other = await connect({ ...connection, user: connection.username, database: String(database) });
    const app = await createHttpApp(api.config, other);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    try {
      const heard = await sockets.subscribe(client['makassar']!, CHANGED);
      const elsewhere = new Client(app, client['makassar']!.headers);
      const sent = await take(elsewhere, 'submitExperience', await draft(client['makassar']!));
      expect((await heard.atLeast(1))[0].experienceChanged).toEqual({ code: sent.code, status: 'SUBMITTED' });
      heard.stop();
    } finally {
      await app.close();
      await other.destroy();
    }
  });

  it('is over when the subscriber says so', async () => {
    const heard = await sockets.subscribe(client['makassar']!, CHANGED);
    await sleep(NOISE_MS);
    expect(heard.served.isEnded).toBe(false);
    heard.stop();
    await until(() => heard.served.isEnded);
  });
});

describe('recommendationChanged', () => {
  it('hears of a recommendation whose experience one sees, under a unit, by status', async () => {
    const listen = (who: string, args = '') =>
      sockets.subscribe(client[who]!, `subscription { recommendationChanged${args} { number text } }`);
    const own = await listen('makassar');
    const other = await listen('gowa');
    const elsewhere = await listen('auditor', '(under: "51")');
    const accepted = await listen('auditor', '(under: "73", statuses: [PROPOSED])');
    await draft(client['makassar']!);
    const [{ id }] = await api.dataSource.query('select max(id)::text as id from recommendations');
    // As every service changes a record.
    await api.app.get(Changes).edit({
      actor: memberActor(Role.ANALYST, '1', null),
      action: 'updateRecommendation',
      entity: Recommendation,
      id,
      expectedVersion: 1,
      patch: () => ({ text: 'Siapkan dua kapal cadangan' }),
    });
    expect((await own.atLeast(1))[0].recommendationChanged.text).toBe('Siapkan dua kapal cadangan');
    await accepted.atLeast(1);
    await sleep(NOISE_MS);
    expect([other.events, elsewhere.events]).toEqual([[], []]);
    [own, other, elsewhere, accepted].forEach(({ stop }) => stop());
  });

  it('hears of what is decided', async () => {
    const { recommendations } = await client['analis']!.query(
      `{ recommendations(first: 1, filter: { status: { eq: PROPOSED } }) {
         nodes { id number version experience { satker { code parent { code } } } } } }`,
    );
    const [{ id, number, version, experience }] = recommendations.nodes;
    const listen = (args: string) =>
      sockets.subscribe(api.anonymous, `subscription { recommendationChanged${args} { number status } }`);
    const here = await listen(`(under: "${experience.satker.code}", statuses: [REJECTED])`);
    const accepted = await listen('(statuses: [ACCEPTED])');
    const decision =
      'mutation ($input: RecommendationStepInput!) { rejectRecommendation(input: $input) { userErrors { message } } }';
    const input = { id, expectedVersion: version, reason: 'Sudah diatur' };
    const { rejectRecommendation: answer } = await client['analis']!.query(decision, { input });
    expect(answer.userErrors).toEqual([]);
    expect(await here.atLeast(1)).toEqual([{ recommendationChanged: { number, status: 'REJECTED' } }]);
    await sleep(NOISE_MS);
    expect(accepted.events).toEqual([]);
    [here, accepted].forEach(({ stop }) => stop());
  });
});

describe('notificationAdded', () => {
  it('brings each his own', async () => {
    const query = 'subscription { notificationAdded { kind message experience { code } } }';
    const heard = await each(['makassar', 'sulsel', 'bali', 'analis', 'auditor'], query);
    const sent = await take(client['makassar']!, 'submitExperience', await draft(client['makassar']!));
    await take(client['sulsel']!, 'requestChanges', sent, { reason: 'Lengkapi' });
    expect(await heard['makassar']!.atLeast(1)).toEqual([
      {
        notificationAdded: {
          kind: 'EXPERIENCE_RETURNED',
          message: 'Provinsi mengembalikan pengalaman untuk diperbaiki.',
          experience: { code: sent.code },
        },
      },
    ]);
    await heard['sulsel']!.atLeast(1);
    await sleep(NOISE_MS);
    const counts = Object.entries(heard).map(([who, { events }]) => [who, events.length]);
    expect(Object.fromEntries(counts)).toEqual({ makassar: 1, sulsel: 1, bali: 0, analis: 0, auditor: 0 });
    Object.values(heard).forEach(({ stop }) => stop());
    const anonymous = await sockets.subscribe(api.anonymous, query);
    expect(anonymous.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});

describe('a socket', () => {
  it('is opened with a good token, or where anybody may read', async () => {
    const shut = new Sockets(closed);
    const analis = await closed.as('analis');
    for (const [params, code] of [
      [{}, 4401],
      [{ authorization: 'Bearer a.b.c' }, 4403],
      [{ authorization: 7 }, 4403],
      [{ authorization: null }, 4403],
    ] as const) {
      const { client: caller, closed: end } = await shut.connect(closed.anonymous, params);
      caller.subscribe({ query: CHANGED }, { next() {}, error() {}, complete() {} });
      expect([params, (await end).code]).toEqual([params, code]);
    }
    const heard = await shut.subscribe(analis, CHANGED);
    expect(heard.errors).toEqual([]);
    const capital = await shut.connect(analis, { Authorization: analis.headers['authorization'] });
    expect((await shut.on(capital.client, CHANGED)).errors).toEqual([]);
    await shut.close();
  });

  it('is closed when the token runs out, before another event comes', async () => {
    const { id, satker } = (
      await api.dataSource.query(
        `select id::text, satker_id::text as satker from users where username = 'kontributor.7371'`,
      )
    )[0];
    // Good for five seconds more, by which clocks may differ.
    const accessToken = await new SignJWT({ role: 'CONTRIBUTOR', satker, demo: true, epoch: 0 })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('rakornas')
      .setAudience('rakornas-api')
      .setSubject(id)
      .setIssuedAt()
      .setExpirationTime(Math.floor(Date.now() / 1000))
      .sign(new TextEncoder().encode(api.config.tokenSecret!));
    const { client: own, closed: end } = await sockets.connect(
      api.anonymous.with({ authorization: `Bearer ${accessToken}` }),
    );
    const heard = await sockets.on(own, CHANGED);
    const { code, reason } = await end; // by itself, with nothing to tell
    expect([code, reason]).toEqual([4403, expect.stringContaining('kedaluwarsa')]);
    expect(heard.events).toEqual([]);
  });

  it('is closed when the session is ended by an administrator', async () => {
    const { client: member, user } = await newMember(client['admin']!, api.anonymous, { role: 'ANALYST' });
    const { client: own, closed: end } = await sockets.connect(member);
    const heard = await sockets.on(own, CHANGED);
    const { version } = (await member.query('{ viewer { version } }')).viewer;
    const input = { id: user.id, expectedVersion: version, isActive: false };
    expect((await mutate(client['admin']!, 'updateUser', input)).userErrors).toEqual([]);
    const control = await sockets.subscribe(client['analis']!, CHANGED);
    await take(client['makassar']!, 'submitExperience', await draft(client['makassar']!));
    await control.atLeast(1);
    expect((await end).code).toBe(4403);
    expect(heard.events).toEqual([]);
    control.stop();
  });

  it('takes no queries and no mutations, and holds to the limits of a query', async () => {
    const { client: own } = await sockets.connect(client['analis']!);
    const codeOf = async (query: string, variables?: object): Promise<unknown> => {
      const { errors } = await sockets.on(own, query, variables as never);
      return errors[0]?.extensions?.code;
    };
    expect(await codeOf('{ viewer { id } }')).toBe('BAD_USER_INPUT');
    expect(await codeOf('mutation { logout(input: { refreshToken: "x" }) { userErrors { code } } }')).toBe(
      'BAD_USER_INPUT',
    );
    expect(await codeOf('subscription {')).toBe('GRAPHQL_PARSE_FAILED');
    expect(await codeOf('subscription { nothing }')).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(await codeOf('subscription { experienceChanged @skip(if: null) { id } }')).toBe('GRAPHQL_VALIDATION_FAILED');
    const deep = `${'satker { parent { '.repeat(1)}${'parent { '.repeat(10)}code${' }'.repeat(12)}`;
    expect(await codeOf(`subscription { experienceChanged { ${deep} } }`)).toBe('TOO_COMPLEX');
    const aliases = Array.from({ length: 31 }, (_, i) => `a${i}: code`).join(' ');
    expect(await codeOf(`subscription { experienceChanged { ${aliases} } }`)).toBe('TOO_COMPLEX');
    const dear =
      'subscription { experienceChanged { satker { experiences(first: 100) { nodes { title satker { code name } } } } } }';
    expect(await codeOf(dear)).toBe('TOO_COMPLEX');
    expect(await codeOf(`subscription { experienceChanged { ${'code '.repeat(2100)} } }`)).toBe('TOO_COMPLEX');
    expect(
      await codeOf('subscription ($s: [ExperienceStatus!]) { experienceChanged(statuses: $s) { id } }', { s: ['X'] }),
    ).toBe('BAD_USER_INPUT');
    expect(
      await codeOf('subscription A { experienceChanged { id } } subscription B { experienceChanged { id } }'),
    ).toBe('OPERATION_RESOLUTION_FAILURE');
  });

  it('has a bounded number of subscriptions', async () => {
    const { client: own } = await sockets.connect(client['analis']!);
    for (let count = 0; count < 20; count += 1) expect((await sockets.on(own, CHANGED)).errors).toEqual([]);
    const { errors } = await sockets.on(own, CHANGED);
    expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
    await own.dispose();
  });

  it('is one of a bounded number of an account', async () => {
    const { client: member } = await newMember(client['admin']!, api.anonymous, { role: 'VIEWER' });
    const opened = [];
    for (let count = 0; count < 20; count += 1) {
      const one = await sockets.connect(member);
      expect((await sockets.on(one.client, CHANGED)).errors).toEqual([]);
      opened.push(one);
    }
    const more = await sockets.connect(member);
    more.client.subscribe({ query: CHANGED }, { next() {}, error() {}, complete() {} });
    expect((await more.closed).code).toBe(4429);
    for (const { client: one } of opened) await one.dispose();
  });

  it('is closed by messages that are too large, too many or none of the protocol', async () => {
    const end = async (send: (socket: WebSocket) => void, protocol = 'graphql-transport-ws'): Promise<number> => {
      const socket = new WebSocket(await sockets.url(), protocol);
      socket.on('error', () => {});
      await once(socket, 'open');
      send(socket);
      const [code] = await once(socket, 'close');
      return code as number;
    };
    expect(await end((socket) => socket.send(`{"type":"ping","payload":{"x":"${'x'.repeat(70_000)}"}}`))).toBe(1009);
    expect(await end((socket) => socket.send('bukan pesan'))).toBe(4400);
    expect(await end((socket) => socket.send('{"id":"1","type":"subscribe","payload":{"query":"{a}"}}'))).toBe(4401);
    expect(await end((socket) => Array.from({ length: 150 }, () => socket.send('{"type":"ping"}')))).toBe(4429);
    const refused = async (path: string, options: object): Promise<number | undefined> => {
      const socket = new WebSocket((await sockets.url()).replace('/graphql', path), 'graphql-transport-ws', options);
      socket.on('error', () => {});
      const [, response] = await once(socket, 'unexpected-response');
      return (response as { statusCode: number }).statusCode;
    };
    expect(await refused('/lain', {})).toBe(404);
    expect(await refused('/graphql', { origin: 'https://jahat.example' })).toBe(403);
  });

  it('is not needed to refuse: over HTTP a subscription is told where to go', async () => {
    const { errors } = await client['analis']!.answer(CHANGED);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors![0]!.message).toContain('WebSocket');
  });
});

describe('a lost line', () => {
  it('to the database closes the sockets when it is back, so that subscribers ask anew', async () => {
    const { client: own, closed: end } = await sockets.connect(client['analis']!);
    await sockets.on(own, CHANGED);
    const killed = await api.dataSource.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'rakornas-changes' and datname = current_database()`,
    );
    expect(killed.length).toBe(1);
    expect((await end).code).toBe(1012);
    const heard = await sockets.subscribe(client['makassar']!, CHANGED);
    await take(client['makassar']!, 'submitExperience', await draft(client['makassar']!));
    expect(await heard.atLeast(1)).toHaveLength(1);
  });
});
