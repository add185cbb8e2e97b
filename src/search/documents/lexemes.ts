import { wordsOf, type Word } from '../../stemming/words.js';
import type { Weight } from './source.js';

/** What PostgreSQL can hold: of places none beyond this one, and a document of a megabyte. */
const LAST_PLACE = 16_383;
const MOST_BYTES = 400_000;
/** Longer ones are no words; PostgreSQL would take 2046 bytes. */
const LONGEST = 64;
/** Between texts, so that no phrase reaches from one into the next. */
const GAP = 20;

/** Stands before a whole name, by which a record is called. */
const NAME = '=';
/** Stands before the stem of a word in a title. */
const TITLE = '^';

/** Stands before level and number of a part of the documents in the order of time; see `slices.ts`. */
export const SLICE = '@';
/** Stands before a risk score. */
export const RISK = '#';

/** Stands before the type of a record. */
const TYPE = '~';

/** How whole names are compared: lower case, no dots, single spaces. */
export const nameLexeme = (name: string): string =>
  `${NAME}${name.normalize('NFC').toLowerCase().replaceAll('.', '').replace(/\s+/g, ' ').trim()}`.slice(0, 200);

export const titleLexeme = (stem: string): string => `${TITLE}${stem}`;

export const typeLexeme = (type: string): string => `${TYPE}${type}`;

export const riskLexeme = (score: number): string => `${RISK}${score}`;

/** A lexeme as it stands in the text of a tsvector or a tsquery. */
export const quoted = (lexeme: string): string =>
  /['\\]/.test(lexeme) ? `'${lexeme.replace(/['\\]/g, '$&$&')}'` : `'${lexeme}'`;

/**
 * What a word is found by: its stem, and of words that belong together by a hyphen (`C-Pemberitahuan`, `PEMILU-09`) each
 * part as well.
 */
export function stemsOfWord({ stem }: Word): string[] {
  const whole = stem.slice(0, LONGEST);
  if (!whole.includes('-')) return [whole];
  const parts = wordsOf(whole.replaceAll('-', ' ')).filter((part) => !part.isStopWord);
  return [whole, ...parts.map((part) => part.stem.slice(0, LONGEST))];
}

/** A word of a text, with the stems that it is found by: none for a stop word. */
export interface FoundWord {
  readonly word: Word;
  readonly stems: readonly string[];
}

/** Names of units, stages and causes, titles that are read as such too, obstacles that two documents hold: texts repeat. */
const MOST_REMEMBERED = 2000;
const LONGEST_REMEMBERED = 300;
const remembered = new Map<string, readonly FoundWord[]>();

/** The words of a text in their order. */
export function foundBy(text: string): readonly FoundWord[] {
  const known = remembered.get(text);
  if (known) return known;
  const found = wordsOf(text).map((word) => ({ word, stems: word.isStopWord ? [] : stemsOfWord(word) }));
  if (text.length > LONGEST_REMEMBERED) return found;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(text, found);
  return found;
}

/** The lexemes of one document while its texts are added. */
export class Lexemes {
  private readonly places = new Map<string, string[]>();
  private place = 0;
  private bytes = 0;

  /** Stop words have a place and nothing else, so that distances in phrases stay what they are. */
  addText(text: string, weight: Weight, onWord?: (word: Word) => unknown): void {
    for (const { word, stems } of foundBy(text)) {
      this.place += 1;
      if (word.isStopWord) continue;
      onWord?.(word);
      for (const stem of stems) this.placesOf(stem)?.push(`${this.place}${weight}`);
      if (this.place >= LAST_PLACE) return;
    }
    this.place = Math.min(this.place + GAP, LAST_PLACE);
  }

  /** Words without a place: found, but not in phrases. */
  addContext(text: string, onWord?: (word: Word) => unknown): void {
    for (const { word, stems } of foundBy(text)) {
      if (word.isStopWord) continue;
      onWord?.(word);
      for (const stem of stems) this.placesOf(stem);
    }
  }

  add(lexeme: string): void {
    this.placesOf(lexeme);
  }

  /** The text of a tsvector. */
  toString(): string {
    const parts: string[] = [];
    for (const [lexeme, places] of this.places)
      parts.push(places.length > 0 ? `${quoted(lexeme)}:${places.join(',')}` : quoted(lexeme));
    return parts.join(' ');
  }

  private placesOf(lexeme: string): string[] | undefined {
    const known = this.places.get(lexeme);
    if (known) return known;
    this.bytes += lexeme.length * 3 + 8;
    if (this.bytes > MOST_BYTES) return undefined;
    const places: string[] = [];
    this.places.set(lexeme, places);
    return places;
  }
}
