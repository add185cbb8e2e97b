import type { World } from '../workload.js';

const SELECTION = 'edges { cursor } pageInfo { endCursor }';

const WALK = {
  product: `query ($after: String) { list: experiences(first: 100, after: $after) { ${SELECTION} } }`,
  postgraphile: `query ($after: Cursor) {
    list: allExperiences(first: 100, after: $after, orderBy: [REPORTED_AT_DESC, PRIMARY_KEY_DESC]) { ${SELECTION} }
  }`,
};

interface Walked {
  list: { edges: { cursor: string }[]; pageInfo: { endCursor: string | null } };
}

/** The cursors after so many rows, got as a client gets them: page by page. Null stands before the first row. */
export async function cursorsAt(
  world: World,
  side: 'product' | 'postgraphile',
  skipped: readonly number[],
): Promise<(string | null)[]> {
  const cursors: string[] = [];
  for (let after: string | null = null; cursors.length < Math.max(...skipped);) {
    const { list }: Walked = await world.ask<Walked>(side, { query: WALK[side], variables: { after } });
    if (list.edges.length === 0) throw new Error('There are fewer rows than the deep page needs.');
    cursors.push(...list.edges.map(({ cursor }) => cursor));
    after = list.pageInfo.endCursor;
  }
  return skipped.map((count) => (count === 0 ? null : cursors[count - 1]!));
}
