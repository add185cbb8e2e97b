import { PREFIXES, type Allomorph, type PrefixName, type Suffix } from './affixes.js';
import { withoutPrefix } from './analysis.js';

/** Affixes that a word with an unknown root shows clearly, and how many letters of it have to be left. */
interface Confix {
  readonly prefixes: readonly PrefixName[];
  readonly suffix: Suffix;
  readonly shortest: number;
}

/** In the order in which they are tried. Not among them: -an, ke- and se- alone; too many names look so (Sekotong). */
const CONFIXES: readonly Confix[] = [
  { prefixes: ['meN', 'per'], suffix: 'kan', shortest: 4 },
  { prefixes: ['di', 'per'], suffix: 'kan', shortest: 4 },
  { prefixes: ['meN', 'per'], suffix: '', shortest: 4 },
  { prefixes: ['di', 'per'], suffix: '', shortest: 4 },
  { prefixes: ['ke', 'ter'], suffix: 'an', shortest: 4 },
  { prefixes: ['ke', 'ber'], suffix: 'an', shortest: 4 },
  { prefixes: ['peN', 'ber'], suffix: 'an', shortest: 4 },
  { prefixes: ['meN'], suffix: 'kan', shortest: 4 },
  { prefixes: ['di'], suffix: 'kan', shortest: 4 },
  { prefixes: ['ter'], suffix: 'kan', shortest: 4 },
  { prefixes: ['peN'], suffix: 'an', shortest: 4 },
  { prefixes: ['per'], suffix: 'an', shortest: 5 },
  { prefixes: ['ke'], suffix: 'an', shortest: 5 },
  { prefixes: ['meN'], suffix: 'i', shortest: 5 },
  { prefixes: ['di'], suffix: 'i', shortest: 5 },
  { prefixes: ['meN'], suffix: '', shortest: 4 },
  { prefixes: ['di'], suffix: '', shortest: 5 },
  { prefixes: ['ter'], suffix: '', shortest: 5 },
  { prefixes: ['ber'], suffix: '', shortest: 6 },
  { prefixes: ['peN'], suffix: '', shortest: 5 },
  { prefixes: [], suffix: 'kan', shortest: 5 },
];

/**
 * The longest first: mengX has meng-, not me- before a root in ng. Only regular ones, and of those that leave two
 * readings (beruang) only the one that leaves no consonant in doubt.
 */
const CLEAR_ALLOMORPHS: Readonly<Record<PrefixName, readonly Allomorph[]>> = (() => {
  const clear = ({ surface, isIrregular }: Allomorph): boolean => !isIrregular && !/^(be|te|pe|bel|pel)$/.test(surface);
  const sorted = Object.entries(PREFIXES).map(([name, allomorphs]) => [
    name,
    allomorphs.filter(clear).toSorted((a, b) => b.surface.length - a.surface.length),
  ]);
  return Object.fromEntries(sorted) as Record<PrefixName, readonly Allomorph[]>;
})();

/** One syllable and the beginning of another, with a consonant or a pair that Indonesian words begin with. */
const POSSIBLE_ROOT = /^(?:sy|kh|[bcdfgkp][lr]|tr|dr|[bcdfghjklmnpqrstvwyz])?[aiueo]{1,2}[^aiueo]{1,3}[aiueo]/;
/** Loanwords end so (organisasi, bakteri): their i is no suffix. */
const I_OF_THE_ROOT = /[sr]i$/;

const SHORTEST_BEFORE_NYA = 4;

/**
 * The stem of a word whose root is not listed. A name or a loanword that happens to begin or end like an affixed word
 * stays as it is, so only clear affixes are believed, and only around what could be a root.
 */
export function guess(word: string): string {
  const withoutNya = word.endsWith('nya') ? word.slice(0, -'nya'.length) : word;
  const bare = isPossible(withoutNya, SHORTEST_BEFORE_NYA) ? withoutNya : word;
  for (const { prefixes, suffix, shortest } of CONFIXES) {
    if (!bare.endsWith(suffix) || (suffix === 'i' && I_OF_THE_ROOT.test(bare))) continue;
    const root = within(bare.slice(0, bare.length - suffix.length), prefixes, shortest);
    if (root !== null) return root;
  }
  return bare;
}

/** What is left of `word` inside the prefixes, or null when it could not be a root. */
function within(word: string, [prefix, ...inner]: readonly PrefixName[], shortest: number): string | null {
  if (prefix === undefined) return isPossible(word, shortest) ? word : null;
  for (const allomorph of CLEAR_ALLOMORPHS[prefix]) {
    const rest = withoutPrefix(word, allomorph);
    // A sound that has been put back is no evidence.
    const root = rest === null ? null : within(rest, inner, shortest + allomorph.swallowed.length);
    if (root !== null) return root;
  }
  return null;
}

function isPossible(root: string, shortest: number): boolean {
  return root.length >= shortest && POSSIBLE_ROOT.test(root);
}
