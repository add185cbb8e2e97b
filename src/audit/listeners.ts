import type { EntityManager } from 'typeorm';

/** Runs in the transaction of what it is told of: what it writes happens together with that, and what it throws undoes it. */
export type Listener<Taken> = (tx: EntityManager, taken: Taken) => Promise<void>;

/** Who has to know of each step. Floors above add themselves at start, so that the one below need not know them. */
export abstract class Listeners<Taken> {
  private readonly added: Listener<Taken>[] = [];

  add(listener: Listener<Taken>): void {
    this.added.push(listener);
  }

  async tell(tx: EntityManager, taken: Taken): Promise<void> {
    for (const listener of this.added) await listener(tx, taken);
  }
}
