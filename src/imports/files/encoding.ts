import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

/** Encodings that spreadsheets write text in. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The first bytes of a file, as many as there are. */
export async function firstBytes(path: string, count: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/**
 * How the text of a file is encoded: as its mark says; without one as UTF-16 if every other byte is zero, as UTF-8 if it
 * is that to its end, and otherwise as the Excel of Windows writes it. Null if it is no text.
 */
export async function encodingOf(path: string): Promise<Encoding | null> {
  const head = await firstBytes(path, 1024);
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 1].map((odd) => head.filter((byte, index) => index % 2 === odd && byte === 0).length);
  if (zeros[0] === 0 && zeros[1]! > head.length / 4) return 'utf-16le';
  if (zeros[1] === 0 && zeros[0]! > head.length / 4) return 'utf-16be';
  if (zeros[0]! + zeros[1]! > 0) return null;
  return (await isUtf8(path)) ? 'utf-8' : 'windows-1252';
}

/** The text of a file that comes in pieces, without its byte order mark. */
export async function* decoded(chunks: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  if (encoding === 'windows-1252') yield* decodedWindows(chunks);
  else {
    const decoder = new TextDecoder(encoding);
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  }
}

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk as Buffer, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw error;
  }
}

/** 0x80 to 0x9F of Windows-1252. Some versions of Node take that encoding for Latin 1, which has control characters there. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

async function* decodedWindows(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  for await (const chunk of chunks)
    yield chunk.toString('latin1').replace(/[\u0080-\u009f]/g, (letter) => WINDOWS[letter.charCodeAt(0) - 0x80]!);
}
