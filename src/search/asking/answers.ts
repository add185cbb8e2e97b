import { SearchRanking, type SearchDimension } from '../search.enums.js';
import type { Cursor } from './cursors.js';
import type { Counts } from './facets.js';
import { EXACT_LIMIT, newest, newestCounts, ranked, type Ranked } from './finds.js';
import type { Find, Stretch } from './order.js';
import { allOf, butNot, mostOf, titled, type Query } from './queries.js';
import type { Question } from './question.js';
import type { Sight } from './sight.js';
import { isToBeWalkedTo } from './walk.js';

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
  /** By which hits are counted as well. */
  readonly dimensions: readonly SearchDimension[];
}

/** A find with the order that it came in: by rank, or the rest of a broad answer. */
export interface Placed {
  readonly find: Find;
  readonly isRanked: boolean;
}

/** What a question finds. */
export interface Answer {
  readonly question: Question;
  readonly isRelaxed: boolean;
  /** All hits, or so many as can be ranked where there are more: then the answer is broad. */
  readonly count: number;
  readonly isBroad: boolean;
  /** How hits are ordered. */
  readonly ranking: SearchRanking;
  /** The hits of the page, and one more where there is one. */
  readonly finds: readonly Placed[];
  /** By the page's dimensions: of all hits, or of the newest where the answer is broad. */
  readonly counts: Counts;
}

type Asked = { sight: Sight; question: Question; page: Page };
type Found = Ranked & {
  query: Query;
  /** What has the words in its title, where that was asked for first. */
  titled?: Found;
};

/** Asks for all words, and for most of them where that finds nothing. */
export async function answerTo(sight: Sight, question: Question, page: Page): Promise<Answer> {
  const asked = { sight, question, page };
  const strict = await strictly(asked);
  const enough = question.wishes.length >= LONG_QUESTION && question.isPlain ? FEW : 1;
  const loose = strict.count < enough && question.wishes.length > 1 ? await relaxed(asked, strict.count) : null;
  const found = loose ?? strict;
  const { query, count, finds } = found;
  const isRelaxed = loose !== null;
  const isBroad = count > EXACT_LIMIT;
  const { dimensions } = page;
  return {
    question,
    isRelaxed,
    count: Math.min(count, EXACT_LIMIT),
    isBroad,
    ranking: isBroad && page.by === SearchRanking.RELEVANCE ? SearchRanking.RECENCY : page.by,
    finds: isBroad ? await broad(asked, found, isRelaxed) : placed(finds, true),
    counts: found.counts ?? (dimensions.length > 0 ? await newestCounts(sight, query, dimensions) : {}),
  };
}

/**
 * Of frequent words there may be too many in titles already, which is known sooner than how many there are anywhere; unless
 * those have to be walked to in any case, to be counted.
 */
async function strictly(asked: Asked): Promise<Found> {
  const { sight, page } = asked;
  const query = allOf(asked.question);
  const isForTitles = page.by === SearchRanking.RELEVANCE && page.dimensions.length === 0;
  if (!isForTitles || !isToBeWalkedTo(sight, query)) return find(asked, query);
  const inTitles = await findInTitles(asked);
  if (inTitles.count > EXACT_LIMIT) return { ...inTitles, newest: null, counts: null, query, titled: inTitles };
  return { ...(await find(asked, query)), titled: inTitles };
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
async function broad(asked: Asked, found: Found, isRelaxed: boolean): Promise<Placed[]> {
  const { page } = asked;
  const isByTitle = page.by === SearchRanking.RELEVANCE && !isRelaxed;
  const head = isByTitle ? (found.titled ?? (await findInTitles(asked))) : null;
  const ranked = head !== null && head.count > 0 && head.count <= EXACT_LIMIT ? head : null;
  const shown = ranked?.finds ?? [];
  const limit = page.size + 1 - shown.length;
  return [...placed(shown, true), ...placed(limit > 0 ? await rest(asked, found, ranked, limit) : [], false)];
}

/** The newest or gravest, behind those that were ranked. */
async function rest({ sight, page }: Asked, found: Found, ranked: Found | null, limit: number): Promise<Find[]> {
  const by = page.by === SearchRanking.SEVERITY ? page.by : SearchRanking.RECENCY;
  const isFirst = page.after === null && ranked === null;
  if (isFirst && by === SearchRanking.RECENCY && found.newest) return found.newest;
  const after = page.after && !page.after.isRanked ? page.after.find : null;
  return newest(sight, ranked ? butNot(found.query, ranked.query) : found.query, { by, after, limit });
}

async function find({ sight, question, page }: Asked, query: Query): Promise<Found> {
  return { query, ...(await ranked(sight, query, question, rankedStretch(page), page.dimensions)) };
}

const findInTitles = ({ sight, question, page }: Asked): Promise<Found> =>
  find({ sight, question, page: { ...page, dimensions: [] } }, titled(question));

/** Behind a hit of the rest, everything that is ranked was shown before. */
function rankedStretch({ by, after, size }: Page): Stretch {
  if (after && !after.isRanked) return { by, after: null, limit: 0 };
  return { by, after: after?.find ?? null, limit: size + 1 };
}

const placed = (finds: readonly Find[], isRanked: boolean): Placed[] => finds.map((find) => ({ find, isRanked }));
