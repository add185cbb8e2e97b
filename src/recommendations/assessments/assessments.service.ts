import { Injectable } from '@nestjs/common';
import { Changes } from '../../audit/changes.service.js';
import { change } from '../../audit/field-changes.js';
import type { Actor } from '../../common/access.js';
import { Rejected } from '../../common/errors.js';
import { Recommendation } from '../recommendation.entity.js';
import { RecommendationListeners } from '../recommendation-listeners.js';
import { RecommendationStandings } from '../steps/standings.js';
import { ASSESSABLE, Party } from '../steps/workflow.js';
import { Assessment } from './assessment.entity.js';
import type { AssessRecommendationInput } from './assessment.inputs.js';

/** Owns assessments, which are added and never changed. */
@Injectable()
export class AssessmentsService {
  constructor(
    private readonly changes: Changes,
    private readonly standings: RecommendationStandings,
    private readonly listeners: RecommendationListeners,
  ) {}

  /** Units do not assess at all, and at the centre not those who wrote of the work or reported it done. */
  async assess(actor: Actor, input: AssessRecommendationInput): Promise<Assessment> {
    const { recommendation, fulfilment, note = null } = input;
    const id = await this.standings.keyOf(actor, Recommendation, recommendation, 'recommendation');
    const step = { actor, action: 'assessRecommendation' } as const;
    return this.changes.create({
      ...step,
      entity: Assessment,
      input,
      make: async (tx) => {
        const { status, isOwnWork } = await this.standings.of(tx, actor, id, 'recommendation');
        if (!ASSESSABLE.includes(status))
          throw Rejected.because('NOT_ASSESSABLE', 'recommendation', { status, allowed: ASSESSABLE.join(', ') });
        if (isOwnWork) throw Rejected.because('OWN_WORK', 'recommendation');
        return { recommendation: await tx.findOneByOrFail(Recommendation, { id }), fulfilment, note };
      },
      afterwards: async (tx) => {
        const changed = [change('assessments', null, fulfilment)];
        await this.changes.record(tx, { ...step, entity: Recommendation }, id, changed, note);
        await this.listeners.tell(tx, { ...step, party: Party.CENTRE, recommendationId: id, reason: note });
      },
    });
  }
}
