import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphQLInputObjectType } from 'graphql';
import { rebuild } from '../../src/audit/follow.js';
import { SUMS } from '../../src/analytics/sums.projection.js';
import {
  foundObstacles,
  NAIVE_DIMENSIONS,
  naiveBuckets,
  naiveCoverage,
  periodOf,
  unitsOf,
  type NaiveUnit,
} from './naive.statistics.js';
import { Random } from './random.js';
import { RandomValues, valueOf } from './random-values.js';
import { setUp, type Reader, type Setup } from './setup.js';
import type { Row } from './world.js';

const RUNS = Number(process.env['STATISTICS_RUNS'] ?? 60);
const SEED = Number(process.env['PROPERTY_SEED'] ?? 20260730);
const READERS = ['anonymous', 'viewer', 'analis', 'auditor', 'reviewer.73', 'kontributor.7371', 'admin'];

let setup: Setup;
let random: Random;
let filters: RandomValues;

beforeAll(async () => {
  setup = await setUp(READERS, SEED);
  // The data of this test is written past the product, which therefore cannot have noted it.
  await rebuild(setup.api.dataSource, SUMS, () => {});
  random = new Random(SEED);
  filters = new RandomValues(random, setup.world, setup.cursors);
});
afterAll(() => setup?.api.close());

const STATS = `query ($filter: ObstacleFilter, $groupBy: [ObstacleDimension!]!, $order: BucketOrder!) {
  obstacleStats(filter: $filter, groupBy: $groupBy) { totalCount satkerCount bucketCount
    buckets(first: 1000, orderBy: $order) { keys { value label labelEn } count satkerCount maxRisk filter } } }`;
const COUNT_OF = 'query ($filter: ObstacleFilter) { obstacles(filter: $filter) { totalCount } }';

/** The same question, so that sums, facts and the obstacles' own rows answer it in turn. */
const WAYS: readonly ((filter: object | null) => object | null)[] = [
  (filter) => filter,
  (filter) => ({ and: [filter ?? {}, { reportedAt: { isNull: false } }] }),
  (filter) => ({ and: [filter ?? {}, { text: '' }] }),
];

const randomFilter = (): object | null =>
  random.chance(25)
    ? null
    : (valueOf(filters.filter(setup.schema.getType('ObstacleFilter') as GraphQLInputObjectType)) as object);

async function count(reader: Reader, filter: unknown): Promise<number> {
  return (await reader.client.query(COUNT_OF, { filter })).obstacles.totalCount as number;
}

const sorted = <T extends { keys: unknown }>(buckets: readonly T[]): T[] =>
  buckets.toSorted((a, b) => (JSON.stringify(a.keys) < JSON.stringify(b.keys) ? -1 : 1));

/** What the API says of one question, next to what the specification says. */
async function compare(
  reader: Reader,
  filter: object | null,
  groupBy: string[],
  way = WAYS[0]!,
): Promise<{ actual: object; expected: object; buckets: { count: number; filter: object }[] }> {
  const rows = foundObstacles(setup.world, reader.viewer, filter);
  const order = random.pick(['COUNT', 'NATURAL']);
  const { obstacleStats } = await reader.client.query(STATS, { filter: way(filter), groupBy, order });
  const { buckets, ...totals } = obstacleStats;
  const plain = buckets.map(({ keys, count: n, satkerCount, maxRisk }: any) => ({
    keys: keys.map(({ value }: any) => value),
    count: n,
    satkerCount,
    maxRisk,
  }));
  const expected = naiveBuckets(setup.world, rows, groupBy);
  return {
    actual: { ...totals, buckets: sorted(plain) },
    expected: {
      totalCount: rows.length,
      satkerCount: unitsOf(setup.world, rows),
      bucketCount: expected.length,
      buckets: sorted(expected),
    },
    buckets,
  };
}

const randomDimensions = (): string[] => random.some(Object.keys(NAIVE_DIMENSIONS), random.pick([1, 1, 2, 2, 3]));

describe('obstacleStats', () => {
  it(`counts as the specification does, in each of three ways, over ${RUNS} random questions`, async () => {
    let buckets = 0;
    for (let run = 0; run < RUNS; run++) {
      const filter = randomFilter();
      const groupBy = randomDimensions();
      const reader = setup.reader(READERS[run % READERS.length]!);
      for (const [way, change] of WAYS.entries()) {
        const { actual, expected, buckets: own } = await compare(reader, filter, groupBy, change);
        expect({ way, reader: reader.viewer.name, groupBy, filter, ...actual }).toEqual({
          way,
          reader: reader.viewer.name,
          groupBy,
          filter,
          ...expected,
        });
        buckets += own.length;
      }
    }
    expect(buckets).toBeGreaterThan(RUNS * 10);
  }, 300_000);

  it.each(Object.keys(NAIVE_DIMENSIONS))(
    'by %s agrees for every reader, and each bucket can be opened',
    async (name) => {
      for (const account of READERS) {
        const reader = setup.reader(account);
        const { actual, expected, buckets } = await compare(reader, null, [name]);
        expect({ account, ...actual }).toEqual({ account, ...expected });
        for (const bucket of random.some(buckets, 8)) expect(await count(reader, bucket.filter)).toBe(bucket.count);
      }
    },
  );

  it('gives filters that list exactly the rows of each bucket', async () => {
    let opened = 0;
    for (let run = 0; run < RUNS; run++) {
      const reader = setup.reader(READERS[run % READERS.length]!);
      const filter = randomFilter();
      const { buckets } = await compare(reader, filter, randomDimensions(), random.pick(WAYS));
      for (const bucket of random.some(buckets, 3)) {
        expect({ filter: bucket.filter, n: await count(reader, bucket.filter) }).toEqual({
          filter: bucket.filter,
          n: bucket.count,
        });
        opened += 1;
      }
    }
    expect(opened).toBeGreaterThan(RUNS);
  }, 300_000);
});

describe('riskMatrix', () => {
  it('has all 25 cells, which agree and can be opened', async () => {
    const query = `query ($filter: ObstacleFilter) { riskMatrix(filter: $filter) { totalCount unassessed { count filter }
      cells { likelihood impact riskScore band count satkerCount filter } } }`;
    for (const account of READERS)
      for (const filter of [null, randomFilter()]) {
        const reader = setup.reader(account);
        const rows = foundObstacles(setup.world, reader.viewer, filter);
        const { riskMatrix } = await reader.client.query(query, { filter });
        expect(riskMatrix.totalCount).toBe(rows.length);
        expect(riskMatrix.cells.map(({ likelihood, impact }: any) => likelihood * 10 + impact)).toEqual(
          [1, 2, 3, 4, 5].flatMap((likelihood) => [1, 2, 3, 4, 5].map((impact) => likelihood * 10 + impact)),
        );
        for (const { likelihood, impact, riskScore, band, ...cell } of riskMatrix.cells) {
          const own = rows.filter((row) => row['likelihood'] === likelihood && row['impact'] === impact);
          expect(cell).toMatchObject({ count: own.length, satkerCount: unitsOf(setup.world, own) });
          expect(riskScore).toBe(likelihood * impact);
          expect(band).toBe(
            riskScore <= 4 ? 'LOW' : riskScore <= 9 ? 'MODERATE' : riskScore <= 16 ? 'HIGH' : 'EXTREME',
          );
        }
        const { filter: opens, ...cell } = random.pick(riskMatrix.cells as { count: number; filter: object }[]);
        expect(await count(reader, opens)).toBe(cell.count);
        expect(riskMatrix.unassessed.count).toBe(rows.filter((row) => row['riskScore'] === null).length);
        expect(await count(reader, riskMatrix.unassessed.filter)).toBe(riskMatrix.unassessed.count);
      }
  });
});

describe('trend', () => {
  const query = `query ($filter: ObstacleFilter, $by: TrendStep!, $date: TrendDate!, $split: ObstacleDimension) {
    trend(filter: $filter, by: $by, date: $date, split: $split) { totalCount start end seriesCount undated { count filter }
      series(first: 50) { key { value label } count points(last: 400) { start end count filter } } } }`;

  const tally = (rows: readonly Row[], by: string, date: string): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const row of rows) {
      const start = periodOf(setup.world, row, by, date);
      if (start !== null) counts[start] = (counts[start] ?? 0) + 1;
    }
    return counts;
  };

  it.each(['MONTH', 'QUARTER', 'YEAR'])('by %s has a point for every period, and agrees', async (by) => {
    for (const date of ['OCCURRED_ON', 'REPORTED_AT'])
      for (const account of READERS) {
        const reader = setup.reader(account);
        const filter = random.pick([null, { regulated: { eq: 'UNREGULATED' } }, { satker: { under: '73' } }]);
        const rows = foundObstacles(setup.world, reader.viewer, filter);
        const { trend } = await reader.client.query(query, { filter, by, date });
        const [{ points, key, ...line }] = trend.series;
        const known = tally(rows, by, date);
        const dated = Object.values(known).reduce((sum, n) => sum + n, 0);
        expect({ ...line, key }).toEqual({ count: dated, key: null });
        expect(trend).toMatchObject({
          totalCount: rows.length,
          seriesCount: 1,
          undated: { count: rows.length - dated },
        });
        const filled = points.filter((point: any) => point.count > 0);
        expect(Object.fromEntries(filled.map((point: any) => [point.start, point.count]))).toEqual(known);
        expect([points.at(0).start, points.at(-1).end]).toEqual([trend.start, trend.end]);
        // Each point begins on the day after the one before it: there is no gap.
        const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
        expect(points.slice(1).map((point: any) => point.start)).toEqual(
          points.slice(0, -1).map((point: any) => dayAfter(point.end)),
        );
        for (const point of random.some(points as { count: number; filter: object }[], 4))
          expect(await count(reader, point.filter)).toBe(point.count);
        expect(await count(reader, trend.undated.filter)).toBe(trend.undated.count);
      }
  });

  it('split by a dimension has a series for each value, over one span', async () => {
    for (const split of ['REGULATED', 'CAUSE', 'PROVINCE', 'RISK_BAND']) {
      const reader = setup.reader(random.pick(READERS));
      const rows = foundObstacles(setup.world, reader.viewer, null);
      const { trend } = await reader.client.query(query, { by: 'YEAR', date: 'OCCURRED_ON', split });
      const dated = rows.filter((row) => periodOf(setup.world, row, 'YEAR', 'OCCURRED_ON') !== null);
      const expected = naiveBuckets(setup.world, dated, [split]);
      const lines = trend.series.map(({ key, count: n }: any) => ({ keys: [key.value], count: n }));
      expect(sorted(lines)).toEqual(sorted(expected.map(({ keys, count: n }) => ({ keys, count: n }))));
      const spans = trend.series.map(({ points }: any) => points.map(({ start }: any) => start).join());
      expect(new Set(spans).size).toBe(1);
      for (const { points } of random.some(trend.series as any[], 3)) {
        const point = random.pick(points as { count: number; filter: object }[]);
        expect(await count(reader, point.filter)).toBe(point.count);
      }
    }
  });
});

describe('coverage', () => {
  const query = `query ($event: String, $cycle: String, $under: String) { coverage(event: $event, cycle: $cycle, under: $under) {
    unitCount reportedCount silentCount experienceCount filter
    stages { stage { code } reportedCount silentCount experienceCount filter }
    provinces { code unitCount reportedCount silentCount share experienceCount filter } } }`;
  const opened = 'query ($filter: ExperienceFilter) { experiences(filter: $filter) { totalCount } }';
  const openedCount = async (reader: Reader, filter: unknown): Promise<number> =>
    (await reader.client.query(opened, { filter })).experiences.totalCount as number;

  const summed = (units: readonly NaiveUnit[], keep: (row: Row) => boolean = () => true) => {
    const own = units.map(({ experiences }) => experiences.filter(keep).length);
    return {
      reportedCount: own.filter((n) => n > 0).length,
      silentCount: own.filter((n) => n === 0).length,
      experienceCount: own.reduce((sum, n) => sum + n, 0),
    };
  };

  const asked = (): Record<string, string>[] => [
    {},
    { under: '73' },
    { cycle: 'PEMILU-2024' },
    { event: 'rakornas-berbagi-pengalaman-2025' },
    { event: 'aneh-1', under: '00' },
    { event: 'tidak-ada' },
    { cycle: 'tidak-ada' },
    { cycle: 'PILKADA-2024', under: '51' },
  ];

  it('says who has reported and who is silent, for every reader', async () => {
    for (const account of READERS)
      for (const variables of asked()) {
        const reader = setup.reader(account);
        const units = naiveCoverage(setup.world, reader.viewer, variables);
        const { coverage } = await reader.client.query(query, variables);
        expect({ account, variables, ...coverage }).toMatchObject({
          account,
          variables,
          unitCount: units.length,
          ...summed(units),
        });
        expect(await openedCount(reader, coverage.filter)).toBe(units.length === 0 ? 0 : coverage.experienceCount);
        for (const { stage, filter, ...counts } of coverage.stages) {
          const { id } = setup.world.where('Stage', 'code', stage.code)[0]!;
          expect({ stage, ...counts }).toEqual({ stage, ...summed(units, (row) => row['stageId'] === id) });
          if (random.chance(5)) expect(await openedCount(reader, filter)).toBe(counts.experienceCount);
        }
        for (const { code, filter, share, ...counts } of coverage.provinces) {
          const own = units.filter(({ province }) => province === code);
          expect({ code, ...counts }).toEqual({ code, unitCount: own.length, ...summed(own) });
          expect(share).toBeCloseTo(counts.reportedCount / counts.unitCount, 3);
          if (random.chance(5)) expect(await openedCount(reader, filter)).toBe(counts.experienceCount);
        }
        expect(new Set(coverage.provinces.map(({ code }: any) => code)).size).toBe(
          new Set(units.map(({ province }) => province)).size,
        );
      }
  });

  it('lists the units in pages', async () => {
    const page = `query ($reported: Boolean, $stage: String, $after: String) { coverage(under: "73") {
      satkers(reported: $reported, stage: $stage, first: 7, after: $after) { totalCount pageInfo { hasNextPage hasPreviousPage endCursor startCursor }
        nodes { satker { code } reported experienceCount filter } edges { cursor node { satker { code } } } } } }`;
    for (const account of ['anonymous', 'analis', 'reviewer.73'])
      for (const reported of [true, false, null])
        for (const stage of [null, 'PEMILU-09', 'tidak-ada']) {
          const reader = setup.reader(account);
          const id = stage && (setup.world.where('Stage', 'code', stage)[0]?.['id'] as string | undefined);
          const units = naiveCoverage(setup.world, reader.viewer, { under: '73' })
            .map(({ code, experiences }) => ({
              satker: { code },
              experienceCount: experiences.filter((row) => stage === null || row['stageId'] === (id ?? 'none')).length,
            }))
            .map((unit) => ({ ...unit, reported: unit.experienceCount > 0 }))
            .filter((unit) => reported === null || unit.reported === reported);
          const seen: unknown[] = [];
          for (let after: string | null = null, more = true; more;) {
            const { satkers }: any = (await reader.client.query(page, { reported, stage, after })).coverage;
            expect(satkers.totalCount).toBe(units.length);
            expect(satkers.pageInfo.hasPreviousPage).toBe(after !== null);
            expect(satkers.edges.map(({ node }: any) => node.satker)).toEqual(
              satkers.nodes.map(({ satker }: any) => satker),
            );
            for (const { filter, ...node } of satkers.nodes) {
              seen.push(node);
              if (random.chance(10)) expect(await openedCount(reader, filter)).toBe(node.experienceCount);
            }
            more = satkers.pageInfo.hasNextPage;
            after = satkers.pageInfo.endCursor;
          }
          expect(seen).toEqual(units);
        }
  });
});

describe('a comparison that notices', () => {
  const spoiled = async (sql: string, way: number): Promise<boolean> => {
    await setup.api.dataSource.query(sql);
    const { actual, expected } = await compare(setup.reader('viewer'), null, ['STAGE', 'PROVINCE'], WAYS[way]);
    await rebuild(setup.api.dataSource, SUMS, () => {});
    return JSON.stringify(actual) !== JSON.stringify(expected);
  };

  it('finds a sum that is wrong, and that the plain question is answered from sums', async () => {
    const one = `where id = (select min(id) from obstacle_sums where facet = 'STAGE' and status = 'PUBLISHED')`;
    expect(await spoiled(`update obstacle_sums set count = count + 1 ${one}`, 0)).toBe(true);
    expect(await spoiled(`update obstacle_sums set count = count + 1 ${one}`, 1)).toBe(false);
  });

  it('finds a fact that is wrong where facts are asked', async () => {
    const one = `delete from obstacle_facts where id = (select min(id) from obstacle_facts where status = 'PUBLISHED')`;
    expect(await spoiled(one, 1)).toBe(true);
    expect(await spoiled(one, 0)).toBe(false);
  });
});

describe('sums that were built anew', () => {
  it('may still be read by whom the owner of the database let read them, and by nobody else', async () => {
    const { dataSource } = setup.api;
    const mayRead = async (role: string): Promise<unknown> => {
      const text = `select has_table_privilege($1, 'obstacle_sums', 'select') as may`;
      return (await dataSource.query<{ may: boolean }[]>(text, [role]))[0]!.may;
    };
    await dataSource.query('grant select on obstacle_sums to pg_monitor');
    await rebuild(dataSource, SUMS, () => {});
    expect([await mayRead('pg_monitor'), await mayRead('pg_signal_backend')]).toEqual([true, false]);
  });
});
