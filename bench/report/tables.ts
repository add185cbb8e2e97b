import type { SizeResult } from '../measure/size.js';
import type { WorkloadResult } from '../measure/rounds.js';
import type { Spread } from '../measure/statistics.js';
import { SIDES, type OurSide, type Side } from '../servers/server.js';

export type Table = readonly (readonly string[])[];

export const NAMES: Readonly<Record<Side, string>> = {
  product: 'product',
  postgraphile: 'PostGraphile',
  limit: 'limit',
  control: 'product again',
  remembering: 'remembering',
};

const SHOWN = ['product', 'postgraphile', 'limit'] as const;
const TIMED = [...SHOWN, 'remembering'] as const;

/** A dash where nobody was asked. */
const told = <T>(value: T | undefined, tell: (value: T) => string): string => (value === undefined ? '–' : tell(value));
const whole = (value: number): string => Math.round(value).toLocaleString('en');
const milliseconds = (value: number): string => value.toFixed(value < 10 ? 1 : 0);
const spread = ({ median, least, most }: Spread): string =>
  `${median.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`;

/** Requests a second, and their ratios. */
export function throughput({ workloads }: SizeResult): Table {
  return [
    ['work', 'product', 'PostGraphile', 'limit', '× PostGraphile', '× limit', 'A/A', NAMES.remembering],
    ...workloads.map(({ workload, sides, ratios }) => [
      workload.name,
      ...SHOWN.map((side) => told(sides[side], ({ perSecond }) => whole(perSecond))),
      ...(['postgraphile', 'limit', 'control'] as const).map((side) => told(ratios[side], spread)),
      told(sides.remembering, ({ perSecond }) => whole(perSecond)),
    ]),
  ];
}

/** Milliseconds from request to answer. */
export function latency({ workloads }: SizeResult): Table {
  const row = (side: Side, { sides }: WorkloadResult): string =>
    told(sides[side], ({ p50, p95, p99 }) => [p50, p95, p99].map(milliseconds).join(' / '));
  return [
    ['work', ...TIMED.map((side) => NAMES[side]), 'server CPU', 'kB of an answer', 'compared'],
    ...workloads.map((result) => [
      result.workload.name,
      ...TIMED.map((side) => row(side, result)),
      TIMED.map((side) => told(result.sides[side], ({ processor }) => processor.toFixed(2))).join(' / '),
      SHOWN.map((side) => told(result.agreement.lengths[side], ({ mean }) => (mean / 1000).toFixed(1))).join(' / '),
      String(result.agreement.questions),
    ]),
  ];
}

export function memory({ memory }: SizeResult): Table {
  return [
    ['server', 'start, s', 'idle, MB', 'after the run, MB'],
    ...SIDES.map((side) => [
      NAMES[side],
      memory[side].startSeconds.toFixed(1),
      whole(memory[side].idle),
      whole(memory[side].after),
    ]),
  ];
}

/** How the figures of a side change with the number of rows. */
export function growth(sizes: readonly SizeResult[], side: OurSide): Table {
  const cell = ({ workloads }: SizeResult, name: string): string => {
    const { sides } = workloads.find(({ workload }) => workload.name === name)!;
    return told(sides[side], ({ perSecond, p95 }) => `${whole(perSecond)}/s, p95 ${milliseconds(p95)}`);
  };
  return [
    ['work', ...sizes.map(({ rows }) => `${whole(rows)} rows`)],
    ...sizes[0]!.workloads.map(({ workload: { name } }) => [name, ...sizes.map((size) => cell(size, name))]),
  ];
}

/** In columns, for a terminal and for Markdown alike. */
export function drawn(table: Table): string {
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  const line = (row: readonly string[]): string => `| ${row.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  const [head, ...rows] = table.map(line);
  return [head, rule, ...rows].join('\n');
}
