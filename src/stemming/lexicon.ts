import { EXCEPTIONS, INDEPENDENT, RIVALS, VARIANTS } from './exceptions.js';
import { ABBREVIATIONS, COINED_WORDS, PLACES } from './protected-words.js';
import { FUNCTION_WORDS } from './roots/function-words.js';
import { ROOTS } from './roots.js';
import { entries, words } from './word-list.js';

/** What the stemmer knows of single words. Everything else about Indonesian is rules, in `affixes.ts`. */
export class Lexicon {
  private readonly roots: ReadonlySet<string>;
  private readonly fixed = new Set(words(`${FUNCTION_WORDS} ${INDEPENDENT} ${ABBREVIATIONS} ${PLACES}`));
  private readonly exceptions = entries(EXCEPTIONS);
  private readonly variants = entries(VARIANTS);
  private readonly rivals = entries(RIVALS);

  constructor(roots: Iterable<string> = ROOTS) {
    this.roots = new Set([...roots, ...words(COINED_WORDS), ...this.variants.keys()]);
  }

  /** Whether affixes may be taken off down to this word. */
  hasRoot(word: string): boolean {
    return this.roots.has(word);
  }

  /** Whether this word takes clitics but no affixes: a function word, an abbreviation, the name of a place. */
  isFixed(word: string): boolean {
    return this.fixed.has(word);
  }

  /** The stem of a word that no rule leads to the right one. */
  exception(word: string): string | undefined {
    return this.exceptions.get(word);
  }

  /** The spelling under which a root is known: resiko and risiko are one word. */
  spelling(root: string): string {
    return this.variants.get(root) ?? root;
  }

  /** The root that is meant where the rules also lead to this one. */
  rivalOf(root: string): string | undefined {
    return this.rivals.get(root);
  }
}
