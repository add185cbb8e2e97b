import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readCorpus } from '../../src/seeds/demo/corpus.js';
import { startApi, type TestApi } from '../support/api.js';
import { loadCorpusRows } from './corpus-rows.js';
import { IndonesianSearch } from './indonesian.js';
import { meanOf, measure, tableOf, worstOf, type Measured, type Searcher } from './measure.js';
import { productSearch } from './product-search.js';
import { readQuestions } from './questions.js';

/** Mean nDCG@10 over all questions; raised when the search gets better, never lowered to let a change pass. */
const FLOOR = 0.8;
/** By how much it has to be better than PostgreSQL's own configuration, asked the best way. */
const MARGIN = 0.1;

let api: TestApi;
let search: Searcher;
let ours: Measured[];
let best: { name: string; measured: Measured[] };

beforeAll(async () => {
  api = await startApi();
  await loadCorpusRows(api.dataSource);
  search = productSearch(await api.as('analis'));
  const questions = readQuestions();
  const baseline = await IndonesianSearch.over(api.dataSource);
  const measured: (typeof best)[] = [];
  for (const [name, variant] of baseline.variants())
    measured.push({ name, measured: await measure(questions, variant) });
  await baseline.close();
  [best] = measured.toSorted((a, b) => meanOf(b.measured) - meanOf(a.measured)) as [typeof best];
  ours = await measure(questions, search);
  const table = tableOf(
    new Map([
      ['ours', ours],
      ['indonesian', best.measured],
    ]),
  );
  process.stdout.write(`\n${table}\n(indonesian: ${best.name})\n\nThe worst answers:\n${worstOf(ours)}\n`);
});
afterAll(() => api.close());

describe('what analysts ask', () => {
  it('finds each row by its own words', async () => {
    const lost: string[] = [];
    for (const { id, obstacle } of readCorpus()) if ((await search(obstacle))[0] !== id) lost.push(id);
    expect(lost).toEqual([]);
  });

  it(`is answered with a mean nDCG@10 of at least ${FLOOR}`, () => {
    expect(meanOf(ours)).toBeGreaterThanOrEqual(FLOOR);
  });

  it('is answered clearly better than by the indonesian configuration of PostgreSQL', () => {
    expect(meanOf(ours) - meanOf(best.measured)).toBeGreaterThanOrEqual(MARGIN);
  });
});
