import { graphqlError } from '../common/errors.js';

/** More records than a reader who keeps up ever leaves waiting. */
const MAX_WAITING = 1000;

/** Keys of changed records on their way to one subscriber. A record that changes again while it waits comes once. */
export class ChangeQueue {
  private readonly waiting = new Set<string>();
  private wake: (() => void) | null = null;
  private end: 'CLOSED' | 'TOO_SLOW' | null = null;

  constructor(private readonly onClose: () => void) {}

  push(id: string): void {
    if (this.end) return;
    this.waiting.add(id);
    if (this.waiting.size > MAX_WAITING) this.finish('TOO_SLOW');
    this.wake?.();
  }

  close(): void {
    this.finish('CLOSED');
    this.wake?.();
  }

  /** The next key, or null when it is over. Throws when the subscriber did not keep up. */
  async next(): Promise<string | null> {
    while (!this.end && this.waiting.size === 0)
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    this.wake = null;
    if (this.end === 'TOO_SLOW')
      throw graphqlError('UNAVAILABLE', 'Terlalu banyak perubahan; tanyakan lagi. / Too many changes; ask anew.');
    if (this.end) return null;
    const [id] = this.waiting;
    this.waiting.delete(id!);
    return id!;
  }

  private finish(end: 'CLOSED' | 'TOO_SLOW'): void {
    if (this.end) return;
    this.end = end;
    this.onClose();
  }
}

/**
 * What a subscriber reads of each changed record; one that reads as null is left out as if nothing had happened. Not an async
 * generator: `return` has to take effect while `next` is waiting, and a generator's would wait too.
 */
export function readings<T>(queue: ChangeQueue, read: (id: string) => Promise<T | null>): AsyncGenerator<T> {
  const over = { done: true, value: undefined } as const;
  const readings = {
    async next(): Promise<IteratorResult<T>> {
      for (;;) {
        const id = await queue.next();
        if (id === null) return over;
        const value = await read(id);
        if (value !== null) return { done: false, value };
      }
    },
    async return() {
      queue.close();
      return over;
    },
    async throw(error: unknown) {
      queue.close();
      throw error;
    },
    [Symbol.asyncIterator]: () => readings,
    [Symbol.asyncDispose]: async () => queue.close(),
  };
  return readings as unknown as AsyncGenerator<T>;
}
