import { posix } from 'node:path';
import { Rejected } from '../../common/errors.js';
import { Archive } from './archive.js';
import type { SheetRow } from './cell.js';
import { MergedCells } from './merged-cells.js';
import type { Meter } from './meter.js';
import { SharedTexts } from './shared-texts.js';
import { sheetRows } from './sheet-rows.js';
import { readWholeXml } from './xml.js';

interface Directory {
  /** Parts by the name of the sheet, in the workbook's order. */
  sheets: Map<string, string>;
  texts: string | null;
  from1904: boolean;
}

/** The rows of the sheet with a name, or of the first one, of the workbook at a path. */
export async function* workbookRows(path: string, sheetName: string, meter: Meter): AsyncGenerator<SheetRow> {
  const archive = await Archive.open(path);
  try {
    const { sheets, texts, from1904 } = await directoryOf(archive);
    const sheet = sheets.get(sheetName) ?? [...sheets.values()][0];
    if (!sheet) throw Rejected.because('NOT_A_TABLE', 'file');
    yield* sheetRows(meter.through(archive.read(sheet), archive.sizeOf(sheet)), {
      texts: texts !== null && archive.has(texts) ? await SharedTexts.read(archive.read(texts)) : null,
      merged: await MergedCells.find(archive.read(sheet)),
      from1904,
    });
  } finally {
    archive.close();
  }
}

async function directoryOf(archive: Archive): Promise<Directory> {
  const [workbook] = await targetsOf(archive, '', 'officeDocument');
  // A ZIP of photographs is no workbook; nor is the text document or the OpenDocument sheet that somebody took for one.
  if (!workbook || !archive.has(workbook.path)) throw Rejected.because('NOT_A_TABLE', 'file');
  const names: { name: string; id: string }[] = [];
  let from1904 = false;
  await readWholeXml(archive.read(workbook.path), {
    open: (name, attributes) => {
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      if (name === 'sheet' && id) names.push({ name: attributes['name'] ?? '', id });
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
    },
  });
  const sheetParts = new Map((await targetsOf(archive, workbook.path, 'worksheet')).map(({ id, path }) => [id, path]));
  const sheets = names.flatMap(({ name, id }) => (sheetParts.has(id) ? [[name, sheetParts.get(id)!] as const] : []));
  const [texts] = await targetsOf(archive, workbook.path, 'sharedStrings');
  return { sheets: new Map(sheets), texts: texts?.path ?? null, from1904 };
}

/** Parts of one kind that a part (the whole package: '') refers to. */
async function targetsOf(archive: Archive, part: string, kind: string): Promise<{ id: string; path: string }[]> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const relations = `${folder}_rels/${part.slice(slash)}.rels`;
  if (!archive.has(relations)) return [];
  const targets: { id: string; path: string }[] = [];
  await readWholeXml(archive.read(relations), {
    open: (name, { Type: type = '', Target: target = '', Id: id = '' }) => {
      if (name !== 'Relationship' || !type.endsWith(`/${kind}`)) return;
      targets.push({ id, path: target.startsWith('/') ? target.slice(1) : posix.join(folder, target) });
    },
  });
  return targets;
}
