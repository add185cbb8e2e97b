import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '../../common/start-error.js';
import { type Instance } from './instance.js';
import { answers } from './ping.js';
import {
  boundLog,
  exists,
  launch,
  type Launched,
  lockedBy,
  removeStaleLocks,
  runningPid,
  sendSignal,
} from './postmaster.js';
import { toStartError } from './start-error.js';

const START_LIMIT_MS = 60_000;
const STEP_MS = 30;
const LOOK_EVERY_MS = 500;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;
const CALM_AFTER_MS = 60_000;

/** Smart waits for clients, fast sends them away, immediate leaves recovery to the next start. */
const STOP_STEPS = [
  { signal: 'TERM', limitMs: 2_000 },
  { signal: 'INT', limitMs: 20_000 },
  { signal: 'QUIT', limitMs: 5_000 },
] as const;

/** What a server says that met a dying or a faster one; a moment later it is different. */
const WORTH_ANOTHER_TRY = /lock file .* already exists|pre-existing shared memory|is empty/;

/** Keeps one server up from `start` to `stop`. */
export class ServerKeeper {
  private readonly stopping = new AbortController();
  private pid: number | undefined;
  private launched: Launched | undefined;
  private adopted = false;
  private watch: NodeJS.Timeout | undefined;
  private restarting: Promise<void> | undefined;
  private stopped: Promise<void> | undefined;
  private pause = FIRST_PAUSE_MS;
  private upSince = 0;

  constructor(
    private readonly instance: Instance,
    private readonly onLost: (message: string) => void = () => {},
  ) {}

  /** Returns whether the server ran already. */
  async start(): Promise<boolean> {
    try {
      await this.bringUp();
    } catch (error) {
      await this.stop(); // it may run and yet be of no use
      throw error;
    }
    this.watch = setInterval(() => this.look(), LOOK_EVERY_MS).unref();
    return !this.launched;
  }

  stop(): Promise<void> {
    return (this.stopped ??= this.stopOnce());
  }

  /** Waits until the server answers, starting it whenever nobody else does. */
  private async bringUp(): Promise<void> {
    const deadline = Date.now() + START_LIMIT_MS;
    if (this.launched?.lastWords()) this.launched = undefined; // of an earlier life
    while (!(await answers(this.instance))) {
      const lastWords = this.launched?.lastWords();
      if (lastWords && !WORTH_ANOTHER_TRY.test(lastWords)) throw this.failure(lastWords);
      if (Date.now() > deadline) throw this.failure(lastWords ?? 'it does not answer');
      const isComing = (this.launched && !lastWords) || runningPid(this.instance);
      if (!isComing) {
        removeStaleLocks(this.instance);
        this.launched = launch(this.instance);
      }
      await sleep(STEP_MS, undefined, { signal: this.stopping.signal });
    }
    this.settle();
  }

  /** Notes whose server it is that answers now. */
  private settle(): void {
    this.pid = lockedBy(this.instance);
    this.upSince = Date.now();
    if (this.launched?.pid !== this.pid) this.launched = undefined;
    this.adopted = !this.launched && this.isOrphan();
    if (this.launched || this.adopted) writeFileSync(this.ownerFile, `${this.pid} ${process.pid}`);
  }

  private failure(lastWords: string): StartError {
    const { log } = this.instance;
    return new StartError(
      `The embedded database server does not start (${lastWords}): read ${log}, or set DATABASE_URL to another server.`,
    );
  }

  /** Which process stops which server: `kill -9` of the first must not leave the second running for ever. */
  private get ownerFile(): string {
    return join(this.instance.folder, 'owner');
  }

  private isOrphan(): boolean {
    if (!existsSync(this.ownerFile)) return false;
    const [server, owner] = readFileSync(this.ownerFile, 'utf8').split(' ').map(Number);
    return server === this.pid && !exists(owner);
  }

  private look(): void {
    boundLog(this.instance);
    if (this.restarting || (this.pid && exists(this.pid))) return;
    this.restarting = this.restart().finally(() => (this.restarting = undefined));
  }

  private async restart(): Promise<void> {
    if (Date.now() - this.upSince > CALM_AFTER_MS) this.pause = FIRST_PAUSE_MS;
    let message = 'The embedded database server is gone';
    for (let isUp = false; !isUp && !this.stopping.signal.aborted;) {
      this.onLost(`${message}; starting it again in ${this.pause / 1000} s.`);
      const { pause } = this;
      this.pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      try {
        await sleep(pause, undefined, { signal: this.stopping.signal }); // stop() ends it by an error
        await this.bringUp();
        isUp = true;
      } catch (error) {
        message = toStartError(error, this.instance.folder).message.replace(/\.$/, '');
      }
    }
  }

  private async stopOnce(): Promise<void> {
    clearInterval(this.watch);
    this.stopping.abort();
    await this.restarting;
    // Whoever is left last takes care of it, also when its starter was killed while we ran.
    const pid = this.launched?.pid ?? (this.adopted || this.isOrphan() ? this.pid : undefined);
    if (!pid) return;
    for (const { signal, limitMs } of STOP_STEPS) {
      const deadline = Date.now() + limitMs;
      if (this.isRunning(pid)) sendSignal(pid, signal, this.instance);
      while (this.isRunning(pid) && Date.now() < deadline) await sleep(STEP_MS);
    }
  }

  /** Our own child counts from its first moment, another one as long as it holds the data folder. */
  private isRunning(pid: number): boolean {
    return this.launched ? this.launched.lastWords() === undefined : runningPid(this.instance) === pid;
  }
}
