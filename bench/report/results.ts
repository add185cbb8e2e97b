import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { SizeResult } from '../measure/size.js';
import type { Starts } from '../measure/starts.js';
import { CONNECTIONS, POOL, type Options } from '../options.js';
import { WORKLOADS } from '../workloads/all.js';
import { FAIRNESS } from './fairness.js';
import { circumstances } from './machine.js';
import { drawn, growth, latency, memory, throughput } from './tables.js';

const FILE = join(import.meta.dirname, '../RESULTS.md');

export interface Results {
  readonly options: Options;
  readonly starts: Starts;
  readonly sizes: readonly SizeResult[];
  /** Version of the server. */
  readonly postgresql: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** Writes RESULTS.md: the newest run, and nothing of the ones before. */
export async function writeResults(results: Results): Promise<void> {
  const text = [head(results), ...results.sizes.map(section), rest(results), FAIRNESS].join('\n\n');
  // Formatted as the check of the repository wants it.
  writeFileSync(FILE, await format(text, { ...(await resolveConfig(FILE)), parser: 'markdown' }));
  console.log('Written: bench/RESULTS.md');
}

function head({ options, postgresql, settings }: Results): string {
  const { rounds, seconds, rows } = options;
  const values = Object.entries(settings).map(([name, value]) => `${name} ${value}`);
  const work = WORKLOADS.map(({ name, title }) => `- \`${name}\`: ${title}`);
  return [
    '# Results of the newest run',
    `Measured ${new Date().toISOString().slice(0, 10)} by \`npm run bench -- --rows ${rows.join(',')} --rounds ${rounds} --seconds ${seconds}\`, which is also how to repeat it.`,
    circumstances(postgresql)
      .map((line) => `- ${line}`)
      .join('\n'),
    `PostgreSQL: ${values.join(', ')}; otherwise as the product's embedded server. Pools of ${POOL} connections each.`,
    `Load: ${CONNECTIONS} connections, each sending its next request when the answer is there. ${rounds} rounds of ${seconds} seconds for each server, interleaved, another one first in each round, after a warm-up. Requests a second are medians of the rounds; ratios are medians of the rounds' ratios, with the least and the greatest. A/A is the product against a second process of itself: what differs there is noise. No answer had an error or an unexpected length.`,
    work.join('\n'),
  ].join('\n\n');
}

function section(size: SizeResult): string {
  return [
    `## ${size.rows.toLocaleString('en')} experiences (${Math.round(size.databaseMegabytes).toLocaleString('en')} MB)`,
    'Requests a second:',
    drawn(throughput(size)),
    'Milliseconds until the answer, p50 / p95 / p99. Of product / PostGraphile / limit: milliseconds of processor time that the server itself needs for an answer (of what remembers last of all), and its size. How many questions were compared:',
    drawn(latency(size)),
    'Start on this database, and resident memory:',
    drawn(memory(size)),
  ].join('\n\n');
}

function rest({ sizes, starts }: Results): string {
  const grown =
    sizes.length > 1
      ? [
          '## Growth of the product',
          drawn(growth(sizes, 'product')),
          'The same as it is by default, with its memory for answers:',
          drawn(growth(sizes, 'remembering')),
        ]
      : [];
  return [
    ...grown,
    '## Start of the product',
    `${starts.cold.toFixed(1)} s on an empty database, with migrations and reference data; ${starts.warm.toFixed(1)} s from then on; ${Math.round(starts.idle)} MB when idle. From the start of the process to the first good answer of \`/health/ready\`.`,
  ].join('\n\n');
}
