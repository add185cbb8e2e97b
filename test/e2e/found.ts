import { note } from '../../src/audit/changed-records.js';
import type { Client, TestApi } from '../support/api.js';

export interface Planted {
  title: string;
  happened?: string;
  obstacle?: string;
  unit?: string;
  status?: string;
  stage?: string;
  cause?: string;
  kind?: string;
  risk?: number;
  reportedAt?: string;
}

/** Writes experiences past the API, as a seed does: the rows, and the notes that something changed. */
export async function plant(api: TestApi, rows: readonly Planted[]): Promise<string[]> {
  const planted = await api.dataSource.query<{ id: string; code: string }[]>(
    `with given as (select * from jsonb_to_recordset($1::jsonb) as r(title text, happened text, obstacle text,
       unit text, status text, stage text, cause text, kind text, risk int, "reportedAt" timestamptz, n bigint)),
     e as (insert into experiences (code, kind, status, title, happened, satker_id, stage_id, severity, risk_score, reported_at)
       select 'UJI-' || nextval('experiences_id_seq'), coalesce(g.kind, 'OBSTACLE'), coalesce(g.status, 'PUBLISHED'), g.title,
         g.happened, s.id, t.id, least(g.risk, 5), g.risk, coalesce(g."reportedAt", '2024-03-01T00:00:00Z'::timestamptz + g.n * interval '1 minute')
       from given g join satkers s on s.code = coalesce(g.unit, '73.71') left join stages t on t.code = g.stage order by g.n
       returning id, code, title),
     o as (insert into obstacles (experience_id, text, cause_id)
       select e.id, g.obstacle, c.id from e join given g using (title) left join causes c on c.code = g.cause where g.obstacle is not null)
     select id, code from e order by id`,
    [JSON.stringify(rows.map((row, n) => ({ ...row, n })))],
  );
  await api.dataSource.transaction((tx) =>
    note(
      tx,
      'Experience',
      planted.map(({ id }) => id),
    ),
  );
  return planted.map(({ code }) => code);
}

const SEARCH = `query ($query: String!, $types: [SearchType!], $filter: SearchFilter, $first: Int, $after: String, $ranking: SearchRanking) {
  search(query: $query, types: $types, filter: $filter, first: $first, after: $after, ranking: $ranking) {
    totalCount totalCountIsExact totalCountText ranking relaxed note didYouMean
    pageInfo { hasNextPage hasPreviousPage endCursor }
    facets { dimension isExact values { value label count } }
    nodes { type score matchedFields highlight { field parts { text isMatch } }
      node { kind: __typename ... on Experience { id code title } ... on Obstacle { id text } ... on Satker { id code name }
        ... on Person { id name } ... on Event { id slug } ... on Statement { id gist } ... on Recommendation { id number } } } } }`;

export const search = async (client: Client, query: string, more: Record<string, unknown> = {}): Promise<any> =>
  (await client.query(SEARCH, { query, ...more })).search;

/** Titles of the experiences that are found, in order. */
export async function titles(client: Client, query: string, more: Record<string, unknown> = {}): Promise<string[]> {
  const found = await search(client, query, { types: ['EXPERIENCE'], first: 100, ...more });
  return found.nodes.map(({ node }: any) => node.title);
}

/** The words marked in the first hit. */
export const marked = ({ nodes }: any): string[] =>
  nodes[0].highlight.flatMap(({ parts }: any) =>
    parts.filter(({ isMatch }: any) => isMatch).map(({ text }: any) => text),
  );

/** Counts of a facet by value. */
export const facet = ({ facets }: any, dimension: string): Record<string, number> =>
  Object.fromEntries(
    facets.find((one: any) => one.dimension === dimension).values.map(({ value, count }: any) => [value, count]),
  );
