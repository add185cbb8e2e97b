import type { EntityManager } from 'typeorm';
import { SLICE } from './lexemes.js';

/** Parts of a level that are one of the next, by a power of two: 4. */
export const LEVEL_BITS = 2;
/** Parts of which there is no level above; slices are level 0. */
export const TOP_LEVEL = 4;

/** Documents of an experience, about: itself, its obstacles and recommendations. */
const DOCUMENTS_EACH = 4;

/**
 * Documents in the order of time, cut into slices of about as many; four slices are a part of the next level, four of those
 * one of the level above, and so on. All are lexemes, so that the newest that have a word are looked for in one part after the
 * other (see `asking/walk.ts`). Days and weeks would be of ten documents or of a hundred thousand. A document from between
 * belongs where its time does, so an old slice grows a little; what is newest gets a slice of its own when the last is full.
 */
export class Slices {
  /** @param beginnings of slices 1, 2, …; in milliseconds, which is as exact as documents are */
  private constructor(private readonly beginnings: readonly number[]) {}

  /** As they are, with a new one where the last has more documents than its size. */
  static async opened(tx: EntityManager, size: number): Promise<Slices> {
    await tx.query(
      `insert into search_slices (number, since)
       select last.number + 1, date_trunc('milliseconds', (select max(reported_at) from search_documents)) + interval '1 millisecond'
       from (
         select coalesce(max(number), 0) as number, coalesce(max(since), '-infinity') as since from search_slices) last
       where exists (select from search_documents where reported_at >= last.since order by reported_at offset $1 limit 1)`,
      [size],
    );
    return Slices.read(tx);
  }

  /** Cut anew by the experiences, which nearly all documents are parts of. */
  static async cut(tx: EntityManager, size: number): Promise<Slices> {
    await tx.query('delete from search_slices');
    await tx.query(
      `insert into search_slices (number, since)
       select row_number() over (order by since), since
       from (
         select distinct date_trunc('milliseconds', reported_at) as since
         from (select reported_at, row_number() over (order by reported_at) as place from experiences) e
         where place % $1 = 0) beginnings`,
      [Math.ceil(size / DOCUMENTS_EACH)],
    );
    return Slices.read(tx);
  }

  /** As one value: of a million experiences there are thousands, and each change of records reads them. */
  private static async read(tx: EntityManager): Promise<Slices> {
    const [row] = await tx.query<{ beginnings: number[] }[]>(
      `select coalesce(json_agg((extract(epoch from since) * 1000)::bigint order by number), '[]') as beginnings from search_slices`,
    );
    return new Slices(row!.beginnings);
  }

  /** The lexemes of the parts that a moment is in: one of each level. */
  lexemesOf(at: Date): readonly string[] {
    const number = this.numberOf(at.getTime());
    return Array.from({ length: TOP_LEVEL + 1 }, (_, level) => `${SLICE}${level}.${number >> (level * LEVEL_BITS)}`);
  }

  /** How many slices have begun by then. */
  private numberOf(at: number): number {
    let [low, high] = [0, this.beginnings.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.beginnings[middle]! <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
