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
import { RecommendationListeners, type RecommendationDeed } from '../recommendation-listeners.js';
import { RecommendationStandings } from '../steps/standings.js';
import { AT_WORK, Party } from '../steps/workflow.js';
import { FollowUp } from './follow-up.entity.js';
import type { AddFollowUpInput, UpdateFollowUpInput } from './follow-up.inputs.js';
import { courseOf, refuseImpossible } from './follow-up.rules.js';

/** Whose work a follow-up is, as far as others have to know of it. */
type Work = Required<Pick<RecommendationDeed, 'party' | 'recommendationId' | 'units'>>;

/** Owns follow-ups. A unit writes of its own work, the centre of everybody's. */
@Injectable()
export class FollowUpsService {
  constructor(
    private readonly changes: Changes,
    private readonly standings: RecommendationStandings,
    private readonly satkers: SatkerService,
    private readonly listeners: RecommendationListeners,
  ) {}

  async add(actor: Actor, input: AddFollowUpInput): Promise<FollowUp> {
    const { clientMutationId: _, recommendation, satker, organisation, ...values } = input;
    const id = await this.standings.keyOf(actor, Recommendation, recommendation, 'recommendation');
    const action = 'addFollowUp';
    let work: Work | undefined;
    return this.changes.create({
      actor,
      action,
      entity: FollowUp,
      input,
      make: async (tx) => {
        const party = await this.partyAtWork(tx, actor, id, 'recommendation');
        const isOwn = party === Party.ADDRESSEE && satker == null && organisation == null;
        const doer = isOwn ? await ownUnit(tx, actor) : await doerOf(tx, this.satkers, { satker, organisation });
        await refuseForeign(tx, actor, party, doer);
        const course = { ...values, progress: courseOf(values).progress ?? 0 };
        refuseImpossible(course);
        work = { party, recommendationId: id, units: unitsOf(doer) };
        return { ...course, ...doer, recommendation: await tx.findOneByOrFail(Recommendation, { id }) };
      },
      afterwards: async (tx, { action: done }) => {
        const step = { actor, action, entity: Recommendation };
        await this.changes.record(tx, step, id, [change('followUps', null, done)]);
        await this.listeners.tell(tx, { actor, action, reason: null, ...work! });
      },
    });
  }

  async update(actor: Actor, input: UpdateFollowUpInput): Promise<FollowUp> {
    const { id: globalId, expectedVersion, reason, clientMutationId: _, satker, organisation, ...values } = input;
    const id = await this.standings.keyOf(actor, FollowUp, globalId, 'id');
    const action = 'updateFollowUp';
    let work: Work | undefined;
    return this.changes.edit({
      actor,
      action,
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
        work = { party, recommendationId: before.recommendation.id, units: unitsOf(before, doer) };
        return { ...course, ...doer };
      },
      afterwards: (tx) => this.listeners.tell(tx, { actor, action, reason: reason ?? null, ...work! }),
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

/** The units among those who do it; an organisation outside has nobody here to be told. */
const unitsOf = (...doers: (Pick<Doer, 'satker'> | null)[]): string[] =>
  doers.flatMap((doer) => doer?.satker?.id ?? []);

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
