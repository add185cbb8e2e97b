import type { FileBytes } from './file-bytes.js';
import { damaged } from './findings.js';

/** The last bytes: length of the directory, and a mark. */
const END = 8;
const END_MARK = 'SEFT';
/** The first bytes of the directory: a mark, its version, the number of entries. */
const HEADER = 12;
const START_MARK = 'SEFH';
/** An entry: the kind of an extra, how far before the directory it begins, its length. */
const ENTRY = 12;
const MAX_ENTRIES = 200;

/**
 * Where Samsung's extras of a picture begin, such as its time zone or its motion; null where the file does not end with a
 * directory of them, which reaches from the last extra to the end.
 */
export async function samsungExtras(bytes: FileBytes): Promise<number | null> {
  const end = await bytes.tail(END);
  if (end.toString('latin1', 4) !== END_MARK) return null;
  const length = end.readUInt32LE(0);
  const start = bytes.size - END - length;
  const count = (length - HEADER) / ENTRY;
  if (start < 0 || !Number.isInteger(count) || count < 0 || count > MAX_ENTRIES) throw damaged();
  const directory = await bytes.at(start, length);
  if (directory.toString('latin1', 0, 4) !== START_MARK || directory.readUInt32LE(8) !== count) throw damaged();
  const entries = Array.from({ length: count }, (_, index) => directory.subarray(HEADER + index * ENTRY));
  const distances = entries.map((entry) => entry.readUInt32LE(4));
  if (entries.some((entry) => entry.readUInt32LE(8) > entry.readUInt32LE(4))) throw damaged();
  return start - Math.max(0, ...distances);
}
