import { nameLexeme, quoted, stemsOfWord, titleLexeme } from '../documents/lexemes.js';
import { formOf, keyOf, phraseQuery, type Form, type Step } from './forms.js';
import type { Parsed, Term } from './parse.js';
import type { Known, Synonyms } from './vocabulary.js';

/** Words in a row that may be a synonym's form. */
const LONGEST_FORM = 8;

/** One thing that hits should have: any of its forms. */
export interface Wish {
  /** What a document has to fulfil, in the language of PostgreSQL's text search. */
  readonly query: string;
  /** The ways to fulfil it, each as a query of its own: how well a document does is how well it does the best of them. */
  readonly ways: readonly string[];
  /** The same, and all its words in the title; null where that cannot be asked. */
  readonly inTitle: string | null;
  /** What is marked in texts: sequences of stems, and beginnings of words. */
  readonly forms: readonly Form[];
  readonly prefix: string | null;
  /** In quotation marks, so that it is not left out. */
  readonly isFirm: boolean;
  /** How many documents fulfil it, about and at most; of numbers and codes, which are not counted, none. */
  readonly documents: number;
  /** How many have it in their title. */
  readonly titles: number;
  /** How much it tells that a document has it: more the fewer have it, and nothing where nobody wrote it. */
  readonly telling: number;
}

/** A question as it is put to the index. */
export interface Question {
  readonly wishes: readonly Wish[];
  /** Queries that hits must not fulfil. */
  readonly excluded: readonly string[];
  /** The lexeme of a record that is called just like this. */
  readonly name: string;
  readonly totalDocuments: number;
  /** All words in the order in which they were typed; null for a single word. */
  readonly phrase: string | null;
  /** Words only: no quotation marks, no OR, no minus. */
  readonly isPlain: boolean;
}

/** A form that stands alone, or that any place will do for. */
type Alternative = { form: Form; isLoose: boolean };

/** What a question asks for, with synonyms and what the last word may become. */
export function questionOf({ text, terms }: Parsed, known: Known): Question {
  const positive = terms.filter(({ isExcluded }) => !isExcluded);
  const words = positive.flatMap((term) => term.words);
  const form = formOf(words);
  const hasAlternatives = positive.some(({ isAlternative }) => isAlternative);
  return {
    wishes: wishesOf(positive, known),
    excluded: terms.filter(({ isExcluded }) => isExcluded).map((term) => exclusion(formOf(term.words))),
    name: quoted(nameLexeme(text)),
    totalDocuments: known.totalDocuments,
    isPlain: !terms.some(({ isPhrase, isExcluded, isAlternative }) => isPhrase || isExcluded || isAlternative),
    phrase: form.length > 1 && !hasAlternatives ? phraseQuery(form) : null,
  };
}

/** The stems of a question, to be looked up. */
export const stemsOf = ({ terms }: Parsed): string[] => [
  ...new Set(terms.flatMap(({ words }) => words.map((word) => stemsOfWord(word)[0]!))),
];

/** What is being typed, from three letters on: fewer could become anything. */
export function typedPrefix({ terms }: Parsed): string | null {
  const last = terms.at(-1);
  const word = last?.isPrefix && !last.isExcluded ? last.words.at(-1)!.text : '';
  return word.length >= 3 ? word : null;
}

function wishesOf(terms: readonly Term[], known: Known): Wish[] {
  const wishes: Wish[] = [];
  for (let at = 0; at < terms.length;) {
    if (terms[at]!.isPhrase || terms[at + 1]?.isAlternative) {
      let end = at + 1;
      while (terms[end]?.isAlternative) end += 1;
      const chosen = terms.slice(at, end);
      const alternatives = chosen.flatMap((term) => ofTerm(term, known.synonyms));
      const prefix = chosen.at(-1)!.isPhrase ? null : prefixOf(chosen.at(-1)!);
      if (alternatives.length > 0) wishes.push(wishOf(alternatives, known, prefix));
      at = end;
      continue;
    }
    let end = at + 1;
    while (terms[end] && !terms[end]!.isPhrase && !terms[end]!.isAlternative && !terms[end + 1]?.isAlternative)
      end += 1;
    wishes.push(...ofWords(terms.slice(at, end), known));
    at = end;
  }
  return wishes;
}

const prefixOf = (term: Term): string | null => {
  const text = term.isPrefix ? term.words.at(-1)!.text : '';
  return text.length >= 3 ? text : null;
};

/** A term beside others: a phrase as it is, a word with its synonyms. */
function ofTerm({ words, isPhrase }: Term, synonyms: Synonyms): Alternative[] {
  const form = formOf(words);
  if (form.length === 0) return [];
  const own = { form, isLoose: !isPhrase };
  if (isPhrase) return [own];
  return [own, ...(synonyms.get(keyOf(form)) ?? []).map((other) => ({ form: other, isLoose: false }))];
}

/** Words in a row: the longest that are a form with synonyms are one wish, every other word is one of its own. */
function ofWords(terms: readonly Term[], known: Known): Wish[] {
  const steps = formOf(terms.flatMap(({ words }) => words));
  const prefix = terms.length > 0 ? prefixOf(terms.at(-1)!) : null;
  const wishes: Wish[] = [];
  for (let at = 0; at < steps.length;) {
    let length = Math.min(LONGEST_FORM, steps.length - at);
    let others: readonly Form[] | undefined;
    for (; length > 0; length -= 1) if ((others = known.synonyms.get(keyOf(steps.slice(at, at + length))))) break;
    length = Math.max(length, 1);
    const alternatives: Alternative[] = [
      { form: steps.slice(at, at + length), isLoose: true },
      ...(others ?? []).map((form) => ({ form, isLoose: false })),
    ];
    at += length;
    wishes.push(wishOf(alternatives, known, at === steps.length ? prefix : null));
  }
  return wishes;
}

function wishOf(alternatives: readonly Alternative[], known: Known, prefix: string | null): Wish {
  const completions = prefix ? [...known.completions] : [];
  const forms = alternatives.flatMap(({ form, isLoose }) => (isLoose ? form.map((step): Form => [step]) : [form]));
  const queries = alternatives.map(({ form, isLoose }) => (isLoose ? together(form, quoted) : phraseQuery(form)));
  const inTitle = alternatives.map((alternative, index) => {
    const words = together(alternative.form, (stem) => quoted(titleLexeme(stem)));
    // The title's stems have no places of their own.
    return alternative.isLoose || alternative.form.length === 1 ? words : `(${words} & ${queries[index]!})`;
  });
  const ways = [...queries];
  if (prefix) {
    queries.push(`${quoted(prefix)}:*`, `${quoted(`=${prefix}`)}:*`, ...completions.map(quoted));
    ways.push(`${quoted(prefix)}:*`);
    if (completions.length > 0) ways.push(completions.map(quoted).join(' | '));
    inTitle.push(`${quoted(titleLexeme(prefix))}:*`, ...completions.map((stem) => quoted(titleLexeme(stem))));
  }
  // Numbers and codes are not counted: there are as many as records.
  const isNumbered = alternatives.some(({ form }) => form.some(({ stem }) => /\d/.test(stem)));
  const counts = alternatives.map(({ form }) => rarest(form, known.documents));
  const documents = Math.max(...counts);
  return {
    query: anyOf(queries),
    ways,
    inTitle: anyOf(inTitle),
    forms: [...forms, ...completions.map((stem): Form => [{ stem, distance: 1 }])],
    prefix,
    isFirm: alternatives.every(({ isLoose }) => !isLoose),
    documents: counts.reduce((sum, count) => sum + count, 0),
    titles: alternatives.reduce((sum, { form }) => sum + rarest(form, known.titles), 0),
    telling:
      documents > 0 || completions.length > 0 || isNumbered ? Math.log(1 + known.totalDocuments / (documents + 1)) : 0,
  };
}

const rarest = (form: Form, counts: ReadonlyMap<string, number>): number =>
  Math.min(...form.map(({ stem }) => counts.get(stem) ?? 0));

const together = (form: readonly Step[], lexeme: (stem: string) => string): string =>
  `(${[...new Set(form.map(({ stem }) => lexeme(stem)))].join(' & ')})`;

const anyOf = (queries: readonly string[]): string => `(${[...new Set(queries)].join(' | ')})`;

/** What a record is filed under is nothing it says, so it is not what a minus is about. */
function exclusion(form: Form): string {
  if (form.length > 1) return phraseQuery(form);
  return form.length === 1 ? `${quoted(form[0]!.stem)}:ABC` : '';
}
