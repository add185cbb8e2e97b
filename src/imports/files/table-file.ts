import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Rejected } from '../../common/errors.js';
import type { SheetRow } from './cell.js';
import { csvRows } from './csv.js';
import { decoded, encodingOf, firstBytes } from './encoding.js';
import { Meter } from './meter.js';
import { workbookRows } from './workbook.js';

const ZIP = Buffer.from('PK\x03\x04', 'latin1');
/** Of Excel before 2007, and of workbooks with a password. */
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** The rows of a workbook's sheet, or of a text with separators: told by the content of the file, not by its name. */
export async function* rowsOfFile(path: string, sheetName: string, meter = new Meter()): AsyncGenerator<SheetRow> {
  const head = await firstBytes(path, 4);
  if (head.length === 0) throw Rejected.because('FILE_EMPTY', 'file');
  if (head.equals(COMPOUND)) throw Rejected.because('OLD_WORKBOOK', 'file');
  if (head.equals(ZIP)) return yield* workbookRows(path, sheetName, meter);
  const encoding = await encodingOf(path);
  if (!encoding) throw Rejected.because('NOT_A_TABLE', 'file');
  const { size } = await stat(path);
  yield* csvRows(decoded(meter.through(createReadStream(path) as AsyncIterable<Buffer>, size), encoding));
}
