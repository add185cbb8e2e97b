import { stemsOf } from '../stemming/words.js';
import { COMMON_STEMS, COUNTED } from './common-stems.js';

/** What of an obstacle tells whether it is the same as another. */
export interface Described {
  /** What its text is about, the rarest first. */
  readonly stems: readonly string[];
  readonly causeId: string | null;
  readonly topicId: string | null;
}

/** How much two obstacles have in common: 0 nothing, 1 the same words. */
export interface Likeness {
  readonly similarity: number;
  readonly shared: readonly string[];
}

/** Chosen by test/patterns/pairs.tsv: beyond these no two obstacles that are different ones were found. */
const ENOUGH = 0.66;
/** For two of which neither the cause nor the topic agrees. */
const ENOUGH_FOR_STRANGERS = 0.8;

/** Part of the version of whatever is derived by these rules. */
export const RULES_VERSION = `1-${ENOUGH}-${ENOUGH_FOR_STRANGERS}`;

/** A stem counts the more the rarer it is. */
export function weightOf(stem: string): number {
  const rarity = Math.log((COUNTED + 1) / ((COMMON_STEMS.get(stem) ?? 1) + 1));
  return rarity * rarity;
}

const weightOfAll = (stems: readonly string[]): number => stems.reduce((sum, stem) => sum + weightOf(stem), 0);

/** The stems of an obstacle's text, the rarest first. */
export const describedBy = (text: string): string[] =>
  stemsOf(text)
    .map((stem) => [stem, weightOf(stem)] as const)
    .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .map(([stem]) => stem);

/**
 * The rarest stems of an obstacle: one that is like it enough has one of these at least. All others together weigh too
 * little, for the similarity is at most the root of the shared part of the weight.
 */
export function tellingStems(stems: readonly string[]): readonly string[] {
  let left = weightOfAll(stems);
  const little = left * ENOUGH * ENOUGH;
  const end = stems.findIndex((stem) => {
    if (left < little) return true;
    left -= weightOf(stem);
    return false;
  });
  return end < 0 ? stems : stems.slice(0, end);
}

/** What two obstacles have in common: the cosine of their stems by weight. */
export function likenessOf(one: Described, other: Described): Likeness {
  const known = new Set(other.stems);
  const shared = one.stems.filter((stem) => known.has(stem));
  const whole = Math.sqrt(weightOfAll(one.stems) * weightOfAll(other.stems));
  return { similarity: whole > 0 ? weightOfAll(shared) / whole : 0, shared };
}

/** Whether two obstacles that are so much alike are the same one in different places. */
export function isSame(one: Described, other: Described, similarity: number): boolean {
  return similarity >= (isOfOneKind(one, other) ? ENOUGH : ENOUGH_FOR_STRANGERS);
}

/** The cause or the topic agrees; what nobody said contradicts nothing. */
function isOfOneKind(one: Described, other: Described): boolean {
  const agree = (a: string | null, b: string | null): boolean => a === null || b === null || a === b;
  return agree(one.causeId, other.causeId) || agree(one.topicId, other.topicId);
}
