import { open, type FileHandle } from 'node:fs/promises';

/** Holds the longest end of a ZIP archive, which is looked at in one piece. */
const WINDOW = 128 * 1024;

/** A file read here and there, through a window of fixed size: looking at it takes the same memory whatever its size. */
export class FileBytes {
  private window: Buffer = Buffer.alloc(0);
  private start = 0;

  private constructor(
    private readonly handle: FileHandle,
    readonly size: number,
  ) {}

  /** The file is open while `look` looks. */
  static async of<T>(path: string, look: (bytes: FileBytes) => Promise<T>): Promise<T> {
    const handle = await open(path, 'r');
    try {
      return await look(new FileBytes(handle, (await handle.stat()).size));
    } finally {
      await handle.close();
    }
  }

  get descriptor(): number {
    return this.handle.fd;
  }

  /** At most `length` bytes, at most a window; fewer at the end of the file. Good until the next call. */
  async at(offset: number, length: number): Promise<Buffer> {
    const from = offset - this.start;
    if (from < 0 || from + length > this.window.length) await this.moveTo(offset);
    return this.window.subarray(offset - this.start, offset - this.start + length);
  }

  /** The last `length` bytes. */
  tail(length: number): Promise<Buffer> {
    return this.at(Math.max(0, this.size - length), length);
  }

  /** What comes from `start` on as text of one byte a letter, in pieces that overlap, so that no word of up to `overlap` letters is cut. */
  async *text(overlap: number, start = 0): AsyncGenerator<string> {
    for (let offset = start; offset < this.size; offset += WINDOW - overlap)
      yield (await this.at(offset, WINDOW)).toString('latin1');
  }

  private async moveTo(offset: number): Promise<void> {
    const buffer = Buffer.alloc(WINDOW);
    let filled = 0;
    while (filled < WINDOW) {
      const { bytesRead } = await this.handle.read(buffer, filled, WINDOW - filled, offset + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    this.window = buffer.subarray(0, filled);
    this.start = offset;
  }
}
