import { Rejected } from '../../common/errors.js';
import { columnIndex } from './cell.js';
import { LIMITS } from './limits.js';

interface Range {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

const MERGE = /<(?:\w+:)?mergeCell\s[^<>]*?ref="([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)"/g;
/** Longer than any such tag. */
const OVERLAP = 500;

/** Which cells are merged. A sheet says so after its rows, so it is looked through once before they are read. */
export class MergedCells {
  private active: Range[] = [];
  private next = 0;

  private constructor(private readonly ranges: readonly Range[]) {}

  static async find(chunks: AsyncIterable<Buffer>): Promise<MergedCells> {
    const found = new Map<string, Range>();
    let text = '';
    for await (const chunk of chunks) {
      text = text.slice(-OVERLAP) + chunk.toString('latin1');
      for (const [tag, left, top, right, bottom] of text.matchAll(MERGE))
        found.set(tag, { top: +top!, bottom: +bottom!, left: columnIndex(left!), right: columnIndex(right!) });
      if (found.size > LIMITS.merges) throw Rejected.because('TOO_MANY_MERGES', 'file', { max: LIMITS.merges });
    }
    return new MergedCells([...found.values()].sort((a, b) => a.top - b.top));
  }

  /** Ranges that touch a row; rows are asked for from the top down. */
  at(row: number): readonly Range[] {
    if (this.ranges.length === 0) return this.ranges;
    while (this.next < this.ranges.length && this.ranges[this.next]!.top <= row)
      this.active.push(this.ranges[this.next++]!);
    this.active = this.active.filter(({ bottom }) => bottom >= row);
    return this.active;
  }
}
