import { rootOf } from './analysis.js';
import { withoutClitics } from './clitics.js';
import { guess } from './guess.js';
import { Lexicon } from './lexicon.js';
import { unhyphenated } from './reduplication.js';

/** Words of ordinary prose repeat; when there are more different ones than this, remembering begins anew. */
const MOST_REMEMBERED = 20_000;
/** Longer than any word, doubled ones included: nothing to analyse, and nothing to remember. */
const LONGEST_WORD = 64;

/**
 * Finds the root from which Indonesian builds a word: `penyelenggaraannya` is `selenggara`. Two words have one stem when
 * they are forms of one root, whatever their affixes mean.
 */
export class Stemmer {
  private readonly remembered = new Map<string, string>();

  constructor(private readonly lexicon = new Lexicon()) {}

  /** The stem of one word: in lower case, in Unicode NFC, without spaces around it; nothing else is cut. Never fails. */
  stem(word: string): string {
    const known = this.remembered.get(word);
    if (known !== undefined) return known;
    const text = word.normalize('NFC').trim().toLowerCase();
    if (word.length > LONGEST_WORD) return text;
    const stem = this.find(text);
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    this.remembered.set(word, stem);
    return stem;
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
