import type { Question, Wish } from './question.js';

/** What documents fulfil, in the language of PostgreSQL's text search, with what is known of how many do. */
export interface Query {
  readonly text: string;
  /** The share of all documents that may fulfil it: more than 0, at most 1. */
  readonly share: number;
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

/**
 * What fulfils all wishes and has their words in the title, or has the very name. These are few or many in an index of their
 * own, so they are never walked to.
 */
export function titled({ wishes, excluded, name, totalDocuments }: Question): Query {
  const titles = wishes.map(({ inTitle }) => inTitle);
  const isPossible = titles.length > 0 && titles.every(Boolean);
  const text = isPossible ? without(excluded, `(${titles.join(' & ')}) | ${name}`) : name;
  return { ...known(text, [wishes], totalDocuments), isFrequent: false };
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
function known(text: string, combinations: readonly (readonly Wish[])[], totalDocuments: number): Query {
  const wishes = combinations.flat();
  const rarest = combinations.map((all) => Math.min(...all.map(({ documents }) => documents)));
  const documents = rarest.filter(Number.isFinite).reduce((sum, one) => sum + one, 0);
  return {
    text,
    share: Math.min(Math.max(documents, 1) / totalDocuments, 1),
    totalDocuments,
    // For each part of a walk everything that begins so would be collected anew.
    isFrequent: documents > MANY && wishes.every(({ prefix }) => prefix === null),
  };
}

const without = (excluded: readonly string[], query: string): string =>
  [`(${query})`, ...excluded.filter(Boolean).map((one) => `!(${one})`)].join(' & ');

function choose<T>(items: readonly T[], count: number): T[][] {
  if (count === 0) return [[]];
  return items.flatMap((item, index) => choose(items.slice(index + 1), count - 1).map((rest) => [item, ...rest]));
}
