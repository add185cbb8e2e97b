import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Client, type TestApi } from '../support/api.js';
import { mutate } from '../support/mutation.js';
import { facet, marked, plant, search, titles } from './found.js';

let api: TestApi;
let anyone: Client;

beforeAll(async () => {
  api = await startApi();
  anyone = api.anonymous;
  await plant(api, [
    { title: 'Kertas zaitun terkendala', happened: 'Kapal zaitun tidak berlayar.' },
    { title: 'Keterlambatan zaitun', happened: 'Bukan soal lain.' },
    { title: 'Menetapkan zaitun', happened: 'Ditetapkan pada malam hari.' },
    { title: 'Pendistribusian zaitun', happened: 'Surat suara didistribusikan.' },
    { title: 'Ratapan zaitun', happened: 'Suasana pilu menyelimuti kampung.' },
    { title: 'Pesta zaitun', happened: 'Pemilu berjalan lancar.' },
    { title: 'Balsa satu', happened: 'Kotak suara balsa rusak di gudang.' },
    { title: 'Balsa dua', happened: 'Suara balsa dari dalam kotak.' },
    { title: 'Balsa tiga', happened: 'Gudang balsa kebanjiran.' },
  ]);
});
afterAll(() => api.close());

describe('words in all their forms', () => {
  it.each([
    ['kendala', 'Kertas zaitun terkendala'],
    ['terkendala', 'Kertas zaitun terkendala'],
    ['terlambat', 'Keterlambatan zaitun'],
    ['keterlambatannya', 'Keterlambatan zaitun'],
    ['tetap', 'Menetapkan zaitun'],
    ['penetapan', 'Menetapkan zaitun'],
    ['distribusi', 'Pendistribusian zaitun'],
    ['mendistribusikan', 'Pendistribusian zaitun'],
    ['pelayaran', 'Kertas zaitun terkendala'],
  ])('%s finds %s', async (word, title) => {
    expect(await titles(anyone, `zaitun ${word} `)).toContain(title);
  });

  it('does not take one root for another', async () => {
    expect(await titles(anyone, '"zaitun" pemilu ', { first: 1 })).toEqual(['Pesta zaitun']);
    const strict = await search(anyone, 'pilu ', { types: ['EXPERIENCE'] });
    expect(strict.nodes.map(({ node }: any) => node.title)).toEqual(['Ratapan zaitun']);
  });

  it('marks what matched in the form that stands there, and names the field', async () => {
    const found = await search(anyone, 'zaitun distribusi ', { types: ['EXPERIENCE'] });
    expect(found.nodes[0].matchedFields).toEqual(['title', 'happened']);
    expect(marked(found)).toEqual(['Pendistribusian', 'zaitun', 'didistribusikan']);
    const text = found.nodes[0].highlight[1].parts.map(({ text: part }: any) => part).join('');
    expect(text).toBe('Surat suara didistribusikan.');
  });
});

describe('the language of questions', () => {
  it('knows phrases, also of other forms, and across stop words', async () => {
    expect(await titles(anyone, '"suara balsa"')).toEqual(expect.arrayContaining(['Balsa dua', 'Balsa satu']));
    expect(await titles(anyone, '"kotak balsa"')).toEqual([]);
    expect(await titles(anyone, '"balsa dari dalam kotak"')).toEqual(['Balsa dua']);
    expect(await titles(anyone, '"balsanya di gudang"')).toEqual([]);
  });

  it('knows OR and minus', async () => {
    expect((await titles(anyone, '"balsa" rusak OR kebanjiran ')).toSorted()).toEqual(['Balsa satu', 'Balsa tiga']);
    expect((await titles(anyone, 'balsa -gudang')).toSorted()).toEqual(['Balsa dua']);
    expect((await titles(anyone, 'balsa -"kotak suara"')).toSorted()).toEqual(['Balsa dua', 'Balsa tiga']);
  });

  it('takes the last word for a beginning until a space follows', async () => {
    expect((await titles(anyone, 'balsa keban')).slice(0, 1)).toEqual(['Balsa tiga']);
    expect((await titles(anyone, '"balsa" keban')).length).toBe(1);
    expect((await search(anyone, 'kebanj ')).totalCount).toBe(0);
  });

  it('understands questions and says what it left out', async () => {
    const found = await search(anyone, 'Apa yang terjadi dengan kotak balsa yang ketumpahan cuka di gudang?');
    expect(found.relaxed).toBe(true);
    expect(found.note).toContain('sebagian besar');
    expect(found.nodes[0].node.title).toBe('Balsa satu');
    expect((await search(anyone, '"kotak suara balsa"')).relaxed).toBe(false);
  });

  it('ranks whole phrases above the rest, and names above phrases', async () => {
    await plant(api, [
      { title: 'Mahoni merah rusak mahoni rusak', happened: 'Mahoni mahoni.' },
      { title: 'Lain', happened: 'Di sana mahoni rusak berat.' },
    ]);
    const [first] = await titles(anyone, 'mahoni rusak berat ');
    expect(first).toBe('Lain');
    for (const name of ['73.71', 'KPU Makassar', 'kpu kota makassar']) {
      const { nodes } = await search(anyone, name);
      expect([name, nodes[0].node.code, nodes[0].score >= 2]).toEqual([name, '73.71', true]);
    }
    const [code] = await plant(api, [{ title: 'Dengan kode' }]);
    expect((await search(anyone, code!.toLowerCase())).nodes[0].node.code).toBe(code);
  });

  it('finds every type', async () => {
    const types = async (query: string, type: string): Promise<string[]> =>
      (await search(anyone, query, { types: [type] })).nodes.map(({ node }: any) => node.kind);
    expect(await types('Idham Holik', 'PERSON')).toEqual(['Person']);
    expect(await types('rakornas-berbagi-pengalaman-2025', 'EVENT')).toEqual(['Event']);
    expect((await types('pengalaman', 'STATEMENT')).length).toBeGreaterThan(0);
    expect((await types('surat suara', 'OBSTACLE'))[0]).toBe('Obstacle');
    expect((await types('bimbingan teknis', 'RECOMMENDATION'))[0]).toBe('Recommendation');
    expect((await types('KPU Bali', 'SATKER'))[0]).toBe('Satker');
  });
});

describe('synonyms', () => {
  it('find each other both ways', async () => {
    await plant(api, [
      { title: 'Gaharu pendek', happened: 'PSU gaharu di dua TPS.' },
      { title: 'Gaharu panjang', happened: 'Pemungutan suara ulang gaharu.' },
      { title: 'Gaharu coklit', happened: 'Pencocokan dan penelitian gaharu.' },
    ]);
    const psu = ['Gaharu panjang', 'Gaharu pendek'];
    expect((await titles(anyone, '"gaharu" psu ')).toSorted()).toEqual(psu);
    expect((await titles(anyone, '"gaharu" pemungutan suara ulang ')).toSorted()).toEqual(psu);
    expect(await titles(anyone, '"gaharu" coklit ')).toEqual(['Gaharu coklit']);
    const found = await search(anyone, 'coklit gaharu ', { types: ['EXPERIENCE'] });
    expect(marked(found)).toEqual(expect.arrayContaining(['Pencocokan', 'penelitian']));
  });

  it('are edited by analysts, and act at once', async () => {
    await plant(api, [{ title: 'Cendana', happened: 'Perahu kelotok terbalik.' }]);
    const analyst = await api.as('analis');
    const finds = async (): Promise<string[]> => titles(anyone, 'jukung ');
    expect(await finds()).toEqual([]);
    const input = { clientMutationId: 'sinonim-1', forms: ['Kelotok', 'jukung', 'jukung'], note: 'Perahu' };
    const shown = 'synonym { id version forms history { nodes { action } } }';
    const added = await mutate(analyst, 'addSynonym', input, shown);
    expect(added).toMatchObject({ userErrors: [], synonym: { forms: ['kelotok', 'jukung'] } });
    expect(await finds()).toEqual(['Cendana']);
    const { id, version } = added.synonym;
    const off = await mutate(analyst, 'updateSynonym', { id, expectedVersion: version, isActive: false }, shown);
    expect(off.synonym.history.nodes.length).toBe(2);
    expect(await finds()).toEqual([]);
    const on = await mutate(analyst, 'updateSynonym', { id, expectedVersion: 2, isActive: true }, shown);
    expect(await finds()).toEqual(['Cendana']);
    const stale = await mutate(analyst, 'removeSynonym', { id, expectedVersion: 1 }, 'removedId');
    expect(stale.userErrors[0].code).toBe('CONFLICT');
    const gone = await mutate(analyst, 'removeSynonym', { id, expectedVersion: on.synonym.version }, 'removedId');
    expect(gone).toEqual({ removedId: id, userErrors: [] });
    expect(await finds()).toEqual([]);
    expect(await anyone.query('{ synonyms(filter: { form: { eq: "psu" } }) { nodes { forms } } }')).toEqual({
      synonyms: { nodes: [{ forms: ['psu', 'pemungutan suara ulang'] }] },
    });
  });

  it('need two forms that can be found, and an analyst', async () => {
    const add = async (as: string, forms: string[]): Promise<any> =>
      mutate(await api.as(as), 'addSynonym', { clientMutationId: forms.join() + as, forms }, 'synonym { id }');
    for (const forms of [['satu'], ['sama', 'Sama'], ['yang', 'psu'], ['a b c d e f g h i', 'psu']])
      expect((await add('analis', forms)).userErrors[0]).toMatchObject({ code: 'SYNONYM_FORMS', field: 'forms' });
    await expect(add('kontributor.7371', ['a', 'b'])).rejects.toThrow('FORBIDDEN');
  });
});

describe('slips of the pen', () => {
  it('get a question that finds something, with pg_trgm and without', async () => {
    const [has] = await api.dataSource.query(`select count(*)::int as n from pg_extension where extname = 'pg_trgm'`);
    const ask = async (query: string): Promise<string[]> => (await search(anyone, query)).didYouMean;
    const asked = ['zaitn ', 'keterlamabtan ', 'kebanjirna balsa'];
    const withTrigrams = await Promise.all(asked.map(ask));
    await api.dataSource.query('drop extension if exists pg_trgm');
    const without = await Promise.all(asked.map(ask));
    expect(without.map(([first]) => first)).toEqual(['zaitun', 'keterlambatan', 'kebanjiran balsa']);
    if (has.n > 0) expect(withTrigrams.map(([first]) => first)).toEqual(without.map(([first]) => first));
    expect(await ask('zaitun ')).toEqual([]);
    expect(await ask('qqqqqqqq ')).toEqual([]);
    expect((await search(anyone, 'keterlambatan ')).totalCount).toBeGreaterThan(0);
  });
});

describe('counts', () => {
  it('are those of the hits, under the same filter', async () => {
    await plant(api, [
      { title: 'Meranti a', stage: 'PEMILU-09', cause: 'LOGISTICS', obstacle: 'Meranti x', risk: 4, unit: '73.71' },
      { title: 'Meranti b', stage: 'PEMILU-09', cause: 'BUDGET', obstacle: 'Meranti y', risk: 16, unit: '51.07' },
      { title: 'Meranti c', stage: 'PEMILU-02', kind: 'INNOVATION', risk: 25, unit: '73.06', reportedAt: '2023-05-05' },
    ]);
    const asked = { types: ['EXPERIENCE'] };
    const all = await search(anyone, 'meranti ', asked);
    expect(all).toMatchObject({ totalCount: 3, totalCountIsExact: true, totalCountText: '3', ranking: 'RELEVANCE' });
    expect(facet(all, 'STAGE')).toEqual({ 'PEMILU-09': 2, 'PEMILU-02': 1 });
    expect(facet(all, 'CAUSE')).toEqual({ LOGISTICS: 1, BUDGET: 1 });
    expect(facet(all, 'PROVINCE')).toEqual({ '73': 2, '51': 1 });
    expect(facet(all, 'CYCLE')).toEqual({ 'PEMILU-2024': 3 });
    expect(facet(all, 'KIND')).toEqual({ OBSTACLE: 2, INNOVATION: 1 });
    expect(facet(all, 'YEAR')).toEqual({ '2024': 2, '2023': 1 });
    expect(facet(all, 'BAND')).toEqual({ LOW: 1, HIGH: 1, EXTREME: 1 });
    const filters: [object, string[]][] = [
      [{ stage: { eq: 'PEMILU-09' } }, ['Meranti a', 'Meranti b']],
      [{ cause: { in: ['BUDGET'] } }, ['Meranti b']],
      [{ cause: { isNull: true } }, ['Meranti c']],
      [{ province: { eq: '73' } }, ['Meranti a', 'Meranti c']],
      [{ satker: { under: '51' } }, ['Meranti b']],
      [{ cycle: { eq: 'PEMILU-2024' }, year: { gte: 2024 } }, ['Meranti a', 'Meranti b']],
      [{ band: { in: ['HIGH', 'EXTREME'] } }, ['Meranti b', 'Meranti c']],
      [{ not: { kind: { eq: 'OBSTACLE' } } }, ['Meranti c']],
      [{ isDemo: true }, []],
    ];
    for (const [filter, expected] of filters) {
      const found = await search(anyone, 'meranti ', { ...asked, filter });
      expect(found.nodes.map(({ node }: any) => node.title).toSorted()).toEqual(expected);
      expect(Object.values(facet(found, 'TYPE'))).toEqual(expected.length > 0 ? [expected.length] : []);
    }
  });
});
