import type { Pair } from './corpus.js';
import type { Random } from './random.js';
import type { StageDates } from './reference.js';

type Range = readonly [first: string, last: string];

/*
 * Where a stage has no date of its own, or an experience no stage, these ranges stand in. They are ours, chosen around
 * the cycle's fixed days (votes on 14 February and 27 November 2024); the database's own dates always go first.
 */
const STAGE_FALLBACKS: Record<string, Range> = {
  'PEMILU-10': ['2024-03-21', '2024-08-30'],
  'PILKADA-A1': ['2023-09-01', '2024-01-26'],
  'PILKADA-A2': ['2024-01-26', '2024-11-18'],
  'PILKADA-B9': ['2025-01-07', '2025-03-10'],
  'PILKADA-B10': ['2024-12-17', '2025-03-15'],
  'PILKADA-B11': ['2025-01-12', '2025-03-31'],
};

/** Topics that span several stages: the months in which they are met. */
const TOPIC_RANGES: Record<string, Range[]> = {
  LOGISTIK: [
    ['2023-09-01', '2024-02-13'],
    ['2024-09-23', '2024-11-26'],
  ],
  SILOG: [
    ['2023-10-01', '2024-02-13'],
    ['2024-09-23', '2024-11-26'],
  ],
  ADHOC: [
    ['2022-11-20', '2024-02-13'],
    ['2024-04-17', '2024-11-05'],
  ],
  SIAKBA: [
    ['2022-11-20', '2023-12-20'],
    ['2024-04-17', '2024-09-28'],
  ],
  SENGKETA_PROSES: [['2022-08-14', '2024-12-16']],
};
const OTHERWISE: Range = ['2022-06-14', '2024-12-16'];

/** Within a long stage some topics belong to a few days only; kept only where it lies inside the stage. */
const TOPIC_DAYS: Record<string, Range> = {
  TUNGSURA: ['2024-02-14', '2024-02-15'],
  NOKEN: ['2024-02-14', '2024-02-15'],
  DISABILITAS: ['2024-02-14', '2024-02-14'],
  PSU: ['2024-02-17', '2024-02-24'],
  REKAPITULASI: ['2024-02-15', '2024-03-20'],
};

/** Pairs whose words tie them to certain months. */
const PAIR_RANGES: Record<string, Range> = {
  'OBS-130': ['2024-04-17', '2024-06-30'],
  'OBS-132': ['2024-11-27', '2024-12-16'],
};

const DAY = 86_400_000;
const dayOf = (date: string): number => Date.parse(date) / DAY;
const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** When it happened: inside the stage’s dates, five in its later half to three in the earlier, as deadlines make it. */
export function occurredOn(pair: Pair, stage: string | null, dates: StageDates | null, random: Random): string {
  const range = rangeOf(pair, stage, dates, random);
  const first = dayOf(range[0]);
  const last = dayOf(range[1]);
  const place = Math.max(random.next(), random.chance(0.5) ? random.next() : 0);
  return dateOf(first + Math.floor(place * (last - first + 1)));
}

/** When it was reported: two to about 45 days later, mostly within three weeks, in office hours of Western Indonesia. */
export function reportedAt(date: string, random: Random): string {
  const days = 2 + Math.floor(44 * random.next() ** 2);
  const seconds = Math.floor(random.next() * 8 * 3600);
  return new Date((dayOf(date) + days) * DAY + (3600 + seconds) * 1000).toISOString();
}

/**
 * A due date two months to three years after the report, on the last day of a month, as plans have it; two years later
 * for what is still worked on, so that some of it is overdue and not all.
 */
export function dueDate(reported: string, isOpen: boolean, random: Random): string {
  const from = new Date(reported);
  const months = 3 + random.below(34) + (isOpen ? 24 : 0);
  return new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 0)).toISOString().slice(0, 10);
}

/** The same time of the day, days later. */
export const instantAfter = (instant: string, days: number): string =>
  new Date(Date.parse(instant) + days * DAY).toISOString();

/** The day that lies days after an instant, or before it. */
export const dayAfter = (instant: string, days: number): string => instantAfter(instant, days).slice(0, 10);

function rangeOf(pair: Pair, stage: string | null, dates: StageDates | null, random: Random): Range {
  if (stage === null)
    return PAIR_RANGES[pair.id] ?? random.of(TOPIC_RANGES[pair.topic.replace('-', '_')] ?? [OTHERWISE]);
  const fallback = STAGE_FALLBACKS[stage] ?? OTHERWISE;
  // A stage with one date only keeps it; the fallback supplies the other.
  const start = dates?.start ?? (dates?.end && fallback[0] > dates.end ? dates.end : fallback[0]);
  const end = dates?.end ?? (dates?.start && fallback[1] < dates.start ? dates.start : fallback[1]);
  const days = TOPIC_DAYS[pair.topic];
  return days && days[0] >= start && days[1] <= end ? days : [start, end];
}
