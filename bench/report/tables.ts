import type { SizeResult } from '../measure/size.js';
import type { WorkloadResult } from '../measure/rounds.js';
import type { Spread } from '../measure/statistics.js';
import { SIDES, type Side } from '../servers/server.js';

export type Table = readonly (readonly string[])[];

export const NAMES: Readonly<Record<Side, string>> = {
  product: 'product',
  postgraphile: 'PostGraphile',
  limit: 'limit',
  control: 'product again',
};

const whole = (value: number): string => Math.round(value).toLocaleString('en');
const milliseconds = (value: number): string => value.toFixed(value < 10 ? 1 : 0);
const spread = ({ median, least, most }: Spread): string =>
  `${median.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`;

/** Requests a second, and their ratios. */
export function throughput({ workloads }: SizeResult): Table {
  return [
    ['work', 'product', 'PostGraphile', 'limit', '× PostGraphile', '× limit', 'A/A'],
    ...workloads.map(({ workload, sides, toPostgraphile, toLimit, toControl }) => [
      `${workload.name}`,
      ...(['product', 'postgraphile', 'limit'] as const).map((side) => whole(sides[side].perSecond)),
      ...[toPostgraphile, toLimit, toControl].map(spread),
    ]),
  ];
}

/** Milliseconds from request to answer. */
export function latency({ workloads }: SizeResult): Table {
  const row = (side: Side, { sides }: WorkloadResult): string =>
    [sides[side].p50, sides[side].p95, sides[side].p99].map(milliseconds).join(' / ');
  const shown = ['product', 'postgraphile', 'limit'] as const;
  return [
    ['work', ...shown.map((side) => NAMES[side]), 'server CPU', 'kB of an answer', 'compared'],
    ...workloads.map((result) => [
      result.workload.name,
      ...shown.map((side) => row(side, result)),
      shown.map((side) => result.sides[side].processor.toFixed(2)).join(' / '),
      shown.map((side) => (result.agreement.lengths[side].mean / 1000).toFixed(1)).join(' / '),
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

/** How the product's figures change with the number of rows. */
export function growth(sizes: readonly SizeResult[]): Table {
  const cell = ({ workloads }: SizeResult, name: string): string => {
    const { product } = workloads.find(({ workload }) => workload.name === name)!.sides;
    return `${whole(product.perSecond)}/s, p95 ${milliseconds(product.p95)}`;
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
