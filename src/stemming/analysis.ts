import {
  FORBIDDEN_WITH,
  INSIDE,
  MOST_PREFIXES,
  OUTERMOST,
  PREFIXES,
  SELDOM_BARE_INSIDE_VERBS,
  SUFFIXES,
  VERBAL,
  type Allomorph,
  type PrefixName,
  type Suffix,
} from './affixes.js';
import type { Form } from './clitics.js';
import type { Lexicon } from './lexicon.js';

/** A word of which affixes have been taken: what is left, and what has been taken so far. */
interface Peeled {
  readonly rest: string;
  readonly clitics: number;
  readonly suffix: Suffix;
  readonly outermost: PrefixName | null;
  readonly prefixes: number;
  readonly irregularities: number;
  /** The sound at the beginning of `rest` that is not in the word. */
  readonly swallowed: string;
}

/**
 * The root from which the rules build a word, or null when no root of the lexicon explains it. `forms` are the word
 * with and without its clitics. Every analysis that the rules allow is looked at; of several, that one wins which has
 *
 * 1. fewer irregularities (petanya: peta + nya, not pe + tanya),
 * 2. fewer clitics (terpaku: paku, not terpa + ku),
 * 3. more of the word's letters in the root (perasaan: rasa, not asa; memasukkan: masuk, not pasuk),
 * 4. fewer prefixes (berikan: beri + kan, not ber + ikan),
 * 5. no swallowed sound (mengurus: urus, not kurus).
 *
 * Where usage decides otherwise, the lexicon says so for the two roots (mengemas: kemas, not emas).
 */
export function rootOf(forms: readonly Form[], lexicon: Lexicon): string | null {
  const analyses: Peeled[] = [];
  for (const { text, clitics } of forms)
    for (const suffix of SUFFIXES)
      if (text.endsWith(suffix)) {
        const rest = text.slice(0, text.length - suffix.length);
        const whole = { rest, clitics, suffix, outermost: null, prefixes: 0, irregularities: 0, swallowed: '' };
        peel(whole, OUTERMOST, lexicon, analyses);
      }
  const [best] = analyses.filter((analysis) => !isBeaten(analysis, analyses, lexicon)).sort(compare);
  return best?.rest ?? null;
}

/** Collects the analyses of `peeled`: as it stands, and with each prefix of `next` taken off. */
function peel(peeled: Peeled, next: readonly PrefixName[], lexicon: Lexicon, found: Peeled[]): void {
  if (lexicon.hasRoot(peeled.rest)) found.push(peeled);
  if (peeled.prefixes === MOST_PREFIXES) return;
  for (const name of next) {
    if (peeled.outermost === null && FORBIDDEN_WITH[peeled.suffix].has(name)) continue;
    for (const allomorph of PREFIXES[name]) {
      const rest = withoutPrefix(peeled.rest, allomorph);
      if (rest !== null) peel(peeledFurther(peeled, name, allomorph, rest), INSIDE[name], lexicon, found);
    }
  }
}

function peeledFurther(peeled: Peeled, name: PrefixName, { isIrregular, swallowed }: Allomorph, rest: string): Peeled {
  const isCombining = name === 'combining';
  const isUnusual = isIrregular || isCombining || isSeldom(name, peeled);
  return {
    ...peeled,
    rest,
    swallowed,
    outermost: peeled.outermost ?? (isCombining ? null : name),
    prefixes: peeled.prefixes + (isCombining ? 0 : 1),
    irregularities: peeled.irregularities + (isUnusual ? 1 : 0),
  };
}

/** Whether few words have this prefix where it stands, with the suffix they have. */
function isSeldom(name: PrefixName, { outermost, suffix }: Peeled): boolean {
  // Outside ke-…-an only numerals and few nouns take ke-: kedua, kehendak.
  if (outermost === null) return name === 'ke' && suffix !== 'an';
  return suffix === '' && VERBAL.has(outermost) && SELDOM_BARE_INSIDE_VERBS.has(name);
}

/** What stands after the prefix, with the sound that its nasal swallowed; null when the word has not this form of it. */
export function withoutPrefix(word: string, { surface, before, swallowed }: Allomorph): string | null {
  if (!word.startsWith(surface)) return null;
  const rest = word.slice(surface.length);
  return before.test(rest) ? swallowed + rest : null;
}

function isBeaten({ rest, prefixes }: Peeled, analyses: readonly Peeled[], lexicon: Lexicon): boolean {
  const rival = lexicon.rivalOf(rest);
  return rival !== undefined && analyses.some((other) => other.rest === rival && other.prefixes === prefixes);
}

function compare(a: Peeled, b: Peeled): number {
  return (
    a.irregularities - b.irregularities ||
    a.clitics - b.clitics ||
    kept(b) - kept(a) ||
    a.prefixes - b.prefixes ||
    a.swallowed.length - b.swallowed.length
  );
}

function kept({ rest, swallowed }: Peeled): number {
  return rest.length - swallowed.length;
}
