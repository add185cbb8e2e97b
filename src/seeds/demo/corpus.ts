import { readFileSync } from 'node:fs';
import type { Remedy } from '../../experiences/experience.enums.js';
import type { Instrument } from '../../recommendations/recommendation.enums.js';

/** Which units an obstacle can be met by; the areas are defined in `units.ts`. */
export type Place = 'ANY' | 'ISLANDS' | 'PAPUA' | 'REMOTE' | 'ACEH' | 'JAKARTA' | 'COUNCIL';

/** One line of the corpus: an obstacle with the recommendation that answers it. */
export interface Pair {
  id: string;
  /** Null for LINTAS: several stages at once. */
  stage: string | null;
  topic: string;
  cause: string;
  obstacle: string;
  recommendation: string;
  /** A sentence ("Aplikasi lambat diakses"), or a noun phrase ("Lonjakan pengurusan"): decides what may precede it. */
  form: 'CLAUSE' | 'PHRASE';
  remedy: Remedy;
  instrument: Instrument;
  place: Place;
  /** The stage of the regional elections where the same obstacle is met; null where they have none. */
  pilkada: string | null;
  /** Only regional elections know it; outside the corpus itself it is reported for them alone. */
  onlyPilkada: boolean;
}

/** The 133 pairs of `data/obstacles.tsv`, in its order, with what `data/traits.tsv` adds to each. */
export function readCorpus(): Pair[] {
  const traits = new Map(rowsOf('traits.tsv').map((row) => [row('id'), row]));
  return rowsOf('obstacles.tsv').map((row) => {
    const trait = traits.get(row('id'));
    if (!trait) throw new Error(`data/traits.tsv has no line for ${row('id')}`);
    const pilkada = trait('pilkada').replace(/^!/, '');
    return {
      id: row('id'),
      stage: row('stage') === 'LINTAS' ? null : row('stage'),
      topic: row('topic'),
      cause: row('cause'),
      obstacle: row('obstacle_id'),
      recommendation: row('recommendation_id'),
      form: trait('form') as Pair['form'],
      remedy: trait('remedy') as Remedy,
      instrument: trait('instrument') as Instrument,
      place: trait('place') as Place,
      pilkada: pilkada === '-' ? null : pilkada,
      onlyPilkada: trait('pilkada').startsWith('!'),
    };
  });
}

/** A line, asked by the name of a column. */
type Line = (column: string) => string;

function rowsOf(file: string): Line[] {
  const text = readFileSync(new URL(`./data/${file}`, import.meta.url), 'utf8');
  const [names = [], ...lines] = text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
  return lines.map((cells) => (column) => {
    const cell = cells[names.indexOf(column)];
    if (cell === undefined) throw new Error(`data/${file} lacks "${column}" in the line ${cells[0]}`);
    return cell;
  });
}
