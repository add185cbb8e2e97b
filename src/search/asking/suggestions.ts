import type { DataSource } from 'typeorm';

/** Candidates for one word that are tried out. */
const CANDIDATES = 3;
/** Words that are compared where the server has no pg_trgm. */
const MOST_COMPARED = 30_000;

interface Candidate {
  word: string;
  documents: number;
}

/** Words that may have been meant, from texts that everybody may read. */
export class Suggestions {
  constructor(
    private readonly dataSource: DataSource,
    /** False: as on a server without pg_trgm. */
    private readonly usesTrigrams = true,
  ) {}

  /** For each word that nobody wrote: what it may be a slip of, the most likely first. Words that are known are missing. */
  async forWords(words: readonly string[]): Promise<Map<string, string[]>> {
    const known = await this.dataSource.query<{ word: string }[]>(
      'select word from search_words where word = any($1::text[])',
      [words],
    );
    const unknown = words.filter((word) => word.length >= 3 && !known.some((one) => one.word === word));
    const candidates = await this.candidatesFor(unknown);
    return new Map(unknown.map((word, index) => [word, nearest(word, candidates[index]!)]));
  }

  private async candidatesFor(words: readonly string[]): Promise<Candidate[][]> {
    if (words.length === 0) return [];
    if (this.usesTrigrams && (await this.hasTrigrams())) return Promise.all(words.map((word) => this.byTrigrams(word)));
    const lengths = words.map(({ length }) => length);
    const all = await this.dataSource.query<Candidate[]>(
      `select word, documents from search_words where length(word) between $1 and $2 order by documents desc limit ${MOST_COMPARED}`,
      [Math.min(...lengths) - 2, Math.max(...lengths) + 2],
    );
    return words.map(() => all);
  }

  private async hasTrigrams(): Promise<boolean> {
    const [row] = await this.dataSource.query<{ has: boolean }[]>(
      `select exists (select from pg_extension where extname = 'pg_trgm') as has`,
    );
    return row!.has;
  }

  private byTrigrams(word: string): Promise<Candidate[]> {
    return this.dataSource.query<Candidate[]>(
      `select word, documents from search_words where length(word) between $2 and $3 and similarity(word, $1) > 0.25
       order by similarity(word, $1) desc, documents desc limit 50`,
      [word, word.length - 2, word.length + 2],
    );
  }
}

/** Of two words as near as each other the one that more documents have. */
function nearest(word: string, candidates: readonly Candidate[]): string[] {
  const most = word.length <= 4 ? 1 : 2;
  return candidates
    .filter((candidate) => Math.abs(candidate.word.length - word.length) <= most)
    .map((candidate) => ({ ...candidate, distance: distance(word, candidate.word, most) }))
    .filter((candidate) => candidate.distance > 0 && candidate.distance <= most)
    .toSorted((one, other) => one.distance - other.distance || other.documents - one.documents)
    .slice(0, CANDIDATES)
    .map((candidate) => candidate.word);
}

/** Letters to change, add, leave out or swap with their neighbour to make one word of the other; more than `most` is all the same. */
export function distance(one: string, other: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = last[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1);
      row[j] = Math.min(change, last[j]! + 1, row[j - 1]! + 1);
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwap) row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return last[other.length]!;
}
