import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FieldChange } from '../../audit/audit-entry.entity.js';
import { Changes } from '../../audit/changes.service.js';
import type { Actor } from '../../common/access.js';
import { Rejected } from '../../common/errors.js';
import { SatkerService } from '../../satker/satker.service.js';
import { addresseesOf, replaceAddressees } from '../addressees.js';
import { refusePlan } from '../plan-checks.js';
import { Recommendation } from '../recommendation.entity.js';
import { RecommendationListeners } from '../recommendation-listeners.js';
import type { AcceptRecommendationInput, RecommendationStepInput } from '../recommendation.inputs.js';
import { STEP_ACTIONS } from './actions.js';
import { RecommendationStandings, type Standing } from './standings.js';
import { needsReason, nextSteps, Reason, RecommendationStep, type Transition } from './workflow.js';

/** What a step does beside changing the status. */
interface Effect {
  columns?: (tx: EntityManager, current: Recommendation) => object;
  parts?: (tx: EntityManager, current: Recommendation) => Promise<FieldChange[]>;
}

/** What a step that carries nothing but itself does beside changing the status. */
const COLUMNS: Partial<Record<RecommendationStep, Effect['columns']>> = {
  // Reported again after it was reopened, it keeps the first time.
  [RecommendationStep.REPORT_DONE]: (_, { reportedDoneAt }) => ({ reportedDoneAt: reportedDoneAt ?? new Date() }),
  [RecommendationStep.VERIFY]: () => ({ verifiedAt: new Date() }),
  [RecommendationStep.REOPEN]: () => ({ verifiedAt: null }),
};

/** Takes recommendations through their workflow. */
@Injectable()
export class RecommendationStepsService {
  constructor(
    private readonly changes: Changes,
    private readonly standings: RecommendationStandings,
    private readonly satkers: SatkerService,
    private readonly listeners: RecommendationListeners,
  ) {}

  /** Accepting says what is to be done, by whom and by when. */
  accept(actor: Actor, input: AcceptRecommendationInput): Promise<Recommendation> {
    const { remedy, instrument, priority, dueDate } = input;
    return this.take(actor, RecommendationStep.ACCEPT, input, {
      columns: (_, current) => {
        refusePlan(input, current);
        return { remedy: remedy ?? current.remedy, instrument, priority, dueDate, acceptedAt: new Date() };
      },
      parts: async (tx, current) =>
        replaceAddressees(tx, current, await addresseesOf(tx, this.satkers, input.addressees)),
    });
  }

  /** A step that carries nothing but a reason. */
  plain(actor: Actor, step: RecommendationStep, input: RecommendationStepInput): Promise<Recommendation> {
    return this.take(actor, step, input, { columns: COLUMNS[step] });
  }

  private async take(
    actor: Actor,
    step: RecommendationStep,
    input: RecommendationStepInput,
    { columns, parts }: Effect,
  ): Promise<Recommendation> {
    const id = await this.standings.keyOf(actor, Recommendation, input.id, 'id');
    const action = STEP_ACTIONS[step];
    let standing: Standing | undefined;
    return this.changes.edit({
      actor,
      action,
      entity: Recommendation,
      id,
      expectedVersion: input.expectedVersion,
      reason: input.reason,
      input,
      patch: async (tx, current) => {
        standing = await this.standings.of(tx, actor, id, 'id');
        const transition = allowed(step, standing);
        if (needsReason(transition, standing.hasEvidence) && !input.reason)
          throw Rejected.because(
            transition.reason === Reason.WITHOUT_EVIDENCE ? 'EVIDENCE_REQUIRED' : 'REQUIRED',
            'reason',
          );
        return { status: transition.to, ...columns?.(tx, current) };
      },
      parts,
      afterwards: (tx) => {
        const { party } = standing!;
        return this.listeners.tell(tx, { actor, party, action, recommendationId: id, reason: input.reason ?? null });
      },
    });
  }
}

/** The transition, or a refusal that names the steps which are possible. */
function allowed(step: RecommendationStep, { status, party }: Standing): Transition {
  const possible = nextSteps(status, party);
  const transition = possible.find((next) => next.step === step);
  if (transition) return transition;
  throw Rejected.because('ILLEGAL_STEP', 'id', {
    status,
    allowed: possible.map((next) => next.step).join(', ') || '–',
  });
}
