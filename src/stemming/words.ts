import { stem } from './stemmer.js';
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
  return [...text.matchAll(WORD)].map(({ 0: written, index }) => {
    const word = written.normalize('NFC').toLowerCase();
    return { text: word, stem: stem(word), start: index, end: index + written.length, isStopWord: isStopWord(word) };
  });
}

/** The stems of what a text is about: without stop words, each once, in the order of their first appearance. */
export function stemsOf(text: string): string[] {
  return [...new Set(wordsOf(text).flatMap((word) => (word.isStopWord ? [] : word.stem)))];
}
