import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ending } from '../ending.js';

/**
 * Who answers. The product remembers nothing, as the others do; the control is the same a second time: what differs
 * between the two is noise. The last is the product as it is by default.
 */
export type Side = 'product' | 'control' | 'remembering' | 'postgraphile' | 'limit';
export const SIDES: readonly Side[] = ['product', 'postgraphile', 'limit', 'control', 'remembering'];

export const isOurs = (side: Side): side is OurSide => side !== 'postgraphile' && side !== 'limit';
export type OurSide = Exclude<Side, 'postgraphile' | 'limit'>;

export interface Server {
  readonly side: Side;
  readonly origin: string;
  /** Where queries go. */
  readonly path: string;
  /** From the start of the process to its first good answer. */
  readonly startSeconds: number;
  /** Resident memory in megabytes. */
  memory(): number;
  /** Seconds of processor time so far; not a number where the system does not tell. */
  processorTime(): number;
  stop(): Promise<void>;
}

export interface Program {
  readonly side: Side;
  readonly port: number;
  readonly path: string;
  readonly command: readonly [program: string, ...args: string[]];
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Whether an answer to this request says that it is ready. */
  readonly ready: { path: string; init?: RequestInit };
}

const START_LIMIT_MS = 120_000;
const STEP_MS = 10;
const STOP_LIMIT_MS = 20_000;

export async function startServer(program: Program, ending: Ending): Promise<Server> {
  const began = performance.now();
  const [file, ...args] = program.command;
  const { PATH = '' } = process.env;
  const child = spawn(file, args, {
    cwd: program.folder,
    // Nothing of the shell's environment: it might hold settings of the product.
    env: { PATH, NODE_ENV: 'production', PORT: String(program.port), ...program.environment },
    // A group of its own: Ctrl+C reaches only us, and we stop everything in order.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (text: Buffer) => (complaints = (complaints + text.toString()).slice(-4000)));
  const stop = (): Promise<void> => stopProcess(child);
  ending.add(stop);
  const origin = `http://127.0.0.1:${program.port}`;
  while (!(await answers(`${origin}${program.ready.path}`, program.ready.init))) {
    if (child.exitCode !== null || child.signalCode) throw new Error(`${program.side} ended: ${complaints}`);
    if (performance.now() - began > START_LIMIT_MS) throw new Error(`${program.side} does not answer: ${complaints}`);
    await sleep(STEP_MS);
  }
  const startSeconds = (performance.now() - began) / 1000;
  const { side, path } = program;
  const memory = (): number => memoryOf(child.pid!);
  const processorTime = (): number => processorTimeOf(child.pid!);
  return { side, origin, path, startSeconds, memory, processorTime, stop };
}

async function answers(url: string, init?: RequestInit): Promise<boolean> {
  try {
    const response = await fetch(url, init);
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false; // not listening yet
  }
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const insist = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  await ended;
  clearTimeout(insist);
}

function memoryOf(pid: number): number {
  if (process.platform !== 'linux')
    return Number(spawnSync('ps', ['-o', 'rss=', '-p', `${pid}`]).stdout.toString()) / 1024;
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}

const TICKS_PER_SECOND = 100;

/** User and system time, all threads: the fourteenth and fifteenth field, counted behind the program's name. */
function processorTimeOf(pid: number): number {
  if (process.platform !== 'linux') return NaN;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}
