import { describe, expect, it } from '@jest/globals';
import { hashPassword, verifyPassword } from './passwords.js';

/** Microseconds of processor time that refusing a wrong password takes: what else the machine does hardly changes it. */
async function workOfRefusal(hashed: string | null): Promise<number> {
  const before = process.cpuUsage();
  expect(await verifyPassword(hashed, 'salah')).toBe(false);
  const { user, system } = process.cpuUsage(before);
  return user + system;
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

  it('are as much work to compare for an unknown account, and never fit', async () => {
    const hashed = await hashPassword('rahasia negara');
    const work = { known: 0, unknown: 0 };
    for (let round = 0; round < 30; round += 1) {
      work.known += await workOfRefusal(hashed);
      work.unknown += await workOfRefusal(null);
    }
    expect(work.unknown).toBeGreaterThan(work.known / 2);
    expect(work.unknown).toBeLessThan(work.known * 2);
  });
});
