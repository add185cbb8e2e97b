import type { FileBytes } from './file-bytes.js';
import { mixed } from './findings.js';
import { endOfJpeg, isJpegAt } from './jpeg.js';
import { endOfVideo, isVideoAt, SIZE_ZEROS } from './motion-video.js';
import { samsungExtras } from './samsung-extras.js';

/** A phone adds a few: the depth of a portrait, its brighter copy, the second before the shot. */
const MAX_PARTS = 50;
const PIECE = 64 * 1024;

/** How archives begin, those of ZIP with the version that reading them takes. */
const ARCHIVES = ['PK\x03\x04\x0a\0', 'PK\x03\x04\x14\0', 'PK\x03\x04\x2d\0', 'Rar!\x1a\x07', '7z\xbc\xaf\x27\x1c'];
/** How documents, pages and scripts begin. */
const TEXTS = /%PDF-|<\?php|<!doctype|<(script|html|iframe)/i;
const LONGEST_BEGINNING = 16;

/**
 * Phones write on behind the end of a picture: more pictures, as an index of several (MPF) speaks of, a short video,
 * Samsung's extras, zeros up to a block. Each is followed to its own end. Whatever is none of these is for somebody else
 * to read, and so is what begins as another file within one of them.
 */
export async function inspectPhoto(bytes: FileBytes): Promise<void> {
  const end = await endOfJpeg(bytes, 0);
  const extras = await samsungExtras(bytes);
  let offset = end;
  for (let count = 0; offset < bytes.size && offset !== extras; count += 1) {
    if (count === MAX_PARTS) throw mixed();
    offset = await endOfPart(bytes, offset, extras);
  }
  for await (const text of bytes.text(LONGEST_BEGINNING, end)) if (isBegun(text)) throw mixed();
}

/** Another file begins there, wherever whoever opens or runs it would look for that. */
const isBegun = (text: string): boolean => TEXTS.test(text) || ARCHIVES.some((beginning) => text.includes(beginning));

async function endOfPart(bytes: FileBytes, offset: number, extras: number | null): Promise<number> {
  if (await isJpegAt(bytes, offset)) return endOfJpeg(bytes, offset);
  if (await isVideoAt(bytes, offset)) return endOfVideo(bytes, offset);
  const other = await firstOtherThanZero(bytes, offset);
  if (other === offset) throw mixed();
  // What follows may itself begin with zeros.
  if (extras !== null && offset < extras && extras < other) return extras;
  const video = other - SIZE_ZEROS;
  return video > offset && (await isVideoAt(bytes, video)) ? video : other;
}

async function firstOtherThanZero(bytes: FileBytes, start: number): Promise<number> {
  for (let offset = start; ;) {
    const piece = await bytes.at(offset, PIECE);
    const other = piece.findIndex((byte) => byte !== 0);
    if (other >= 0) return offset + other;
    if (piece.length === 0) return offset;
    offset += piece.length;
  }
}
