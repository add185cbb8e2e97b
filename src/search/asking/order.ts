import { SearchRanking, type SearchType } from '../search.enums.js';
import type { Seen } from './sight.js';

/** A document that was found, with what it is ordered by. */
export interface Find {
  id: string;
  type: SearchType;
  subjectId: string;
  /** From 0 to 1 for its words; 1 more for the whole phrase, 2 more for the very name. */
  score: number;
  risk: number;
  /** Microseconds. */
  at: number;
}

/** Some finds in an order: so many of those that come after one of them. */
export interface Stretch {
  by: SearchRanking;
  after: Find | null;
  limit: number;
}

type OrderedBy = readonly [column: string, valueOf: (find: Find) => unknown, cast: string];

const ID: OrderedBy = ['id', ({ id }) => id, 'bigint'];
const AT: OrderedBy = ['reported_at', ({ at }) => String(at), 'bigint'];
const RISK: OrderedBy = ['risk_score', ({ risk }) => risk, 'int'];
const SCORE: OrderedBy = ['score', ({ score }) => score, 'numeric'];

/** Total orders, all falling. */
const ORDERS: Readonly<Record<SearchRanking, readonly OrderedBy[]>> = {
  RELEVANCE: [SCORE, RISK, AT, ID],
  SEVERITY: [RISK, AT, ID],
  RECENCY: [AT, ID],
};

/** The columns of `d` that an order looks at. */
export const keysOf = (by: SearchRanking): readonly string[] => ORDERS[by].map(([column]) => `d.${column}`);

export const falling = (by: SearchRanking): string =>
  keysOf(by)
    .map((column) => `${column} desc`)
    .join(', ');

/** Whether `d` comes after a find. */
export function comesAfter({ param }: Pick<Seen, 'param'>, by: SearchRanking, find: Find | null): string {
  if (!find) return 'true';
  const placeOf = ([column, valueOf, cast]: OrderedBy): string => {
    const value = param(valueOf(find), cast);
    return column === 'reported_at' ? `timestamptz 'epoch' + ${value} * interval '1 microsecond'` : value;
  };
  return `(${keysOf(by).join(', ')}) < (${ORDERS[by].map(placeOf).join(', ')})`;
}

/** The end of a query for `d`, which has one condition at least. */
export const stretchOf = (seen: Pick<Seen, 'param'>, { by, after, limit }: Stretch): string =>
  ` and ${comesAfter(seen, by, after)} order by ${falling(by)} limit ${limit}`;
