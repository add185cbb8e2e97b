/** How far a file has been read, in bytes of what is read row by row. */
export class Meter {
  done = 0;
  total = 0;

  async *through(chunks: AsyncIterable<Buffer>, total: number): AsyncGenerator<Buffer> {
    this.total = total;
    for await (const chunk of chunks) {
      this.done += chunk.length;
      yield chunk;
    }
  }
}
