import type { Options } from '../options.js';
import type { Servers } from '../servers/programs.js';
import type { Side } from '../servers/server.js';
import { sidesOf, type Workload, type World } from '../workloads/workload.js';
import { agree, type Agreement, type Questions } from './agreement.js';
import { requestsOf } from './asking.js';
import { drive, type Sample } from './drive.js';
import { quantile, spreadOf, type Spread } from './statistics.js';

export interface SideResult {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Milliseconds of the server's own processor time for an answer, PostgreSQL's not counted. */
  readonly processor: number;
}

export interface WorkloadResult {
  readonly workload: Workload;
  readonly agreement: Agreement;
  readonly sides: Readonly<Partial<Record<Side, SideResult>>>;
  /** Requests a second of the product by those of another, round by round; by its own as the control. */
  readonly ratios: Readonly<Partial<Record<Side, Spread>>>;
}

/** A turn in which a connection gets fewer answers says little, so for slow work it is longer than it was told to be. */
const ANSWERS_AFTER_EACH_OTHER = 4;
const LONGEST_TURN = 10;

/** Seconds for a turn, by those in which nearly all answers came when there was one; many where none did. */
function lengthOf({ latencies }: Sample, seconds: number): number {
  const slowness = latencies.length > 0 ? quantile(latencies, 0.95) / 1000 : Infinity;
  return Math.max(seconds, Math.min(Math.ceil(slowness * ANSWERS_AFTER_EACH_OTHER), LONGEST_TURN));
}

/** Measures one kind of work: warm-up, then rounds in which every side has its turn, each time another one first. */
export async function measure(
  workload: Workload,
  questions: Questions,
  { servers, world }: { servers: Servers; world: World },
  { rounds, seconds, warmUp, quick }: Options,
): Promise<WorkloadResult> {
  const agreement = await agree(workload, questions, servers);
  // What remembers has no floor.
  const sides = sidesOf(workload).filter((side) => !quick || side !== 'remembering');
  const samples = new Map(sides.map((side) => [side, [] as Sample[]]));
  const turn = async (side: Side, length: number): Promise<Sample> => {
    const requests = requestsOf(workload, servers[side], questions);
    const sample = await drive(servers[side], requests, length, agreement.lengths[side]!);
    if (workload.leavesWork) await world.followed();
    return sample;
  };
  const lengths = new Map<Side, number>();
  for (const side of sides) lengths.set(side, lengthOf(await turn(side, warmUp), seconds));
  for (let round = 0; round < rounds; round += 1)
    for (const at of sides.keys()) {
      const side = sides[(at + round) % sides.length]!;
      samples.get(side)!.push(await turn(side, lengths.get(side)!));
    }
  return { workload, agreement, ...summary(samples) };
}

function summary(samples: ReadonlyMap<Side, Sample[]>): Pick<WorkloadResult, 'sides' | 'ratios'> {
  const own = samples.get('product')!;
  const ratio = (others: Sample[]): Spread =>
    spreadOf(own.map(({ perSecond }, round) => perSecond / others[round]!.perSecond));
  const each = [...samples];
  return {
    sides: Object.fromEntries(each.map(([side, all]) => [side, sideResult(all)])),
    ratios: Object.fromEntries(each.map(([side, all]) => [side, ratio(all)])),
  };
}

function sideResult(samples: Sample[]): SideResult {
  const latencies = samples.flatMap((sample) => sample.latencies);
  const median = (of: (sample: Sample) => number): number => quantile(samples.map(of), 0.5);
  return {
    perSecond: median(({ perSecond }) => perSecond),
    p50: quantile(latencies, 0.5),
    p95: quantile(latencies, 0.95),
    p99: quantile(latencies, 0.99),
    processor: median(({ processor }) => processor),
  };
}
