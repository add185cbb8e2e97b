import { nearest, normalised } from './nearest.js';

export interface Choice {
  readonly code: string;
  /** As it stands in the list of the template. */
  readonly label: string;
  /** Other ways to say it. */
  readonly names: readonly string[];
}

/** What a text means: a choice, or several or none of them. */
export type Meaning = { code: string } | { code: null; among: readonly string[]; suggestion: string | null };

/** Different texts of one file that a suggestion is looked for; thousands of them are not slips of the pen. */
const MOST_SUGGESTIONS = 1000;

/** The choices of one column: found by code, by label or by name, however it is written. */
export class Choices {
  private readonly byWord = new Map<string, Set<Choice>>();
  private readonly suggestions = new Map<string, string | null>();

  constructor(readonly all: readonly Choice[]) {
    for (const choice of all)
      for (const word of [choice.code, choice.label, ...choice.names].map(normalised)) {
        const meant = this.byWord.get(word) ?? new Set();
        this.byWord.set(word, meant.add(choice));
      }
  }

  meaning(text: string): Meaning {
    const word = normalised(text);
    const meant = [...(this.byWord.get(word) ?? this.byLeadingCode(text))];
    if (meant.length === 1) return { code: meant[0]!.code };
    if (meant.length > 1) return { code: null, among: meant.map(({ label }) => label), suggestion: meant[0]!.label };
    return { code: null, among: [], suggestion: this.suggestionFor(word) };
  }

  /** A label whose name somebody shortened, or that has changed since the template was made, still begins with its code. */
  private byLeadingCode(text: string): Iterable<Choice> {
    const [code = ''] = text.trim().split(/\s/, 1);
    return this.all.filter((choice) => choice.code.toLowerCase() === code.toLowerCase());
  }

  private suggestionFor(word: string): string | null {
    const known = this.suggestions.get(word);
    if (known !== undefined || this.suggestions.size >= MOST_SUGGESTIONS) return known ?? null;
    const near = nearest(word, this.byWord.keys());
    const suggestion = near === null ? null : [...this.byWord.get(near)!][0]!.label;
    this.suggestions.set(word, suggestion);
    return suggestion;
  }
}
