import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clearDemo, growDemo, seed, seedDemoOnce } from '../../src/seeds/seed.js';
import { startApi, type Client, type TestApi } from '../support/api.js';
import { mutate } from '../support/mutation.js';

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

/** What became of recommendations, but for ids. */
const WORK = {
  recommendation_addressees: 'w.satker_id, organisation, role',
  follow_ups: 'w.satker_id, organisation, action, start_date, w.due_date, progress, evidence, done_on, w.created_at',
  assessments: 'fulfilment, note, w.created_at',
};

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
      for (const [table, columns] of Object.entries(WORK)) {
        const work = `select number, ${columns} from ${table} w join recommendations r on r.id = w.recommendation_id order by 1, w.id`;
        expect([table, await other.dataSource.query(work)]).toEqual([table, await api.dataSource.query(work)]);
      }
    } finally {
      await other.close();
    }
    expect(first['follow_ups']).not.toBe((await checksums())['follow_ups']);
    expect(first['experiences']).not.toBe((await checksums())['experiences']);
  });

  it('tells what became of recommendations, in an order that can be', async () => {
    const planned = `recommendations where status in ('ACCEPTED', 'IN_PROGRESS', 'REPORTED_DONE', 'VERIFIED')`;
    expect(await count(planned)).toBeGreaterThan(100);
    expect(await count(`${planned} and accepted_at is not null and due_date > accepted_at`)).toBe(await count(planned));
    const led = `${planned} and id in (select recommendation_id from recommendation_addressees where role = 'LEAD')`;
    expect(await count(led)).toBe(await count(planned));
    expect(await count('recommendations where verified_at < reported_done_at or reported_done_at < accepted_at')).toBe(
      0,
    );
    const isDone = `r.status in ('REPORTED_DONE', 'VERIFIED')`;
    const proven = `recommendations r where ${isDone} and id in (select recommendation_id from follow_ups where evidence is not null)`;
    expect(await count(proven)).toBe(await count(`recommendations r where ${isDone}`));
    const impossible = `follow_ups f join recommendations r on r.id = recommendation_id
      where f.start_date < r.accepted_at::date or f.done_on < f.start_date or f.done_on > current_date`;
    expect(await count(impossible)).toBe(0);
    expect(
      await count(`assessments a join recommendations r on r.id = recommendation_id where r.status = 'ACCEPTED'`),
    ).toBe(0);
    const { overdue } = await api.anonymous.query(
      '{ overdue: recommendations(filter: { isOverdue: true }) { totalCount } }',
    );
    expect(overdue.totalCount).toBeGreaterThan(10);
  });

  it('is taken away whole, and nothing else is', async () => {
    await api.dataSource.query(
      `insert into experiences (code, kind, status, title, satker_id) select 'EXP-000001', 'OBSTACLE', 'PUBLISHED', 'Bukan peragaan', id from satkers where code = '73.71'`,
    );
    await api.dataSource.query(
      `insert into obstacles (experience_id, text, likelihood, impact, risk_score) select id, 'Kendala nyata', 2, 3, 6 from experiences where code = 'EXP-000001'`,
    );
    const work = Object.keys(WORK);
    const lessons = ['lessons', 'lesson_sources'];
    // These follow when somebody asks, or within seconds.
    const derived = ['obstacle_patterns', 'obstacle_pattern_members', 'obstacle_facts', 'obstacle_sums'];
    derived.push('experience_facts', 'experience_sums', 'risk_obstacles', 'risk_sums', 'open_recommendations');
    derived.push('risk_totals', 'open_sums', 'search_documents', 'search_words', 'search_slices');
    const touched = ['experiences', 'obstacles', 'recommendations', 'recommendation_obstacles', ...work, 'seed_marks'];
    touched.push(...lessons, ...derived);
    const before = await checksums(touched);
    await workOn(await api.as('analis'));
    expect(await checksums(touched)).not.toEqual(before);
    const report = await clearDemo(api.dataSource);
    expect(report).toMatchObject({ outcome: 'REMOVED', removed: 400, after: 0 });
    expect(await checksums(touched)).toEqual(before);
    expect([
      await count('experiences'),
      await count('obstacles'),
      await count('recommendations'),
      await count('recommendation_obstacles'),
    ]).toEqual([1, 1, 0, 0]);
    for (const table of [...work, ...lessons]) expect([table, await count(table)]).toEqual([table, 0]);
    await seedDemoOnce(api.dataSource);
    expect(await count('experiences where is_demo')).toBe(0);
  });
});

/** An analyst takes steps with a recommendation of the demonstration. */
async function workOn(analyst: Client): Promise<void> {
  const [next] = (
    await analyst.query(
      '{ recommendations(first: 1, filter: { status: { eq: ACCEPTED } }) { nodes { id version experience { code } } } }',
    )
  ).recommendations.nodes;
  const { id, version, experience } = next;
  const step = { id, expectedVersion: version, clientMutationId: 'peragaan-1' };
  expect(await mutate(analyst, 'startRecommendation', step, '', 'RecommendationStepInput')).toEqual({ userErrors: [] });
  const made = { recommendation: id, action: 'Menguji', organisation: 'Lembaga', clientMutationId: 'peragaan-2' };
  expect(await mutate(analyst, 'addFollowUp', made)).toEqual({ userErrors: [] });
  const own = { experience: experience.code, text: 'Usul pusat', clientMutationId: 'peragaan-3' };
  expect(await mutate(analyst, 'createRecommendation', own)).toEqual({ userErrors: [] });
}
