import { spawnSync } from 'node:child_process';
import { startCluster } from './database/cluster.js';
import { Ending } from './ending.js';
import { measureSize, type SizeResult } from './measure/size.js';
import { measureStarts } from './measure/starts.js';
import { readOptions, USAGE, UsageError, type Options } from './options.js';
import { belowFloors } from './report/floors.js';
import { writeResults } from './report/results.js';
import { drawn, latency, memory, throughput } from './report/tables.js';
import { WORKLOADS } from './workloads/all.js';
import type { Workload } from './workloads/workload.js';

const ending = new Ending();

/** Servers, databases and folders of the run go before the process does, whatever ends it. */
function endOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      process.stderr.write(`Stopping on ${signal}…\n`);
      void ending.run().then(() => process.exit(130));
    });
}

/** Compiles the product when its sources are newer, as its own commands do. */
function build(): void {
  const { status } = spawnSync(process.execPath, ['src/launch.mjs', 'cli/demo', '--help'], {
    stdio: ['ignore', 'ignore', 2],
  });
  if (status !== 0) throw new Error('The product could not be built.');
}

function chosen({ only }: Options): readonly Workload[] {
  const unknown = only.find((name) => !WORKLOADS.some((workload) => workload.name === name));
  if (unknown) throw new UsageError(`--only knows ${WORKLOADS.map(({ name }) => name).join(', ')}; not "${unknown}".`);
  return only.length === 0 ? WORKLOADS : WORKLOADS.filter(({ name }) => only.includes(name));
}

async function bench(options: Options): Promise<void> {
  const workloads = chosen(options);
  build();
  const cluster = await startCluster();
  ending.add(() => cluster.stop());
  const starts = await measureStarts(cluster, ending);
  const sizes: SizeResult[] = [];
  for (const rows of options.rows) {
    const size = await measureSize(cluster, rows, workloads, options, ending);
    const tables = [throughput(size), latency(size), memory(size)].map(drawn);
    console.log(`\n${rows.toLocaleString('en')} experiences\n\n${tables.join('\n\n')}\n`);
    sizes.push(size);
  }
  console.log(`Start: ${starts.cold.toFixed(1)} s on an empty database, then ${starts.warm.toFixed(1)} s.`);
  if (!options.quick && options.only.length === 0)
    await writeResults({ options, starts, sizes, postgresql: cluster.version, settings: cluster.settings });
  if (options.quick) judge(sizes);
}

function judge(sizes: readonly SizeResult[]): void {
  const complaints = sizes.flatMap(({ workloads }) => belowFloors(workloads));
  console.log(complaints.length === 0 ? 'No ratio is below its floor.' : complaints.join('\n'));
  if (complaints.length > 0) process.exitCode = 1;
}

endOnSignals();
try {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') console.log(USAGE);
  else await bench(options);
} catch (error) {
  if (!ending.isRunning) console.error(error instanceof UsageError ? `${error.message}\n\n${USAGE}` : error);
  process.exitCode = 1;
} finally {
  await ending.run();
}
