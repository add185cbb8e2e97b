import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Changes } from '../audit/changes.service.js';
import type { Actor } from '../common/access.js';
import { Rejected } from '../common/errors.js';
import { gather } from '../common/write/gather.js';
import { byKeys, keyOf } from '../common/write/references.js';
import { SatkerService } from '../satker/satker.service.js';
import { ElectionCycle } from '../stages/cycle.entity.js';
import { Event } from './event.entity.js';
import type { CreateEventInput, UpdateEventInput } from './event.inputs.js';

/** Owns events themselves; what happens in them is `ProgrammeService`'s. */
@Injectable()
export class EventsService {
  constructor(
    private readonly changes: Changes,
    private readonly satkers: SatkerService,
  ) {}

  create(actor: Actor, input: CreateEventInput): Promise<Event> {
    const { clientMutationId: _, organiser, cycles, ...values } = input;
    return this.changes.create({
      actor,
      action: 'createEvent',
      entity: Event,
      input,
      make: async (tx) => {
        refuseReversed(values.startDate, values.endDate);
        return { ...values, ...(await this.references(tx, { organiser, cycles })) };
      },
    });
  }

  update(actor: Actor, input: UpdateEventInput): Promise<Event> {
    const { id, expectedVersion, reason, organiser, cycles, ...values } = input;
    return this.changes.edit({
      actor,
      action: 'updateEvent',
      entity: Event,
      id: keyOf(Event, id, 'id'),
      expectedVersion,
      reason,
      patch: async (tx, current) => {
        refuseReversed(
          values.startDate ?? current.startDate,
          values.endDate === undefined ? current.endDate : values.endDate,
        );
        return { ...values, ...(await this.references(tx, { organiser, cycles })) };
      },
    });
  }

  private references(tx: EntityManager, given: Pick<UpdateEventInput, 'organiser' | 'cycles'>) {
    return gather({
      organiser: () => this.satkers.getOptional(tx, given.organiser, 'organiser'),
      cycles: () =>
        given.cycles === undefined ? undefined : byKeys(tx, ElectionCycle, 'code', given.cycles ?? [], 'cycles'),
    });
  }
}

/** Dates are ISO text, so their order is that of the text. */
function refuseReversed(start: string, end: string | null | undefined): void {
  if (end && end < start) throw Rejected.because('END_BEFORE_START', 'endDate');
}
