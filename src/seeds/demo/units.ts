import type { Place } from './corpus.js';
import { entryOf, keyOf, Random, Weighted } from './random.js';
import type { Unit } from './reference.js';

const PAPUA = new Set(['91', '92', '93', '94', '95', '96']);
/** Provinces that consist of islands, and regions elsewhere that are islands or reached by sea. */
const ISLAND_PROVINCES = new Set(['19', '21', '52', '53', '71', '74', '81', '82']);
const ISLAND_REGIONS = /Kepulauan|Nias|Simeulue|Sabang|Biak|Raja Ampat|Selayar/;
const INTERIOR_BORNEO = new Set(['61', '62', '64', '65']);
const ACEH = '11';
const JAKARTA = '31';

/** Share of regencies and cities that never report. */
const SILENT = 0.09;
/** Spread of the others: the busiest tenth reports about ten times as much as the quietest tenth. */
const SPREAD = 0.9;
/** A provincial unit reports half as much again as a regency: about a tenth of all rows. */
const PROVINCE_FACTOR = 1.5;

const provinceOf = (unit: Unit): string => unit.code.slice(0, 2);
const isIsland = (unit: Unit): boolean => ISLAND_PROVINCES.has(provinceOf(unit)) || ISLAND_REGIONS.test(unit.region);

/** Hard to reach: what makes obstacles of transport, supply and networks graver. */
export const isHardToReach = (unit: Unit): boolean =>
  isIsland(unit) || PAPUA.has(provinceOf(unit)) || INTERIOR_BORNEO.has(provinceOf(unit));

const AREAS: Record<Place, (unit: Unit) => boolean> = {
  ANY: () => true,
  ISLANDS: isIsland,
  PAPUA: (unit) => PAPUA.has(provinceOf(unit)),
  REMOTE: isHardToReach,
  ACEH: (unit) => provinceOf(unit) === ACEH,
  JAKARTA: (unit) => provinceOf(unit) === JAKARTA && unit.level === 'PROVINCE',
  // Jakarta's cities and its regency have no council and no elected head of their own.
  COUNCIL: (unit) => provinceOf(unit) !== JAKARTA || unit.level === 'PROVINCE',
};

/** Who reports: every unit has a weight of its own, made of the seed and its code only. */
export class Units {
  private readonly areas: Record<string, Weighted<Unit>>;

  constructor(seed: number, units: readonly Unit[]) {
    const weighed = units.map((unit) => [unit, weightOf(seed, unit)] as const);
    this.areas = Object.fromEntries(
      Object.entries(AREAS).map(([place, holds]) => [place, new Weighted(weighed.filter(([unit]) => holds(unit)))]),
    );
    for (const [place, area] of Object.entries(this.areas))
      if (area.size === 0) throw new Error(`The reference data has no work unit for demonstration data of "${place}".`);
  }

  pick(place: Place, random: Random): Unit {
    return entryOf(this.areas, place).pick(random);
  }
}

function weightOf(seed: number, unit: Unit): number {
  const random = new Random(seed, keyOf(unit.code));
  const isSilent = random.chance(SILENT);
  const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  const weight = Math.exp(SPREAD * normal);
  if (unit.level === 'PROVINCE') return PROVINCE_FACTOR * weight;
  return isSilent ? 0 : weight;
}
