interface Waiting<Job, Result> {
  job: Job;
  resolve(result: Result): void;
  reject(reason: unknown): void;
}

/** How jobs are taken together. */
export interface Gathering<Job> {
  /** Runs at a time. While they are under way, jobs that come wait, and go together in the next. */
  atOnce: number;
  /** Jobs in one run. */
  most: number;
  /** Whether a job may go with those that are in a run already. */
  fits(job: Job, taken: readonly Job[]): boolean;
  /** Whether a run failed by the fault of one of its jobs; then it must have done nothing. */
  isFaultOfOne(reason: unknown): boolean;
}

/**
 * Does together what is asked for at the same time: a job that comes alone starts at once, and of many that come while
 * others are under way the next run takes as many as it can, first come, first served. Where a run fails by the fault of one,
 * each is tried by itself, so that nobody fails for another's.
 */
export class Together<Job, Result> {
  private running = 0;
  private waiting: Waiting<Job, Result>[] = [];

  constructor(
    /** One result for each job, in their order. */
    private readonly run: (jobs: readonly Job[]) => Promise<readonly Result[]>,
    private readonly gathering: Gathering<Job>,
  ) {}

  do(job: Job): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ job, resolve, reject });
      void this.start();
    });
  }

  private async start(): Promise<void> {
    if (this.running >= this.gathering.atOnce) return;
    this.running += 1;
    while (this.waiting.length > 0) await this.settle(this.take());
    this.running -= 1;
  }

  private take(): Waiting<Job, Result>[] {
    const { most, fits } = this.gathering;
    const taken: Waiting<Job, Result>[] = [];
    const jobs: Job[] = [];
    this.waiting = this.waiting.filter((one) => {
      if (jobs.length >= most || (jobs.length > 0 && !fits(one.job, jobs))) return true;
      taken.push(one);
      jobs.push(one.job);
      return false;
    });
    return taken;
  }

  private async settle(taken: readonly Waiting<Job, Result>[]): Promise<void> {
    try {
      const results = await this.run(taken.map(({ job }) => job));
      taken.forEach(({ resolve }, index) => resolve(results[index]!));
    } catch (reason) {
      if (taken.length > 1 && this.gathering.isFaultOfOne(reason)) for (const one of taken) await this.settle([one]);
      else taken.forEach(({ reject }) => reject(reason));
    }
  }
}
