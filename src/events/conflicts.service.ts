import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Changes } from '../audit/changes.service.js';
import type { Actor } from '../common/access.js';
import { Rejected } from '../common/errors.js';
import { byId, keyOf } from '../common/write/references.js';
import { Person } from '../people/person.entity.js';
import { Citation } from '../sources/citation.entity.js';
import { Conflict, ConflictStatus } from '../sources/conflict.entity.js';
import type { ResolveConflictInput } from './conflict.inputs.js';
import { curatedEvent, curatedPerson } from './curated-values.js';
import { Event } from './event.entity.js';

/** Settles conflicts and writes what was decided to the record. Stands here because sources know no events. */
@Injectable()
export class ConflictsService {
  constructor(private readonly changes: Changes) {}

  resolve(actor: Actor, input: ResolveConflictInput): Promise<Conflict> {
    const { conflict, expectedVersion, citation, reason } = input;
    const step = { actor, action: 'resolveConflict', reason };
    return this.changes.edit({
      ...step,
      entity: Conflict,
      id: keyOf(Conflict, conflict, 'conflict'),
      idField: 'conflict',
      expectedVersion,
      patch: async (tx, current) => {
        const chosen = await claimOf(tx, current, citation);
        const decision = { chosen, curatedValue: chosen.value, reason, resolvedAt: new Date() };
        return { status: ConflictStatus.RESOLVED, ...decision };
      },
      afterwards: (tx, settled) => this.curate(tx, step, settled),
    });
  }

  private async curate(
    tx: EntityManager,
    step: { actor: Actor; action: string; reason: string },
    { subjectType, subjectId: id, field, curatedValue }: Conflict,
  ): Promise<void> {
    const value = curatedValue!;
    if (subjectType === Event.name)
      await this.changes.alter(tx, {
        ...step,
        entity: Event,
        id,
        patch: (_, event) => curatedEvent(event, field, value),
      });
    if (subjectType === Person.name)
      await this.changes.alter(tx, {
        ...step,
        entity: Person,
        id,
        patch: (_, person) => curatedPerson(person, field, value),
      });
  }
}

/** The claim chosen, which must be one of the conflict's own. */
async function claimOf(tx: EntityManager, conflict: Conflict, id: string): Promise<Citation> {
  const claim = await byId(tx, Citation, id, 'citation');
  const keys = ['subjectType', 'subjectId', 'field'] as const;
  if (keys.every((key) => claim[key] === conflict[key])) return claim;
  throw Rejected.because('CITATION_OF_OTHER_FIELD', 'citation');
}
