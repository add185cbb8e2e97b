import { matches } from './spec.filters.js';
import { asking, type Viewer } from './spec.visibility.js';
import { RULES } from './naive.js';
import type { Row, World } from './world.js';

/** Statistics once more, from the specification: rows in memory, counted one by one. */

export type Key = string | null;

export interface NaiveBucket {
  keys: Key[];
  count: number;
  satkerCount: number;
  maxRisk: number | null;
}

const text = (value: unknown): Key => (value == null ? null : String(value));

function band(score: number | null): Key {
  if (score === null) return null;
  if (score <= 4) return 'LOW';
  if (score <= 9) return 'MODERATE';
  return score <= 16 ? 'HIGH' : 'EXTREME';
}

/** The province is the unit itself or the one above it, unless that is the centre. */
function province(world: World, unit: Row): string {
  const above = world.get('Satker', unit['parentId']);
  return above && above['level'] !== 'CENTRAL' ? (above['code'] as string) : (unit['code'] as string);
}

type Of = (world: World, obstacle: Row, experience: Row, unit: Row) => Key;

export const NAIVE_DIMENSIONS: Readonly<Record<string, Of>> = {
  STAGE: (world, _, e) => text(world.get('Stage', e['stageId'])?.['code']),
  CYCLE: (world, _, e) => text(world.get('ElectionCycle', world.get('Stage', e['stageId'])?.['cycleId'])?.['code']),
  TOPIC: (world, _, e) => text(world.get('Topic', e['topicId'])?.['code']),
  CAUSE: (world, o) => text(world.get('Cause', o['causeId'])?.['code']),
  EVENT: (world, _, e) => text(world.get('Event', e['eventId'])?.['slug']),
  PROVINCE: (world, _, _e, unit) => province(world, unit),
  SATKER: (_, _o, _e, unit) => text(unit['code']),
  SATKER_LEVEL: (_, _o, _e, unit) => text(unit['level']),
  YEAR: (_, _o, e) => (e['occurredOn'] == null ? null : String(Number((e['occurredOn'] as string).slice(0, 4)))),
  REGULATED: (_, o) => text(o['regulated']),
  SEVERITY: (_, o) => text(o['impact']),
  RISK_BAND: (_, o) => band(o['riskScore'] as number | null),
  STATUS: (_, _o, e) => text(e['status']),
};

/** Obstacles that a viewer sees and a filter finds. */
export function foundObstacles(world: World, viewer: Viewer, filter: object | null): Row[] {
  const ask = asking(world, viewer, RULES);
  return world
    .rows('Obstacle')
    .filter((row) => ask.sees('Obstacle', row) && (!filter || matches(ask, 'Obstacle', row, filter)));
}

const experienceOf = (world: World, obstacle: Row): Row => world.get('Experience', obstacle['experienceId'])!;

export function naiveBuckets(world: World, rows: readonly Row[], dimensions: readonly string[]): NaiveBucket[] {
  const groups = new Map<string, { keys: Key[]; rows: Row[] }>();
  for (const row of rows) {
    const experience = experienceOf(world, row);
    const unit = world.get('Satker', experience['satkerId'])!;
    const keys = dimensions.map((name) => NAIVE_DIMENSIONS[name]!(world, row, experience, unit));
    const group = groups.get(JSON.stringify(keys)) ?? { keys, rows: [] };
    group.rows.push(row);
    groups.set(JSON.stringify(keys), group);
  }
  return [...groups.values()].map((group) => ({
    keys: group.keys,
    count: group.rows.length,
    satkerCount: unitsOf(world, group.rows),
    maxRisk: greatest(group.rows.map((row) => row['riskScore'] as number | null)),
  }));
}

export const unitsOf = (world: World, rows: readonly Row[]): number =>
  new Set(rows.map((row) => experienceOf(world, row)['satkerId'] as string)).size;

function greatest(scores: readonly (number | null)[]): number | null {
  const known = scores.filter((score) => score !== null);
  return known.length > 0 ? Math.max(...known) : null;
}

/** The first day of the period in which something happened or, by the clock of Jakarta, was reported. */
export function periodOf(world: World, row: Row, by: string, date: string): Key {
  const experience = experienceOf(world, row);
  const day =
    date === 'OCCURRED_ON'
      ? (experience['occurredOn'] as Key)
      : new Date(Date.parse(experience['reportedAt'] as string) + 7 * 3_600_000).toISOString().slice(0, 10);
  if (day === null) return null;
  const [year, month] = day.split('-') as [string, string];
  if (by === 'YEAR') return `${year}-01-01`;
  const first = by === 'MONTH' ? Number(month) : Math.floor((Number(month) - 1) / 3) * 3 + 1;
  return `${year}-${String(first).padStart(2, '0')}-01`;
}

export interface NaiveUnit {
  code: string;
  province: string;
  experiences: Row[];
}

/** The units that are expected, with what a viewer sees of what they handed in. */
export function naiveCoverage(
  world: World,
  viewer: Viewer,
  { event, cycle, under }: { event?: string | null; cycle?: string | null; under?: string | null },
): NaiveUnit[] {
  const ask = asking(world, viewer, RULES);
  const held = event == null ? null : world.where('Event', 'slug', event)[0];
  if (held === undefined) return [];
  if (cycle != null && world.where('ElectionCycle', 'code', cycle).length === 0) return [];
  const filter = {
    ...(event == null ? {} : { event: { eq: event } }),
    ...(cycle == null ? {} : { cycle: { eq: cycle } }),
  };
  const given = world
    .rows('Experience')
    .filter((row) => !['DRAFT', 'WITHDRAWN'].includes(row['status'] as string))
    .filter((row) => ask.sees('Experience', row) && matches(ask, 'Experience', row, filter));
  const taking = held
    ? world.where('Participation', 'eventId', held['id']).map((row) => row['satkerId'] as string)
    : [];
  return world
    .rows('Satker')
    .map((unit) => ({ unit, experiences: given.filter((row) => row['satkerId'] === unit['id']) }))
    .filter(({ unit, experiences }) => {
      const isExpected = taking.length === 0 || taking.includes(unit['id'] as string) || experiences.length > 0;
      return isExpected && (under == null || isUnder(world, unit, under));
    })
    .map(({ unit, experiences }) => ({
      code: unit['code'] as string,
      province: province(world, unit),
      experiences,
    }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

function isUnder(world: World, unit: Row, code: string): boolean {
  for (let above: Row | undefined = unit; above; above = world.get('Satker', above['parentId']))
    if (above['code'] === code) return true;
  return false;
}
