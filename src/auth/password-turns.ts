import { availableParallelism } from 'node:os';
import { Injectable } from '@nestjs/common';
import { Rejected } from '../common/errors.js';
import { Turns } from '../common/turns.js';

/** One core stays free for readers, and one of Node's four threads for everything else that needs them. */
const AT_ONCE = Math.max(1, Math.min(3, availableParallelism() - 1));
const MAX_WAITING = 100;

/**
 * Everything that compares or makes a password's hash waits for its turn here: that takes 19 MiB and a core for some
 * 50 ms, and a burst of sign-ins must not take both away from readers.
 */
@Injectable()
export class PasswordTurns {
  private readonly turns = new Turns(AT_ONCE, MAX_WAITING);

  /** Rejects with LOGIN_LIMITED when too many wait already. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.turns.isFull) throw Rejected.because('LOGIN_LIMITED', null, { seconds: 10 });
    return this.turns.take(work);
  }
}
