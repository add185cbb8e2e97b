import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { note } from '../../src/audit/changed-records.js';
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
    const one = await telling.tell({
      text: 'Tinta pemilu mengering sebelum dipakai di TPS terapung',
      day: '2024-02-14',
      cause: 'LOGISTICS',
    });
    await telling.tell({
      text: 'Tinta pemilu mengering sebelum dipakai di TPS terapung',
      day: '2024-02-20',
      unit: '51.07',
      cause: 'LOGISTICS',
    });
    await telling.tell({
      text: 'Di TPS terapung tinta pemilu mengering sebelum dipakai',
      day: '2024-11-27',
      unit: '73.06',
      stage: 'PILKADA-A2',
      cause: 'LOGISTICS',
    });
    await telling.tell({
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
    code = (await telling.patternOf(one.code)).code;
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
