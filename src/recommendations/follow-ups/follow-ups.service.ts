import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Changes } from '../../audit/changes.service.js';
import { change } from '../../audit/field-changes.js';
import type { Actor } from '../../common/access.js';
import { Rejected } from '../../common/errors.js';
import { Satker } from '../../satker/satker.entity.js';
import { SatkerService } from '../../satker/satker.service.js';
import { doerOf, type Doer } from '../addressees.js';
import { Recommendation } from '../recommendation.entity.js';
import { RecommendationStandings } from '../steps/standings.js';
import { AT_WORK, Party } from '../steps/workflow.js';
import { FollowUp } from './follow-up.entity.js';
import type { AddFollowUpInput, UpdateFollowUpInput } from './follow-up.inputs.js';
import { courseOf, refuseImpossible } from './follow-up.rules.js';

/** Owns follow-ups. A unit writes of its own work, the centre of everybody's. */
@Injectable()
export class FollowUpsService {
  constructor(
    private readonly changes: Changes,
    private readonly standings: RecommendationStandings,
    private readonly satkers: SatkerService,
  ) {}

  async add(actor: Actor, input: AddFollowUpInput): Promise<FollowUp> {
    const { clientMutationId: _, recommendation, satker, organisation, ...values } = input;
    const id = await this.standings.keyOf(actor, Recommendation, recommendation, 'recommendation');
    return this.changes.create({
      actor,
      action: 'addFollowUp',
      entity: FollowUp,
      input,
      make: async (tx) => {
        const party = await this.partyAtWork(tx, actor, id, 'recommendation');
        const isOwn = party === Party.ADDRESSEE && satker == null && organisation == null;
        const doer = isOwn ? await ownUnit(tx, actor) : await doerOf(tx, this.satkers, { satker, organisation });
        await refuseForeign(tx, actor, party, doer);
        const course = { ...values, progress: courseOf(values).progress ?? 0 };
        refuseImpossible(course);
        return { ...course, ...doer, recommendation: await tx.findOneByOrFail(Recommendation, { id }) };
      },
      afterwards: (tx, { action }) => {
        const step = { actor, action: 'addFollowUp', entity: Recommendation };
        return this.changes.record(tx, step, id, [change('followUps', null, action)]);
      },
    });
  }

  async update(actor: Actor, input: UpdateFollowUpInput): Promise<FollowUp> {
    const { id: globalId, expectedVersion, reason, clientMutationId: _, satker, organisation, ...values } = input;
    const id = await this.standings.keyOf(actor, FollowUp, globalId, 'id');
    return this.changes.edit({
      actor,
      action: 'updateFollowUp',
      entity: FollowUp,
      id,
      expectedVersion,
      reason,
      input,
      patch: async (tx, current) => {
        const relations = { recommendation: true, satker: true };
        const before = await tx.findOneOrFail(FollowUp, { where: { id }, relations });
        const party = await this.partyAtWork(tx, actor, before.recommendation.id, 'id');
        await refuseForeign(tx, actor, party, before);
        const isMoved = satker !== undefined || organisation !== undefined;
        const doer = isMoved ? await doerOf(tx, this.satkers, { satker, organisation }) : null;
        if (doer) await refuseForeign(tx, actor, party, doer);
        const course = { ...values, ...courseOf(values) };
        refuseImpossible({ ...current, ...given(course) });
        return { ...course, ...doer };
      },
    });
  }

  /** Who the actor is for a recommendation that is being carried out; rejects where none is. */
  private async partyAtWork(tx: EntityManager, actor: Actor, id: string, field: string): Promise<Party> {
    const { status, party } = await this.standings.of(tx, actor, id, field);
    if (AT_WORK.includes(status)) return party;
    throw Rejected.because('NOT_EDITABLE', field, { status, allowed: AT_WORK.join(', ') });
  }
}

const given = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;

const ownUnit = async (tx: EntityManager, { satkerId }: Actor): Promise<Doer> => ({
  satker: await tx.findOneByOrFail(Satker, { id: satkerId! }),
  organisation: null,
});

/** A unit writes neither for another one nor for an organisation. */
async function refuseForeign(tx: EntityManager, actor: Actor, party: Party, { satker }: Doer): Promise<void> {
  if (party === Party.CENTRE || satker?.id === actor.satkerId) return;
  const own = await ownUnit(tx, actor);
  throw Rejected.because('NOT_YOUR_SATKER', 'satker', { own: own.satker!.code });
}
