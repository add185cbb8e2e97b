import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clearDemo } from '../../src/seeds/seed.js';
import { startApi, type Client, type TestApi } from '../support/api.js';

/** What a unit writes before anybody else sees it. */
let api: TestApi;
let makassar: Client;

beforeAll(async () => {
  api = await startApi();
  makassar = await api.as('kontributor.7371');
});
afterAll(() => api.close());

const CREATE = `mutation ($input: CreateExperienceInput!) {
  createExperience(input: $input) {
    experience {
      id code kind status title stage { code } topic { code } event { slug } satker { code } expected happened actionTaken result
      occurredOn severity riskScore isDemo version
      obstacles { ordinal text cause { code } likelihood impact riskScore regulated }
      recommendations { number text remedy status obstacles { ordinal } }
    }
    userErrors { code field message }
  }
}`;

async function create(input: Record<string, unknown>, client = makassar): Promise<any> {
  const { createExperience } = await client.query(CREATE, { input: { clientMutationId: randomUUID(), ...input } });
  return createExperience;
}

const FULL = {
  title: '  Kotak suara terlambat di pulau terluar ',
  kind: 'NEAR_MISS',
  stage: 'PEMILU-09',
  topic: 'LOGISTIK',
  event: 'rakornas-berbagi-pengalaman-2025',
  expected: 'Kotak suara tiba H-1.',
  happened: 'Kapal tertahan cuaca – tiba pagi hari.',
  actionTaken: 'Menyewa kapal nelayan.',
  result: 'Pemungutan suara mulai pukul 09.00.',
  occurredOn: '2024-02-14',
  obstacles: [
    { text: 'Cuaca buruk', cause: 'GEOGRAPHY', likelihood: 4, impact: 3, regulated: 'UNREGULATED' },
    { text: 'Kapal cadangan tidak ada', cause: 'LOGISTICS', likelihood: 2, impact: 5 },
    { text: 'Belum dinilai' },
  ],
  recommendations: [
    { text: 'Siapkan kapal cadangan', remedy: 'LOGISTICS', obstacles: [2] },
    { text: 'Kirim lebih awal', obstacles: [1, 2] },
    { text: 'Atur dalam keputusan' },
  ],
};

describe('a draft', () => {
  it('needs a title only', async () => {
    const { experience, userErrors } = await create({ title: 'Judul saja' });
    expect(userErrors).toEqual([]);
    expect(experience).toMatchObject({
      kind: 'OBSTACLE',
      status: 'DRAFT',
      title: 'Judul saja',
      stage: null,
      happened: null,
      occurredOn: null,
      severity: null,
      riskScore: null,
      satker: { code: '73.71' },
      obstacles: [],
      recommendations: [],
      version: 1,
    });
    expect(experience.code).toMatch(/^EXP-\d{6,}$/);
  });

  it('keeps everything it is given, with its obstacles and recommendations', async () => {
    const { experience, userErrors } = await create({ ...FULL, satker: 'KPU Makassar', expected: '   ' });
    expect(userErrors).toEqual([]);
    const { title: _, expected: __, obstacles: ___, recommendations: ____, stage, topic, event, ...plain } = FULL;
    expect(experience).toMatchObject({
      ...plain,
      title: 'Kotak suara terlambat di pulau terluar',
      expected: null,
      stage: { code: stage },
      topic: { code: topic },
      event: { slug: event },
      severity: 5,
      riskScore: 12,
    });
    expect(experience.obstacles).toEqual([
      {
        ordinal: 1,
        text: 'Cuaca buruk',
        cause: { code: 'GEOGRAPHY' },
        likelihood: 4,
        impact: 3,
        riskScore: 12,
        regulated: 'UNREGULATED',
      },
      {
        ordinal: 2,
        text: 'Kapal cadangan tidak ada',
        cause: { code: 'LOGISTICS' },
        likelihood: 2,
        impact: 5,
        riskScore: 10,
        regulated: null,
      },
      {
        ordinal: 3,
        text: 'Belum dinilai',
        cause: null,
        likelihood: null,
        impact: null,
        riskScore: null,
        regulated: null,
      },
    ]);
    const recommendations = experience.recommendations as { number: string; status: string; obstacles: any[] }[];
    expect(recommendations.map(({ obstacles }) => obstacles.map(({ ordinal }) => ordinal))).toEqual([
      [2],
      [1, 2],
      [1, 2, 3],
    ]);
    expect(recommendations.every(({ number, status }) => /^REK-\d{6,}$/.test(number) && status === 'PROPOSED')).toBe(
      true,
    );
  });

  it('written in the demo is demonstration data', async () => {
    expect((await create({ title: 'Peragaan' })).experience.isDemo).toBe(true);
    await api.dataSource.query(`update users set is_demo = false where username = 'kontributor.7306'`);
    // The account is a real one now, as far as the database is concerned.
    expect((await create({ title: 'Sungguhan' }, await api.as('kontributor.7306'))).experience.isDemo).toBe(false);
  });

  it('is stored once, however often and however fast it is sent', async () => {
    const input = { ...FULL, clientMutationId: 'sepuluh-kali', title: 'Dikirim sepuluh kali' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => create(input)));
    answers.push(await create(input));
    const codes = new Set(answers.map(({ experience }) => experience.code));
    expect(codes.size).toBe(1);
    const counts = await api.dataSource.query(
      `select (select count(*) from experiences where title = $1)::int as experiences,
         (select count(*) from obstacles o join experiences e on e.id = o.experience_id where e.title = $1)::int as obstacles,
         (select count(*) from recommendations r join experiences e on e.id = r.experience_id where e.title = $1)::int as recommendations,
         (select count(*) from audit_entries a join experiences e on a.subject_type = 'Experience' and e.id = a.subject_id where e.title = $1)::int as entries`,
      [input.title],
    );
    expect(counts[0]).toEqual({ experiences: 1, obstacles: 3, recommendations: 3, entries: 1 });
    const { experience, userErrors } = await create({ ...input, title: 'Judul lain' });
    expect([experience, userErrors[0].code, userErrors[0].field]).toEqual([
      null,
      'REPEATED_WITH_OTHER_INPUT',
      'clientMutationId',
    ]);
  });

  it('is one of two with the same id and different texts that come at once; the other is refused', async () => {
    const texts = ['Yang satu', 'Yang lain', 'Yang satu', 'Yang lain'];
    const answers = await Promise.all(texts.map((title) => create({ clientMutationId: 'dua-naskah', title })));
    const kept = answers.find(({ experience }) => experience)!.experience.title;
    expect(answers.map(({ experience, userErrors }) => experience?.title ?? userErrors[0].code)).toEqual(
      texts.map((title) => (title === kept ? title : 'REPEATED_WITH_OTHER_INPUT')),
    );
  });

  it('tells everything that is wrong with it at once, and leaves nothing behind', async () => {
    const before = await api.dataSource.query('select count(*)::int from experiences');
    const { experience, userErrors } = await create({
      title: 'Salah semua',
      stage: 'PEMILU-99',
      topic: 'TIDAK-ADA',
      event: 'tidak-ada',
      satker: 'KPU Bandung',
      occurredOn: '2999-01-01',
      obstacles: [{ text: 'Ada', cause: 'SALAH' }],
      recommendations: [{ text: 'Ada', obstacles: [2] }],
    });
    expect(experience).toBeNull();
    expect(userErrors.map(({ field, code }: any) => `${field} ${code}`)).toEqual([
      'stage UNKNOWN_CODE',
      'topic UNKNOWN_CODE',
      'event NOT_FOUND',
      'obstacles.0.cause UNKNOWN_CODE',
      'occurredOn IN_FUTURE',
      'recommendations.0.obstacles NO_SUCH_OBSTACLE',
      'satker AMBIGUOUS',
    ]);
    expect(userErrors[0].message).toContain('PEMILU-01, ');
    expect(await api.dataSource.query('select count(*)::int from experiences')).toEqual(before);
  });

  it.each([
    [{ title: '  ' }, 'title REQUIRED'],
    [{ title: 'x'.repeat(301) }, 'title TOO_LONG'],
    [{ title: 'x', happened: 'x'.repeat(20_001) }, 'happened TOO_LONG'],
    [{ title: 'x', obstacles: [{ text: 'a' }, { text: '', impact: 9 }] }, 'obstacles.1.text REQUIRED'],
    [{ title: 'x', obstacles: [{ text: 'a', impact: 0 }] }, 'obstacles.0.impact OUT_OF_RANGE'],
    [{ title: 'x', obstacles: Array.from({ length: 21 }, () => ({ text: 'a' })) }, 'obstacles TOO_MANY'],
    [{ title: 'x', recommendations: [{ text: 'a', obstacles: [0] }] }, 'recommendations.0.obstacles OUT_OF_RANGE'],
    [{ title: 'x', satker: '73.06' }, 'satker NOT_YOUR_SATKER'],
    [{ title: 'a\0b' }, 'title BROKEN_TEXT'],
    [{ title: 'setengah \ud83d emoji' }, 'title BROKEN_TEXT'],
    [{ title: 'x', obstacles: [{ text: 'a' }, { text: 'b \udc4d' }] }, 'obstacles.1.text BROKEN_TEXT'],
    [{ title: 'x', clientMutationId: 'kunci \ud83d' }, 'clientMutationId BROKEN_TEXT'],
  ])('refuses %# %j', async (input, expected) => {
    const { experience, userErrors } = await create(input);
    expect(experience).toBeNull();
    expect(userErrors.map(({ field, code }: any) => `${field} ${code}`)).toContain(expected);
  });

  it('keeps whole emoji, of which half would be refused', async () => {
    const title = 'Kotak suara 🗳️ di tangan 👩🏽‍💻';
    expect((await create({ title })).experience.title).toBe(title);
    const { userErrors } = await create({ title: title.slice(0, title.indexOf('🗳') + 1) });
    expect(userErrors).toEqual([
      {
        code: 'BROKEN_TEXT',
        field: 'title',
        message:
          'Teks ini memuat karakter yang terpotong, misalnya setengah emoji, atau U+0000. Hapus lalu ketik ulang.',
      },
    ]);
  });

  it('exists for its unit and for auditors only', async () => {
    const { code, id } = (await create({ title: 'Rahasia dulu', obstacles: [{ text: 'Kendala rahasia' }] })).experience;
    const query = `query ($code: String!, $id: ID!) {
      experience(code: $code) { title } node(id: $id) { id }
      experiences(filter: { code: { eq: $code } }) { totalCount }
      obstacles(filter: { text: "Kendala rahasia" }) { totalCount }
    }`;
    const seenBy = async (client: Client): Promise<boolean[]> => {
      const { experience, node, experiences, obstacles } = await client.query(query, { code, id });
      return [experience !== null, node !== null, experiences.totalCount === 1, obstacles.totalCount === 1];
    };
    for (const account of ['kontributor.7371', 'auditor'])
      expect([account, await seenBy(await api.as(account))]).toEqual([account, [true, true, true, true]]);
    for (const account of ['viewer', 'kontributor.7306', 'reviewer.73', 'reviewer.51', 'analis', 'admin'])
      expect([account, await seenBy(await api.as(account))]).toEqual([account, [false, false, false, false]]);
    expect(await seenBy(api.anonymous)).toEqual([false, false, false, false]);
  });

  it('is in the history, with what was written', async () => {
    const { id } = (await create({ ...FULL, title: 'Ada riwayatnya' })).experience;
    const { node } = await (
      await api.as('auditor')
    ).query(
      `query ($id: ID!) { node(id: $id) { ... on Experience { history { nodes { action actor changes { field before after } } } } } }`,
      { id },
    );
    const [entry] = node.history.nodes;
    expect([entry.action, entry.actor]).toEqual(['createExperience', 'kontributor.7371']);
    expect(entry.changes).toContainEqual({ field: 'title', before: null, after: 'Ada riwayatnya' });
    expect(entry.changes).toContainEqual({ field: 'satker', before: null, after: '73.71' });
    expect(entry.changes).toContainEqual({
      field: 'recommendations',
      before: null,
      after: 'Siapkan kapal cadangan, Kirim lebih awal, Atur dalam keputusan',
    });
  });

  // What the statement that writes can read itself, and what it must leave to a read of its own.
  it.each([
    ['its own fields', 'id code title version createdAt'],
    [
      'what it refers to',
      'stage { code cycle { code } } satker { code parent { name } } event { slug organiser { code } }',
    ],
    ['what was written with it, up and down', 'obstacles { text experience { code obstacles(first: 1) { text } } }'],
    [
      'many to many',
      'recommendations { number obstacles(first: 3) { ordinal again: experience { recommendations(first: 3) { text } } } }',
    ],
    ['slices', 'obstacles(first: 1, offset: 1) { text } recommendations(first: 2) { text }'],
    ['its history', 'history { nodes { action changes { field after } } totalCount }'],
    ['the unit with all its experiences', 'satker { code experiences(first: 100) { totalCount nodes { code } } }'],
    ['back through the stage', 'stage { experiences(filter: { satker: { eq: "73.71" } }) { totalCount } }'],
    ['nothing of it', '__typename'],
  ])('is shown by the payload as by a query: %s', async (_, selection) => {
    const { createExperience } = await makassar.query(
      `mutation ($input: CreateExperienceInput!) { createExperience(input: $input) {
         experience { id } again: experience { ...Shown } and: experience { ...Shown } userErrors { code } } }
       fragment Shown on Experience { ${selection} }`,
      { input: { ...FULL, clientMutationId: randomUUID() } },
    );
    const { node } = await makassar.query(`query ($id: ID!) { node(id: $id) { ... on Experience { ${selection} } } }`, {
      id: createExperience.experience.id,
    });
    expect(createExperience.again).toEqual(node);
    expect(createExperience.and).toEqual(node);
    expect(Object.keys(node).length).toBeGreaterThan(0);
  });

  it('goes with the demonstration, and may then be sent again', async () => {
    const input = { ...FULL, clientMutationId: 'dua-kali', title: 'Hilang bersama peragaan' };
    const { code } = (await create(input)).experience;
    await clearDemo(api.dataSource);
    const left = await api.dataSource.query(
      `select (select count(*) from experiences where is_demo)::int as experiences,
         (select count(*) from audit_entries where subject_type = 'Experience' and actor = 'kontributor.7371')::int as entries`,
    );
    expect(left[0]).toEqual({ experiences: 0, entries: 0 });
    const { experience, userErrors } = await create(input);
    expect(userErrors).toEqual([]);
    expect(experience.code).not.toBe(code);
  });
});
