import type { EntityManager } from 'typeorm';
import { BatchRows } from '../../database/batch-rows.js';
import type { Word } from '../../stemming/words.js';

/** Words of letters; the rest is never mistyped for another word, nor worth completing. */
const COUNTED = /^\p{L}[\p{L}'-]{1,39}$/u;
const COLUMNS = { word: 'text', stem: 'text', documents: 'int', titles: 'int' } as const;
const AT_ONCE = 5000;
const ADDED = `on conflict (word) do update set documents = search_words.documents + excluded.documents,
  titles = search_words.titles + excluded.titles`;

/** In how many documents each word stands, while documents are made. Only words of documents for everybody belong in it. */
export class VocabularyCounts {
  private readonly counts = new Map<string, { stem: string; documents: number; titles: number }>();

  /** Counts one document that has the word. */
  add({ text, stem }: Word, isInTitle: boolean): void {
    const known = this.counts.get(text);
    if (known) {
      known.documents += 1;
      if (isInTitle) known.titles += 1;
    } else if (COUNTED.test(text)) this.counts.set(text, { stem, documents: 1, titles: isInTitle ? 1 : 0 });
  }

  /** Adds what was counted to the table. */
  async write(tx: EntityManager): Promise<void> {
    const words = [...this.counts].toSorted(([one], [other]) => (one < other ? -1 : 1));
    for (let at = 0; at < words.length; at += AT_ONCE) {
      const rows = new BatchRows('search_words', COLUMNS);
      for (const [word, { stem, documents, titles }] of words.slice(at, at + AT_ONCE))
        rows.add(word, stem, documents, titles);
      await rows.insert(tx, ADDED);
    }
  }
}
