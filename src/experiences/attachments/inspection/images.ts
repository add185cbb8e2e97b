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
