import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type TestApi } from '../support/api.js';
import { loadCorpusRows } from './corpus-rows.js';
import { meanOf, measure, tableOf, worstOf, type Measured } from './measure.js';
import { readQuestions } from './questions.js';

let api: TestApi;
let measured: Measured[];

const SEARCH = `query ($query: String!) {
  search(query: $query, types: [EXPERIENCE], first: 10) { didYouMean nodes { node { ... on Experience { code } } } } }`;

/** The product's search; a space behind the question says that its last word is complete. */
async function search(question: string): Promise<string[]> {
  const { nodes } = (await api.anonymous.query(SEARCH, { query: `${question} ` })).search;
  return nodes.map(({ node }: { node: { code: string } }) => node.code);
}

beforeAll(async () => {
  api = await startApi();
  await loadCorpusRows(api.dataSource);
  measured = await measure(readQuestions(), search);
}, 240_000);
afterAll(() => api.close());

describe('the search of the product', () => {
  it('answers the questions as well as it did', () => {
    if (process.env['SHOW_RELEVANCE']) {
      console.log(tableOf(new Map([['search', measured]])));
      console.log(worstOf(measured, 20));
    }
    expect(meanOf(measured)).toBeGreaterThan(0.78);
  });
});
