import { graphqlError } from '../../common/errors.js';
import { SearchRanking } from '../search.enums.js';
import type { Find } from './order.js';

/** Where a page goes on: after a find of the ranked head, or of the rest, which comes in another order. */
export interface Cursor {
  isRanked: boolean;
  by: SearchRanking;
  find: Find;
}

/** The cursor of a find: base64 of its place in the order, which says nothing of the record itself. */
export function cursorOf({ isRanked, by, find }: Cursor): string {
  const { id, score, risk, at } = find;
  return Buffer.from(JSON.stringify([isRanked ? 'r' : 'n', by, score, risk, at, id])).toString('base64');
}

/** @throws BAD_USER_INPUT for anything that is no cursor of a search in this order */
export function readCursor(text: string, by: SearchRanking): Cursor {
  const parts = decoded(text);
  const [kind, order, score, risk, at, id] = parts as [string, SearchRanking, number, number, number, string];
  const isOurs =
    parts.length === 6 &&
    (kind === 'r' || kind === 'n') &&
    order === by &&
    [score, risk, at].every((value) => typeof value === 'number' && Number.isFinite(value)) &&
    Number.isSafeInteger(at) &&
    Number.isInteger(risk) &&
    Math.abs(risk) < 100 &&
    typeof id === 'string' &&
    /^[1-9]\d{0,17}$/.test(id);
  if (!isOurs)
    throw graphqlError(
      'BAD_USER_INPUT',
      'after: this cursor was not made by a search in the same order / kursor bukan dari pencarian dengan urutan ini.',
    );
  return { isRanked: kind === 'r', by, find: { id, score, risk, at } as Find };
}

function decoded(text: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64').toString('utf8'));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
