import { wordsOf, type Word } from '../../stemming/words.js';

/** What is beyond these is left out: nobody reads so long a question, and each word costs. */
const LONGEST = 300;
const MOST_WORDS = 16;

/** Words that are asked with and not for, beyond the stop words of texts. */
const ASKING = new Set(
  `adakah apasaja apakah bagaimanakah berapakah dimana dimanakah kapankah mengapakah siapakah manakah kenapakah
  carikan cari tampilkan sebutkan jelaskan tolong mohon mengenai soal perihal terkait menyangkut yg dgn utk krn dlm
  seharusnya sebaiknya sering`.split(/\s+/),
);

/** One thing that is asked for, as it was typed. */
export interface Term {
  readonly words: readonly Word[];
  /** In quotation marks: these words in this order. */
  readonly isPhrase: boolean;
  readonly isExcluded: boolean;
  /** Still being typed: what begins like this will do. */
  readonly isPrefix: boolean;
  /** An alternative to the term before. */
  readonly isAlternative: boolean;
}

export interface Parsed {
  /** The question without what cannot be part of one. */
  readonly text: string;
  readonly terms: readonly Term[];
}

/** A phrase, its end may be missing, or what stands between spaces; before both a minus. */
const TOKEN = /(-?)(?:"([^"]*)(?:"|$)|([^\s"]+))/gu;
const ALTERNATIVE = /^(OR|ATAU|\|+)$/;

/** The question in words, phrases, `OR` and minus. There are no mistakes: what is none of these is taken as words. */
export function parse(query: string): Parsed {
  // eslint-disable-next-line no-control-regex
  const text = query
    .normalize('NFC')
    .replace(/\p{C}/gu, ' ')
    .replace(/[“”„«»]/g, '"')
    .slice(0, LONGEST);
  const terms: Term[] = [];
  let isAlternative = false;
  let count = 0;
  for (const { 0: whole, 1: minus, 2: phrase, 3: plain, index } of text.matchAll(TOKEN)) {
    if (plain && !minus && ALTERNATIVE.test(plain)) {
      isAlternative = terms.length > 0;
      continue;
    }
    const words = wordsOf(phrase ?? plain ?? '');
    count += words.length;
    if (words.length === 0 || count > MOST_WORDS) continue;
    const isPrefix = phrase === undefined && index + whole.length === text.length && /[\p{L}\p{N}]$/u.test(whole);
    terms.push({ words, isPhrase: phrase !== undefined, isExcluded: minus !== '', isPrefix, isAlternative });
    isAlternative = false;
  }
  return { text: text.trim().replace(/\s+/g, ' '), terms: withoutAsking(terms) };
}

/** Words without meaning of their own go, unless there is nothing else. */
function withoutAsking(terms: readonly Term[]): readonly Term[] {
  const isEmpty = ({ words, isPhrase }: Term): boolean =>
    !isPhrase && words.every(({ text, isStopWord }) => isStopWord || ASKING.has(text));
  const telling = terms.filter((term) => !isEmpty(term));
  return telling.some(({ isExcluded }) => !isExcluded) ? telling : terms;
}
