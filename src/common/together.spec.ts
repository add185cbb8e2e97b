import { describe, expect, it } from '@jest/globals';
import { setImmediate as next } from 'node:timers/promises';
import { Together } from './together.js';

/** Doubles numbers, and keeps which it was given together. Even and odd ones do not go together; 13 fails, and 0 takes all others with it. */
function doubling(atOnce: number, most: number) {
  const runs: (readonly number[])[] = [];
  let running = 0;
  let peak = 0;
  const together = new Together<number, number>(
    async (jobs) => {
      runs.push(jobs);
      peak = Math.max(peak, (running += 1));
      await next();
      running -= 1;
      for (const fatal of [13, 0]) if (jobs.includes(fatal)) throw new Error(String(fatal));
      return jobs.map((job) => 2 * job);
    },
    {
      atOnce,
      most,
      fits: (job, taken) => job % 2 === taken[0]! % 2,
      isFaultOfOne: (reason) => (reason as Error).message === '13',
    },
  );
  return { together, runs, peak: () => peak };
}

describe('Together', () => {
  it('starts what comes alone at once, and takes together what came meanwhile', async () => {
    const { together, runs, peak } = doubling(1, 3);
    const jobs = [1, 3, 5, 7, 9, 11];
    expect(await Promise.all(jobs.map((job) => together.do(job)))).toEqual([2, 6, 10, 14, 18, 22]);
    expect(runs).toEqual([[1], [3, 5, 7], [9, 11]]);
    expect(peak()).toBe(1);
    expect(await together.do(15)).toBe(30);
  });

  it('leaves for another run what does not fit, and forgets nobody', async () => {
    const { together, runs } = doubling(1, 10);
    const jobs = [1, 2, 3, 4, 5];
    expect(await Promise.all(jobs.map((job) => together.do(job)))).toEqual([2, 4, 6, 8, 10]);
    expect(runs).toEqual([[1], [2, 4], [3, 5]]);
  });

  it('has so many runs under way', async () => {
    const { together, peak } = doubling(2, 2);
    await Promise.all([1, 3, 5, 7, 9, 11, 15].map((job) => together.do(job)));
    expect(peak()).toBe(2);
  });

  it('fails only those that fail by themselves', async () => {
    const { together, runs } = doubling(1, 10);
    const results = await Promise.allSettled([1, 3, 13, 5].map((job) => together.do(job)));
    expect(results.map((result) => (result.status === 'fulfilled' ? result.value : 'no'))).toEqual([2, 6, 'no', 10]);
    expect(runs).toEqual([[1], [3, 13, 5], [3], [13], [5]]);
    expect(await together.do(7)).toBe(14);
  });

  it('fails all where the fault is of none of them', async () => {
    const { together, runs } = doubling(1, 10);
    const results = await Promise.allSettled([2, 4, 0, 6].map((job) => together.do(job)));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected']);
    expect(runs).toEqual([[2], [4, 0, 6]]);
  });
});
