import { rootOf } from './analysis.js';
import { withoutClitics } from './clitics.js';
import { guess } from './guess.js';
import { Lexicon } from './lexicon.js';
import { unhyphenated } from './reduplication.js';

/** Longer than any word, doubled ones included: nothing to analyse. */
export const LONGEST_WORD = 64;

/**
 * Finds the root from which Indonesian builds a word: `penyelenggaraannya` is `selenggara`. Two words have one stem when
 * they are forms of one root, whatever their affixes mean.
 */
export class Stemmer {
  constructor(private readonly lexicon = new Lexicon()) {}

  /** The stem of one word: in lower case, in Unicode NFC, without spaces around it; nothing else is cut. Never fails. */
  stem(word: string): string {
    const text = word.normalize('NFC').trim().toLowerCase();
    return word.length > LONGEST_WORD ? text : this.find(text);
  }

  private find(word: string): string {
    const { lexicon } = this;
    if (lexicon.hasRoot(word)) return lexicon.spelling(word);
    const forms = withoutClitics(word);
    for (const { text } of forms) {
      if (lexicon.isFixed(text)) return text;
      const exception = lexicon.exception(text);
      if (exception !== undefined) return exception;
    }
    if (word.includes('-')) return unhyphenated(word, (part) => this.find(part));
    const root = rootOf(forms, lexicon);
    return root === null ? guess(word) : lexicon.spelling(root);
  }
}

const stemmer = new Stemmer();

/** The stem of one word of Indonesian, by the shipped lexicon; see `Stemmer`. */
export function stem(word: string): string {
  return stemmer.stem(word);
}
