import type { Client } from '../support/api.js';
import type { Searcher } from './measure.js';

const SEARCH = `query ($question: String!) {
  search(query: $question, types: [EXPERIENCE], first: 10) { nodes { node { ... on Experience { code } } } }
}`;

/**
 * The product's search, asked for experiences; a row of the corpus is one, with the row's id as its code. A space behind
 * the question says that its last word is complete.
 */
export function productSearch(client: Client): Searcher {
  return async (question) => {
    const { search } = await client.query<Answer>(SEARCH, { question: `${question} ` });
    return search.nodes.map(({ node }) => node.code);
  };
}

interface Answer {
  search: { nodes: { node: { code: string } }[] };
}
