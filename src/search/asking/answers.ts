import { SearchRanking } from '../search.enums.js';
import type { Cursor } from './cursors.js';
import { EXACT_LIMIT, newest, ranked, type Find, type Ranked, type Stretch } from './finds.js';
import { allOf, mostOf, titled } from './queries.js';
import type { Question } from './question.js';
import type { Sight } from './sight.js';

/** From so many words on a few hits for all of them are not enough; of fewer, or with quotation marks and the like, any is. */
const LONG_QUESTION = 3;
const FEW = 5;
/** Of longer questions the words that tell most are combined. */
const MOST_COMBINED = 7;

/** Which part of an answer is wanted. */
export interface Page {
  readonly by: SearchRanking;
  readonly after: Cursor | null;
  readonly size: number;
}

/** A find with the order that it came in: by rank, or the rest of a broad answer. */
export interface Placed {
  readonly find: Find;
  readonly isRanked: boolean;
}

/** What a question finds. */
export interface Answer {
  readonly question: Question;
  /** What hits fulfil, in the language of PostgreSQL's text search. */
  readonly query: string;
  readonly isRelaxed: boolean;
  /** All hits, or so many as can be ranked where there are more: then the answer is broad. */
  readonly count: number;
  readonly isBroad: boolean;
  /** How hits are ordered. */
  readonly ranking: SearchRanking;
  /** The hits of the page, and one more where there is one. */
  readonly finds: readonly Placed[];
}

type Asked = { sight: Sight; question: Question; page: Page };
type Found = Ranked & { query: string };

/** Asks for all words, and for most of them where that finds nothing. */
export async function answerTo(sight: Sight, question: Question, page: Page): Promise<Answer> {
  const asked = { sight, question, page };
  const strict = await find(asked, allOf(question));
  const enough = question.wishes.length >= LONG_QUESTION && question.isPlain ? FEW : 1;
  const loose = strict.count < enough && question.wishes.length > 1 ? await relaxed(asked, strict.count) : null;
  const { query, count, finds } = loose ?? strict;
  const isRelaxed = loose !== null;
  const isBroad = count > EXACT_LIMIT;
  return {
    question,
    query,
    isRelaxed,
    count: Math.min(count, EXACT_LIMIT),
    isBroad,
    ranking: isBroad && page.by === SearchRanking.RELEVANCE ? SearchRanking.RECENCY : page.by,
    finds: isBroad ? await broad(asked, query, isRelaxed) : placed(finds, true),
  };
}

/**
 * Leaves out one word after the other, as long as half of those that anybody wrote remain. What is in quotation marks
 * stays. Null where that finds no more.
 */
async function relaxed(asked: Asked, known: number): Promise<Found | null> {
  const { question } = asked;
  const firm = question.wishes.filter(({ isFirm }) => isFirm);
  const free = question.wishes
    .filter(({ isFirm, telling }) => !isFirm && telling > 0)
    .toSorted((one, other) => other.telling - one.telling)
    .slice(0, MOST_COMBINED);
  const all = firm.length + free.length;
  const isShort = all === question.wishes.length;
  let best: Found | null = null;
  for (let count = isShort ? all - 1 : all; count >= Math.max(1, all / 2); count -= 1) {
    if (count < firm.length) break;
    const found = await find(asked, mostOf(question, firm, free, count - firm.length));
    if (found.count > (best?.count ?? known)) best = found;
    if (found.count >= FEW) break;
  }
  return best;
}

/** Many say it somewhere; those that say it in their title, or are called so, may still be few enough to be ranked. */
async function broad(asked: Asked, query: string, isRelaxed: boolean): Promise<Placed[]> {
  const { sight, question, page } = asked;
  const isByTitle = page.by === SearchRanking.RELEVANCE && !isRelaxed;
  const head = isByTitle ? await find(asked, titled(question)) : null;
  const isRankable = head !== null && head.count > 0 && head.count <= EXACT_LIMIT;
  const shown = isRankable ? head.finds : [];
  const limit = page.size + 1 - shown.length;
  if (limit <= 0) return placed(shown, true);
  const by = page.by === SearchRanking.RELEVANCE ? SearchRanking.RECENCY : page.by;
  const after = page.after && !page.after.isRanked ? page.after.find : null;
  const rest = await newest(sight, query, isRankable ? head.query : null, { by, after, limit });
  return [...placed(shown, true), ...placed(rest, false)];
}

async function find({ sight, question, page }: Asked, query: string): Promise<Found> {
  return { query, ...(await ranked(sight, query, question, rankedStretch(page))) };
}

/** Behind a hit of the rest, everything that is ranked was shown before. */
function rankedStretch({ by, after, size }: Page): Stretch {
  if (after && !after.isRanked) return { by, after: null, limit: 0 };
  return { by, after: after?.find ?? null, limit: size + 1 };
}

const placed = (finds: readonly Find[], isRanked: boolean): Placed[] => finds.map((find) => ({ find, isRanked }));
