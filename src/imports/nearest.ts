/** How words are compared: without case, accents and signs. */
export const normalised = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Letters of a word that are compared; one that is longer is hardly a slip of the pen. */
const LONGEST = 120;

/** The candidate with the fewest letters to change, or null when none is near: at most a third of them, and two in short words. */
export function nearest(text: string, candidates: Iterable<string>): string | null {
  const word = text.slice(0, LONGEST);
  let limit = Math.max(2, Math.floor(word.length / 3));
  let best: string | null = null;
  for (const candidate of candidates) {
    const distance = distanceWithin(limit, word, candidate);
    if (distance === null || distance >= Math.max(word.length, 1)) continue;
    best = candidate;
    limit = distance - 1;
    if (limit < 0) break;
  }
  return best;
}

/** Letters to insert, remove or replace (Levenshtein), or null when there are more than the limit. */
export function distanceWithin(limit: number, a: string, b: string): number | null {
  if (Math.abs(a.length - b.length) > limit) return null;
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const replaced = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const distance = Math.min(replaced, above[j]! + 1, row[j - 1]! + 1);
      row.push(distance);
      if (distance < least) least = distance;
    }
    if (least > limit) return null;
    above = row;
  }
  return above[b.length]! <= limit ? above[b.length]! : null;
}
