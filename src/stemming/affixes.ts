/**
 * The affixes of Indonesian as data: which letters a prefix shows before which roots, which prefixes stack, and which
 * pairs of prefix and suffix no word has. Source: the morphology of Tata Bahasa Baku Bahasa Indonesia, in our words.
 *
 * An archiphoneme is written N: meN- is me-, mem-, men-, meny-, meng- or menge-, by the first sound of the root.
 */
export type PrefixName = 'meN' | 'peN' | 'ber' | 'per' | 'ter' | 'di' | 'ke' | 'se' | 'tidak' | 'combining';
export type Suffix = '' | 'i' | 'an' | 'kan';

/** One form of a prefix. `menulis` is `men` before a vowel, and the nasal has swallowed a `t`. */
export interface Allomorph {
  /** The letters in the word. */
  readonly surface: string;
  /** What has to follow them. */
  readonly before: RegExp;
  /** The first sound of the root, where the nasal has swallowed it. */
  readonly swallowed: string;
  /** Written by many, but not by the rules: `mempengaruhi`, `mentaati`. */
  readonly isIrregular: boolean;
}

const ANYTHING = /./;
const VOWEL = /^[aiueo]/;
const MONOSYLLABLE = /^[^aiueo]{0,3}[aiueo][^aiueo]{0,2}$/;
/** The r of ber-, per- and ter- is not said twice: be-kerja, te-percaya. */
const FIRST_SYLLABLE_IN_ER = /^r|^[^aiueor]er/;

const shape = (surface: string, before: RegExp = ANYTHING, swallowed = ''): Allomorph => ({
  surface,
  before,
  swallowed,
  isIrregular: false,
});
const irregular = (surface: string, before: RegExp, swallowed = ''): Allomorph => ({
  ...shape(surface, before, swallowed),
  isIrregular: true,
});

/** Nasal assimilation, the same for meN- and peN-: voiceless p, t, s, k give way to the nasal, other sounds stay. */
const withNasal = (stem: 'me' | 'pe'): Allomorph[] => [
  shape(stem, /^[lmnrwy]/),
  shape(`${stem}m`, /^[bfv]|^p[^aiueo]|^per/),
  shape(`${stem}m`, VOWEL, 'p'),
  shape(`${stem}n`, /^[cdjz]|^sy|^[st][^aiueo]/),
  shape(`${stem}n`, VOWEL, 't'),
  shape(`${stem}ny`, VOWEL, 's'),
  shape(`${stem}ng`, /^[aiueoghq]|^k[^aiueo]/),
  shape(`${stem}ng`, VOWEL, 'k'),
  shape(`${stem}nge`, MONOSYLLABLE),
  // Loanwords keep their first sound in many pens (mempublikasikan, mentaati, mensosialisasikan, mengkoordinir).
  irregular(`${stem}m`, /^p/),
  irregular(`${stem}n`, /^[st]/),
  irregular(`${stem}ng`, /^k/),
  // And clusters lose theirs now and then: pemrograman, mengritik.
  irregular(`${stem}m`, /^[rl]/, 'p'),
  irregular(`${stem}ng`, /^[rl]/, 'k'),
  irregular(`${stem}ng`, /^[rl]/), // penglihatan, pengrusakan
];

export const PREFIXES: Readonly<Record<PrefixName, readonly Allomorph[]>> = {
  meN: withNasal('me'),
  // Without a nasal, pe- makes nouns of ber- verbs and of nouns: petugas (bertugas), petani, pedesaan.
  peN: [...withNasal('pe'), irregular('pe', /^[bcdfghjkpstz]/)],
  ber: [shape('ber'), shape('be', FIRST_SYLLABLE_IN_ER), shape('bel', /^ajar/)],
  per: [shape('per'), shape('pe', FIRST_SYLLABLE_IN_ER), shape('pel', /^ajar/)],
  ter: [shape('ter'), shape('te', FIRST_SYLLABLE_IN_ER)],
  di: [shape('di')],
  ke: [shape('ke')],
  se: [shape('se')],
  // ketidakhadiran: the negation stands inside ke-…-an like a prefix.
  tidak: [shape('tidak')],
  combining: ['antar', 'pasca', 'pra', 'non', 'anti', 'multi', 'sub', 'eks'].map((form) => shape(form)),
};

const DERIVED_VERB: readonly PrefixName[] = ['per', 'ber', 'ke', 'se', 'ter'];

/** Which prefixes may stand directly inside which: `diper-` and `keter-`, but not `berdi-`. */
export const INSIDE: Readonly<Record<PrefixName, readonly PrefixName[]>> = {
  meN: DERIVED_VERB,
  di: DERIVED_VERB,
  peN: DERIVED_VERB,
  ter: ['per', 'ber', 'ke', 'se'],
  ber: ['peN', 'per', 'ke', 'se'],
  per: ['se'],
  ke: ['tidak', 'peN', 'per', 'ber', 'ter', 'se'],
  se: ['peN', 'per', 'ber', 'ter', 'ke', 'se'],
  tidak: ['meN', 'peN', 'per', 'ber', 'ter', 'se'],
  combining: ['meN', 'peN', 'per', 'ber', 'ter', 'di', 'ke', 'se'],
};

/** With what a word may begin. `tidak-` never does. */
export const OUTERMOST: readonly PrefixName[] = ['meN', 'peN', 'ber', 'per', 'ter', 'di', 'ke', 'se', 'combining'];

/** More than three have not been seen: ke-tidak-ter-atur-an. */
export const MOST_PREFIXES = 3;

export const SUFFIXES: readonly Suffix[] = ['', 'i', 'an', 'kan'];

/** Confixes that do not exist: the outermost prefix forbids the suffix. */
export const FORBIDDEN_WITH: Readonly<Record<Suffix, ReadonlySet<PrefixName>>> = {
  '': new Set(),
  i: new Set<PrefixName>(['ber', 'ke', 'se', 'peN']),
  an: new Set<PrefixName>(['di', 'meN', 'ter']),
  kan: new Set<PrefixName>(['ke', 'se', 'peN']),
};

/**
 * ke- and se- stand inside a verb or its noun mostly with a suffix: mengetahui, pengetahuan, menyetarakan. Without one
 * (mengemuka, penyeimbang) these letters rather belong to the root: mengejar, pengering.
 */
export const SELDOM_BARE_INSIDE_VERBS: ReadonlySet<PrefixName> = new Set<PrefixName>(['ke', 'se']);
export const VERBAL: ReadonlySet<PrefixName> = new Set<PrefixName>(['meN', 'di', 'peN']);

/** Clitics, from the outside in: first one particle, then one possessive. */
export const PARTICLES: readonly string[] = ['lah', 'kah', 'tah', 'pun'];
export const POSSESSIVES: readonly string[] = ['nya', 'ku', 'mu'];
