import { readFileSync } from 'node:fs';

export interface Label {
  word: string;
  stem: string;
}

export interface Score {
  /** Share of words whose stem is the label. */
  exact: number;
  /** F1 of "these two words have one stem", over all pairs of words. */
  f1: number;
  wrong: string[];
  /** Labels that were taken for one root. */
  merged: string[];
}

/** The labelled words of a file of this folder: word, tab, stem; a line that begins with # is a comment. */
export function labelsOf(file: string): Label[] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [word = '', stem = ''] = line.split('\t');
      return { word, stem };
    });
}

export function score(labels: readonly Label[], stem: (word: string) => string): Score {
  const rows = labels.map(({ word, stem: wanted }) => ({ word, wanted, found: stem(word) }));
  const wrong = rows.filter(({ wanted, found }) => found !== wanted);
  const both = pairsWithin(rows.map(({ wanted, found }) => `${wanted}\t${found}`));
  const either = pairsWithin(rows.map(({ wanted }) => wanted)) + pairsWithin(rows.map(({ found }) => found));
  const wantedOf = new Map<string, Set<string>>();
  for (const { wanted, found } of rows) wantedOf.set(found, (wantedOf.get(found) ?? new Set()).add(wanted));
  return {
    exact: 1 - wrong.length / rows.length,
    f1: (2 * both) / either,
    wrong: wrong.map(({ word, wanted, found }) => `${word}: ${found}, not ${wanted}`),
    merged: [...wantedOf.values()].filter((roots) => roots.size > 1).map((roots) => [...roots].join(', ')),
  };
}

/** How many pairs of equal keys there are. */
function pairsWithin(keys: readonly string[]): number {
  const sizes = new Map<string, number>();
  for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}
