import { Rejected } from '../common/errors.js';
import { ElectionRegime } from '../stages/cycle.entity.js';

export interface StageRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly position: number;
  readonly regime: ElectionRegime;
  readonly cycle: string;
  readonly year: number;
}

/**
 * Stages of the two regimes that are the same work, by their positions in the schedules of Pemilu (01–11) and of Pilkada
 * (A1–A8 are 1–8, B1–B11 are 9–19). What only one of them has, such as districting or ad hoc bodies as a stage, stands in no row.
 */
const SAME_WORK: readonly Readonly<Record<ElectionRegime, readonly number[]>>[] = [
  { PEMILU: [1], PEMILIHAN: [1, 2, 3] },
  { PEMILU: [2], PEMILIHAN: [7, 8] },
  { PEMILU: [6], PEMILIHAN: [9, 10, 11, 12, 13] },
  { PEMILU: [7], PEMILIHAN: [14] },
  { PEMILU: [9], PEMILIHAN: [15, 16] },
  { PEMILU: [10], PEMILIHAN: [17, 18] },
  { PEMILU: [11], PEMILIHAN: [19] },
];

/** SQL that reads all stages, of the latest cycle first. */
export const STAGES = `
  select s.id::text, s.code, s.name, s.position, c.regime, c.code as cycle, c.year
  from stages s join election_cycles c on c.id = s.cycle_id order by c.voting_day desc, s.position`;

/**
 * The stage and those that a brief about it learns from, the stage first: of the same regime the one with its number in
 * every cycle, of the other regime those that are the same work. Rejects, naming the argument, a code that is none.
 */
export function relatedStages(all: readonly StageRow[], code: string): [StageRow, ...StageRow[]] {
  const asked = all.find((stage) => stage.code === code);
  if (!asked) throw Rejected.because('NOT_FOUND', 'stage', { what: 'Tahapan', key: code });
  return [asked, ...all.filter((stage) => stage !== asked && isSameWork(asked, stage))];
}

function isSameWork(asked: StageRow, other: StageRow): boolean {
  if (asked.regime === other.regime) return asked.position === other.position;
  return SAME_WORK.some(
    (work) => work[asked.regime].includes(asked.position) && work[other.regime].includes(other.position),
  );
}
