import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkloadResult } from '../measure/rounds.js';
import type { Workload } from '../workloads/workload.js';

interface Floor {
  postgraphile: number;
  limit: number;
}

/** Below this the product against itself is not believed to be the whole noise. */
const LEAST_NOISE = 0.1;

const FLOORS = JSON.parse(readFileSync(join(import.meta.dirname, '../floors.json'), 'utf8')) as Record<string, Floor>;

export const hasFloor = ({ name }: Workload): boolean => name in FLOORS;

/** A sentence for each ratio that is below its floor by more than the noise. */
export function belowFloors(results: readonly WorkloadResult[]): string[] {
  return results.flatMap((result) => {
    const floor = FLOORS[result.workload.name];
    if (!floor) return [];
    const noise = noiseOf(result);
    return [
      complaint(result, 'PostGraphile', result.ratios.postgraphile!.median, floor.postgraphile, noise),
      complaint(result, 'the limit', result.ratios.limit!.median, floor.limit, noise),
    ].filter((text) => text !== null);
  });
}

/** How far apart two runs of the same program were in this very run. */
function noiseOf({ ratios }: WorkloadResult): number {
  const { least, most } = ratios.control!;
  return Math.max(LEAST_NOISE, 1 - least, most - 1);
}

function complaint(
  { workload }: WorkloadResult,
  other: string,
  ratio: number,
  floor: number,
  noise: number,
): string | null {
  if (ratio >= floor * (1 - noise)) return null;
  const percent = Math.round(noise * 100);
  return `${workload.name}: ${ratio.toFixed(2)} times ${other}, floor ${floor} with ${percent} % noise.`;
}
