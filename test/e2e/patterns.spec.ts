import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bringUpToDate, rebuild } from '../../src/audit/follow.js';
import { PATTERNS } from '../../src/patterns/patterns.projection.js';
import { startApi, type Client, type TestApi } from '../support/api.js';
import { Telling } from './patterns.js';

let api: TestApi;
let reader: Client;
let telling: Telling;

beforeAll(async () => {
  api = await startApi();
  reader = api.anonymous;
  telling = new Telling(api);
});
afterAll(() => api.close());

describe('patterns of obstacles', () => {
  it('are one for each obstacle of the corpus, and know where they were met', async () => {
    const { obstaclePatterns } = await reader.query(
      `{ obstaclePatterns(filter: { isDemo: true }, first: 100) { totalCount nodes { obstacleCount satkerCount } } }`,
    );
    const [{ obstacles }] = await api.dataSource.query(
      `select count(*)::int as obstacles from obstacles o join experiences e on e.id = o.experience_id where e.status = 'PUBLISHED'`,
    );
    expect(obstaclePatterns.totalCount).toBe(obstacles);
    expect(obstacles).toBe(133);
  });

  it('gather what is the same in other words, units and years, and say why', async () => {
    await telling.tell({ text: 'Server SIDALIH padam waktu mengunduh rekapitulasi pemilih luar negeri' });
    await telling.tell({
      text: 'Sewaktu rekapitulasi pemilih luar negeri diunduh, server SIDALIH padam',
      unit: '73.06',
      day: '2023-05-01',
    });
    const last = await telling.tell({
      text: 'Server SIDALIH padam ketika pengunduhan rekapitulasi pemilih luar negeri; sudah dilaporkan',
      unit: '51.07',
      stage: 'PILKADA-A2',
      day: '2024-09-01',
    });
    const [pattern, ...others] = await telling.patternsWith('SIDALIH padam');
    expect(others).toEqual([]);
    expect(pattern).toMatchObject({
      label: 'Server SIDALIH padam waktu mengunduh rekapitulasi pemilih luar negeri',
      obstacleCount: 3,
      satkerCount: 3,
      provinceCount: 2,
      cycleCount: 2,
      maxRisk: 12,
      firstSeen: '2023-05-01',
      lastSeen: '2024-09-01',
      years: [2023, 2024],
      isDemo: false,
      stages: [{ code: 'PEMILU-09' }, { code: 'PILKADA-A2' }],
      causes: [{ code: 'IT_SYSTEM' }],
    });
    expect(pattern.reason).toMatch(/^3 satker di 2 provinsi, 2 siklus; kata bersama: .*sidalih/);
    const { members, code } = await telling.patternOf(last.code);
    expect(code).toBe(pattern.code);
    expect(members[0].similarity).toBe(1);
    expect(
      members.every(({ similarity, sharedWords }: any) => similarity > 0.66 && sharedWords.includes('sidalih')),
    ).toBe(true);
  });

  it('are found by stage, cycle, cause, topic, unit, and by their numbers', async () => {
    const is = async (filter: string, found: boolean): Promise<void> =>
      expect([filter, (await telling.patternsWith('SIDALIH padam', filter)).length > 0]).toEqual([filter, found]);
    await is('stage: { eq: "PILKADA-A2" }', true);
    await is('stage: { in: ["PEMILU-01", "PEMILU-02"] }', false);
    await is('stage: { ne: "PEMILU-09" }', false);
    await is('stage: { isNull: true }', false);
    await is('cycle: { eq: "PILKADA-2024" }', true);
    await is('cause: { eq: "LOGISTICS" }', false);
    await is('topic: { eq: "SIDALIH" }', true);
    await is('under: "51"', true);
    await is('under: "11"', false);
    await is('satkerCount: { gte: 3 }', true);
    await is('obstacleCount: { gt: 3 }', false);
    const { obstaclePatterns } = await reader.query(
      '{ obstaclePatterns(orderBy: { field: SATKER_COUNT, direction: DESC }, first: 1) { nodes { label } } }',
    );
    expect(obstaclePatterns.nodes[0].label).toContain('SIDALIH padam');
    const { obstaclePattern } = await reader.query('{ obstaclePattern(code: "POLA-999999") { id } }');
    expect(obstaclePattern).toBeNull();
  });

  it('list their obstacles, and obstacles are listed by them', async () => {
    const [{ code }] = await telling.patternsWith('SIDALIH padam');
    const { obstaclePattern, obstacles, none } = await reader.query(
      `{ obstaclePattern(code: "${code}") { obstacles(first: 5) { totalCount } }
         obstacles(filter: { pattern: { eq: "${code}" }, cycle: { eq: "PILKADA-2024" } }) { totalCount nodes { pattern { code } } }
         none: obstacles(filter: { pattern: { in: ["POLA-999999"] } }) { totalCount } }`,
    );
    expect(obstaclePattern.obstacles.totalCount).toBe(3);
    expect(obstacles).toEqual({ totalCount: 1, nodes: [{ pattern: { code } }] });
    expect(none.totalCount).toBe(0);
  });

  it('know nothing of what is not published, and follow what is published, changed or taken away', async () => {
    const draft = await telling.tell({
      text: 'Server SIDALIH padam waktu mengunduh rekapitulasi pemilih luar negeri',
      status: 'DRAFT',
    });
    expect((await telling.patternsWith('SIDALIH padam'))[0].obstacleCount).toBe(3);
    expect(await telling.patternOf(draft.code, await api.as('kontributor.7371'))).toBeNull();

    await api.dataSource.query(`update experiences set status = 'PUBLISHED' where id = $1`, [draft.experience]);
    await telling.touched(draft.experience);
    expect((await telling.patternsWith('SIDALIH padam'))[0].obstacleCount).toBe(4);

    await api.dataSource.query(`update obstacles set text = 'Genset kantor meledak saat pleno' where id = $1`, [
      draft.obstacle,
    ]);
    await telling.touched(draft.experience);
    expect((await telling.patternsWith('SIDALIH padam'))[0].obstacleCount).toBe(3);
    expect(await telling.patternOf(draft.code)).toMatchObject({
      label: 'Genset kantor meledak saat pleno',
      obstacleCount: 1,
    });

    await api.dataSource.query('delete from experiences where id = $1', [draft.experience]);
    await telling.touched(draft.experience);
    expect(await telling.patternsWith('Genset kantor')).toEqual([]);
  });

  it('go on when the obstacle that founded them is gone', async () => {
    const first = await telling.tell({ text: 'Bilik suara terbang terbawa angin puting beliung', cause: 'GEOGRAPHY' });
    const second = await telling.tell({
      text: 'Angin puting beliung membawa terbang bilik suara',
      unit: '51.07',
      cause: 'GEOGRAPHY',
    });
    const before = await telling.patternOf(first.code);
    await api.dataSource.query(`update experiences set status = 'WITHDRAWN' where id = $1`, [first.experience]);
    await telling.touched(first.experience);
    const after = await telling.patternOf(second.code);
    expect(after).toMatchObject({ code: before.code, obstacleCount: 1, satkerCount: 1 });
    expect(after.label).toBe('Angin puting beliung membawa terbang bilik suara');
    expect(JSON.stringify(after)).not.toContain('terbawa');
    const third = await telling.tell({
      text: 'Bilik suara terbang terbawa angin puting beliung',
      unit: '73.06',
      cause: 'GEOGRAPHY',
    });
    expect((await telling.patternOf(third.code)).code).toBe(before.code);
  });

  it('never hold demonstration data and real reports together', async () => {
    const [demo] = await api.dataSource.query(
      `select o.text, c.code as cause from obstacles o join causes c on c.id = o.cause_id join experiences e on e.id = o.experience_id
       where e.is_demo and e.status = 'PUBLISHED' order by o.id limit 1`,
    );
    const real = await telling.tell({ text: demo.text, cause: demo.cause });
    expect(await telling.patternOf(real.code)).toMatchObject({ isDemo: false, obstacleCount: 1 });
  });

  it('come out the same when they are built anew, with the codes they had', async () => {
    const all = (): Promise<any> =>
      api.dataSource.query(
        `select p.code, array_agg(m.obstacle_id order by m.obstacle_id)::text[] as members, p.satker_count, p.label, p.common_words
         from obstacle_patterns p join obstacle_pattern_members m on m.pattern_id = p.id group by p.id order by p.code`,
      );
    await bringUpToDate(api.dataSource, [PATTERNS]);
    await rebuild(api.dataSource, PATTERNS, () => {});
    const once = await all();
    await rebuild(api.dataSource, PATTERNS, () => {});
    expect(await all()).toEqual(once);
    await api.dataSource.query('delete from obstacle_patterns');
    await api.dataSource.query(`select setval('obstacle_patterns_id_seq', 1, false)`);
    await rebuild(api.dataSource, PATTERNS, () => {});
    const anew: any[] = await all();
    expect(new Set(anew.map(({ members }) => members.join()))).toEqual(
      new Set(once.map(({ members }: any) => members.join())),
    );
    expect(anew.length).toBeGreaterThan(130);
    expect(anew.some(({ members }) => members.length > 1)).toBe(true);
  });

  it('are built as they are followed: the same groups, whichever way', async () => {
    const groups = async (): Promise<Set<string>> =>
      new Set(
        (
          await api.dataSource.query<{ members: string[] }[]>(
            'select array_agg(obstacle_id order by obstacle_id)::text[] as members from obstacle_pattern_members group by pattern_id',
          )
        ).map(({ members }) => members.join()),
      );
    const built = await groups();
    await api.dataSource.query('delete from obstacle_patterns');
    const ids = await api.dataSource.query<{ id: string }[]>('select id from experiences order by id');
    await api.dataSource.transaction(async (tx) => {
      for (let at = 0; at < ids.length; at += 20)
        await PATTERNS.update(tx, new Map([['Experience', ids.slice(at, at + 20).map(({ id }) => id)]]));
    });
    expect(await groups()).toEqual(built);
    expect(built.size).toBeGreaterThan(130);
  });
});
