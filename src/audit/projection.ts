import type { EntityManager } from 'typeorm';
import type { PutInPlace } from '../database/table-swap.js';
import type { Changed } from './changed-records.js';

/** Where a long piece of work stands, in units of its own. */
export type OnProgress = (done: number, total: number) => void;

/**
 * Something that is derived from records and kept beside them so that questions are answered fast, such as an index of
 * their words. It follows the records: whoever changes one need not know of it.
 */
export interface Projection {
  readonly name: string;
  /** Says how it is derived; where another version was built, it is built anew. */
  readonly version: string;
  /** Brings it up to date with these records, as they are now; some may be gone, some of no interest. Repeatable. */
  update(tx: EntityManager, changed: Changed): Promise<void>;
  /**
   * Builds all of it anew. Readers go on with the old until the transaction ends, or until the new is put in its place:
   * that comes last, for they wait meanwhile.
   */
  rebuild(tx: EntityManager, onProgress: OnProgress): Promise<PutInPlace | void>;
}
