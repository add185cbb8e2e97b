import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Changes } from '../audit/changes.service.js';
import type { Actor } from '../common/access.js';
import { Rejected } from '../common/errors.js';
import { gather } from '../common/write/gather.js';
import { byId, byKey, byKeys, byOptionalKey, keyOf } from '../common/write/references.js';
import { Person } from '../people/person.entity.js';
import { SatkerService } from '../satker/satker.service.js';
import { Stage } from '../stages/stage.entity.js';
import { Appearance } from './appearance.entity.js';
import { Event } from './event.entity.js';
import type * as Inputs from './event.inputs.js';
import { Participation } from './participation.entity.js';
import { Presentation } from './presentation.entity.js';
import { Session } from './session.entity.js';
import { Statement } from './statement.entity.js';

/** Owns what happens in an event: sessions, appearances, statements, participation, presentations. */
@Injectable()
export class ProgrammeService {
  constructor(
    private readonly changes: Changes,
    private readonly satkers: SatkerService,
  ) {}

  addSession(actor: Actor, input: Inputs.AddSessionInput): Promise<Session> {
    const { clientMutationId: _, event, stages, ...values } = input;
    return this.changes.create({
      actor,
      action: 'addSession',
      entity: Session,
      input,
      make: async (tx) => {
        refuseReversed(values.startsAt, values.endsAt);
        return {
          ...values,
          ...(await gather({ event: () => eventOf(tx, event), stages: () => stagesOf(tx, stages) })),
        };
      },
    });
  }

  updateSession(actor: Actor, input: Inputs.UpdateSessionInput): Promise<Session> {
    const { id, expectedVersion, reason, stages, ...values } = input;
    return this.changes.edit({
      ...{ actor, action: 'updateSession', entity: Session, id: keyOf(Session, id, 'id'), expectedVersion, reason },
      patch: async (tx, current) => {
        const [start, end] = [values.startsAt, values.endsAt];
        refuseReversed(
          start === undefined ? current.startsAt?.toISOString() : start,
          end === undefined ? current.endsAt?.toISOString() : end,
        );
        return { ...values, ...(await gather({ stages: () => stagesOf(tx, stages) })) };
      },
    });
  }

  addAppearance(actor: Actor, input: Inputs.AddAppearanceInput): Promise<Appearance> {
    const { clientMutationId: _, event: slug, person, satker, session, ...values } = input;
    return this.changes.create({
      ...{ actor, action: 'addAppearance', entity: Appearance, input },
      make: async (tx) => {
        const references = await gather({
          event: () => eventOf(tx, slug),
          person: () => byKey(tx, Person, 'slug', person, 'person'),
          satker: () => this.satkers.getOptional(tx, satker, 'satker'),
        });
        return { ...values, ...references, session: await sessionOf(tx, session, references.event.id) };
      },
    });
  }

  updateAppearance(actor: Actor, input: Inputs.UpdateAppearanceInput): Promise<Appearance> {
    const { id, expectedVersion, reason, person, satker, session, ...values } = input;
    return this.changes.edit({
      ...{
        actor,
        action: 'updateAppearance',
        entity: Appearance,
        id: keyOf(Appearance, id, 'id'),
        expectedVersion,
        reason,
      },
      patch: async (tx, current) => {
        const references = await gather({
          person: () => byOptionalKey(tx, Person, 'slug', person, 'person'),
          satker: () => this.satkers.getOptional(tx, satker, 'satker'),
          session: async () => sessionOf(tx, session, await eventIdOf(tx, Appearance, current.id)),
        });
        return { ...values, ...references };
      },
    });
  }

  addStatement(actor: Actor, input: Inputs.AddStatementInput): Promise<Statement> {
    const { clientMutationId: _, appearance: id, ...values } = input;
    return this.changes.create({
      ...{ actor, action: 'addStatement', entity: Statement, input },
      make: async (tx) => {
        const appearance = await byId(tx, Appearance, id, 'appearance');
        return { ...values, appearance, event: { id: await eventIdOf(tx, Appearance, appearance.id) } };
      },
    });
  }

  updateStatement(actor: Actor, input: Inputs.UpdateStatementInput): Promise<Statement> {
    const { id, expectedVersion, reason, ...values } = input;
    const target = {
      actor,
      action: 'updateStatement',
      entity: Statement,
      id: keyOf(Statement, id, 'id'),
      expectedVersion,
      reason,
    };
    return this.changes.edit({ ...target, patch: () => values });
  }

  recordParticipation(actor: Actor, input: Inputs.RecordParticipationInput): Promise<Participation> {
    const { clientMutationId: _, event, satker, ...values } = input;
    return this.changes.create({
      ...{ actor, action: 'recordParticipation', entity: Participation, input },
      make: async (tx) => ({
        ...values,
        ...(await gather({ event: () => eventOf(tx, event), satker: () => this.satkers.get(tx, satker, 'satker') })),
      }),
    });
  }

  updateParticipation(actor: Actor, input: Inputs.UpdateParticipationInput): Promise<Participation> {
    const { id, expectedVersion, reason, ...values } = input;
    const key = keyOf(Participation, id, 'id');
    const target = { actor, action: 'updateParticipation', entity: Participation, id: key, expectedVersion, reason };
    return this.changes.edit({ ...target, patch: () => values });
  }

  addPresentation(actor: Actor, input: Inputs.AddPresentationInput): Promise<Presentation> {
    const { clientMutationId: _, event: slug, satker, stage, session, ...values } = input;
    return this.changes.create({
      ...{ actor, action: 'addPresentation', entity: Presentation, input },
      make: async (tx) => {
        const references = await gather({
          event: () => eventOf(tx, slug),
          satker: () => this.satkers.get(tx, satker, 'satker'),
          stage: () => byOptionalKey(tx, Stage, 'code', stage, 'stage'),
        });
        return { ...values, ...references, session: await sessionOf(tx, session, references.event.id) };
      },
    });
  }

  updatePresentation(actor: Actor, input: Inputs.UpdatePresentationInput): Promise<Presentation> {
    const { id, expectedVersion, reason, satker, stage, session, ...values } = input;
    return this.changes.edit({
      ...{
        actor,
        action: 'updatePresentation',
        entity: Presentation,
        id: keyOf(Presentation, id, 'id'),
        expectedVersion,
        reason,
      },
      patch: async (tx, current) => {
        const references = await gather({
          satker: () => this.satkers.getOptional(tx, satker, 'satker'),
          stage: () => byOptionalKey(tx, Stage, 'code', stage, 'stage'),
          session: async () => sessionOf(tx, session, await eventIdOf(tx, Presentation, current.id)),
        });
        return { ...values, ...references };
      },
    });
  }
}

const eventOf = (tx: EntityManager, slug: string): Promise<Event> => byKey(tx, Event, 'slug', slug, 'event');

function stagesOf(tx: EntityManager, codes: readonly string[] | null | undefined): Promise<Stage[]> | undefined {
  return codes === undefined ? undefined : byKeys(tx, Stage, 'code', codes ?? [], 'stages');
}

/** A session belongs to the event of what is placed in it. */
async function sessionOf(
  tx: EntityManager,
  id: string | null | undefined,
  eventId: string,
): Promise<Session | null | undefined> {
  if (id == null) return id as null | undefined;
  const session = await byId(tx, Session, id, 'session');
  if ((await eventIdOf(tx, Session, session.id)) !== eventId)
    throw Rejected.because('OTHER_EVENT', 'session', { what: 'Session' });
  return session;
}

async function eventIdOf(
  tx: EntityManager,
  entity: new () => { id: string; event: Event },
  id: string,
): Promise<string> {
  const row = await tx.findOneOrFail(entity, { where: { id }, relations: { event: true } });
  return row.event.id;
}

/** Instants in UTC are ISO text of one form, so their order is that of the text. */
function refuseReversed(start: string | null | undefined, end: string | null | undefined): void {
  if (start && end && end < start) throw Rejected.because('END_BEFORE_START', 'endsAt');
}
