import { existsSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import type { DataSource } from 'typeorm';
import { Rejected } from '../common/errors.js';
import { StartError } from '../common/start-error.js';
import { readConfig } from '../config.js';
import type { ImportReport } from '../imports/report.js';
import { importService } from './import-service.js';
import { progressOf } from './progress.js';
import { unitWriter } from './unit-writer.js';
import { withDatabase } from './with-database.js';

/** Rows that a file may have here: nobody waits for an answer, and nothing is held in memory. */
const MOST_ROWS = 100_000;
/** Problems that are printed; all of them are in the workbook of the failed rows. */
const PRINTED = 20;

interface Options {
  satker: string;
  user?: string;
  dryRun?: boolean;
}

const command = new Command('npm run import --')
  .description(
    [
      'Takes the experiences of a spreadsheet as drafts of a unit; rows that fail come back in a workbook.',
      'Memasukkan pengalaman dari lembar kerja sebagai konsep satker; baris yang gagal kembali dalam buku kerja.',
    ].join('\n'),
  )
  .argument('<file>', 'workbook (.xlsx) made from the template, or CSV / buku kerja atau CSV')
  .requiredOption('--satker <code>', 'unit that they are of, such as 73.71 / kode satker')
  .option('--user <name>', 'account of the unit that writes them; needed when it has several / nama pengguna')
  .option('--dry-run', 'say what would happen and write nothing / uji coba saja')
  .addHelpText('after', '\nExample:\n  npm run import -- pengalaman.xlsx --satker 73.71 --dry-run')
  .showHelpAfterError('(--help shows what is possible)')
  .action(run);

await command.parseAsync();

async function run(file: string, options: Options): Promise<void> {
  if (!existsSync(file)) return void command.error(`There is no file "${file}".`, { exitCode: 1 });
  await withDatabase((dataSource) => importFile(dataSource, file, options).catch(inOneSentence));
}

async function importFile(dataSource: DataSource, path: string, options: Options): Promise<void> {
  const startedAt = performance.now();
  const { demo } = readConfig(process.env);
  const actor = await unitWriter(dataSource, { satker: options.satker, username: options.user, demo });
  const service = importService(dataSource);
  const asked = { actor, path, maxRows: MOST_ROWS };
  const progress = progressOf('Reading kB');
  let report: ImportReport;
  try {
    const { dryRun = false } = options;
    report = await service.run({ ...asked, locale: 'en', dryRun, onProgress: progress.onProgress });
  } finally {
    progress.stop();
  }
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(sentenceOf(report, seconds));
  if (report.failed === 0) return;
  process.exitCode = 1;
  printProblems(report);
  const failed = await service.failedRows({ ...asked, locale: 'id' });
  if (failed) console.error(`The failed rows are in "${written(failed, path)}", each with the reason.`);
}

function sentenceOf(
  { dryRun, satker, rows, experiences, created, alreadyThere, failed }: ImportReport,
  seconds: string,
) {
  const made = dryRun ? `${created} would become drafts` : `${created} became drafts`;
  const rest = `${alreadyThere} were there already, ${failed} failed`;
  return `${rows} rows with ${experiences} experiences of ${satker}: ${made}, ${rest} (${seconds} s).`;
}

function printProblems({ errors }: ImportReport): void {
  for (const { row, column, header, message, given, suggestion } of errors.items.slice(0, PRINTED)) {
    const meant = suggestion === null ? '' : ` Perhaps "${suggestion}" was meant.`;
    console.error(`${column}${row} (${header}): ${message}${given === '' ? '' : ` Given: "${given}".`}${meant}`);
  }
  if (errors.total > PRINTED) console.error(`… and ${errors.total - PRINTED} more.`);
}

/** Beside the file and never over another one: "a.failed.xlsx", "a.failed-2.xlsx", … Returns the name. */
function written(content: Buffer, path: string): string {
  const stem = path.replace(/\.(xlsx|csv)$/i, '');
  for (let count = 1; ; count++) {
    const name = `${stem}.failed${count === 1 ? '' : `-${count}`}.xlsx`;
    try {
      writeFileSync(name, content, { flag: 'wx' });
      return name;
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error;
    }
  }
}

/** What is wrong with the file, for a person at a terminal. */
function inOneSentence(error: unknown): never {
  if (error instanceof Rejected)
    throw new StartError(
      error
        .toUserErrors('en')
        .map(({ message }) => message)
        .join(' '),
    );
  throw error;
}
