const MIXES = 12;

/**
 * A stream of numbers that belongs to one key, here (seed, row): the same key gives the same stream, whatever was drawn
 * for other rows. The generator is sfc32, whose 128 bits of state keep two million rows from sharing a stream.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private count = 1;

  constructor(seed: number, key: number) {
    this.a = seed | 0;
    this.b = key | 0;
    this.c = 0x9e3779b9 | 0;
    for (let i = 0; i < MIXES; i++) this.next();
  }

  /** At least 0, below 1. */
  next(): number {
    const t = (((this.a + this.b) | 0) + this.count) | 0;
    this.count = (this.count + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + t) | 0;
    return (t >>> 0) / 4294967296;
  }

  /** A whole number from 0, below `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  of<T>(list: readonly T[]): T {
    if (list.length === 0) throw new Error('Nothing to choose from.');
    return list[this.below(list.length)]!;
  }
}

/** A number that belongs to a text, such as a unit's code. */
export function keyOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The entry of a table that has to be there, such as a cause's weights. */
export function entryOf<T>(table: Record<string, T>, key: string): T {
  const entry = table[key];
  if (entry === undefined) throw new Error(`Demonstration data has no entry for "${key}".`);
  return entry;
}

/** Values drawn in proportion to their weights. */
export class Weighted<T> {
  private readonly values: readonly T[];
  private readonly sums: number[] = [];

  constructor(entries: readonly (readonly [T, number])[]) {
    const possible = entries.filter(([, weight]) => weight > 0);
    this.values = possible.map(([value]) => value);
    let sum = 0;
    for (const [, weight] of possible) this.sums.push((sum += weight));
  }

  /** The k-th value has weight 1 / k^exponent: a few common ones and a long tail, as words have. */
  static zipf<T>(values: readonly T[], exponent: number): Weighted<T> {
    return new Weighted(values.map((value, index) => [value, 1 / (index + 1) ** exponent]));
  }

  get size(): number {
    return this.values.length;
  }

  pick(random: Random): T {
    const wanted = random.next() * this.sums.at(-1)!;
    let low = 0;
    let high = this.sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sums[middle]! > wanted) high = middle;
      else low = middle + 1;
    }
    return this.values[low]!;
  }
}
