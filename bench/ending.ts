type Step = () => unknown;

/** What has to be undone, however a run ends: the last begun first. */
export class Ending {
  private readonly steps: Step[] = [];
  private running: Promise<void> | undefined;

  add(step: Step): void {
    this.steps.push(step);
  }

  /** Whether the run is over: what goes wrong from now on does so because its servers are gone. */
  get isRunning(): boolean {
    return this.running !== undefined;
  }

  /** Ends what was begun since `work` began, and leaves the rest. */
  async within<T>(work: () => Promise<T>): Promise<T> {
    const before = this.steps.length;
    try {
      return await work();
    } finally {
      if (!this.running) await this.undo(before);
    }
  }

  run(): Promise<void> {
    return (this.running ??= this.undo(0));
  }

  private async undo(until: number): Promise<void> {
    while (this.steps.length > until)
      try {
        await this.steps.pop()!();
      } catch (error) {
        console.error(error); // the others still have to end
      }
  }
}
