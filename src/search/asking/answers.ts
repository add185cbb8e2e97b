import { SearchRanking } from '../search.enums.js';
import { allOf, compare, EXACT_LIMIT, found, mostOf, newest, ranked, titled, type Find } from './finds.js';
import type { Cursor } from './cursors.js';
import type { Question } from './question.js';
import type { Sight } from './sight.js';

/** From so many words on a few hits for all of them are not enough; of fewer, or with quotation marks and the like, any is. */
const LONG_QUESTION = 3;
const FEW = 5;
/** Of longer questions the words that tell most are combined. */
const MOST_COMBINED = 7;
/** In broad answers, so many of the newest are counted by their values. */
const COUNTED = 1000;

/** What a question finds: all of it where it is little, the way to the rest where it is much. */
export interface Answer {
  readonly question: Question;
  /** What hits fulfil, in the language of PostgreSQL's text search. */
  readonly query: string;
  readonly isRelaxed: boolean;
  /** More fulfil it than are ranked. */
  readonly isBroad: boolean;
  /** All there is, or of a broad answer what comes first. */
  readonly ids: readonly string[];
  readonly asked: SearchRanking;
}

/** Asks for all words, and for most of them where that finds nothing. */
export async function answerTo(sight: Sight, question: Question, asked: SearchRanking): Promise<Answer> {
  const strict = allOf(question);
  const ids = await found(sight, strict);
  const enough = question.wishes.length >= LONG_QUESTION && question.isPlain ? FEW : 1;
  const loose = ids.length < enough && question.wishes.length > 1 ? await relaxed(sight, question, ids.length) : null;
  return finished(sight, { question, asked, isRelaxed: loose !== null, ...(loose ?? { query: strict, ids }) });
}

type Found = { query: string; ids: readonly string[] };

/**
 * Leaves out one word after the other, as long as half of those that anybody wrote remain. What is in quotation marks
 * stays. Null where that finds no more.
 */
async function relaxed(sight: Sight, question: Question, known: number): Promise<Found | null> {
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
    const query = mostOf(question, firm, free, count - firm.length);
    const ids = await found(sight, query);
    if (ids.length > (best?.ids.length ?? known)) best = { query, ids };
    if (ids.length >= FEW) break;
  }
  return best;
}

async function finished(sight: Sight, answer: Omit<Answer, 'isBroad'>): Promise<Answer> {
  if (answer.ids.length <= EXACT_LIMIT) return { ...answer, isBroad: false };
  // Many say it somewhere; those that say it in their title, or are called so, may still be few enough to be ranked.
  const isByTitle = answer.asked === SearchRanking.RELEVANCE && !answer.isRelaxed;
  if (!isByTitle) return { ...answer, isBroad: true, ids: [] };
  const ids = await found(sight, titled(answer.question));
  return { ...answer, isBroad: true, ids: ids.length <= EXACT_LIMIT ? ids : [] };
}

/** How the hits of an answer are ordered. */
export const rankingOf = ({ isBroad, asked }: Answer): SearchRanking =>
  isBroad && asked === SearchRanking.RELEVANCE ? SearchRanking.RECENCY : asked;

/** Keys of the hits that are counted by their values: all, or the newest of many. */
export async function counted(sight: Sight, answer: Answer): Promise<readonly string[]> {
  if (!answer.isBroad) return answer.ids;
  const finds = await newest(sight, answer.query, {
    by: SearchRanking.RECENCY,
    after: null,
    head: null,
    limit: COUNTED,
  });
  return finds.map(({ id }) => id);
}

/** One more than so many hits after a cursor, in order. */
export async function pageOf(
  sight: Sight,
  answer: Answer,
  after: Cursor | null,
  size: number,
): Promise<{ isRanked: boolean; find: Find }[]> {
  const { asked, isBroad, ids, question, query } = answer;
  const head = after && !after.isRanked ? [] : await ranked(sight, ids, question, asked);
  const shown = head
    .filter((find) => !after || compare(after.find, find, asked) < 0)
    .slice(0, size + 1)
    .map((find) => ({ isRanked: true, find }));
  if (!isBroad || shown.length > size) return shown;
  const rest = await newest(sight, query, {
    by: rankingOf(answer),
    after: after && !after.isRanked ? after.find : null,
    head: ids.length > 0 ? titled(question) : null,
    limit: size + 1 - shown.length,
  });
  return [...shown, ...rest.map((find) => ({ isRanked: false, find }))];
}
