import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Rejected } from '../common/errors.js';

const WINDOW_MINUTES = 15;
const MAX_PER_ACCOUNT = 5;
const MAX_PER_ADDRESS = 30;
const SWEEP_EVERY_MS = 60_000;

/** An attempt that has been counted. */
export interface Attempt {
  readonly account: string;
  readonly address: string;
}

/**
 * Limits on guessing passwords. An attempt counts as failed from the moment it begins and is given back when it
 * succeeds: otherwise a hundred guesses sent at once would all pass before the first is known to be wrong.
 */
@Injectable()
export class LoginAttempts {
  private readonly logger = new Logger('Login');
  private sweptAt = 0;

  constructor(private readonly dataSource: DataSource) {}

  /** Counts an attempt. Rejects it when there were too many. */
  async begin(username: string, ip: string): Promise<Attempt> {
    await this.sweep();
    const block = addressBlock(ip);
    // An account is limited for each address apart, so that nobody can lock somebody else out.
    const attempt = { account: keyOf('account', username, block), address: keyOf('address', block) };
    // In this order: one who insists on a wrong password does not use up the attempts of the whole office.
    await this.count(attempt.account, MAX_PER_ACCOUNT, ip);
    await this.count(attempt.address, MAX_PER_ADDRESS, ip);
    return attempt;
  }

  async succeeded({ account, address }: Attempt): Promise<void> {
    await this.dataSource.query('delete from login_attempts where key = $1', [account]);
    await this.dataSource.query('update login_attempts set failures = greatest(failures - 1, 0) where key = $1', [
      address,
    ]);
  }

  private async count(key: string, max: number, ip: string): Promise<void> {
    const [counted] = await this.dataSource.query<{ failures: number; seconds: number }[]>(COUNT, [
      key,
      WINDOW_MINUTES,
      max,
    ]);
    const { failures, seconds } = counted;
    if (failures <= max) return;
    if (failures === max + 1) this.logger.warn(`Too many failed sign-ins from ${ip}; paused for ${seconds} s.`);
    throw Rejected.because('LOGIN_LIMITED', null, { seconds });
  }

  /** Rows that another process is just counting in are left for the next time: waiting for them could deadlock. */
  private async sweep(): Promise<void> {
    if (Date.now() - this.sweptAt < SWEEP_EVERY_MS) return;
    this.sweptAt = Date.now();
    await this.dataSource.query(
      `delete from login_attempts
       where key in (select key from login_attempts where ends_at <= now() for update skip locked)`,
    );
  }
}

/** Beyond the limit the number stands still at limit + 2, so that limit + 1 is seen, and logged, once a window. */
const COUNT = `
  insert into login_attempts as known (key, failures, ends_at)
  values ($1, 1, now() + make_interval(mins => $2::int))
  on conflict (key) do update set
    failures = case when known.ends_at > now() then least(known.failures + 1, $3::int + 2) else 1 end,
    ends_at = case when known.ends_at > now() then known.ends_at else excluded.ends_at end
  returning failures, ceil(extract(epoch from ends_at - now()))::int as seconds`;

const keyOf = (...parts: string[]): string => createHash('sha256').update(parts.join('\n')).digest('base64url');

/** What one caller has at least: an IPv4 address, but a /64 of IPv6, within which addresses cost nothing. */
export function addressBlock(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped || !isIPv6(ip)) return mapped ?? ip;
  const [head, tail] = ip
    .replace(/%.*$/, '')
    .split('::')
    .map((half) => half.split(':').filter(Boolean));
  const missing = tail ? Array<string>(8 - head.length - tail.length).fill('0') : [];
  const groups = [...head, ...missing, ...(tail ?? [])];
  return `${groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
