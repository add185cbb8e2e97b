import { RiskBand } from './dimension.enum.js';

/** The scores of a band, both ends included. */
export const BANDS: Readonly<Record<RiskBand, readonly [least: number, most: number]>> = {
  LOW: [1, 4],
  MODERATE: [5, 9],
  HIGH: [10, 16],
  EXTREME: [17, 25],
};

/** SQL of the band of a score; null where there is none. */
export function bandSql(score: string): string {
  const cases = Object.entries(BANDS).map(
    ([band, [least, most]]) => `when ${score} between ${least} and ${most} then '${band}'`,
  );
  return `case ${cases.join(' ')} end`;
}

/** The bands from the lowest. */
export const RISK_BANDS = Object.keys(BANDS) as RiskBand[];

/** The band of a score from 1 to 25. */
export const bandOf = (score: number): RiskBand => RISK_BANDS.find((band) => score <= BANDS[band][1])!;
