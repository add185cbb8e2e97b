import type { Question, Wish } from './question.js';

/** What documents fulfil, in the language of PostgreSQL's text search, with what is known of how many do. */
export interface Query {
  readonly text: string;
  /** Whether they may be so many that it is dear to find them all. */
  readonly isFrequent: boolean;
  readonly totalDocuments: number;
}

/** Up to so many PostgreSQL finds in the index of words within milliseconds. */
const MANY = 20_000;

/** Everything that fulfils all wishes, or is called just like the question. */
export function allOf({ wishes, excluded, name, totalDocuments }: Question): Query {
  const wanted = wishes.map(({ query }) => query).join(' & ');
  const text = without(excluded, wanted ? `(${wanted}) | ${name}` : name);
  return known(text, [wishes], totalDocuments);
}

/** What fulfils all wishes and has their words in the title, or has the very name. */
export function titled({ wishes, excluded, name, totalDocuments }: Question): Query {
  const titles = wishes.map(({ inTitle }) => inTitle);
  const isPossible = titles.length > 0 && titles.every(Boolean);
  const text = isPossible ? without(excluded, `(${titles.join(' & ')}) | ${name}`) : name;
  return known(text, isPossible ? [wishes] : [], totalDocuments, ({ titles: counted }) => counted);
}

/** Some wishes, and any so many of others; or the very name. */
export function mostOf(
  { excluded, name, totalDocuments }: Question,
  firm: readonly Wish[],
  free: readonly Wish[],
  count: number,
): Query {
  const combinations = choose(free, count).map((some) => [...firm, ...some]);
  const queries = combinations.map((wishes) => `(${wishes.map(({ query }) => query).join(' & ')})`);
  return known(without(excluded, [...queries, name].join(' | ')), combinations, totalDocuments);
}

/** What fulfils one query and not the other. */
export const butNot = (query: Query, other: Query): Query => ({ ...query, text: without([other.text], query.text) });

/** At most as many documents fulfil all wishes as fulfil the rarest of them. */
function known(
  text: string,
  combinations: readonly (readonly Wish[])[],
  totalDocuments: number,
  counted: (wish: Wish) => number = ({ documents }) => documents,
): Query {
  const rarest = combinations.map((all) => Math.min(...all.map(counted)));
  const documents = rarest.filter(Number.isFinite).reduce((sum, count) => sum + count, 0);
  // For each part of a walk everything that begins so would be collected anew.
  const isTyped = combinations.flat().some(({ prefix }) => prefix !== null);
  return { text, isFrequent: documents > MANY && !isTyped, totalDocuments };
}

const without = (excluded: readonly string[], query: string): string =>
  [`(${query})`, ...excluded.filter(Boolean).map((one) => `!(${one})`)].join(' & ');

function choose<T>(items: readonly T[], count: number): T[][] {
  if (count === 0) return [[]];
  return items.flatMap((item, index) => choose(items.slice(index + 1), count - 1).map((rest) => [item, ...rest]));
}
