import { Rejected } from '../../common/errors.js';
import { LIMITS } from './limits.js';
import { readWholeXml, unescapeText } from './xml.js';

const SLAB = 1024 * 1024;

/**
 * The texts of a workbook, which its cells refer to by number. They are kept as bytes in a few large pieces: as strings
 * with a list around them they would take several times as much.
 */
export class SharedTexts {
  private readonly slabs: Buffer[] = [];
  private readonly starts: number[] = [];
  private readonly lengths: number[] = [];
  private used = SLAB;

  static async read(chunks: AsyncIterable<Buffer>): Promise<SharedTexts> {
    const texts = new SharedTexts();
    let item = '';
    let isText = false;
    let isReadingAid = false;
    await readWholeXml(chunks, {
      open: (name) => {
        if (name === 'si') item = '';
        else if (name === 't') isText = true;
        else if (name === 'rPh') isReadingAid = true;
      },
      text: (text) => {
        // What is cut off here is too long for any field, which is what will be said of it.
        if (isText && !isReadingAid) item = (item + text).slice(0, LIMITS.cell);
      },
      close: (name) => {
        if (name === 'si') texts.add(unescapeText(item));
        else if (name === 't') isText = false;
        else if (name === 'rPh') isReadingAid = false;
      },
    });
    return texts;
  }

  /** Null when the workbook has no such text. */
  at(index: number): string | null {
    const start = this.starts[index];
    if (start === undefined) return null;
    const offset = start % SLAB;
    return this.slabs[Math.floor(start / SLAB)]!.toString('utf8', offset, offset + this.lengths[index]!);
  }

  private add(text: string): void {
    const length = Buffer.byteLength(text);
    if (this.used + length > SLAB) {
      if ((this.slabs.length + 1) * SLAB > LIMITS.texts)
        throw Rejected.because('FILE_UNPACKS_TOO_LARGE', 'file', { max: LIMITS.texts / SLAB });
      this.slabs.push(Buffer.allocUnsafeSlow(SLAB));
      this.used = 0;
    }
    this.slabs.at(-1)!.write(text, this.used, 'utf8');
    this.starts.push((this.slabs.length - 1) * SLAB + this.used);
    this.lengths.push(length);
    this.used += length;
  }
}
