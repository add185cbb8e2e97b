import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Changes } from '../audit/changes.service.js';
import type { Actor } from '../common/access.js';
import type { CitedField } from './citation-subject.js';
import { Citation } from './citation.entity.js';
import { Conflict, ConflictStatus } from './conflict.entity.js';

/** Which step changed a claim. */
interface Step {
  actor: Actor;
  action: string;
}

/** Keeps conflicts in step with the claims: where sources disagree there is one, where they agree nobody is asked. */
@Injectable()
export class Disagreements {
  constructor(private readonly changes: Changes) {}

  /** Call it after a claim was added, or after its value changed from `previous`, in the same transaction. */
  async follow(tx: EntityManager, step: Step, claim: Citation, previous?: string): Promise<void> {
    const { subjectType, subjectId, field } = claim;
    const place: CitedField = { subjectType, subjectId, field };
    await waitForOthers(tx, place);
    const claims = await tx.findBy(Citation, place);
    const conflict = await tx.findOne(Conflict, { where: place, lock: { mode: 'for_no_key_update' } });
    const disagree = new Set(claims.map(({ value }) => comparable(value))).size > 1;
    if (!conflict && disagree) return this.open(tx, step, place);
    if (!conflict) return;
    const known = [...claims.filter(({ id }) => id !== claim.id).map(({ value }) => value), conflict.curatedValue];
    const isNew = ![...known, previous].some((value) => value != null && comparable(value) === comparable(claim.value));
    if (conflict.status === ConflictStatus.RESOLVED) return isNew ? this.reopen(tx, step, conflict) : undefined;
    if (!disagree && conflict.curatedValue === null) return this.withdraw(tx, step, conflict);
    // Whoever is about to settle it has not seen this claim: the version they saw is not the current one any more.
    if (isNew) await tx.increment(Conflict, { id: conflict.id }, 'version', 1);
  }

  private async open(tx: EntityManager, step: Step, place: CitedField): Promise<void> {
    const values = { ...place, status: ConflictStatus.OPEN };
    await this.changes.add(tx, { ...step, entity: Conflict, values });
  }

  /** What was decided, and why, stays beside the new claim. */
  private reopen(tx: EntityManager, step: Step, { id }: Conflict): Promise<void> {
    return this.changes.alter(tx, {
      ...step,
      entity: Conflict,
      id,
      patch: () => ({ status: ConflictStatus.OPEN, resolvedAt: null }),
    });
  }

  private withdraw(tx: EntityManager, step: Step, row: Conflict): Promise<void> {
    const fields = ['subjectType', 'subjectId', 'field', 'status', 'reason'] as const;
    return this.changes.remove(tx, { ...step, entity: Conflict, row, fields });
  }
}

/** How values are compared: without regard to case and surrounding space. */
const comparable = (value: string): string => value.trim().toLowerCase();

/**
 * Two claims on one field at the same moment: the second waits until the first is committed, so that it sees it. Held
 * until the end of the transaction.
 */
async function waitForOthers(tx: EntityManager, { subjectType, subjectId, field }: CitedField): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${subjectType}:${subjectId}:${field}`]);
}
