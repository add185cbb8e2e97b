import type { Word } from '../../stemming/words.js';
import { foundBy, type FoundWord } from '../documents/lexemes.js';
import type { Form, Step } from './forms.js';
import type { Wish } from './question.js';

/** A piece of a text; the pieces in their order are the text. */
export interface Part {
  text: string;
  isMatch: boolean;
}

/** About so many characters of a text are shown. */
const SNIPPET = 240;
/** Before the first word that matches. */
const LEAD = 60;

/** Marks in texts what made them match, in whatever form it stands there. */
export class Marker {
  private readonly singles = new Set<string>();
  private readonly sequences: Form[] = [];
  private readonly prefixes: string[];
  /** The same for markers that mark the same. */
  readonly key: string;

  constructor(wishes: readonly Wish[]) {
    for (const form of wishes.flatMap(({ forms }) => forms))
      if (form.length === 1) this.singles.add(form[0]!.stem);
      else this.sequences.push(form);
    this.prefixes = wishes.flatMap(({ prefix }) => prefix ?? []);
    this.key = JSON.stringify([[...this.singles], this.sequences, this.prefixes]);
  }

  /** The words of a text that match. */
  matches(text: string): Word[] {
    const words = foundBy(text);
    const inSequence = new Set<number>();
    for (const sequence of this.sequences)
      for (let at = 0; at < words.length; at += 1)
        if (isStep(words[at], sequence[0]!)) placesOf(sequence, words, at).forEach((place) => inSequence.add(place));
    return words.filter((one, at) => inSequence.has(at) || this.isMatch(one)).map(({ word }) => word);
  }

  private isMatch({ word, stems }: FoundWord): boolean {
    if (word.isStopWord) return false;
    return stems.some((stem) => this.singles.has(stem)) || this.prefixes.some((prefix) => word.text.startsWith(prefix));
  }
}

/** Where the words of a sequence stand if it begins at a word, as PostgreSQL counts distances. */
function placesOf(sequence: Form, words: readonly FoundWord[], at: number): number[] {
  const places: number[] = [];
  let place = at;
  for (const [index, step] of sequence.entries()) {
    if (index > 0) place += step.distance;
    if (!isStep(words[place], step)) return [];
    places.push(place);
  }
  return places;
}

const isStep = (word: FoundWord | undefined, { stem }: Step): boolean => word?.stems.includes(stem) ?? false;

/** The part of a text around what matches most, in pieces. */
export function snippetOf(text: string, matches: readonly Word[]): Part[] {
  const [from, to] = windowOf(text, matches);
  const parts: Part[] = [];
  const add = (piece: string, isMatch: boolean): void => {
    if (piece !== '') parts.push({ text: piece, isMatch });
  };
  let at = from;
  for (const { start, end } of matches) {
    if (start < from || end > to) continue;
    add((at === from && from > 0 ? '… ' : '') + text.slice(at, start), false);
    add(text.slice(start, end), true);
    at = end;
  }
  add(text.slice(at, to) + (to < text.length ? ' …' : ''), false);
  return parts;
}

/** From where to where, at the ends of words. */
function windowOf(text: string, matches: readonly Word[]): [from: number, to: number] {
  if (text.length <= SNIPPET) return [0, text.length];
  const inReach = (first: Word): number =>
    matches.filter(({ start, end }) => start >= first.start && end < first.start + SNIPPET - LEAD).length;
  const first = matches.reduce((best, word) => (inReach(word) > inReach(best) ? word : best), matches[0]!);
  const wanted = Math.max(0, Math.min(first.start - LEAD, text.length - SNIPPET));
  const from = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1 || wanted;
  const end = Math.min(text.length, from + SNIPPET);
  const to = end === text.length ? end : Math.max(text.lastIndexOf(' ', end), first.end);
  return [Math.min(from, first.start), to];
}
