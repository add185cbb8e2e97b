import { PARTICLES, POSSESSIVES } from './affixes.js';

/** A word as it may have been before clitics were added, and how many that takes. */
export interface Form {
  readonly text: string;
  readonly clitics: number;
}

/** The word itself, and what is left of it without a particle, a possessive, or both: bukunyalah, bukunya, buku. */
export function withoutClitics(word: string): Form[] {
  const whole: Form = { text: word, clitics: 0 };
  const bare = [whole, ...without(PARTICLES, whole)];
  return [...bare, ...bare.flatMap((form) => without(POSSESSIVES, form))];
}

function without(endings: readonly string[], { text, clitics }: Form): Form[] {
  return endings
    .filter((ending) => text.endsWith(ending))
    .map((ending) => ({ text: text.slice(0, -ending.length), clitics: clitics + 1 }));
}
