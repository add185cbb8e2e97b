import { Command } from 'commander';
import type { DemoReport } from '../seeds/demo/demo-report.js';
import { clearDemo, growDemo } from '../seeds/seed.js';
import { buildAnew, follow } from './follow.js';
import { progressOf } from './progress.js';
import { withDatabase } from './with-database.js';

const MOST = 2_000_000;

interface DemoOptions {
  experiences?: string;
  remove?: boolean;
  seed?: string;
}

const command = new Command('npm run demo --')
  .description(
    [
      'Loads or removes demonstration data: made-up experiences, marked as such, never a real unit’s report.',
      'Memuat atau menghapus data peragaan: pengalaman buatan yang diberi tanda, bukan laporan satker sungguhan.',
    ].join('\n'),
  )
  .option('--experiences <number>', `bring the demonstration to this many experiences (1…${MOST}) / jumlah pengalaman`)
  .option('--seed <number>', 'another number makes other rows; 1 unless given / angka awal pembangkit')
  .option('--remove', 'remove all demonstration data and nothing else / hapus semua data peragaan')
  .addHelpText(
    'after',
    [
      '',
      'Examples:',
      '  npm run demo -- --experiences 133      the corpus itself / korpus saja',
      '  npm run demo -- --experiences 10000    grow to 10,000; what is there stays / tambah menjadi 10.000',
      '  npm run demo -- --remove               take it all away / hapus semuanya',
    ].join('\n'),
  )
  .showHelpAfterError('(--help shows what is possible)')
  .action(run);

await command.parseAsync();

async function run(options: DemoOptions): Promise<void> {
  const problem = problemOf(options);
  if (problem) return void command.error(problem, { exitCode: 1 });
  await withDatabase(async (dataSource) => {
    const progress = progressOf(options.remove ? 'Removing' : 'Loading');
    try {
      const report = options.remove
        ? await clearDemo(dataSource, progress.onProgress)
        : await growDemo(dataSource, {
            experiences: Number(options.experiences),
            seed: options.seed === undefined ? undefined : Number(options.seed),
            onProgress: progress.onProgress,
          });
      progress.stop();
      console.log(sentenceOf(report));
    } finally {
      progress.stop();
    }
    await follow(dataSource);
    if (options.remove) await buildAnew(dataSource);
  });
}

function problemOf({ experiences, remove, seed }: DemoOptions): string | null {
  if (remove && experiences !== undefined) return '--experiences and --remove cannot be used together.';
  if (remove && seed !== undefined) return '--seed says nothing about a removal; leave it out.';
  if (!remove && experiences === undefined) return 'Say --experiences <number> or --remove.';
  if (experiences !== undefined && !isWhole(experiences, 1, MOST))
    return `--experiences must be a whole number from 1 to ${MOST}, not "${experiences}".`;
  if (seed !== undefined && !isWhole(seed, 0, 2 ** 31 - 1))
    return `--seed must be a whole number from 0 to ${2 ** 31 - 1}, not "${seed}".`;
  return null;
}

function isWhole(text: string, least: number, most: number): boolean {
  return /^\d{1,10}$/.test(text) && Number(text) >= least && Number(text) <= most;
}

function sentenceOf({ outcome, requested, before, inserted, removed, after, milliseconds }: DemoReport): string {
  const seconds = `${(milliseconds / 1000).toFixed(1)} s`;
  switch (outcome) {
    case 'GROWN':
      return `${inserted} demonstration experiences added in ${seconds}; there are now ${after}.`;
    case 'UNCHANGED':
      return `The ${after} demonstration experiences asked for are there already; nothing was changed.`;
    case 'MORE_EXIST':
      return `${before} demonstration experiences are there, more than the ${requested} asked for; nothing was changed. To have fewer, remove them first (--remove).`;
    case 'REMOVED':
      return removed === 0
        ? 'There was no demonstration data to remove.'
        : `${removed} demonstration experiences removed in ${seconds}; other data is untouched.`;
  }
}
