import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readCorpus } from '../../src/seeds/demo/corpus.js';
import { startApi, type TestApi } from '../support/api.js';
import { loadCorpusRows } from './corpus-rows.js';
import { IndonesianSearch } from './indonesian.js';
import { meanOf, measure, type Searcher } from './measure.js';
import { readQuestions } from './questions.js';

/** What the product's search is compared with has to be worth it: a baseline that finds nothing is easily beaten. */
let api: TestApi;
let baseline: IndonesianSearch;
let variants: Map<string, Searcher>;

beforeAll(async () => {
  api = await startApi();
  await loadCorpusRows(api.dataSource);
  baseline = await IndonesianSearch.over(api.dataSource);
  variants = baseline.variants();
});
afterAll(async () => {
  await baseline.close();
  await api.close();
});

describe('PostgreSQL with its indonesian configuration', () => {
  it('finds each row by its own words', async () => {
    for (const [name, search] of variants) {
      const lost: string[] = [];
      for (const { id, obstacle } of readCorpus()) if ((await search(obstacle))[0] !== id) lost.push(id);
      expect({ name, lost }).toEqual({ name, lost: [] });
    }
  });

  it('takes phrases, OR and minus as they are meant', async () => {
    const and = variants.get('ts_rank and')!;
    const or = variants.get('ts_rank or')!;
    expect(await and('SILOG OR SIAKBA')).toEqual(expect.arrayContaining(['OBS-120', 'OBS-125']));
    for (const search of [and, or]) {
      expect(await search('"surat suara"')).toContain('OBS-114');
      expect(await search('"suara surat"')).toEqual([]);
      expect(await search('gudang')).toContain('OBS-093');
      expect(await search('gudang -kecamatan')).toContain('OBS-115');
      expect(await search('gudang -kecamatan')).not.toContain('OBS-093');
    }
  });

  it('answers many of the questions, whichever way it is asked', async () => {
    for (const search of variants.values()) expect(meanOf(await measure(readQuestions(), search))).toBeGreaterThan(0.3);
  });
});
