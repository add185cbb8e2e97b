import { LONGEST_WORD, stem } from './stemmer.js';
import { isStopWord } from './stop-words.js';

/** A word where it stands in a text. */
export interface Word {
  /** As written, in lower case. */
  readonly text: string;
  readonly stem: string;
  /** Place of its first character in the text, and of the one after its last, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly isStopWord: boolean;
}

/** Letters and digits, joined by hyphens or apostrophes (`orang-orang`, `Ma'arif`), or a number (`73.71`, `1.200`). */
const WORD = /\p{L}[\p{L}\p{M}\p{N}]*(?:[-'’][\p{L}\p{M}\p{N}]+)*|\p{N}+(?:[.,]\p{N}+)*\p{L}*/gu;

/** The words of a text in their order, each with its stem. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  WORD.lastIndex = 0;
  for (let found = WORD.exec(text); found; found = WORD.exec(text)) {
    const { text: word, stem, isStopWord } = known.of(found[0]);
    words.push({ text: word, stem, start: found.index, end: WORD.lastIndex, isStopWord });
  }
  return words;
}

/** What is known of a word, wherever it stands. */
type Known = Pick<Word, 'text' | 'stem' | 'isStopWord'>;

/** Words of ordinary prose repeat; when there are more different ones than this, remembering begins anew. */
const MOST_REMEMBERED = 20_000;

/** Remembers words by how they are written. */
export class KnownWords {
  private readonly remembered = new Map<string, Known>();

  /** How many are remembered, at most 20,000. */
  get size(): number {
    return this.remembered.size;
  }

  of(written: string): Known {
    const known = this.remembered.get(written);
    if (known) return known;
    const text = written.normalize('NFC').toLowerCase();
    const word = { text, stem: stem(text), isStopWord: isStopWord(text) };
    if (written.length > LONGEST_WORD) return word;
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    this.remembered.set(written, word);
    return word;
  }
}

const known = new KnownWords();

/** The stems of what a text is about: without stop words, each once, in the order of their first appearance. */
export function stemsOf(text: string): string[] {
  return [...new Set(wordsOf(text).flatMap((word) => (word.isStopWord ? [] : word.stem)))];
}
