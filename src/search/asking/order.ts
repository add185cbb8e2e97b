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

/** A find's values of what an order looks at. */
export const placeOf = ({ param }: Pick<Seen, 'param'>, by: SearchRanking, find: Find): string =>
  ORDERS[by]
    .map(([column, valueOf, cast]) => {
      const value = param(valueOf(find), cast);
      return column === AT[0] ? moment(value) : value;
    })
    .join(', ');

/** The moment of so many microseconds, as a find has it. */
export const moment = (microseconds: string): string =>
  `timestamptz 'epoch' + ${microseconds} * interval '1 microsecond'`;

/** The end of a query for `d`, which has one condition at least. */
export function stretchOf(seen: Pick<Seen, 'param'>, { by, after, limit }: Stretch): string {
  const keys = ORDERS[by].map(([column]) => `d.${column}`);
  const isLater = after ? ` and (${keys.join(', ')}) < (${placeOf(seen, by, after)})` : '';
  return `${isLater} order by ${keys.map((key) => `${key} desc`).join(', ')} limit ${limit}`;
}
