import type { Options } from '../options.js';
import type { Servers } from '../servers/programs.js';
import { SIDES, type Side } from '../servers/server.js';
import type { Workload } from '../workloads/workload.js';
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
  readonly sides: Readonly<Record<Side, SideResult>>;
  /** Requests a second of the product by those of the other, round by round. */
  readonly toPostgraphile: Spread;
  readonly toLimit: Spread;
  /** The product against itself. */
  readonly toControl: Spread;
}

/** Measures one kind of work: warm-up, then rounds in which every side has its turn, each time another one first. */
export async function measure(
  workload: Workload,
  questions: Questions,
  servers: Servers,
  { rounds, seconds, warmUp }: Options,
): Promise<WorkloadResult> {
  const agreement = await agree(workload, questions, servers);
  const samples = Object.fromEntries(SIDES.map((side) => [side, [] as Sample[]])) as Record<Side, Sample[]>;
  const turn = (side: Side, length: number): Promise<Sample> =>
    drive(servers[side], requestsOf(workload, servers[side], questions), length, agreement.lengths[side]);
  for (const side of SIDES) await turn(side, warmUp);
  for (let round = 0; round < rounds; round += 1)
    for (const at of SIDES.keys()) {
      const side = SIDES[(at + round) % SIDES.length]!;
      samples[side].push(await turn(side, seconds));
    }
  return { workload, agreement, ...summary(samples) };
}

function summary(samples: Record<Side, Sample[]>): Omit<WorkloadResult, 'workload' | 'agreement'> {
  const ratio = (other: Side): Spread =>
    spreadOf(samples.product.map(({ perSecond }, round) => perSecond / samples[other][round]!.perSecond));
  return {
    sides: Object.fromEntries(SIDES.map((side) => [side, sideResult(samples[side])])) as Record<Side, SideResult>,
    toPostgraphile: ratio('postgraphile'),
    toLimit: ratio('limit'),
    toControl: ratio('control'),
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
