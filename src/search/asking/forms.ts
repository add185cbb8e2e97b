import { wordsOf, type Word } from '../../stemming/words.js';
import { quoted, stemsOfWord } from '../documents/lexemes.js';

/** A stem and how many words it stands after the one before. */
export interface Step {
  readonly stem: string;
  readonly distance: number;
}

/** Words in their order, stop words left out; what a text has to say to say the same. */
export type Form = readonly Step[];

export function formOf(words: readonly Word[]): Form {
  const form: Step[] = [];
  let distance = 1;
  for (const word of words) {
    if (word.isStopWord) {
      distance += 1;
      continue;
    }
    form.push({ stem: stemsOfWord(word)[0]!, distance: form.length === 0 ? 1 : distance });
    distance = 1;
  }
  return form;
}

const known = new Map<string, Form>();

/** The same forms are asked for again and again. */
export function formOfText(text: string): Form {
  const form = known.get(text) ?? formOf(wordsOf(text));
  if (known.size > 5000) known.clear();
  known.set(text, form);
  return form;
}

export const keyOf = (form: Form): string => form.map(({ stem }) => stem).join(' ');

/** A form in the language of PostgreSQL's text search. */
export const phraseQuery = (form: Form): string =>
  form.map(({ stem, distance }, index) => (index === 0 ? quoted(stem) : `<${distance}> ${quoted(stem)}`)).join(' ');
