import { describe, expect, it } from '@jest/globals';
import { setImmediate as next } from 'node:timers/promises';
import { Turns } from './turns.js';

describe('Turns', () => {
  it('run so many at once, in the order of asking', async () => {
    const turns = new Turns(2, 10);
    const order: number[] = [];
    let running = 0;
    let most = 0;
    const work = (number: number) => async (): Promise<number> => {
      order.push(number);
      most = Math.max(most, (running += 1));
      await next();
      running -= 1;
      return number;
    };
    const results = await Promise.all([0, 1, 2, 3, 4, 5, 6].map((number) => turns.take(work(number))));
    expect(results).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(order).toEqual(results);
    expect(most).toBe(2);
  });

  it('pass on after a failure', async () => {
    const turns = new Turns(1, 10);
    const failing = turns.take(() => Promise.reject(new Error('no')));
    const following = turns.take(() => Promise.resolve('yes'));
    await expect(failing).rejects.toThrow('no');
    await expect(following).resolves.toBe('yes');
    await expect(turns.take(() => Promise.resolve('later'))).resolves.toBe('later');
  });

  it('tell when too many wait', async () => {
    const turns = new Turns(1, 2);
    const taken = [turns.take(() => next()), turns.take(() => next())];
    expect(turns.isFull).toBe(false);
    taken.push(turns.take(() => next()));
    expect(turns.isFull).toBe(true);
    await Promise.all(taken);
    expect(turns.isFull).toBe(false);
  });
});
