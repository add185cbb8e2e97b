import { parseArgs } from 'node:util';

export interface Options {
  /** Demonstration experiences in the database, one size after the other. */
  readonly rows: readonly number[];
  readonly rounds: number;
  /** That each server is driven in a round, for each kind of work. */
  readonly seconds: number;
  /** Seconds that each server is driven before the first round of a kind of work. */
  readonly warmUp: number;
  readonly quick: boolean;
  /** Names of workloads; all when empty. */
  readonly only: readonly string[];
}

/** A command line that cannot be used; the message is one sentence. */
export class UsageError extends Error {}

export const CONNECTIONS = 16;
export const POOL = 10;
/** Page 500 has to exist, also without what is not published. */
const LEAST_ROWS = 10_000;
const MOST_ROWS = 2_000_000;

export const USAGE = `npm run bench -- [options]

  --rows 10000,200000   demonstration experiences, one or several sizes (${LEAST_ROWS}…${MOST_ROWS}); 200000 unless given
  --rounds 25           interleaved rounds; many short ones, as the machine changes its pace
  --seconds 1           that each server is driven in a round, for each kind of work
  --only detail,list    these kinds of work only; RESULTS.md is then left as it is
  --quick               10,000 rows and short rounds: compares with floors.json, leaves RESULTS.md as it is
`;

export function readOptions(args: string[]): Options | 'help' {
  const { values } = parse(args);
  if (values.help) return 'help';
  const quick = values.quick ?? false;
  return {
    quick,
    warmUp: quick ? 1 : 4,
    rows: (values.rows ?? (quick ? '10000' : '200000'))
      .split(',')
      .map((text) => whole('rows', text, LEAST_ROWS, MOST_ROWS)),
    rounds: whole('rounds', values.rounds ?? (quick ? '3' : '25'), 1, 100),
    seconds: whole('seconds', values.seconds ?? '1', 1, 600),
    only: values.only?.split(',') ?? [],
  };
}

function parse(args: string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args,
      options: { rows: text, rounds: text, seconds: text, only: text, quick: flag, help: flag },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new UsageError(`--${name} must be a whole number from ${least} to ${most}, not "${text}".`);
}
