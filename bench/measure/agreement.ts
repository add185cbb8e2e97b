import assert from 'node:assert/strict';
import type { Servers } from '../servers/programs.js';
import type { Side } from '../servers/server.js';
import { sidesOf, type Case, type Workload } from '../workloads/workload.js';
import { dataOf, requestOf, send, type Headers } from './asking.js';

const LEAST_QUESTIONS = 20;

/** Lengths of the right answers of a side, in bytes. */
export interface Lengths {
  readonly least: number;
  readonly most: number;
  readonly mean: number;
}

export interface Agreement {
  /** Questions that all sides gave the same answer to. */
  readonly questions: number;
  readonly lengths: Readonly<Partial<Record<Side, Lengths>>>;
}

export interface Questions {
  readonly cases: Case[];
  /** Only asked to compare the answers. */
  readonly edges: Case[];
  /** That the product wants. */
  readonly headers: Headers;
}

/** Asks every side everything and compares the answers; a difference ends the run. */
export async function agree(
  workload: Workload,
  { cases, edges, headers }: Questions,
  servers: Servers,
): Promise<Agreement> {
  const sides = sidesOf(workload);
  const measured = Object.fromEntries(sides.map((side) => [side, [] as number[]])) as Record<Side, number[]>;
  const questions = [...cases, ...edges];
  if (cases.length < LEAST_QUESTIONS) throw new Error(`"${workload.name}" has ${cases.length} questions only.`);
  for (const [index, question] of questions.entries()) {
    const texts = await Promise.all(
      sides.map((side) => send(servers[side], requestOf(workload, servers[side], question, headers))),
    );
    compare(workload, question, texts);
    if (index < cases.length) sides.forEach((side, at) => measured[side].push(Buffer.byteLength(texts[at]!)));
  }
  const lengths = Object.fromEntries(sides.map((side) => [side, lengthsOf(measured[side])]));
  return { questions: questions.length, lengths };
}

function compare(workload: Workload, question: Case, texts: string[]): void {
  const sides = sidesOf(workload);
  const [expected, ...others] = sides.map((side, at) => {
    const data = comparable(dataOf(side, texts[at]!));
    return workload.content?.(data as never, side) ?? data;
  });
  others.forEach((answer, at) => {
    const two = `${sides[0]} and ${sides[at + 1]}`;
    assert.deepEqual(answer, expected, `${two} differ in "${workload.name}" for ${JSON.stringify(question)}`);
  });
}

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/**
 * The same content in one form: each writes the same moment in its own way, a count is an object where it can carry
 * more, and a cursor means nothing to anybody but its maker.
 */
function comparable(value: unknown, key = ''): unknown {
  if (key === 'endCursor') return undefined;
  if (Array.isArray(value)) return value.map((one) => comparable(one));
  if (typeof value === 'string') return DATE_TIME.test(value) ? new Date(value).toISOString() : value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  if (entries.length === 1 && entries[0]![0] === 'totalCount') return entries[0]![1];
  return Object.fromEntries(entries.map(([name, inner]) => [name, comparable(inner, name)]));
}

function lengthsOf(all: number[]): Lengths {
  const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
  return { least: Math.min(...all), most: Math.max(...all), mean };
}
