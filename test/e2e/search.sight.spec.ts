import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Client, type TestApi } from '../support/api.js';
import { mutate } from '../support/mutation.js';
import { facet, plant, search, titles } from './found.js';

let api: TestApi;
let anyone: Client;

beforeAll(async () => {
  api = await startApi();
  anyone = api.anonymous;
});
afterAll(() => api.close());

describe('what somebody may not see', () => {
  it('is not found, counted, suggested or completed; whoever may see it finds it', async () => {
    await plant(api, [
      {
        title: 'Rahasia ebonit',
        happened: 'Ebonit santofrena.',
        status: 'DRAFT',
        stage: 'PEMILU-09',
        obstacle: 'Ebonit retak',
      },
      { title: 'Terbuka ebonit', happened: 'Ebonit biasa.', stage: 'PEMILU-02' },
    ]);
    const look = async (client: Client): Promise<unknown> => {
      const found = await search(client, 'ebonit ');
      const slip = await search(client, 'santofrean ');
      const typed = await search(client, 'santof');
      return [found.totalCount, facet(found, 'STAGE'), slip.didYouMean.length, typed.totalCount];
    };
    const outsiders = [anyone, await api.as('viewer'), await api.as('kontributor.5107'), await api.as('analis')];
    for (const client of outsiders) expect(await look(client)).toEqual([1, { 'PEMILU-02': 1 }, 0, 0]);
    for (const account of ['kontributor.7371', 'auditor'])
      expect(await look(await api.as(account))).toEqual([3, { 'PEMILU-02': 1, 'PEMILU-09': 2 }, 0, 1]);
  });

  it('is neither shown by an index that is behind the records', async () => {
    const [code] = await plant(api, [{ title: 'Palisander', happened: 'Palisander tua.' }]);
    expect(await titles(anyone, 'palisander ')).toEqual(['Palisander']);
    await api.dataSource.query(`update experiences set status = 'WITHDRAWN' where code = $1`, [code]);
    expect(await titles(anyone, 'palisander ')).toEqual([]);
  });
});

describe('what changes', () => {
  it('is found by the very next request, until it is withdrawn', async () => {
    const makassar = await api.as('kontributor.7371');
    const made = await mutate(
      makassar,
      'createExperience',
      { clientMutationId: 'cari-1', title: 'Angsana tumbang', obstacles: [{ text: 'Angsana menutup jalan' }] },
      'experience { id version code }',
    );
    const found = await search(makassar, 'angsana ');
    expect(found.nodes.map(({ type }: any) => type).toSorted()).toEqual(['EXPERIENCE', 'OBSTACLE']);
    expect((await search(anyone, 'angsana ')).totalCount).toBe(0);
    const { id, version } = made.experience;
    await mutate(makassar, 'updateExperience', { id, expectedVersion: version, title: 'Trembesi tumbang' });
    expect(await titles(makassar, 'trembesi ')).toEqual(['Trembesi tumbang']);
    expect((await search(makassar, '"angsana tumbang"')).totalCount).toBe(0);
    await api.dataSource.query('delete from experiences where code = $1', [made.experience.code]);
    expect((await search(makassar, 'trembesi ')).nodes).toEqual([]);
  });

  it('is found when people and events change, and gone when records are', async () => {
    const analyst = await api.as('analis');
    const { person } = await mutate(
      analyst,
      'createPerson',
      { clientMutationId: 'cari-2', slug: 'sengkuni-uji', name: 'Sengkuni Uji' },
      'person { id version }',
    );
    expect((await search(anyone, 'Sengkuni Uji')).nodes[0].node.name).toBe('Sengkuni Uji');
    const names = { id: person.id, expectedVersion: 1, name: 'Drestarata Uji', aliases: [] };
    await mutate(analyst, 'updatePerson', names);
    expect((await search(anyone, '"Sengkuni Uji"')).totalCount).toBe(0);
    expect((await search(anyone, 'Drestarata Uji')).totalCount).toBe(1);
    const [code] = await plant(api, [{ title: 'Kemuning', obstacle: 'Kemuning layu' }]);
    expect((await search(anyone, 'kemuning ')).totalCount).toBe(2);
    await api.dataSource.query(
      `with gone as (delete from experiences where code = $1 returning id)
       insert into changed_records (subject_type, subject_id) select 'Experience', id from gone`,
      [code],
    );
    expect((await search(anyone, 'kemuning ')).totalCount).toBe(0);
  });
});

describe('lessons', () => {
  it('are found by the centre, and by everybody once they are endorsed', async () => {
    const analyst = await api.as('analis');
    const input = { clientMutationId: 'cari-3', title: 'Gudang meranggas', insight: 'Meranggas tiap kemarau.' };
    const { lesson } = await mutate(analyst, 'createLesson', input, 'lesson { code }');
    const seenBy = async (client: Client): Promise<string[]> => {
      const query = `{ search(query: "meranggas ") { nodes { node { ... on Lesson { code } } } } }`;
      return (await client.query(query)).search.nodes.map(({ node }: any) => node.code);
    };
    expect(await seenBy(analyst)).toEqual([lesson.code]);
    for (const outsider of [anyone, await api.as('kontributor.7371'), await api.as('reviewer.73')])
      expect(await seenBy(outsider)).toEqual([]);
    await api.dataSource.query(
      `with endorsed as (update lessons set endorsed_at = now() where code = $1 returning id)
       insert into changed_records (subject_type, subject_id) select 'Lesson', id from endorsed`,
      [lesson.code],
    );
    expect(await seenBy(anyone)).toEqual([lesson.code]);
  });
});

describe('pages', () => {
  const walk = async (query: string, first: number, more: object = {}): Promise<string[]> => {
    const ids: string[] = [];
    for (let after: string | null = null; ;) {
      const { nodes, pageInfo } = await search(anyone, query, { first, after, types: ['EXPERIENCE'], ...more });
      ids.push(...nodes.map(({ node }: any) => node.id));
      if (!pageInfo.hasNextPage) return ids;
      after = pageInfo.endCursor;
    }
  };

  it('have every hit once, in each order', async () => {
    const rows = Array.from({ length: 23 }, (_, n) => ({
      title: `Bungur ${n % 3}`,
      happened: 'Bungur.',
      risk: (n % 4) * 5 + 1,
    }));
    await plant(
      api,
      rows.map((row, n) => ({ ...row, title: `${row.title} ke-${n}` })),
    );
    const whole = await walk('bungur ', 100);
    expect(whole.length).toBe(23);
    for (const ranking of ['RELEVANCE', 'RECENCY', 'SEVERITY'])
      for (const size of [1, 7]) {
        const ids = await walk('bungur ', size, { ranking });
        expect([ranking, new Set(ids).size, ids.toSorted()]).toEqual([ranking, 23, whole.toSorted()]);
      }
  });

  it('go on by date where there is too much to rank, and say so', async () => {
    const rows = Array.from({ length: 1100 }, (_, n) => ({
      title: n === 500 ? 'Akasia' : `Pohon ${n}`,
      happened: 'Daun akasia.',
    }));
    await plant(api, rows);
    while ((await search(anyone, 'akasia ', { first: 1, types: ['EXPERIENCE'] })).totalCount < 1000);
    const found = await search(anyone, 'akasia ', { first: 3, types: ['EXPERIENCE'] });
    expect(found).toMatchObject({
      totalCount: 1000,
      totalCountIsExact: false,
      totalCountText: '1.000+',
      ranking: 'RECENCY',
    });
    expect(found.note).toContain('1000');
    expect(found.facets[0].isExact).toBe(false);
    expect(found.nodes.map(({ node }: any) => node.title)).toEqual(['Akasia', 'Pohon 1099', 'Pohon 1098']);
    const ids = await walk('akasia ', 100);
    expect([ids.length, new Set(ids).size]).toEqual([1100, 1100]);
    await plant(api, [{ title: 'Akasia di tepi daun', happened: 'Bukan yang dicari.' }]);
    while ((await walk('akasia ', 100)).length < 1101);
    const inARow = await walk('"daun akasia" ', 100);
    expect([inARow.length, new Set(inARow).size]).toEqual([1100, 1100]);
  });

  it('refuse sizes and cursors that are none', async () => {
    const refused = async (argument: string): Promise<unknown> =>
      (await anyone.answer(`{ search(query: "bungur", ${argument}) { totalCount } }`)).errors?.[0]?.extensions?.code;
    const { pageInfo } = await search(anyone, 'bungur ', { first: 1 });
    for (const wrong of ['first: 0', 'first: 101', 'after: "x"', `after: "${pageInfo.endCursor}", ranking: RECENCY`])
      expect([wrong, await refused(wrong)]).toEqual([wrong, 'BAD_USER_INPUT']);
    expect(await refused(`after: "${pageInfo.endCursor}"`)).toBeUndefined();
  });
});

describe('any text at all', () => {
  const PIECES = [
    '"',
    '-',
    'OR',
    '|',
    '&',
    '!',
    ':*',
    '<->',
    "'",
    '\\',
    '(',
    ')',
    '%',
    '_',
    '\0',
    '\u202e',
    'é',
    '選挙',
    '🗳️',
    '=',
    '^',
    'suara',
    'psu',
    '73.71',
    ' ',
    '\n',
    '$1',
    '--',
    '/*',
    'ATAU',
    '*',
  ];

  it('is a question, never an error', async () => {
    let seed = 7;
    const next = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const queries = Array.from({ length: 250 }, () =>
      Array.from({ length: next(12) }, () => PIECES[next(PIECES.length)]).join(next(2) ? ' ' : ''),
    );
    queries.push(
      '',
      ' ',
      '"'.repeat(500),
      'a '.repeat(500),
      'x'.repeat(5000),
      '-'.repeat(300),
      '-suara',
      'apa yang di',
      `${'suara OR '.repeat(40)}x`,
    );
    for (const query of queries) {
      const { errors, data } = await anyone.answer(
        'query ($query: String!) { search(query: $query, first: 2) { totalCount didYouMean facets { dimension } nodes { highlight { parts { text } } node { __typename } } } }',
        { query },
      );
      expect([query, errors]).toEqual([query, undefined]);
      expect(data.search.totalCount).toBeGreaterThanOrEqual(0);
    }
  });

  it('costs what it may answer, and a search itself', async () => {
    const { extensions } = await anyone.answer('{ search(query: "suara", first: 1) { totalCount } }');
    expect(extensions?.cost?.total).toBeGreaterThan(300);
    const much = Array.from(
      { length: 30 },
      (_, n) => `a${n}: search(query: "suara", first: 100) { nodes { type score } }`,
    );
    const { errors } = await anyone.answer(`{ ${much.join(' ')} }`);
    expect(errors?.[0]?.extensions?.code).toBe('TOO_COMPLEX');
  });
});

describe('what is similar', () => {
  it('is found for a draft written a moment ago, of what its author may see', async () => {
    const [known] = await plant(api, [
      {
        title: 'Perahu logistik ketapang karam di muara',
        happened: 'Ombak ketapang membalik perahu pengangkut logistik.',
      },
      {
        title: 'Perahu ketapang karam',
        happened: 'Ombak muara membalik perahu logistik.',
        status: 'DRAFT',
        unit: '51.07',
      },
    ]);
    const makassar = await api.as('kontributor.7371');
    const draft = await mutate(
      makassar,
      'createExperience',
      {
        clientMutationId: 'mirip-1',
        title: 'Perahu ketapang karam',
        happened: 'Logistik terbalik di muara karena ombak.',
      },
      'experience { code similar(first: 3) { code title satker { code } } }',
    );
    const { similar, code } = draft.experience;
    expect(similar[0]).toMatchObject({ code: known, satker: { code: '73.71' } });
    expect(similar.map((one: any) => one.code)).not.toContain(code);
    const asked = `{ experience(code: "${known}") { s: similar(first: 100) { c: code title } } }`;
    const titlesOf = async (client: Client): Promise<string[]> =>
      (await client.query(asked)).experience.s.map(({ title }: any) => title);
    expect(await titlesOf(anyone)).not.toContain('Perahu ketapang karam');
    expect((await titlesOf(makassar)).filter((title) => title === 'Perahu ketapang karam').length).toBe(1);
    expect((await titlesOf(await api.as('auditor'))).filter((title) => title === 'Perahu ketapang karam').length).toBe(
      2,
    );
  });
});
