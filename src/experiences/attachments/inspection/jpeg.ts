import type { FileBytes } from './file-bytes.js';
import { damaged } from './findings.js';

const MARKER = 0xff;
const START_OF_IMAGE = Buffer.from([MARKER, 0xd8, MARKER]);
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;
/** Within a scan: a byte 0xFF of the picture itself, restart marks, and fill bytes. */
const isOfScan = (code: number): boolean => code === 0 || (code >= 0xd0 && code <= 0xd7) || code === MARKER;

/** What cameras write has some dozens. */
const MAX_SEGMENTS = 10_000;
/** Bytes of a scan that are searched at once. */
const PIECE = 64 * 1024;

export const isJpegAt = async (bytes: FileBytes, offset: number): Promise<boolean> =>
  (await bytes.at(offset, START_OF_IMAGE.length)).equals(START_OF_IMAGE);

/** Where the picture ends that begins at `start`. */
export async function endOfJpeg(bytes: FileBytes, start: number): Promise<number> {
  let offset = start + 2;
  for (let count = 0; count < MAX_SEGMENTS; count += 1) {
    const [mark, code] = await bytes.at(offset, 2);
    if (mark !== MARKER || code === undefined) throw damaged();
    if (code === END_OF_IMAGE) return offset + 2;
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
