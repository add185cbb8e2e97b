import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rebuild } from '../../src/audit/follow.js';
import { RISKS } from '../../src/analytics/risks/risks.projection.js';
import { ExperienceStatus } from '../../src/experiences/experience.enums.js';
import { startApi, type Client, type TestApi } from '../support/api.js';
import { unzipped } from '../support/unzip.js';
import { plant, remove } from './brief-rows.js';

/** Briefs as data: what is in them, in which order, and that every number opens on the rows behind it. */
let api: TestApi;
let viewer: Client;

const SOURCE = 'code title year stage isDemo satker { code name }';
const RECOMMENDATION = `number text status dueDate isOverdue source { ${SOURCE} }`;
const BRIEF = `query ($stage: String!, $satker: String!) { mitigationBrief(stage: $stage, satker: $satker) {
  asOf isEmpty hasDemo summary firstSteps ranking documentUrl riskCount openRecommendationCount overdueCount
  openRecommendationsFilter
  stage { code name cycle } stagesUsed { code } satker { code name level region }
  scopes { scope label obstacleCount experienceCount satkerCount demoCount unassessedCount unregulatedCount years openFilter
    matrix { likelihood impact band count openFilter } }
  topRisks { rank patternCode label scope ownCount provinceCount obstacleCount satkerCount years lastSeen maxRisk meanRisk
    typicalLikelihood typicalImpact band hasDemo openFilter cause { code } topic { code } sources { ${SOURCE} }
    practices { action result source { ${SOURCE} } } recommendations { ${RECOMMENDATION} } }
  openRecommendations { ${RECOMMENDATION} }
  documents { title publisher publishedOn url } } }`;

const brief = async (stage: string, satker: string, as: Client = viewer): Promise<any> =>
  (await as.query(BRIEF, { stage, satker })).mitigationBrief;

async function count(field: string, filter: unknown): Promise<number> {
  const type = field === 'obstacles' ? 'ObstacleFilter' : 'RecommendationFilter';
  const data = await viewer.query(`query ($filter: ${type}) { ${field}(filter: $filter, first: 1) { totalCount } }`, {
    filter,
  });
  return data[field].totalCount;
}

beforeAll(async () => {
  api = await startApi();
  await remove(api.dataSource, 'true');
  viewer = await api.as('viewer');
  const rows = [
    { unit: '73.71', text: 'Surat suara tertukar antar-TPS di gudang', cause: 'LOGISTICS', likelihood: 2, impact: 2 },
    { unit: '73.06', text: 'Di gudang, surat suara antar-TPS tertukar', cause: 'LOGISTICS', likelihood: 3, impact: 5 },
    {
      unit: '51.07',
      text: 'Penukaran surat suara antar-TPS di gudang',
      cause: 'SECURITY',
      likelihood: null,
      impact: null,
      stage: 'PILKADA-B7',
    },
    { unit: '73', text: 'Sinyal lemah', cause: 'INFRASTRUCTURE', likelihood: 4, impact: 4, stage: 'PILKADA-B8' },
    { unit: '51.07', text: 'Petugas sakit', cause: 'HEALTH', topic: 'SIREKAP', likelihood: 5, impact: 5, isDemo: true },
    { unit: '51.07', text: 'Petugas kelelahan', cause: 'HEALTH', likelihood: 5, impact: 5, occurredOn: '2019-04-17' },
    { unit: '12.71', text: 'Aksi massa', cause: 'SECURITY', likelihood: 5, impact: 5, occurredOn: '2024-02-15' },
    { unit: '51', text: 'Tanpa nilai', likelihood: null, impact: null },
    { unit: '51', text: 'Kotak suara di tahapan lain', cause: 'LOGISTICS', stage: 'PEMILU-08' },
  ];
  for (const row of rows) await plant(api.dataSource, row);
  await plant(api.dataSource, {
    unit: '73.06',
    text: 'Surat suara di gudang tertukar antar-TPS',
    cause: 'LOGISTICS',
    likelihood: 1,
    impact: 2,
    actionTaken: 'Satker memakai palet kayu.',
    result: 'Kendala teratasi sebelum hari pemungutan suara.',
    recommendation: { text: 'Gudang diperiksa sebelum musim hujan', status: 'IN_PROGRESS', dueDate: '2025-01-31' },
  });
  await plant(api.dataSource, {
    unit: '12.71',
    text: 'Tertukar surat suara antar-TPS di gudang',
    cause: 'LOGISTICS',
    actionTaken: 'Satker menunggu kiriman.',
    result: 'Kendala teratasi sebagian.',
    recommendation: { text: 'Cadangan kotak di provinsi', status: 'VERIFIED' },
  });
});
afterAll(() => api.close());

describe('what a brief holds', () => {
  it('looks at the unit, its province and the nation, each with those before it', async () => {
    const { scopes, satker, stage, stagesUsed } = await brief('PEMILU-09', '73.71');
    expect(satker).toEqual({ code: '73.71', name: 'KPU Kota Makassar', level: 'CITY', region: 'Kota Makassar' });
    expect(stage.code).toBe('PEMILU-09');
    expect(stagesUsed.map((one: any) => one.code)).toEqual(['PEMILU-09', 'PILKADA-B7', 'PILKADA-B8']);
    const numbers = scopes.map((one: any) => [one.scope, one.obstacleCount, one.satkerCount, one.unassessedCount]);
    expect(numbers).toEqual([
      ['OWN', 1, 1, 0],
      ['PROVINCE', 4, 3, 0],
      ['NATION', 10, 6, 2],
    ]);
    expect(scopes[2].years).toEqual([2019, 2024]);
    expect(scopes[2].demoCount).toBe(1);
    expect(scopes[2].matrix).toHaveLength(25);
  });

  it('opens every number on exactly the rows that were counted', async () => {
    const { scopes, topRisks, openRecommendationsFilter, openRecommendationCount } = await brief('PEMILU-09', '73.71');
    for (const { obstacleCount, openFilter, matrix } of scopes) {
      expect(await count('obstacles', openFilter)).toBe(obstacleCount);
      for (const cell of matrix.filter((one: any) => one.count > 0 || one.likelihood === one.impact))
        expect(await count('obstacles', cell.openFilter)).toBe(cell.count);
    }
    for (const { obstacleCount, openFilter } of topRisks)
      expect(await count('obstacles', openFilter)).toBe(obstacleCount);
    expect(await count('recommendations', openRecommendationsFilter)).toBe(openRecommendationCount);
  });

  it('ranks what is near before what is far, then by mean score and units, then the latest', async () => {
    const { topRisks, riskCount } = await brief('PEMILU-09', '73.71');
    expect(riskCount).toBe(6);
    const ranked = topRisks.map((one: any) => [one.rank, one.scope, one.cause?.code ?? null, one.topic?.code ?? null]);
    expect(ranked).toEqual([
      [1, 'OWN', 'LOGISTICS', null],
      [2, 'PROVINCE', 'INFRASTRUCTURE', null],
      [3, 'NATION', 'SECURITY', null],
      [4, 'NATION', 'HEALTH', 'SIREKAP'],
      [5, 'NATION', 'HEALTH', null],
      [6, 'NATION', null, null],
    ]);
  });

  it('says of a risk how often, how grave, and who said so', async () => {
    const [logistics] = (await brief('PEMILU-09', '73.71')).topRisks;
    expect(logistics).toMatchObject({
      patternCode: expect.stringMatching(/^POLA-\d{6}$/),
      label: 'Surat suara tertukar antar-TPS di gudang',
      ownCount: 1,
      provinceCount: 3,
      obstacleCount: 5,
      satkerCount: 4,
      maxRisk: 15,
      meanRisk: 7.5,
      band: 'HIGH',
      typicalLikelihood: 2,
      typicalImpact: 2,
    });
    expect(logistics.sources[0]).toMatchObject({ satker: { code: '73.71' }, year: 2024, stage: 'PEMILU-09' });
    expect(logistics.sources).toHaveLength(5);
  });

  it('tells what helped, and leaves out what helped only in part', async () => {
    const [{ practices, recommendations }] = (await brief('PEMILU-09', '73.71')).topRisks;
    expect(practices.map((one: any) => one.action)).toEqual(['Satker memakai palet kayu.']);
    expect(recommendations.map((one: any) => [one.text, one.status])).toEqual([
      ['Cadangan kotak di provinsi', 'VERIFIED'],
      ['Gudang diperiksa sebelum musim hujan', 'IN_PROGRESS'],
    ]);
  });

  it('lists what is open and overdue, and says so in words with the same numbers', async () => {
    const { openRecommendations, overdueCount, summary, firstSteps } = await brief('PEMILU-09', '73.71');
    expect(openRecommendations.map((one: any) => [one.status, one.isOverdue])).toEqual([['IN_PROGRESS', true]]);
    expect(overdueCount).toBe(1);
    expect(summary.length).toBeGreaterThanOrEqual(3);
    expect(summary.length).toBeLessThanOrEqual(6);
    expect(summary[0]).toContain('10 kendala dalam 10 pengalaman yang diterbitkan dari 6 satker (2019, 2024)');
    expect(summary.join(' ')).toContain('Sebanyak 1 rekomendasi masih terbuka; 1 di antaranya melewati tenggat.');
    expect(firstSteps[0]).toContain('Cadangan kotak di provinsi');
  });

  it('lists fifteen of what is open at most: addressed to the unit, then its own, its province’s, the nation’s', async () => {
    const report = (unit: string, name: string, dueDate = '2099-01-01'): Promise<string> =>
      plant(api.dataSource, {
        unit,
        stage: 'PEMILU-03',
        text: name,
        recommendation: { text: name, status: 'ACCEPTED', dueDate },
      });
    const listed = async (): Promise<string[]> =>
      (await brief('PEMILU-03', '73.71')).openRecommendations.map(({ text }: any) => text);
    const far = await report('51.07', 'jauh, tetapi untuk satker ini');
    await api.dataSource.query(
      `insert into recommendation_addressees (recommendation_id, satker_id, role)
       select r.id, s.id, 'LEAD' from recommendations r, satkers s where r.number = 'R' || $1 and s.code = '73.71'`,
      [far],
    );
    await report('51.07', 'jauh', '2020-01-01');
    await report('73.06', 'sekitar');
    await report('73.71', 'sendiri');
    const nearest = ['jauh, tetapi untuk satker ini', 'sendiri', 'sekitar'];
    expect(await listed()).toEqual([...nearest, 'jauh']);
    const more = Array.from({ length: 12 }, (_, n) => `sekitar ${n}`);
    for (const name of more) await report('73.06', name);
    expect(await listed()).toEqual([...nearest, ...more]);
    await report('73.71', 'sendiri, terlambat', '2020-01-01');
    expect(await listed()).toEqual([nearest[0], 'sendiri, terlambat', 'sendiri', 'sekitar', ...more.slice(0, 11)]);
    await remove(api.dataSource, `stage_id = (select id from stages where code = 'PEMILU-03')`);
  });

  it('is the same for a province and for the centre, with the circles that these have', async () => {
    const province = await brief('PEMILU-09', '73');
    expect(province.scopes.map((one: any) => [one.scope, one.obstacleCount])).toEqual([
      ['OWN', 1],
      ['PROVINCE', 4],
      ['NATION', 10],
    ]);
    const centre = await brief('PEMILU-09', '00');
    expect(centre.scopes.map((one: any) => [one.scope, one.obstacleCount])).toEqual([['NATION', 10]]);
    expect(centre.topRisks[0]).toMatchObject({ scope: 'NATION', ownCount: 0, provinceCount: 0 });
  });

  it('looks from Pilkada at Pemilu, too, and at nothing where there is nothing alike', async () => {
    const pilkada = await brief('PILKADA-B7', '51.07');
    expect(pilkada.stagesUsed.map((one: any) => one.code)).toEqual(['PILKADA-B7', 'PEMILU-09']);
    const districts = await brief('PEMILU-05', '51.07');
    expect(districts.stagesUsed.map((one: any) => one.code)).toEqual(['PEMILU-05']);
  });

  it('relates stages that have the same name in substance', async () => {
    const { electionCycles } = await viewer.query('{ electionCycles { stages { code position } } }');
    const codes = new Map<string, number>(
      electionCycles.flatMap(({ stages }: any) => stages.map(({ code, position }: any) => [code, position])),
    );
    // The mapping goes by positions; these are what it means.
    expect(
      ['PILKADA-A3', 'PILKADA-A8', 'PILKADA-B1', 'PILKADA-B7', 'PILKADA-B11'].map((code) => codes.get(code)),
    ).toEqual([3, 8, 9, 15, 19]);
  });

  it('takes the name of a unit, and is the same each time', async () => {
    const { asOf: _, ...first } = await brief('PEMILU-09', '73.71');
    const { asOf: __, ...second } = await brief('PEMILU-09', 'KPU Kota Makassar');
    expect(second).toEqual(first);
  });

  it('is empty in words where nothing was published', async () => {
    const empty = await brief('PEMILU-11', '73.71');
    expect(empty).toMatchObject({ isEmpty: true, hasDemo: false, topRisks: [], riskCount: 0, openRecommendations: [] });
    expect(empty.summary.join(' ')).toContain('Belum ada kendala yang diterbitkan');
  });

  it.each([
    ['PEMILU-99', '73.71', 'Tahapan "PEMILU-99" tidak ditemukan.'],
    ['PEMILU-09', '99.99', 'Satker "99.99" tidak ditemukan.'],
    ['PEMILU-09', 'KPU Bandung', '32.73'],
    ['PEMILU\u0000', '73.71', 'tidak ditemukan'],
  ])('refuses stage %j and satker %j', async (stage, satker, text) => {
    const { errors } = await viewer.answer(BRIEF, { stage, satker });
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    expect(errors?.[0]?.message).toContain(text);
  });
});

describe('what a brief never holds', () => {
  const STATUSES = Object.values(ExperienceStatus);
  const ACCOUNTS = [
    null,
    'viewer',
    'kontributor.7371',
    'kontributor.7306',
    'reviewer.73',
    'analis',
    'auditor',
    'admin',
  ];
  const markOf = (unit: string, status: string): string => `rahasia${unit.replace('.', '')}${status.replace('_', '')}`;

  beforeAll(async () => {
    for (const unit of ['73.71', '73.06', '73'])
      for (const status of STATUSES) {
        const mark = markOf(unit, status);
        await plant(api.dataSource, {
          unit,
          status,
          stage: 'PEMILU-07',
          text: `${mark} kendala`,
          topic: 'SIREKAP',
          actionTaken: `${mark} tindakan`,
          result: `${mark}: kendala teratasi`,
          recommendation: { text: `${mark} rekomendasi`, status: 'ACCEPTED' },
        });
      }
  });

  it.each(ACCOUNTS)('unpublished text, whoever asks: %s', async (account) => {
    const reader = account ? await api.as(account) : api.anonymous;
    const data = JSON.stringify(await brief('PEMILU-07', '73.71', reader));
    const { rawPayload, statusCode } = await reader.send('GET', '/api/v1/brief.docx?stage=PEMILU-07&satker=73.71');
    expect(statusCode).toBe(200);
    const text = String((await unzipped(rawPayload)).get('word/document.xml'));
    for (const unit of ['73.71', '73.06', '73'])
      for (const status of STATUSES) {
        const mark = markOf(unit, status);
        expect([mark, data.includes(mark)]).toEqual([mark, status === ExperienceStatus.PUBLISHED]);
        expect([mark, text.includes(mark)]).toEqual([mark, status === ExperienceStatus.PUBLISHED]);
      }
  });

  it('what was withdrawn a moment ago, before the projections have followed', async () => {
    const code = await plant(api.dataSource, {
      unit: '73.71',
      stage: 'PEMILU-10',
      text: 'Rekapitulasi terhenti karena genset',
      actionTaken: 'tindakanyangditarik',
      result: 'Kendala teratasi.',
      recommendation: { text: 'rekomendasiyangditarik', status: 'ACCEPTED' },
    });
    const holds = async (): Promise<boolean[]> => {
      const { topRisks, openRecommendations } = await brief('PEMILU-10', '73.71');
      const parts = topRisks.flatMap(({ sources, practices, recommendations }: any) => [
        sources,
        practices,
        recommendations,
      ]);
      const said = JSON.stringify([parts, openRecommendations]);
      return [code, 'tindakanyangditarik', 'rekomendasiyangditarik'].map((text) => said.includes(text));
    };
    expect(await holds()).toEqual([true, true, true]);
    // Without a note, so that no projection hears of it.
    await api.dataSource.query(`update experiences set status = 'WITHDRAWN' where code = $1`, [code]);
    expect(await holds()).toEqual([false, false, false]);
    await remove(api.dataSource, `code = '${code}'`);
  });

  it('asks for the permission to read', async () => {
    const closed = await startApi({ PUBLIC_READ: 'false' });
    try {
      const { errors } = await closed.anonymous.answer(BRIEF, { stage: 'PEMILU-09', satker: '73.71' });
      expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
      const refused = await closed.anonymous.send('GET', '/api/v1/brief.docx?stage=PEMILU-09&satker=73.71');
      expect(refused.statusCode).toBe(401);
      expect(refused.json()).toMatchObject({ code: 'UNAUTHENTICATED' });
    } finally {
      await closed.close();
    }
  });
});

describe('what briefs are read from', () => {
  const OPEN_SUMS = '(select stage_id, status, due_date, count from open_sums where count <> 0)';
  const TABLES = ['risk_obstacles', 'risk_sums', 'risk_totals', 'open_recommendations', OPEN_SUMS];

  async function rows(): Promise<Record<string, string[]>> {
    const found: Record<string, string[]> = {};
    for (const table of TABLES) {
      const text = `select coalesce(json_agg(x::text order by x::text), '[]') as all from ${table} x`;
      found[table] = (await api.dataSource.query<{ all: string[] }[]>(text))[0]!.all;
    }
    return found;
  }

  /** Changes records past the product, as `sql` says of experiences or recommendations. */
  const change = (type: 'Experience' | 'Recommendation', sql: string): Promise<unknown> =>
    api.dataSource.query(
      `with changed as (${sql} returning id) insert into changed_records (subject_type, subject_id) select '${type}', id from changed`,
    );

  beforeAll(async () => {
    await plant(api.dataSource, { unit: '51', text: '…' });
    await brief('PEMILU-09', '73.71');
  });

  it.each<[string, 'Experience' | 'Recommendation', string]>([
    [
      'is withdrawn',
      'Experience',
      `update experiences set status = 'WITHDRAWN' where code in ('UJI-0001', 'UJI-0010')`,
    ],
    ['is published', 'Experience', `update experiences set status = 'PUBLISHED' where code like 'UJI-002%'`],
    [
      'moves to another unit and stage',
      'Experience',
      `update experiences set satker_id = (select id from satkers where code = '51.07'),
         stage_id = (select id from stages where code = 'PILKADA-B7') where code = 'UJI-0002'`,
    ],
    ['has no stage any more', 'Experience', `update experiences set stage_id = null where code = 'UJI-0005'`],
    [
      'is about something else',
      'Experience',
      `update experiences set topic_id = 1 where id = (select experience_id from risk_obstacles where kind = '0/0')`,
    ],
    ['ends well', 'Experience', `update experiences set action_taken = 'A', result = 'Lancar' where code = 'UJI-0002'`],
    ['is deleted', 'Experience', `delete from experiences where code in ('UJI-0003', 'UJI-0011')`],
    ['has recommendations that are begun', 'Recommendation', `update recommendations set status = 'IN_PROGRESS'`],
    ['has some with another day', 'Recommendation', `update recommendations set due_date = '2031-01-01'`],
    ['has some that are done', 'Recommendation', `update recommendations set status = 'VERIFIED' where id % 2 = 0`],
  ])('follows an experience that %s, and is as if it were built anew', async (_, type, sql) => {
    const before = await rows();
    await change(type, sql);
    await brief('PEMILU-09', '73.71');
    const followed = await rows();
    expect(followed).not.toEqual(before);
    await rebuild(api.dataSource, RISKS, () => {});
    expect(await rows()).toEqual(followed);
  });

  it('is compared so that a wrong sum is noticed', async () => {
    const followed = await rows();
    await api.dataSource.query('update risk_sums set obstacles = obstacles + 1');
    expect(await rows()).not.toEqual(followed);
    await rebuild(api.dataSource, RISKS, () => {});
    expect(await rows()).toEqual(followed);
  });
});
