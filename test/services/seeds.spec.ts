import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clearDemo, growDemo, seed, seedDemoOnce } from '../../src/seeds/seed.js';
import { startApi, type TestApi } from '../support/api.js';

/** Reference data, the first event and the demonstration: what repeating, growing and removing them does. */
let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

/** A checksum of every table with its rows' versions; `except` leaves tables out. */
async function checksums(except: readonly string[] = []): Promise<Record<string, string>> {
  const tables = api.dataSource.entityMetadatas.map((m) => m.tableName).filter((name) => !except.includes(name));
  const sums: Record<string, string> = {};
  for (const table of tables) {
    const [row] = await api.dataSource.query<{ sum: string }[]>(
      `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) || ' ' || count(*) as sum from "${table}" t`,
    );
    sums[table] = row!.sum;
  }
  return sums;
}

const count = async (where: string): Promise<number> =>
  (await api.dataSource.query<{ count: number }[]>(`select count(*)::int as count from ${where}`))[0]!.count;

describe('seeding', () => {
  it('changes nothing when it is repeated', async () => {
    const before = await checksums();
    await seed(api.dataSource);
    await seedDemoOnce(api.dataSource);
    expect(await checksums()).toEqual(before);
  });

  it('mends a reference row that differs from its file and leaves what an administrator added', async () => {
    await api.dataSource.query(`update satkers set name = 'KPU Kota Makasar' where code = '73.71'`);
    await api.dataSource.query(
      `insert into topics (code, name, name_en) values ('TOPIK-SENDIRI', 'Topik kami', 'Our topic')`,
    );
    await seed(api.dataSource);
    const { satker, topics } = await api.anonymous.query('{ satker(code: "73.71") { name version } topics { code } }');
    expect(satker).toEqual({ name: 'KPU Kota Makassar', version: 2 });
    expect(topics.map((t: any) => t.code)).toContain('TOPIK-SENDIRI');
  });

  it('leaves the first event to the analysts once it is there', async () => {
    const analyst = await api.as('analis');
    const { event } = await analyst.query('{ event(slug: "rakornas-berbagi-pengalaman-2025") { id version } }');
    const input = { id: event.id, expectedVersion: event.version, theme: 'Tema yang diperbaiki analis' };
    await analyst.query('mutation ($input: UpdateEventInput!) { updateEvent(input: $input) { event { id } } }', {
      input,
    });
    await seed(api.dataSource);
    const after = await analyst.query('{ event(slug: "rakornas-berbagi-pengalaman-2025") { theme } }');
    expect(after.event.theme).toBe('Tema yang diperbaiki analis');
  });
});

describe('the demonstration', () => {
  it('holds each pair of the corpus once, marked, published, on its own stage', async () => {
    const { experiences } = await api.anonymous.query(
      '{ experiences(filter: { isDemo: true }, first: 100) { totalCount nodes { code isDemo status obstacles { text } recommendations { text } } } }',
    );
    expect(experiences.totalCount).toBe(133);
    for (const { code, isDemo, status, obstacles, recommendations } of experiences.nodes) {
      expect(code).toMatch(/^DEMO-\d{6}$/);
      expect([isDemo, status, obstacles.length, recommendations.length]).toEqual([true, 'PUBLISHED', 1, 1]);
    }
    const { crossing } = await api.anonymous.query(
      '{ crossing: experiences(filter: { stage: { isNull: true } }) { totalCount } }',
    );
    expect(crossing.totalCount).toBe(20);
  });

  it('grows by what is missing, the same rows whichever way it got there', async () => {
    const first = await checksums(['seed_marks']);
    const report = await growDemo(api.dataSource, { experiences: 400 });
    expect(report).toMatchObject({ outcome: 'GROWN', before: 133, inserted: 267, after: 400 });
    expect(await growDemo(api.dataSource, { experiences: 200 })).toMatchObject({ outcome: 'MORE_EXIST', after: 400 });
    expect(await growDemo(api.dataSource, { experiences: 400 })).toMatchObject({ outcome: 'UNCHANGED' });
    expect(await count(`experiences where is_demo and status <> 'PUBLISHED'`)).toBeGreaterThan(0);
    const other = await startApi();
    try {
      await growDemo(other.dataSource, { experiences: 250 });
      await growDemo(other.dataSource, { experiences: 400 });
      const rows = 'select code, title, status, satker_id, reported_at, risk_score from experiences order by code';
      expect(await other.dataSource.query(rows)).toEqual(await api.dataSource.query(rows));
    } finally {
      await other.close();
    }
    expect(first['experiences']).not.toBe((await checksums())['experiences']);
  });

  it('is taken away whole, and nothing else is', async () => {
    await api.dataSource.query(
      `insert into experiences (code, kind, status, title, satker_id) select 'EXP-000001', 'OBSTACLE', 'PUBLISHED', 'Bukan peragaan', id from satkers where code = '73.71'`,
    );
    await api.dataSource.query(
      `insert into obstacles (experience_id, text, likelihood, impact, risk_score) select id, 'Kendala nyata', 2, 3, 6 from experiences where code = 'EXP-000001'`,
    );
    const touched = ['experiences', 'obstacles', 'recommendations', 'recommendation_obstacles', 'seed_marks'];
    const before = await checksums(touched);
    const report = await clearDemo(api.dataSource);
    expect(report).toMatchObject({ outcome: 'REMOVED', removed: 400, after: 0 });
    expect(await checksums(touched)).toEqual(before);
    expect([
      await count('experiences'),
      await count('obstacles'),
      await count('recommendations'),
      await count('recommendation_obstacles'),
    ]).toEqual([1, 1, 0, 0]);
    await seedDemoOnce(api.dataSource);
    expect(await count('experiences where is_demo')).toBe(0);
  });
});
