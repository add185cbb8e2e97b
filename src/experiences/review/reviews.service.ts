import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Changes } from '../../audit/changes.service.js';
import type { Actor } from '../../common/access.js';
import { Rejected } from '../../common/errors.js';
import { ExperienceStatus } from '../experience.enums.js';
import { Experience } from '../experience.entity.js';
import { STEP_ACTIONS } from './actions.js';
import { refuseUnknownFields } from './commentable-fields.js';
import { changesSinceSubmission } from './resubmission.js';
import { Review, type FieldComment } from './review.entity.js';
import type { ExperienceStepInput, MarkDuplicateInput, RequestChangesInput } from './review.inputs.js';
import { Standings, type Standing } from './standings.js';
import { StepListeners } from './step-listeners.js';
import { refuseUnfinished } from './submission-checks.js';
import { ExperienceStep, nextSteps, transitionOf, type Transition } from './workflow.js';

/** What a step does beside changing the status. */
interface Effect {
  /** Columns of the experience; rejects what cannot be. Runs in the transaction, with the row locked. */
  columns?: (tx: EntityManager, id: string) => Promise<object>;
  comments?: readonly FieldComment[];
}

/** Takes experiences through their workflow. Every step leaves a row that is never changed. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly changes: Changes,
    private readonly standings: Standings,
    private readonly listeners: StepListeners,
  ) {}

  /** Hands an experience in. Everything that is missing is told at once. */
  submit(actor: Actor, input: ExperienceStepInput): Promise<Experience> {
    const columns = async (tx: EntityManager, id: string): Promise<object> => {
      await refuseUnfinished(tx, id);
      return { reportedAt: new Date() };
    };
    return this.take(actor, ExperienceStep.SUBMIT, input, { columns });
  }

  /** A step that changes nothing but the status. */
  plain(actor: Actor, step: ExperienceStep, input: ExperienceStepInput): Promise<Experience> {
    return this.take(actor, step, input, {});
  }

  requestChanges(actor: Actor, input: RequestChangesInput): Promise<Experience> {
    const comments = input.comments ?? [];
    refuseUnknownFields(comments);
    return this.take(actor, ExperienceStep.REQUEST_CHANGES, input, { comments });
  }

  async markDuplicate(actor: Actor, input: MarkDuplicateInput): Promise<Experience> {
    const original = await this.standings.byCode(actor, input.of, 'of');
    const columns = async (_: EntityManager, id: string): Promise<object> => {
      if (original === id) throw Rejected.because('SAME_EXPERIENCE', 'of');
      return { duplicateOf: { id: original, code: input.of } };
    };
    return this.take(actor, ExperienceStep.MARK_DUPLICATE, input, { columns });
  }

  private async take(
    actor: Actor,
    step: ExperienceStep,
    input: ExperienceStepInput,
    { columns, comments = [] }: Effect,
  ): Promise<Experience> {
    const id = await this.standings.keyOf(actor, input.id, 'id');
    let transition: Transition | undefined;
    return this.changes.edit({
      actor,
      action: STEP_ACTIONS[step],
      entity: Experience,
      id,
      expectedVersion: input.expectedVersion,
      reason: input.reason,
      input,
      patch: async (tx) => {
        transition = allowed(step, await this.standings.of(tx, actor, id));
        if (transition.requiresReason && !input.reason) throw Rejected.because('REQUIRED', 'reason');
        return { status: transition.to, ...(await columns?.(tx, id)) };
      },
      afterwards: async (tx, experience, before) => {
        const { party } = transition!;
        const changes = step === ExperienceStep.SUBMIT ? await changesSinceSubmission(tx, id) : [];
        const { status: toStatus } = experience;
        const { status: fromStatus } = before;
        const row = { experience, actorId: actor.userId, party, step, fromStatus, toStatus };
        const reason = input.reason ?? null;
        await tx.insert(Review, { ...row, reason, comments: [...comments], changes });
        const taken = { actor, party, step, experienceId: id, from: fromStatus, to: toStatus, reason };
        await this.listeners.tell(tx, taken);
      },
    });
  }
}

/** The transition, or a refusal that names the steps which are possible. */
function allowed(step: ExperienceStep, { status, party, belowProvince }: Standing): Transition {
  const transition = party && transitionOf(step, status, party, belowProvince);
  if (transition) return transition;
  const possible = party ? nextSteps(status, party).map((next) => next.step) : [];
  throw Rejected.because('ILLEGAL_STEP', 'id', {
    status: status as ExperienceStatus,
    allowed: possible.join(', ') || '–',
  });
}
