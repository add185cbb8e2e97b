import type { Entry, ZipFile } from 'yauzl';
import { Rejected } from '../../../common/errors.js';
import type { FileBytes } from './file-bytes.js';
import { active, damaged, locked, mixed } from './findings.js';

/** What the parts of a document may be unpacked, in megabytes; the largest honest ones have some tens. */
const MAX_UNPACKED_MB = 200;
const MAX_PARTS = 5000;

const END_RECORD = 22;
const END_SIGNATURE = 0x06054b50;
const LOCAL_HEADER = 30;
const LOCAL_SIGNATURE = 0x04034b50;
/** What may follow a part's content: its sizes and checksum, where the writer learned them last. */
const MAX_DESCRIPTOR = 24;
const HAS_DESCRIPTOR = 0x8;
const IS_ENCRYPTED = 0x1;

const REQUIRED_PARTS = ['[Content_Types].xml', '_rels/.rels'];

/** Parts that run, or that carry something of another program along. Sheets behind charts are documents themselves. */
const ACTIVE_PARTS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['makro / macros', /vbaProject|vbaData|(^|\/)macrosheets\//i],
  ['ActiveX', /(^|\/)activeX\//i],
  ['objek OLE / OLE objects', /oleObject|(^|\/)embeddings\/(?!.*\.xlsx$)/i],
  ['program / programs', /\.(exe|dll|com|scr|msi|bat|cmd|ps1|vbs?|js|jse|wsf|hta|jar|sh|lnk)$/i],
];

/**
 * Looks at the table of contents of a document, which is a ZIP archive, and at the headers of its parts. Nothing is
 * unpacked: what it would become is added up from what the table says.
 */
export async function inspectOffice(bytes: FileBytes): Promise<void> {
  const directory = await directoryOf(bytes);
  const entries = await entriesOf(bytes);
  refuseParts(entries);
  await refuseGaps(bytes, entries, directory);
}

/** Where the table of contents begins. It has to reach to the end record, and that to the end of the file. */
async function directoryOf(bytes: FileBytes): Promise<number> {
  const end = await bytes.tail(END_RECORD);
  // A comment may hold anything, and no office program writes one.
  if (end.length < END_RECORD || end.readUInt32LE(0) !== END_SIGNATURE || end.readUInt16LE(20) !== 0) throw mixed();
  const [size, offset] = [end.readUInt32LE(12), end.readUInt32LE(16)];
  if (offset + size !== bytes.size - END_RECORD) throw mixed();
  return offset;
}

/** yauzl checks what it reads: names that lead elsewhere, sizes that cannot be, a table that breaks off. */
async function entriesOf({ descriptor }: FileBytes): Promise<Entry[]> {
  const { fromFd } = await import('yauzl');
  const options = { lazyEntries: true, autoClose: false, strictFileNames: true };
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    fromFd(descriptor, options, (error, opened) => (opened ? resolve(opened) : reject(error ?? new Error()))),
  ).catch(() => {
    throw damaged();
  });
  if (zip.entryCount > MAX_PARTS) throw damaged();
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', () => reject(damaged()));
    zip.readEntry();
  });
}

function refuseParts(entries: readonly Entry[]): void {
  const names = new Set(entries.map(({ fileName }) => fileName.toLowerCase()));
  if (names.size < entries.length) throw damaged();
  if (!REQUIRED_PARTS.every((name) => names.has(name.toLowerCase()))) throw damaged();
  if (entries.some(({ generalPurposeBitFlag }) => generalPurposeBitFlag & IS_ENCRYPTED)) throw locked();
  for (const { fileName } of entries)
    for (const [what, pattern] of ACTIVE_PARTS) if (pattern.test(fileName)) throw active(what);
  const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (unpacked > MAX_UNPACKED_MB * 1024 * 1024)
    throw Rejected.because('FILE_UNPACKS', 'file', { max: MAX_UNPACKED_MB });
}

/**
 * The parts lie one behind the other from the first byte to the table. In a gap between two something could hide; where
 * two overlap, a small file unpacks to a huge one.
 */
async function refuseGaps(bytes: FileBytes, entries: readonly Entry[], directory: number): Promise<void> {
  let end = 0;
  let mayDescribe = false;
  for (const entry of entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)) {
    refuseGap(end, entry.relativeOffsetOfLocalHeader, mayDescribe);
    end = await endOf(bytes, entry);
    mayDescribe = (entry.generalPurposeBitFlag & HAS_DESCRIPTOR) !== 0;
  }
  refuseGap(end, directory, mayDescribe);
}

function refuseGap(from: number, to: number, mayDescribe: boolean): void {
  if (to < from) throw damaged();
  if (to - from > (mayDescribe ? MAX_DESCRIPTOR : 0)) throw mixed();
}

/** Where a part ends, by the header before it, which has to tell of the same part as the table does. */
async function endOf(bytes: FileBytes, entry: Entry): Promise<number> {
  const offset = entry.relativeOffsetOfLocalHeader;
  const header = await bytes.at(offset, LOCAL_HEADER);
  if (header.length < LOCAL_HEADER || header.readUInt32LE(0) !== LOCAL_SIGNATURE) throw damaged();
  const [method, nameLength, extraLength] = [8, 26, 28].map((at) => header.readUInt16LE(at));
  const name = await bytes.at(offset + LOCAL_HEADER, nameLength!);
  if (method !== entry.compressionMethod || !name.equals(entry.fileNameRaw)) throw damaged();
  return offset + LOCAL_HEADER + nameLength! + extraLength! + entry.compressedSize;
}
