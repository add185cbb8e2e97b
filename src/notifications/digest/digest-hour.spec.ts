import { describe, expect, it } from '@jest/globals';
import { nextDigest } from './digest-hour.js';

describe('the next digest', () => {
  it.each([
    ['2026-02-14T23:59:59Z', 7, '2026-02-15T00:00:00.000Z'],
    ['2026-02-15T00:00:00Z', 7, '2026-02-16T00:00:00.000Z'],
    ['2026-02-15T16:59:59Z', 0, '2026-02-15T17:00:00.000Z'],
    ['2026-12-31T17:00:00Z', 23, '2027-01-01T16:00:00.000Z'],
  ])('after %s, at %d o’clock WIB, is at %s', (now, hour, next) => {
    expect(nextDigest(new Date(now), hour).toISOString()).toBe(next);
  });
});
