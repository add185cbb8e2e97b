import { describe, expect, it } from '@jest/globals';
import { ndcg } from './ndcg.js';

const GRADES = new Map([
  ['exact', 3],
  ['useful', 2],
  ['touches', 1],
]);

describe('nDCG', () => {
  it('is 1 for the best order, whatever follows it', () => {
    expect(ndcg(['exact', 'useful', 'touches'], GRADES)).toBe(1);
    expect(ndcg(['exact', 'useful', 'touches', 'other'], GRADES)).toBe(1);
  });

  it('is what the formula gives by hand', () => {
    // The ideal: 7/1 + 3/1.584963 + 1/2 = 9.392789.
    // 1/1 + 3/1.584963 + 7/2 = 6.392789.
    expect(ndcg(['touches', 'useful', 'exact'], GRADES)).toBeCloseTo(0.680606, 6);
    // 0/1 + 7/1.584963 = 4.416508.
    expect(ndcg(['other', 'exact'], GRADES)).toBeCloseTo(0.470202, 6);
    // 3/1 = 3.
    expect(ndcg(['useful'], GRADES)).toBeCloseTo(0.319394, 6);
  });

  it('counts ten places, of what is found and of the ideal', () => {
    const others = Array.from({ length: 9 }, (_, at) => `other ${at}`);
    // 7/log2(11) = 2.023454 on the tenth place.
    expect(ndcg([...others, 'exact'], GRADES)).toBeCloseTo(0.215426, 6);
    expect(ndcg([...others, 'other', 'exact'], GRADES)).toBe(0);
    const many = Array.from({ length: 12 }, (_, at): [string, number] => [`row ${at}`, 2]);
    const ten = many.slice(0, 10).map(([id]) => id);
    expect(ndcg(ten, new Map(many))).toBe(1);
  });

  it('counts a row once', () => {
    // 7/1 + 0 + 3/2 = 8.5.
    expect(ndcg(['exact', 'exact', 'useful'], GRADES)).toBeCloseTo(0.90495, 6);
  });

  it('is 0 where nothing relevant is found', () => {
    expect(ndcg([], GRADES)).toBe(0);
    expect(ndcg(['other'], GRADES)).toBe(0);
  });

  it('asks for nothing where nothing is relevant', () => {
    expect(ndcg([], new Map())).toBe(1);
    expect(ndcg(['other'], new Map())).toBe(0);
    expect(ndcg(['other'], new Map([['other', 0]]))).toBe(0);
  });
});
