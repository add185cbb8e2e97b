import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { LoginAttempts } from '../../src/auth/login-attempts.js';
import { Rejected } from '../../src/common/errors.js';
import { cloneDatabase, connect, type TestServer } from '../support/test-server.js';

/** Limits on guessing, as two processes that share a database keep them. */
const server = JSON.parse(process.env['TEST_SERVER']!) as TestServer;
let one: DataSource;
let other: DataSource;
let processes: LoginAttempts[];
let drop: () => Promise<void>;

beforeAll(async () => {
  ({ dataSource: one, drop } = await cloneDatabase(server));
  const { database } = one.options as unknown as { database: string };
  other = await connect({ ...server.connection, database });
  processes = [new LoginAttempts(one), new LoginAttempts(other)];
});
afterAll(async () => {
  await other.destroy();
  await drop();
});

/** How many of so many attempts, sent to both processes in turn and all at once, were let through. */
async function letThrough(count: number, username: (index: number) => string, ip: string): Promise<number> {
  const attempts = Array.from({ length: count }, (_, i) => processes[i % 2]!.begin(username(i), ip));
  const outcomes = await Promise.allSettled(attempts);
  for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(Rejected);
  return outcomes.filter(({ status }) => status === 'fulfilled').length;
}

describe('attempts to sign in', () => {
  it('at one account are five, whichever process they come to', async () => {
    expect(await letThrough(40, () => 'analis', '203.0.113.1')).toBe(5);
    expect(await letThrough(40, () => 'analis', '203.0.113.1')).toBe(0);
  });

  it('at one account from elsewhere are not held against it', async () => {
    expect(await letThrough(1, () => 'analis', '203.0.113.2')).toBe(1);
  });

  it('from one address are thirty', async () => {
    expect(await letThrough(100, (i) => `akun-${i}`, '203.0.113.3')).toBe(30);
  });

  it('at one account do not use up those of its address', async () => {
    expect(await letThrough(100, () => 'keras.kepala', '203.0.113.4')).toBe(5);
    expect(await letThrough(25, (i) => `rekan-${i}`, '203.0.113.4')).toBe(25);
    expect(await letThrough(5, (i) => `rekan-lain-${i}`, '203.0.113.4')).toBe(0);
  });

  it('that succeed are given back, by either process', async () => {
    for (let round = 0; round < 40; round++) {
      const attempt = await processes[round % 2]!.begin('rajin', '203.0.113.5');
      await processes[(round + 1) % 2]!.succeeded(attempt);
    }
    expect(await letThrough(40, () => 'rajin', '203.0.113.5')).toBe(5);
  });
});
