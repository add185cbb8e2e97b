import { matches } from './spec.filters.js';
import { ORDERS, type ListSpec, type Term } from './spec.lists.js';
import type { Asking } from './spec.visibility.js';
import type { Row } from './world.js';

/** A row with its type's name, as the naive resolvers pass it on. */
export interface Seen {
  readonly type: string;
  readonly row: Row;
}

export interface PageArguments {
  filter?: Record<string, any> | null;
  orderBy?: { field: string; direction: 'ASC' | 'DESC' }[] | null;
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/** The row that a cursor stands for. Cursors are opaque, so only whoever asked the API for them knows. */
export type CursorMeaning = (type: string, cursor: string) => Row;

/** Stands in naive answers where the API has a cursor. */
export const CURSOR_MARK = '\u241fcursor of ';
const cursorOf = ({ type, row }: Seen): string => `${CURSOR_MARK}${type}:${row['id']}`;

type Compare = (one: Row, other: Row) => number;

/** Missing values come last in either direction; the key decides at the end, in the direction of the first term. */
export function comparing({ world, rules }: Asking, type: string, terms: readonly Term[]): Compare {
  const all: readonly Term[] = [...terms, ['id', terms[0]?.[1] ?? 'ASC']];
  const known = new Map<Row, (string | number | null)[]>();
  const keysOf = (row: Row): (string | number | null)[] => {
    let keys = known.get(row);
    if (!keys) known.set(row, (keys = all.map(([column]) => world.sortKey(type, column, row))));
    return keys;
  };
  return (one, other) => {
    const [ours, theirs] = [keysOf(one), keysOf(other)];
    for (const [place, [, direction]] of all.entries()) {
      const [a, b] = [ours[place]!, theirs[place]!];
      if (a === b) continue;
      if (a === null) return rules.missing(direction);
      if (b === null) return -rules.missing(direction);
      return a < b === (direction === 'ASC') ? -1 : 1;
    }
    return 0;
  };
}

export function termsOf(type: string, orderBy: PageArguments['orderBy']): readonly Term[] {
  const { terms, usual } = ORDERS[type]!;
  if (!orderBy || orderBy.length === 0) return usual;
  return orderBy.map(({ field, direction }) => [field === 'ID' ? 'id' : terms[field]!, direction]);
}

/** The rows of a list that the viewer sees and the filter takes, in order. */
export function ordered(
  asking: Asking,
  type: string,
  members: readonly Row[],
  terms: readonly Term[],
  filter: Record<string, any> = {},
): Row[] {
  return members
    .filter((row) => asking.sees(type, row) && matches(asking, type, row, filter))
    .sort(comparing(asking, type, terms));
}

/** One page, as an object that graphql-js's default resolvers can read. */
export function connection(
  asking: Asking,
  type: string,
  members: readonly Row[],
  args: PageArguments,
  meaning: CursorMeaning,
): object {
  if (args.first != null && args.last != null) throw new Error('first and last together');
  const terms = termsOf(type, args.orderBy);
  const compare = comparing(asking, type, terms);
  const all = ordered(asking, type, members, terms, args.filter ?? {});
  const within = all.filter(
    (row) =>
      (args.after == null || compare(row, meaning(type, args.after)) > 0) &&
      (args.before == null || compare(row, meaning(type, args.before)) < 0),
  );
  const backward = args.last != null;
  const size = args.last ?? args.first ?? 20;
  const nodes = (backward ? within.slice(-size) : within.slice(0, size)).map((row): Seen => ({ type, row }));
  const more = within.length > size;
  return {
    totalCount: all.length,
    nodes,
    edges: nodes.map((node) => ({ cursor: cursorOf(node), node })),
    pageInfo: {
      hasNextPage: backward ? args.before != null : more,
      hasPreviousPage: backward ? more : args.after != null,
      startCursor: nodes[0] ? cursorOf(nodes[0]) : null,
      endCursor: nodes.length > 0 ? cursorOf(nodes.at(-1)!) : null,
    },
  };
}

/** A plain list of children. */
export function list(asking: Asking, spec: ListSpec, parent: Row, args: Record<string, any>): Seen[] {
  const rows = ordered(asking, spec.of, spec.members(asking.world, parent, asking), spec.order!).filter((row) =>
    Object.entries(spec.args ?? {}).every(([name, fits]) => args[name] == null || fits(row, args[name])),
  );
  const { offset, first } = args as { offset: number; first: number };
  return rows.slice(offset, offset + first).map((row) => ({ type: spec.of, row }));
}
