import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { note } from '../../src/audit/changed-records.js';
import { Projections } from '../../src/audit/projections.service.js';
import { Random } from '../read/random.js';
import { members, startApi, type Client, type GraphqlResponse, type TestApi } from '../support/api.js';
import { COMPLETE } from '../support/experiences.js';

let api: TestApi;
const client: Record<string, Client> = {};

beforeAll(async () => {
  api = await startApi();
  Object.assign(client, await members(api));
});
afterAll(() => api.close());

const GRAVE = {
  ...COMPLETE,
  obstacles: [{ ...COMPLETE.obstacles[0], likelihood: 5, impact: 5 }],
};

interface Record_ {
  id: string;
  version: number;
  status: string;
}

async function mutate(who: string, name: string, input: Record<string, unknown>): Promise<Record_ | null> {
  const type =
    { createExperience: 'CreateExperienceInput', updateExperience: 'UpdateExperienceInput' }[name] ??
    (name === 'requestChanges' ? 'RequestChangesInput' : 'ExperienceStepInput');
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { experience { id version status } userErrors { code } } }`;
  return (await client[who]!.query(query, { input }))[name].experience;
}

const draft = (who: string, more: object = {}): Promise<Record_ | null> =>
  mutate(who, 'createExperience', { clientMutationId: randomUUID(), ...GRAVE, ...more });
const step = (who: string, name: string, { id, version }: Record_, more: object = {}): Promise<Record_ | null> =>
  mutate(who, name, { id, expectedVersion: version, ...more });

const TOTAL =
  '{ obstacleStats(groupBy: STAGE, filter: { stage: { eq: "PEMILU-09" } }) { totalCount buckets { maxRisk } } }';
const total = async (who: string): Promise<number> => (await client[who]!.query(TOTAL)).obstacleStats.totalCount;

describe('the very next question', () => {
  const readers = ['viewer', 'makassar', 'gowa', 'sulsel', 'bali', 'analis', 'auditor'];
  const totals = async (): Promise<Record<string, number>> =>
    Object.fromEntries(await Promise.all(readers.map(async (who) => [who, await total(who)] as const)));
  const more = (before: Record<string, number>, ...who: string[]): Record<string, number> =>
    Object.fromEntries(Object.entries(before).map(([name, n]) => [name, who.includes(name) ? n + 1 : n]));

  it('counts a draft, its submission, publication and change for whoever may see it, and for nobody else', async () => {
    const before = await totals();
    const started = (await draft('makassar'))!;
    expect(await totals()).toEqual(more(before, 'makassar', 'auditor'));
    const sent = (await step('makassar', 'submitExperience', started))!;
    expect(await totals()).toEqual(more(before, 'makassar', 'sulsel', 'analis', 'auditor'));
    const passed = (await step('sulsel', 'approveExperience', sent))!;
    const published = (await step('analis', 'approveExperience', passed))!;
    expect(published.status).toBe('PUBLISHED');
    expect(await totals()).toEqual(more(before, ...readers));
    // Withdrawn by hand, as only an administrator of the database could: the note is what counts.
    await api.dataSource.query(`update experiences set status = 'WITHDRAWN' where id = $1`, [keyOf(published)]);
    await note(api.dataSource.manager, 'Experience', [keyOf(published)]);
    expect(await totals()).toEqual(more(before, 'makassar', 'auditor'));
  });

  it('counts an edit: obstacles that are added, moved to another stage, and taken away', async () => {
    const started = (await draft('makassar'))!;
    const before = await total('makassar');
    const two = [...GRAVE.obstacles, { text: 'Kapal rusak', cause: 'LOGISTICS' }];
    const changed = (await step('makassar', 'updateExperience', started, { obstacles: two }))!;
    expect(await total('makassar')).toBe(before + 1);
    const moved = (await step('makassar', 'updateExperience', changed, { stage: 'PEMILU-01' }))!;
    expect(await total('makassar')).toBe(before - 1);
    await step('makassar', 'updateExperience', moved, { stage: 'PEMILU-09', obstacles: [] });
    expect(await total('makassar')).toBe(before - 1);
  });

  it('takes a unit out of the silent ones', async () => {
    const query = '{ coverage(under: "51.07") { reportedCount silentCount experienceCount } }';
    await api.dataSource.query(
      `with gone as (update experiences set status = 'DRAFT'
         where satker_id = (select id from satkers where code = '51.07') returning id)
       insert into changed_records (subject_type, subject_id) select 'Experience', id from gone`,
    );
    expect((await client['analis']!.query(query)).coverage).toEqual({
      reportedCount: 0,
      silentCount: 1,
      experienceCount: 0,
    });
    await step('karangasem', 'submitExperience', (await draft('karangasem'))!);
    expect((await client['analis']!.query(query)).coverage).toMatchObject({ reportedCount: 1, experienceCount: 1 });
    expect((await client['viewer']!.query(query)).coverage).toMatchObject({ reportedCount: 0, experienceCount: 0 });
  });

  it('says as of when it counts', async () => {
    const asked = Date.now();
    const { obstacleStats } = await client['viewer']!.query('{ obstacleStats(groupBy: CYCLE) { asOf } }');
    expect(Date.parse(obstacleStats.asOf)).toBeGreaterThanOrEqual(asked);
    expect(Date.parse(obstacleStats.asOf)).toBeLessThanOrEqual(Date.now());
  });
});

const keyOf = ({ id }: Record_): string => Buffer.from(id, 'base64').toString().split(':')[1]!;

/** What each facet is grouped by, in words of the records themselves. */
const FACETS: Readonly<Record<string, readonly [column: string, truth: string][]>> = {
  STAGE: [['stage_id', 'e.stage_id']],
  TOPIC: [['topic_id', 'e.topic_id']],
  EVENT: [['event_id', 'e.event_id']],
  CAUSE: [['cause_id', 'o.cause_id']],
  REGULATED: [['regulated', 'o.regulated']],
  YEAR: [['year', 'extract(year from e.occurred_on)::smallint']],
  RISK: [
    ['likelihood', 'o.likelihood'],
    ['impact', 'o.impact'],
    ['risk_score', 'o.risk_score'],
  ],
};
const RECORDS = 'obstacles o join experiences e on e.id = o.experience_id left join stages s on s.id = e.stage_id';

/** Names of what differs from a count of the records themselves. */
async function differences(): Promise<string[]> {
  const found: string[] = [];
  const compare = async (name: string, kept: string, truth: string): Promise<void> => {
    const [row] = await api.dataSource.query<{ n: string }[]>(
      `select count(*) as n from ((${kept} except all ${truth}) union all (${truth} except all ${kept})) x`,
    );
    if (Number(row!.n) > 0) found.push(`${name}: ${row!.n}`);
  };
  for (const [facet, columns] of Object.entries(FACETS))
    await compare(
      facet,
      `select satker_id, status, is_demo, cycle_id, ${columns.map(([column]) => column).join(', ')}, count, max_risk
       from obstacle_sums where facet = '${facet}'`,
      `select e.satker_id, e.status, e.is_demo, s.cycle_id, ${columns.map(([, truth]) => truth).join(', ')}, count(*)::int, max(o.risk_score)
       from ${RECORDS} group by e.satker_id, e.status, e.is_demo, s.cycle_id, ${columns.map(([, truth]) => truth).join(', ')}`,
    );
  await compare(
    'facts',
    'select id, experience_id, satker_id, status, cycle_id, stage_id, topic_id, event_id, cause_id, regulated, likelihood, impact, risk_score, occurred_on, reported_at, is_demo from obstacle_facts',
    `select o.id, e.id, e.satker_id, e.status, s.cycle_id, e.stage_id, e.topic_id, e.event_id, o.cause_id, o.regulated, o.likelihood, o.impact, o.risk_score, e.occurred_on, e.reported_at, e.is_demo from ${RECORDS}`,
  );
  await compare(
    'experiences',
    'select satker_id, status, stage_id, event_id, is_demo, count from experience_sums',
    'select satker_id, status, stage_id, event_id, is_demo, count(*)::int from experiences group by 1, 2, 3, 4, 5',
  );
  return found;
}

describe('five hundred steps in random order', () => {
  const random = new Random(7);
  const known: Record_[] = [];
  const UNITS = ['makassar', 'gowa', 'karangasem'];
  const obstacle = (): object => ({
    text: 'Kendala',
    cause: random.pick(['GEOGRAPHY', 'LOGISTICS', 'BUDGET']),
    likelihood: random.between(1, 5),
    impact: random.between(1, 5),
    regulated: random.pick(['REGULATED', 'PARTLY', 'UNREGULATED']),
  });
  const content = (): object => ({
    stage: random.pick(['PEMILU-01', 'PEMILU-09', 'PILKADA-P1']),
    occurredOn: random.pick(['2024-02-14', '2023-12-31', null]),
    obstacles: Array.from({ length: random.between(1, 3) }, obstacle),
  });

  /** Most steps are not allowed to whoever tries; those that are change the counts. */
  async function oneStep(): Promise<void> {
    const at = random.below(Math.max(1, known.length));
    const target = known[at];
    if (!target || random.chance(15)) {
      const made = await draft(random.pick(UNITS), content());
      if (made) known.push(made);
      return;
    }
    if (random.chance(4)) {
      await api.dataSource.query('delete from audit_entries where subject_id = $1', [keyOf(target)]);
      await api.dataSource.query('delete from experiences where id = $1', [keyOf(target)]);
      await note(api.dataSource.manager, 'Experience', [keyOf(target)]);
      known.splice(at, 1);
      return;
    }
    const who = random.pick([...UNITS, 'sulsel', 'bali', 'analis']);
    const name = random.pick([
      'updateExperience',
      'submitExperience',
      'submitExperience',
      'withdrawExperience',
      'approveExperience',
      'approveExperience',
      'requestChanges',
      'rejectExperience',
    ]);
    const more = name === 'updateExperience' ? content() : { reason: 'Sebuah alasan' };
    const changed = await step(who, name, target, more).catch(() => null);
    if (changed) known[at] = changed;
  }

  it('leave sums that equal a count of the records', async () => {
    for (let n = 0; n < 500; n++) {
      await oneStep();
      if (n % 100 === 50) await total('viewer');
    }
    await api.app.get(Projections).current();
    expect(await differences()).toEqual([]);
    const states = new Set(known.map(({ status }) => status));
    expect(states.size).toBeGreaterThan(4);
  });

  it('are compared with care: a count or a greatest risk that is wrong is found', async () => {
    const one = `(select max(id) from obstacle_sums where facet = 'CAUSE')`;
    await api.dataSource.query(`update obstacle_sums set count = count + 1 where id = ${one}`);
    expect(await differences()).toEqual(['CAUSE: 2']);
    await api.dataSource.query(
      `update obstacle_sums set count = count - 1, max_risk = 25 - coalesce(max_risk, 0) where id = ${one}`,
    );
    expect(await differences()).toEqual(['CAUSE: 2']);
    await api.dataSource.query('delete from experience_sums where id = (select max(id) from experience_sums)');
    expect(await differences()).toEqual(['CAUSE: 2', 'experiences: 1']);
  });
});

describe('a question that cannot be answered', () => {
  const refusal = ({ errors }: GraphqlResponse<unknown>): [string | undefined, string] => [
    errors?.[0]?.extensions?.code,
    errors?.[0]?.message ?? '',
  ];
  const ask = (query: string, variables?: Record<string, unknown>) => client['viewer']!.answer(query, variables);

  it.each([
    ['no dimension', '[]', /groupBy: 1 to 3 dimensions, not 0/],
    ['four dimensions', '[STAGE, CAUSE, TOPIC, YEAR]', /groupBy: 1 to 3 dimensions, not 4/],
    ['a dimension twice', '[STAGE, STAGE]', /groupBy: STAGE stands there twice/],
  ])('has %s', async (_, groupBy, message) => {
    for (const answer of [
      await ask(`{ obstacleStats(groupBy: ${groupBy}) { totalCount } }`),
      await ask('query ($g: [ObstacleDimension!]!) { obstacleStats(groupBy: $g) { totalCount } }', {
        g: groupBy.slice(1, -1).split(', ').filter(Boolean),
      }),
    ])
      expect(refusal(answer)).toEqual(['BAD_USER_INPUT', expect.stringMatching(message)]);
  });

  it.each([
    [
      'buckets',
      '{ obstacleStats(groupBy: STAGE) { buckets(first: 1001) { count } } }',
      /first must be between 1 and 1000/,
    ],
    ['offset', '{ obstacleStats(groupBy: STAGE) { buckets(offset: -1) { count } } }', /offset must be between 0/],
    ['points', '{ trend { series { points(last: 0) { count } } } }', /last must be between 1 and 400/],
    ['series', '{ trend { series(first: 51) { count } } }', /first must be between 1 and 50/],
    ['units', '{ coverage { satkers(first: 101) { totalCount } } }', /first must be between 1 and 100/],
    ['cursor', '{ coverage { satkers(after: "bukan") { totalCount } } }', /after: this cursor was not made/],
    [
      'forged cursor',
      `{ coverage { satkers(after: "${Buffer.from("satker:' or 1").toString('base64')}") { totalCount } } }`,
      /after: this cursor/,
    ],
  ])('asks for too many or too few %s', async (_, query, message) => {
    expect(refusal(await ask(query))).toEqual(['BAD_USER_INPUT', expect.stringMatching(message)]);
  });

  it('has a filter that leaves no room for the conditions that open a bucket', async () => {
    const or = (n: number): object => ({ or: Array.from({ length: n }, () => ({ stage: { eq: 'X' } })) });
    const query =
      'query ($f: ObstacleFilter) { obstacleStats(filter: $f, groupBy: [STAGE, CAUSE, YEAR]) { buckets { filter } } }';
    expect(refusal(await ask(query, { f: or(55) }))).toEqual(['BAD_USER_INPUT', expect.stringMatching(/more than 54/)]);
    expect((await ask(query, { f: or(54) })).errors).toBeUndefined();
  });

  it('names what is not there: nothing is counted, as the list finds nothing', async () => {
    const { obstacleStats, coverage } = await client['viewer']!.query(
      `{ obstacleStats(groupBy: STAGE, filter: { stage: { eq: "X" } }) { totalCount satkerCount bucketCount buckets { count } }
         coverage(event: "x") { unitCount reportedCount provinces { code } } }`,
    );
    expect(obstacleStats).toEqual({ totalCount: 0, satkerCount: 0, bucketCount: 0, buckets: [] });
    expect(coverage).toEqual({ unitCount: 0, reportedCount: 0, provinces: [] });
  });
});

describe('an answer', () => {
  const QUERY = `query ($g: [ObstacleDimension!]!, $n: Int) {
    s: obstacleStats(groupBy: $g) { __typename ...f b2: buckets(first: 2, orderBy: NATURAL) { k: keys { v: value } } }
    m: riskMatrix { cells { c: count @include(if: false) band } }
    t: trend(by: YEAR, split: REGULATED) { series(first: 2) { key { label } points(last: 2) { start count filter } } }
    c: coverage(under: "73") { stages { stage { code cycle { code } } } satkers(first: $n) { nodes { satker { id name parent { code } } } } } }
  fragment f on ObstacleStats { totalCount buckets(first: $n) { n: count filter keys { label __typename } } }`;

  it('is the same where resolvers complete it, under whatever names', async () => {
    const variables = { g: ['PROVINCE', 'REGULATED'], n: 3 };
    const raw = await client['analis']!.query(QUERY, variables);
    const { __schema: _, ...completed } = await client['analis']!.query(
      QUERY.replace('s: obstacleStats', '__schema { queryType { name } } s: obstacleStats'),
      variables,
    );
    expect(completed).toEqual(raw);
    expect(raw.s).toMatchObject({ __typename: 'ObstacleStats', buckets: { length: 3 }, b2: { length: 2 } });
    expect(raw.s.b2[0].k[0]).toEqual({ v: '11' });
    expect(raw.m.cells[0]).toEqual({ band: 'LOW' });
  });

  it('pages its buckets: no bucket twice, none left out', async () => {
    const page = (first: number, offset: number): string =>
      `{ obstacleStats(groupBy: [STAGE, CAUSE]) { bucketCount buckets(first: ${first}, offset: ${offset}) { keys { value } count } } }`;
    const { obstacleStats: whole } = await client['viewer']!.query(page(1000, 0));
    const parts: unknown[] = [];
    for (let offset = 0; offset < whole.bucketCount; offset += 7)
      parts.push(...(await client['viewer']!.query(page(7, offset))).obstacleStats.buckets);
    expect(parts).toEqual(whole.buckets);
    const counts = whole.buckets.map(({ count }: any) => count);
    expect(counts).toEqual(counts.toSorted((a: number, b: number) => b - a));
  });

  it('has labels in two languages, for what is missing too', async () => {
    const labels = async (dimension: string): Promise<unknown[]> =>
      (
        await client['auditor']!.query(
          `{ obstacleStats(groupBy: ${dimension}) { buckets(orderBy: NATURAL) { keys { dimension value label labelEn } } } }`,
        )
      ).obstacleStats.buckets.map(({ keys: [key] }: any) => key);
    expect((await labels('REGULATED'))[0]).toEqual({
      dimension: 'REGULATED',
      value: 'REGULATED',
      label: 'Sudah diatur',
      labelEn: 'Regulated',
    });
    expect((await labels('SATKER_LEVEL')).map(({ value }: any) => value)).toEqual(['PROVINCE', 'REGENCY', 'CITY']);
    await draft('makassar', { stage: null, obstacles: [{ text: 'Tanpa tahapan' }] });
    expect((await labels('STAGE')).at(-1)).toEqual({
      dimension: 'STAGE',
      value: null,
      label: 'Lintas tahapan',
      labelEn: 'Across stages',
    });
  });

  it('costs what it may hold', async () => {
    const cost = async (query: string): Promise<number> =>
      (await client['viewer']!.answer(query)).extensions!.cost!.total;
    const buckets = (n: number): string =>
      `{ obstacleStats(groupBy: [STAGE, PROVINCE]) { buckets(first: ${n}) { keys { value label } count } } }`;
    const [few, many] = [await cost(buckets(10)), await cost(buckets(1000))];
    expect(many).toBeGreaterThan(90 * few);
    expect(many).toBeLessThan(20_000);
    expect(await cost('{ riskMatrix { cells { count } } }')).toBeGreaterThan(25);
    expect(await cost('{ trend { series(first: 50) { points(last: 400) { start end count } } } }')).toBeGreaterThan(
      20_000,
    );
  });
});
