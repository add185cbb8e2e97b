import { describe, expect, it } from '@jest/globals';
import { hashPassword, verifyPassword } from './passwords.js';

/** Milliseconds that a wrong password takes to be refused, at best. */
async function fastestRefusal(hashed: string | null): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const began = performance.now();
    expect(await verifyPassword(hashed, 'salah')).toBe(false);
    times.push(performance.now() - began);
  }
  return Math.min(...times);
}

describe('passwords', () => {
  it('are kept as argon2id with 19 MiB, two passes, one lane, and a salt of their own', async () => {
    const [first, second] = await Promise.all([hashPassword('rahasia negara'), hashPassword('rahasia negara')]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(second).not.toBe(first);
  });

  it('fit only their own hash', async () => {
    const hashed = await hashPassword('rahasia negara');
    expect(await verifyPassword(hashed, 'rahasia negara')).toBe(true);
    expect(await verifyPassword(hashed, 'rahasia Negara')).toBe(false);
    expect(await verifyPassword(hashed, '')).toBe(false);
  });

  it('are the same however a keyboard composes their letters', async () => {
    expect(await verifyPassword(await hashPassword('caf\u00e9'), 'cafe\u0301')).toBe(true);
  });

  it('take about as long to compare for an unknown account, and never fit', async () => {
    const hashed = await hashPassword('rahasia negara');
    const [known, unknown] = [await fastestRefusal(hashed), await fastestRefusal(null)];
    expect(unknown).toBeGreaterThan(known / 2);
    expect(unknown).toBeLessThan(known * 2);
  });
});
