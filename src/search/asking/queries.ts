import type { Question, Wish } from './question.js';

/** Everything that fulfils all wishes, or is called just like the question. In the language of PostgreSQL's text search. */
export const allOf = ({ wishes, excluded, name }: Question): string => {
  const wanted = wishes.map(({ query }) => query).join(' & ');
  return without(excluded, wanted ? `(${wanted}) | ${name}` : name);
};

/** All wishes in the title, or the very name. */
export const titled = ({ wishes, excluded, name }: Question): string => {
  const titles = wishes.map(({ inTitle }) => inTitle);
  return titles.length > 0 && titles.every(Boolean) ? without(excluded, `(${titles.join(' & ')}) | ${name}`) : name;
};

/** Some wishes, and any so many of others; or the very name. */
export function mostOf(
  { excluded, name }: Question,
  firm: readonly Wish[],
  free: readonly Wish[],
  count: number,
): string {
  const queryOf = ({ query }: Wish): string => query;
  const combinations = choose(free.map(queryOf), count).map(
    (some) => `(${[...firm.map(queryOf), ...some].join(' & ')})`,
  );
  return without(excluded, [...combinations, name].join(' | '));
}

const without = (excluded: readonly string[], query: string): string =>
  [`(${query})`, ...excluded.filter(Boolean).map((one) => `!(${one})`)].join(' & ');

function choose<T>(items: readonly T[], count: number): T[][] {
  if (count === 0) return [[]];
  return items.flatMap((item, index) => choose(items.slice(index + 1), count - 1).map((rest) => [item, ...rest]));
}
