import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../read/random.js';
import type { House, Victim } from './house.js';
import { emptyTally, Office, type Tally } from './office.js';
import type { Ledger, Row } from './record.js';
import { randomSubmissions, type Codes } from './submissions.js';

/** Offices that send at the same time. */
const OFFICES = 24;

interface Storm {
  seed: number;
  count: number;
  codes: Codes;
  /** Access tokens by account. */
  tokens: ReadonlyMap<string, string>;
  /** In their order, spread over the whole time. */
  strikes: readonly Victim[];
  /** Ends it before its time; so does the first fault. */
  over: AbortController;
}

export interface Aftermath {
  ledger: Ledger;
  tally: Tally;
  /** For each strike, how many requests were lost on the line by it. */
  lostBy: { victim: Victim; lost: number }[];
}

/** Has the offices send everything while the house is struck; ends when all of it has been acknowledged. */
export async function storm(house: House, { seed, count, codes, tokens, strikes, over }: Storm): Promise<Aftermath> {
  const tally = emptyTally();
  const ledger = new Map<string, Row>();
  const lostBy: Aftermath['lostBy'] = [];
  const work = randomSubmissions(new Random(seed), { codes, accounts: [...tokens.keys()], count });
  const offices = Array.from(
    { length: OFFICES },
    (_, index) => new Office(house.port, seed + index, tokens, tally, over.signal),
  );

  const send = async (office: Office): Promise<void> => {
    for (const submission of work) {
      const row = await office.hand(submission);
      if (ledger.has(row.code)) throw new Error(`${row.code} was given to two submissions`);
      ledger.set(row.code, row);
    }
  };
  const strike = async (): Promise<void> => {
    const random = new Random(seed - 1);
    for (const [index, victim] of strikes.entries()) {
      const due = Math.floor(((index + 0.2 + random.below(60) / 100) / strikes.length) * count);
      while (ledger.size < due) await sleep(1, undefined, { signal: over.signal });
      const before = lossesIn(tally);
      await house.strike(victim);
      lostBy.push({ victim, lost: lossesIn(tally) - before });
      tell(`${ledger.size} of ${count} acknowledged; killed ${index + 1} of ${strikes.length}: ${victim}`);
    }
  };
  const end = (error: unknown): void => over.abort(error);
  await Promise.all([...offices.map((office) => send(office).catch(end)), strike().catch(end)]);
  offices.forEach((office) => office.hangUp());
  if (over.signal.aborted) tell(`The server said:\n${house.complaints}`);
  over.signal.throwIfAborted();
  return { ledger, tally, lostBy };
}

/** Requests that a strike took along: their line broke, or the database was gone under them. */
const lossesIn = ({ LOST, UNAVAILABLE }: Tally): number => LOST + UNAVAILABLE;

/** Past Jest, which adds where each line came from. */
export const tell = (line: string): void => void process.stderr.write(`${line}\n`);
