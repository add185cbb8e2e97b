import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../common/access.js';
import { Rejected } from '../common/errors.js';
import type { Locale } from '../common/messages.js';
import { DraftChecks } from '../experiences/draft-checks.js';
import { ExperiencesService } from '../experiences/experiences.service.js';
import { checkedDrafts, type CheckedDraft, type Standard } from './checked-drafts.js';
import { COLUMNS, SHEET, type ColumnKey } from './columns.js';
import { dayOfNumber } from './dates.js';
import type { Cell } from './files/cell.js';
import { Meter } from './files/meter.js';
import { rowsOfFile } from './files/table-file.js';
import { readChoices } from './read-choices.js';
import { inOneText, PROBLEMS_AT_ONCE, worded, type ImportReport } from './report.js';
import { Table } from './table.js';
import { writeTemplate, type FailedRows, type TemplateRow, type Unit } from './template.js';

export interface ImportRequest {
  actor: Actor;
  /** The file, of whatever name. */
  path: string;
  maxRows: number;
  locale: Locale;
}

export interface ImportRun extends ImportRequest {
  dryRun: boolean;
  /** Problems to leave out of the report, told before. */
  offset?: number;
  /** How much was read, in kilobytes of so many. */
  onProgress?: (done: number, total: number) => void;
}

const KB = 1024;
/** Drafts that are written by one statement; of many more each costs more, as PostgreSQL joins what it has just inserted. */
const BATCH = 100;
const BATCH_LETTERS = 1_000_000;
/** Rows of one workbook of failed rows, which is put together in memory. */
export const MOST_FAILED_ROWS = 5000;
/** Letters that Excel takes in a cell. */
const LONGEST_TEXT = 32_767;
/** Any number that names imports among the advisory locks of a database; the other half is the unit. */
const IMPORT_LOCK = 7_302_017;

/** Takes an office's spreadsheet: says what is wrong with it, writes the rest as drafts, hands the failed rows back. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly experiences: ExperiencesService,
    private readonly checks: DraftChecks,
  ) {}

  async template(actor: Actor): Promise<Buffer> {
    return writeTemplate(await this.unitOf(actor), await readChoices(this.dataSource));
  }

  /** A dry run looks and writes nothing; otherwise all good rows are written, or after an error none. */
  async run(run: ImportRun): Promise<ImportReport> {
    const standard = await this.standardFor(run.actor);
    if (run.dryRun) return this.go(this.dataSource.manager, run, standard);
    return this.dataSource.transaction(async (tx) => {
      await this.lock(tx, run.actor);
      return this.go(tx, run, standard);
    });
  }

  /** The failed rows in a workbook of their own, each with the reason; null when none fails. Writes nothing. */
  async failedRows(request: ImportRequest): Promise<Buffer | null> {
    const standard = await this.standardFor(request.actor);
    const table = await Table.open(rowsOfFile(request.path, SHEET));
    const failed = { rows: [] as TemplateRow[], left: 0 } satisfies FailedRows;
    for await (const { rows, problems } of checkedDrafts(table, standard, request.maxRows)) {
      if (problems.length === 0) continue;
      if (failed.rows.length + rows.length > MOST_FAILED_ROWS) failed.left += rows.length;
      else failed.rows.push(...failedRowsOf({ rows }, inOneText(problems, table, request.locale)));
    }
    if (failed.rows.length + failed.left === 0) return null;
    return writeTemplate(await this.unitOf(request.actor), standard.choices, failed);
  }

  private async go(tx: EntityManager, run: ImportRun, standard: Standard): Promise<ImportReport> {
    const { actor, dryRun, offset = 0, locale } = run;
    const meter = new Meter();
    const table = await Table.open(rowsOfFile(run.path, SHEET, meter));
    const report = emptyReport(dryRun, standard.unit, table, offset);
    const seen = new Set<string>();
    for await (const batch of batchesOf(checkedDrafts(table, standard, run.maxRows))) {
      for (const draft of batch) count(report, draft, (problem) => worded(problem, table, locale));
      const good = batch.filter(({ problems }) => problems.length === 0).map(({ input }) => input);
      const created = dryRun
        ? await this.newAmong(tx, actor, good, seen)
        : await this.experiences.import(tx, actor, good);
      report.created += created;
      report.alreadyThere += good.length - created;
      run.onProgress?.(Math.ceil(meter.done / KB), Math.ceil(meter.total / KB));
    }
    return report;
  }

  /** How many of these drafts an import would make. */
  private async newAmong(
    tx: EntityManager,
    actor: Actor,
    good: readonly { clientMutationId: string }[],
    seen: Set<string>,
  ): Promise<number> {
    const ids = new Set(good.map(({ clientMutationId }) => clientMutationId).filter((id) => !seen.has(id)));
    ids.forEach((id) => seen.add(id));
    return ids.size - (await this.experiences.sentBefore(tx, actor, [...ids])).size;
  }

  private async standardFor(actor: Actor): Promise<Standard> {
    const known = await this.checks.known(actor);
    return { choices: await readChoices(this.dataSource), known, unit: known.unit };
  }

  private async unitOf({ satkerId }: Actor): Promise<Unit> {
    const [unit] = await this.dataSource.query<Unit[]>('select code, name from satkers where id = $1', [satkerId]);
    return unit!;
  }

  /** One import of a unit at a time: two with rows in common would wait for each other. */
  private async lock(tx: EntityManager, { satkerId }: Actor): Promise<void> {
    const [lock] = await tx.query<{ free: boolean }[]>('select pg_try_advisory_xact_lock($1, $2) as free', [
      IMPORT_LOCK,
      Number(satkerId),
    ]);
    if (!lock!.free) throw Rejected.because('IMPORT_RUNNING', null);
  }
}

function emptyReport(dryRun: boolean, satker: string, table: Table, offset: number): ImportReport {
  const counts = { rows: 0, experiences: 0, created: 0, alreadyThere: 0, failed: 0, failedRows: 0 };
  const errors = { total: 0, offset, items: [] };
  return { dryRun, satker, ...counts, ignoredColumns: table.heading.ignored, errors };
}

function count(
  report: ImportReport,
  { rows, problems }: CheckedDraft,
  say: (problem: CheckedDraft['problems'][number]) => ImportReport['errors']['items'][number],
): void {
  report.rows += rows.length;
  report.experiences += 1;
  if (problems.length === 0) return;
  report.failed += 1;
  report.failedRows += rows.length;
  const { errors } = report;
  for (const problem of problems) {
    if (errors.total >= errors.offset && errors.items.length < PROBLEMS_AT_ONCE) errors.items.push(say(problem));
    errors.total += 1;
  }
}

/** The cells as they were, in the order of the template; the reason stands beside the first row. */
function failedRowsOf({ rows }: Pick<CheckedDraft, 'rows'>, reason: string): TemplateRow[] {
  return rows.map(({ cells }, index) => [
    index === 0 ? reason.slice(0, LONGEST_TEXT) : null,
    ...COLUMNS.map(({ key }) => writtenAgain(key, cells.get(key))),
  ]);
}

function writtenAgain(key: ColumnKey, cell: Cell | undefined): string | number | null {
  if (!cell) return null;
  if (key === 'occurredOn' && cell.number !== null) return dayOfNumber(cell.number) ?? cell.text;
  return cell.number ?? (cell.text.slice(0, LONGEST_TEXT) || null);
}

/** Batches of so many drafts, or of fewer that are long: what is written at once is in memory several times. */
async function* batchesOf(drafts: AsyncIterable<CheckedDraft>): AsyncGenerator<CheckedDraft[]> {
  let batch: CheckedDraft[] = [];
  let letters = 0;
  for await (const draft of drafts) {
    batch.push(draft);
    for (const { cells } of draft.rows) for (const { text } of cells.values()) letters += text.length;
    if (batch.length < BATCH && letters < BATCH_LETTERS) continue;
    yield batch;
    batch = [];
    letters = 0;
  }
  if (batch.length > 0) yield batch;
}
