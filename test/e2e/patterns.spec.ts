import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { note } from '../../src/audit/changed-records.js';
import { bringUpToDate, rebuild } from '../../src/audit/follow.js';
import { RISKS } from '../../src/analytics/risks/risks.projection.js';
import { PATTERNS } from '../../src/patterns/patterns.projection.js';
import { startApi, type Client, type TestApi } from '../support/api.js';

let api: TestApi;
let reader: Client;
let count = 0;

beforeAll(async () => {
  api = await startApi();
  reader = api.anonymous;
});
afterAll(() => api.close());

interface Told {
  text: string;
  unit?: string;
  stage?: string;
  day?: string;
  cause?: string;
  status?: string;
}

/** An experience with one obstacle, noted as a writer would; returns its code and the obstacle's key. */
async function tell({
  text,
  unit = '73.71',
  stage = 'PEMILU-09',
  day = '2024-02-14',
  cause = 'IT_SYSTEM',
  status = 'PUBLISHED',
}: Told): Promise<{ code: string; experience: string; obstacle: string }> {
  const code = `POLA-UJI-${(count += 1)}`;
  const [row] = await api.dataSource.query<{ experience: string; obstacle: string }[]>(
    `with e as (
       insert into experiences (code, kind, status, title, satker_id, stage_id, topic_id, occurred_on)
       select $1, 'OBSTACLE', $2::text, $1, s.id, t.id, (select id from topics where code = 'SIDALIH'), $5::date
       from satkers s, stages t where s.code = $3 and t.code = $4 returning id),
     o as (
       insert into obstacles (experience_id, text, cause_id, likelihood, impact, risk_score)
       select e.id, $6, (select id from causes where code = $7), 3, 4, 12 from e returning id)
     select e.id as experience, o.id as obstacle from e, o`,
    [code, status, unit, stage, day, text, cause],
  );
  await touched(row!.experience);
  return { code, ...row! };
}

const touched = (experience: string): Promise<void> => note(api.dataSource.manager, 'Experience', [experience]);

const PATTERN = `code label obstacleCount satkerCount provinceCount cycleCount maxRisk firstSeen lastSeen years commonWords reason
  isDemo afterDoneCount stages { code } cycles { code } causes { code } topics { code }`;

const patternsWith = async (text: string, more = ''): Promise<any[]> =>
  (await reader.query(`{ obstaclePatterns(filter: { text: "${text}" ${more} }) { nodes { ${PATTERN} } } }`))
    .obstaclePatterns.nodes;

const patternOf = async (code: string, client = reader): Promise<any> => {
  await reader.query('{ obstaclePatterns(first: 1) { nodes { id } } }');
  const { experience } = await client.query(
    `{ experience(code: "${code}") { obstacles { pattern { ${PATTERN} members { similarity sharedWords obstacle { text } } } } } }`,
  );
  return experience.obstacles[0].pattern;
};

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
    await tell({ text: 'Server SIDALIH padam waktu mengunduh rekapitulasi pemilih luar negeri' });
    await tell({
      text: 'Sewaktu rekapitulasi pemilih luar negeri diunduh, server SIDALIH padam',
      unit: '73.06',
      day: '2023-05-01',
    });
    const last = await tell({
      text: 'Server SIDALIH padam ketika pengunduhan rekapitulasi pemilih luar negeri; sudah dilaporkan',
      unit: '51.07',
      stage: 'PILKADA-A2',
      day: '2024-09-01',
    });
    const [pattern, ...others] = await patternsWith('SIDALIH padam');
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
    const { members, code } = await patternOf(last.code);
    expect(code).toBe(pattern.code);
    expect(members[0].similarity).toBe(1);
    expect(
      members.every(({ similarity, sharedWords }: any) => similarity > 0.66 && sharedWords.includes('sidalih')),
    ).toBe(true);
  });

  it('are found by stage, cycle, cause, topic, unit, and by their numbers', async () => {
    const is = async (filter: string, found: boolean): Promise<void> =>
      expect([filter, (await patternsWith('SIDALIH padam', filter)).length > 0]).toEqual([filter, found]);
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
    const [{ code }] = await patternsWith('SIDALIH padam');
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
    const draft = await tell({
      text: 'Server SIDALIH padam waktu mengunduh rekapitulasi pemilih luar negeri',
      status: 'DRAFT',
    });
    expect((await patternsWith('SIDALIH padam'))[0].obstacleCount).toBe(3);
    expect(await patternOf(draft.code, await api.as('kontributor.7371'))).toBeNull();

    await api.dataSource.query(`update experiences set status = 'PUBLISHED' where id = $1`, [draft.experience]);
    await touched(draft.experience);
    expect((await patternsWith('SIDALIH padam'))[0].obstacleCount).toBe(4);

    await api.dataSource.query(`update obstacles set text = 'Genset kantor meledak saat pleno' where id = $1`, [
      draft.obstacle,
    ]);
    await touched(draft.experience);
    expect((await patternsWith('SIDALIH padam'))[0].obstacleCount).toBe(3);
    expect(await patternOf(draft.code)).toMatchObject({ label: 'Genset kantor meledak saat pleno', obstacleCount: 1 });

    await api.dataSource.query('delete from experiences where id = $1', [draft.experience]);
    await touched(draft.experience);
    expect(await patternsWith('Genset kantor')).toEqual([]);
  });

  it('go on when the obstacle that founded them is gone', async () => {
    const first = await tell({ text: 'Bilik suara terbang terbawa angin puting beliung', cause: 'GEOGRAPHY' });
    const second = await tell({
      text: 'Angin puting beliung membawa terbang bilik suara',
      unit: '51.07',
      cause: 'GEOGRAPHY',
    });
    const before = await patternOf(first.code);
    await api.dataSource.query(`update experiences set status = 'WITHDRAWN' where id = $1`, [first.experience]);
    await touched(first.experience);
    const after = await patternOf(second.code);
    expect(after).toMatchObject({ code: before.code, obstacleCount: 1, satkerCount: 1 });
    expect(after.label).toBe('Angin puting beliung membawa terbang bilik suara');
    expect(JSON.stringify(after)).not.toContain('terbawa');
    const third = await tell({
      text: 'Bilik suara terbang terbawa angin puting beliung',
      unit: '73.06',
      cause: 'GEOGRAPHY',
    });
    expect((await patternOf(third.code)).code).toBe(before.code);
  });

  it('never hold demonstration data and real reports together', async () => {
    const [demo] = await api.dataSource.query(
      `select o.text, c.code as cause from obstacles o join causes c on c.id = o.cause_id join experiences e on e.id = o.experience_id
       where e.is_demo and e.status = 'PUBLISHED' order by o.id limit 1`,
    );
    const real = await tell({ text: demo.text, cause: demo.cause });
    expect(await patternOf(real.code)).toMatchObject({ isDemo: false, obstacleCount: 1 });
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

describe('recurrence', () => {
  const QUERY = `query ($f: ObstacleFilter) { recurrence(filter: $f) { patternCount patterns(first: 20, orderBy: COUNT) {
    pattern { code label } count satkerCount cycleCount firstSeen lastSeen filter
    afterDone { since count filter }
    appearances(first: 20) { satker { code } cycle { code } year count filter } } } }`;
  const opened = async (filter: unknown, client = reader): Promise<number> =>
    (await client.query('query ($f: ObstacleFilter) { obstacles(filter: $f) { totalCount } }', { f: filter })).obstacles
      .totalCount;
  let code: string;

  beforeAll(async () => {
    // The patterns were deleted and made again above.
    await rebuild(api.dataSource, RISKS, () => {});
    const one = await tell({
      text: 'Tinta pemilu mengering sebelum dipakai di TPS terapung',
      day: '2024-02-14',
      cause: 'LOGISTICS',
    });
    await tell({
      text: 'Tinta pemilu mengering sebelum dipakai di TPS terapung',
      day: '2024-02-20',
      unit: '51.07',
      cause: 'LOGISTICS',
    });
    await tell({
      text: 'Di TPS terapung tinta pemilu mengering sebelum dipakai',
      day: '2024-11-27',
      unit: '73.06',
      stage: 'PILKADA-A2',
      cause: 'LOGISTICS',
    });
    await tell({
      text: 'Tinta pemilu mengering sebelum dipakai di TPS terapung',
      day: '2024-12-01',
      unit: '73.71',
      cause: 'LOGISTICS',
      status: 'SUBMITTED',
    });
    await api.dataSource.query(
      `with r as (insert into recommendations (number, text, experience_id, status, reported_done_at)
         values ('REK-UJI-1', 'Tinta diganti', $1, 'REPORTED_DONE', '2024-03-01T00:00:00Z') returning id)
       insert into recommendation_obstacles (recommendation_id, obstacle_id) select id, $2 from r`,
      [one.experience, one.obstacle],
    );
    const [{ id }] = await api.dataSource.query(`select id from recommendations where number = 'REK-UJI-1'`);
    await note(api.dataSource.manager, 'Recommendation', [id]);
    code = (await patternOf(one.code)).code;
  });

  it('tells where and when, and what came after it was reported done; every number can be opened', async () => {
    const { recurrence } = await reader.query(QUERY, { f: { text: 'tinta pemilu' } });
    expect(recurrence.patternCount).toBe(1);
    const [found] = recurrence.patterns;
    expect(found).toMatchObject({
      pattern: { code },
      count: 3,
      satkerCount: 3,
      cycleCount: 2,
      firstSeen: '2024-02-14',
      lastSeen: '2024-11-27',
      afterDone: { since: '2024-03-01', count: 1 },
    });
    expect(
      found.appearances.map(({ satker, cycle, year, count: n }: any) => [satker.code, cycle.code, year, n]),
    ).toEqual([
      ['73.06', 'PILKADA-2024', 2024, 1],
      ['51.07', 'PEMILU-2024', 2024, 1],
      ['73.71', 'PEMILU-2024', 2024, 1],
    ]);
    expect(await opened(found.filter)).toBe(3);
    expect(await opened(found.afterDone.filter)).toBe(1);
    for (const { filter, count: n } of found.appearances) expect(await opened(filter)).toBe(n);
  });

  it('knows from sums of units and stages what it would count of the obstacles', async () => {
    const numbers = `query ($f: ObstacleFilter, $order: RecurrenceOrder!) { recurrence(filter: $f) { patternCount
      patterns(first: 50, orderBy: $order) {
        pattern { code } count satkerCount cycleCount firstSeen lastSeen afterDone { since count } } } }`;
    const filters = [
      { stage: { eq: 'PEMILU-09' } },
      { stage: { in: ['PEMILU-09', 'PILKADA-A2'] }, satker: { under: '73' } },
      { cycle: { eq: 'PEMILU-2024' }, satkerLevel: { in: ['CITY', 'REGENCY'] } },
      { cycle: { eq: 'PEMILU-2024' }, or: [{ stage: { eq: 'PEMILU-09' } }, { satker: { eq: '51.07' } }] },
      { cycle: { in: ['PEMILU-2024', 'PILKADA-2024'] } },
    ];
    let recurred = 0;
    for (const filter of filters)
      for (const order of ['COUNT', 'AFTER_DONE']) {
        const { recurrence: summed } = await reader.query(numbers, { f: filter, order });
        // All were reported after that, but no sum knows when.
        const dated = { ...filter, reportedAt: { gte: '2000-01-01T00:00:00Z' } };
        const { recurrence: counted } = await reader.query(numbers, { f: dated, order });
        expect([filter, summed]).toEqual([filter, counted]);
        expect([filter, summed.patternCount]).not.toEqual([filter, 0]);
        recurred += summed.patterns[0].afterDone.count;
      }
    expect(recurred).toBeGreaterThan(0);
  });

  it('tells how many there are where none is listed', async () => {
    const { recurrence } = await reader.query(
      '{ recurrence(filter: { stage: { eq: "PEMILU-09" } }) { patternCount } }',
    );
    expect(recurrence.patternCount).toBeGreaterThan(0);
  });

  it('takes the filter of the list, and without one knows all', async () => {
    const narrow = await reader.query(QUERY, { f: { text: 'tinta pemilu', cycle: { eq: 'PEMILU-2024' } } });
    expect(narrow.recurrence.patterns[0]).toMatchObject({
      count: 2,
      satkerCount: 2,
      cycleCount: 1,
      afterDone: { count: 0 },
    });
    const never = await reader.query(QUERY, { f: { text: 'tinta pemilu', satker: { eq: '73.06' } } });
    expect(never.recurrence).toEqual({ patternCount: 0, patterns: [] });
    const all = (await reader.query(QUERY, {})).recurrence;
    expect(all.patterns.find(({ pattern }: any) => pattern.code === code)).toMatchObject({
      count: 3,
      afterDone: { count: 1 },
    });
    for (const { filter, count: n } of all.patterns.slice(0, 5)) expect(await opened(filter)).toBe(n);
    const same = (await reader.query(QUERY, { f: { not: { text: 'tidak ada teks seperti ini' } } })).recurrence;
    const plain = (one: any): unknown => ({
      ...one,
      filter: null,
      afterDone: { ...one.afterDone, filter: null },
      appearances: one.appearances.map((a: any) => ({ ...a, filter: null })),
    });
    expect(same.patterns.map(plain)).toEqual(all.patterns.map(plain));
    expect(same.patternCount).toBe(all.patternCount);
  });

  it('counts the same for those who may see more: what is not published is in no pattern', async () => {
    for (const account of ['analis', 'auditor', 'kontributor.7371']) {
      const { recurrence } = await (await api.as(account)).query(QUERY, { f: { pattern: { eq: code } } });
      expect([account, recurrence.patterns[0].count]).toEqual([account, 3]);
    }
  });

  it('is told by the recommendation', async () => {
    const { recommendation } = await reader.query(
      `{ recommendation(number: "REK-UJI-1") { recurredAfterDone recurrences(first: 5) { totalCount nodes { experience { satker { code } } } } } }`,
    );
    expect(recommendation).toEqual({
      recurredAfterDone: 1,
      recurrences: { totalCount: 1, nodes: [{ experience: { satker: { code: '73.06' } } }] },
    });
    const { obstaclePatterns } = await reader.query(
      '{ obstaclePatterns(filter: { afterDoneCount: { gte: 1 } }) { nodes { code firstDoneOn } } }',
    );
    expect(obstaclePatterns.nodes).toContainEqual({ code, firstDoneOn: '2024-03-01' });
  });

  it('refuses pages that are too large', async () => {
    const { errors } = await reader.answer('{ recurrence { patterns(first: 101) { count } } }');
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});
