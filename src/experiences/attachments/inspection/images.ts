import type { FileBytes } from './file-bytes.js';
import { damaged, mixed } from './findings.js';

/** A picture ends where its format says so; what comes after it is for somebody else to read. */
function refuseUnlessEnd({ size }: FileBytes, end: number): void {
  if (end > size) throw damaged();
  if (end < size) throw mixed();
}

const PNG_SIGNATURE = 8;
/** Length and name before the content of a chunk, a checksum after it. */
const CHUNK_HEADER = 8;
const CHUNK_CHECKSUM = 4;
/** A picture of 100 MB in the small chunks of common programs has some 13,000. */
const MAX_CHUNKS = 50_000;

export async function inspectPng(bytes: FileBytes): Promise<void> {
  let offset = PNG_SIGNATURE;
  for (let count = 0; count < MAX_CHUNKS; count += 1) {
    const header = await bytes.at(offset, CHUNK_HEADER);
    if (header.length < CHUNK_HEADER) throw damaged();
    const name = header.toString('latin1', 4);
    offset += CHUNK_HEADER + header.readUInt32BE(0) + CHUNK_CHECKSUM;
    if (name === 'IEND') return refuseUnlessEnd(bytes, offset);
  }
  throw damaged();
}

export async function inspectWebp(bytes: FileBytes): Promise<void> {
  const length = (await bytes.at(4, 4)).readUInt32LE(0);
  refuseUnlessEnd(bytes, 8 + length);
}

const MARKER = 0xff;
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;
/** Within a scan: a byte 0xFF of the picture itself, restart marks, and fill bytes. */
const isOfScan = (code: number): boolean => code === 0 || (code >= 0xd0 && code <= 0xd7) || code === MARKER;

/** What cameras write has some dozens. */
const MAX_SEGMENTS = 10_000;
/** Bytes of a scan that are searched at once. */
const PIECE = 64 * 1024;

export async function inspectJpeg(bytes: FileBytes): Promise<void> {
  let offset = 2;
  for (let count = 0; count < MAX_SEGMENTS; count += 1) {
    const [mark, code] = await bytes.at(offset, 2);
    if (mark !== MARKER || code === undefined) throw damaged();
    if (code === END_OF_IMAGE) return refuseUnlessEnd(bytes, offset + 2);
    if (code === MARKER) {
      offset += 1;
      continue;
    }
    const length = await bytes.at(offset + 2, 2);
    if (length.length < 2) throw damaged();
    offset += 2 + length.readUInt16BE(0);
    if (code === START_OF_SCAN) offset = await endOfScan(bytes, offset);
  }
  throw damaged();
}

/** Where the mark after a scan stands. Most of a picture is scans, so this goes through them in large pieces. */
async function endOfScan(bytes: FileBytes, from: number): Promise<number> {
  for (let offset = from; ;) {
    const piece = await bytes.at(offset, PIECE);
    if (piece.length < 2) throw damaged();
    let at = piece.indexOf(MARKER);
    while (at >= 0 && at + 1 < piece.length) {
      const code = piece[at + 1]!;
      if (!isOfScan(code)) return offset + at;
      at = piece.indexOf(MARKER, at + (code === MARKER ? 1 : 2));
    }
    // The last byte may be the first half of a mark.
    offset += at >= 0 ? at : piece.length;
  }
}
