import { createHash } from 'node:crypto';
import { isOurs, SIDES } from '../../servers/server.js';
import { list } from '../list/list.js';
import type { GraphqlRequest, Variables, Workload } from '../workload.js';

const byHash = (query: string, variables: Variables): GraphqlRequest => ({
  variables,
  extensions: { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') } },
});

/** The list once more, its document known to the servers: PostGraphile by its settings, the product because it was sent once. */
export const listByHash: Workload = {
  ...list,
  name: 'list-by-hash',
  title: 'the same list by persisted document',
  prepare: async (world) => {
    const query = list.queries.product;
    const variables = { stage: 'NONE', unit: '00' };
    for (const side of SIDES.filter(isOurs)) await world.ask(side, { query, ...byHash(query, variables) });
    return {};
  },
  request: byHash,
};
