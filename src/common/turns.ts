/** Lets at most so many pieces of work run at once, first come, first served. */
export class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly maxWaiting = Infinity,
  ) {}

  /** True when whoever comes now should rather come back later. */
  get isFull(): boolean {
    return this.waiting.length >= this.maxWaiting;
  }

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.atOnce) this.running += 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      // The turn passes on directly, so that nobody who comes later slips in between.
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
