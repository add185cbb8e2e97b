import { SearchRanking, type SearchType } from '../search.enums.js';
import type { Question, Wish } from './question.js';
import type { Sight } from './sight.js';

/** So many hits are found and ranked all; where there are more, they come by date. */
export const EXACT_LIMIT = 1000;

/** What it is worth that a word stands in a text of weight D (what a record is filed under), C, B and A. */
const WEIGHTS = `'{0.12, 0.35, 0.6, 1.0}'::float4[]`;

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

const FIND = `'id', d.id::text, 'type', d.type, 'subjectId', d.subject_id::text, 'risk', d.risk_score,
  'at', (extract(epoch from d.reported_at) * 1000000)::bigint`;

/** Everything that fulfils all wishes, or is called just like the question. */
export const allOf = ({ wishes, excluded, name }: Question): string => {
  const wanted = wishes.map(({ query }) => query).join(' & ');
  return without(excluded, wanted ? `(${wanted}) | ${name}` : name);
};

/** All wishes in the title, or the very name. */
export const titled = ({ wishes, excluded, name }: Question): string => {
  const titles = wishes.map(({ inTitle }) => inTitle);
  return titles.length > 0 && titles.every(Boolean) ? without(excluded, `(${titles.join(' & ')}) | ${name}`) : name;
};

/** Some wishes, and any so many of others; or the very name. */
export function mostOf(
  { excluded, name }: Question,
  firm: readonly Wish[],
  free: readonly Wish[],
  count: number,
): string {
  const queryOf = ({ query }: Wish): string => query;
  const combinations = choose(free.map(queryOf), count).map(
    (some) => `(${[...firm.map(queryOf), ...some].join(' & ')})`,
  );
  return without(excluded, [...combinations, name].join(' | '));
}

const without = (excluded: readonly string[], query: string): string =>
  [`(${query})`, ...excluded.filter(Boolean).map((one) => `!(${one})`)].join(' & ');

function choose<T>(items: readonly T[], count: number): T[][] {
  if (count === 0) return [[]];
  return items.flatMap((item, index) => choose(items.slice(index + 1), count - 1).map((rest) => [item, ...rest]));
}

/** Keys of what fulfils a query, one more than can be ranked at most. */
export async function found(sight: Sight, query: string): Promise<string[]> {
  const { ids } = await sight.ask<{ ids: string[] }>(
    ({ rows, param }) =>
      `select coalesce(array_agg(f.id), '{}')::text[] as ids from (
         select d.id from ${rows()} and d.words @@ ${param(query, 'tsquery')} limit ${EXACT_LIMIT + 1}) f`,
  );
  return ids;
}

/** Some finds with their scores, in order. */
export async function ranked(
  sight: Sight,
  ids: readonly string[],
  question: Question,
  by: SearchRanking,
): Promise<Find[]> {
  if (ids.length === 0) return [];
  const { wishes, name, phrase } = question;
  const total = wishes.reduce((sum, { telling }) => sum + telling, 0) || 1;
  const { finds } = await sight.ask<{ finds: Find[] }>(({ rows, param }) => {
    const terms = wishes.map(({ ways, telling }) => {
      // One query with all ways in it would be ranked lower for the ways that a document does not take.
      const ranks = ways.map((way) => {
        const query = param(way, 'tsquery');
        return `case when d.words @@ ${query} then ts_rank(${WEIGHTS}, d.words, ${query}) else 0 end`;
      });
      return `${param(telling / total, 'float8')} * greatest(${ranks.join(', ')})`;
    });
    const isCalled = `d.words @@ ${param(name, 'tsquery')}`;
    const says = phrase ? `when d.words @@ ${param(phrase, 'tsquery')} then 1` : '';
    const score = `(case when ${isCalled} then 2 ${says} else 0 end + ${terms.join(' + ') || '0'})`;
    return `select coalesce(json_agg(json_build_object(${FIND}, 'score', round(${score}::numeric, 6))), '[]') as finds
      from ${rows()} and d.id = any(${param(ids, 'bigint[]')})`;
  });
  return finds.toSorted((one, other) => compare(one, other, by));
}

/** What comes first, by `by`; a total order. */
export function compare(one: Find, other: Find, by: SearchRanking): number {
  const keys: ((find: Find) => number)[] =
    by === SearchRanking.RELEVANCE
      ? [({ score }) => score, ({ risk }) => risk, ({ at }) => at]
      : by === SearchRanking.SEVERITY
        ? [({ risk }) => risk, ({ at }) => at]
        : [({ at }) => at];
  for (const key of keys) if (key(one) !== key(other)) return key(other) - key(one);
  return Number(BigInt(other.id) - BigInt(one.id));
}

/** The newest or gravest that fulfil a query, after one of them; `head` is what was shown before by another order. */
export async function newest(
  sight: Sight,
  query: string,
  { by, after, head, limit }: { by: SearchRanking; after: Find | null; head: string | null; limit: number },
): Promise<Find[]> {
  const columns = by === SearchRanking.SEVERITY ? ['risk_score', 'reported_at', 'id'] : ['reported_at', 'id'];
  const { finds } = await sight.ask<{ finds: Find[] }>(({ rows, param }) => {
    const values: Record<string, () => string> = {
      risk_score: () => param(after!.risk, 'int'),
      reported_at: () => `(timestamptz 'epoch' + ${param(String(after!.at), 'bigint')} * interval '1 microsecond')`,
      id: () => param(after!.id, 'bigint'),
    };
    const conditions = [`d.words @@ ${param(query, 'tsquery')}`];
    if (head) conditions.push(`not d.words @@ ${param(head, 'tsquery')}`);
    if (after)
      conditions.push(
        `(${columns.map((column) => `d.${column}`).join(', ')}) < (${columns.map((column) => values[column]!()).join(', ')})`,
      );
    const order = columns.map((column) => `d.${column} desc`).join(', ');
    return `select coalesce(json_agg(json_build_object(${FIND}, 'score', 0)), '[]') as finds from (
      select d.* from ${rows()} and ${conditions.join(' and ')} order by ${order} limit ${limit}) d`;
  });
  return finds;
}
