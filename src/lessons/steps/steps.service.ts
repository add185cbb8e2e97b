import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Changes } from '../../audit/changes.service.js';
import type { Actor } from '../../common/access.js';
import { Rejected, type Complaint } from '../../common/errors.js';
import { byKey, keyOf } from '../../common/write/references.js';
import { aloneAmongLessons, refuseMerged, refuseUnless } from '../lesson.checks.js';
import { Lesson } from '../lesson.entity.js';
import type { LessonStepInput, SupersedeLessonInput } from '../lesson.inputs.js';
import { EVIDENCE } from '../lesson.strength.js';
import { IN_FORCE, LessonStep, nextSteps, transitionOf, type Transition } from './workflow.js';

/** The mutation that takes a step, as the history names it. */
const STEP_ACTIONS: Readonly<Record<LessonStep, string>> = {
  [LessonStep.ENDORSE]: 'endorseLesson',
  [LessonStep.MARK_LEARNED]: 'markLessonLearned',
  [LessonStep.SUPERSEDE]: 'supersedeLesson',
  [LessonStep.RETIRE]: 'retireLesson',
};

/** Columns that a step sets beside the status; rejects what cannot be. Runs in the transaction, with the row locked. */
type Effect = (tx: EntityManager, current: Lesson) => Promise<object> | object;

/** Takes lessons through their life. */
@Injectable()
export class LessonStepsService {
  constructor(private readonly changes: Changes) {}

  endorse(actor: Actor, input: LessonStepInput): Promise<Lesson> {
    return this.take(actor, LessonStep.ENDORSE, input, (_, lesson) => {
      refuseUnfinished(lesson);
      return { endorsedAt: new Date() };
    });
  }

  markLearned(actor: Actor, input: LessonStepInput): Promise<Lesson> {
    return this.take(actor, LessonStep.MARK_LEARNED, input, async (tx, { id }) => {
      await refuseUnproven(tx, id);
      return {};
    });
  }

  supersede(actor: Actor, input: SupersedeLessonInput): Promise<Lesson> {
    return this.take(actor, LessonStep.SUPERSEDE, input, async (tx, { id }) => {
      await aloneAmongLessons(tx);
      const other = await byKey(tx, Lesson, 'code', input.by, 'by');
      if (other.id === id) throw Rejected.because('SAME_LESSON', 'by');
      await refuseUnless(tx, actor, { id: other.id, field: 'by', allowed: IN_FORCE });
      return { supersededBy: other };
    });
  }

  retire(actor: Actor, input: LessonStepInput): Promise<Lesson> {
    return this.take(actor, LessonStep.RETIRE, input, () => ({}));
  }

  private take(actor: Actor, step: LessonStep, input: LessonStepInput, effect: Effect): Promise<Lesson> {
    const id = keyOf(Lesson, input.id, 'id');
    return this.changes.edit({
      actor,
      action: STEP_ACTIONS[step],
      entity: Lesson,
      id,
      expectedVersion: input.expectedVersion,
      reason: input.reason,
      input,
      patch: async (tx, current) => {
        await refuseMerged(tx, actor, { id, field: 'id' });
        const { to, requiresReason } = allowed(step, current);
        if (requiresReason && !input.reason) throw Rejected.because('REQUIRED', 'reason');
        return { status: to, ...(await effect(tx, current)) };
      },
    });
  }
}

function allowed(step: LessonStep, { status }: Lesson): Transition {
  const transition = transitionOf(step, status);
  if (transition) return transition;
  const possible = nextSteps(status).map((next) => next.step);
  throw Rejected.because('ILLEGAL_STEP', 'id', { status, allowed: possible.join(', ') || '–' });
}

/** Whoever reads a lesson should learn what was understood and what to do. */
function refuseUnfinished({ insight, practice }: Lesson): void {
  const missing = Object.entries({ insight, practice }).filter(([, text]) => !text);
  const complaints = missing.map(([field]): Complaint => ({ code: 'LESSON_INCOMPLETE', field }));
  if (complaints.length > 0) throw new Rejected(complaints);
}

/** A lesson is learned when it helped somebody, or when two units came to it independently. */
async function refuseUnproven(tx: EntityManager, id: string): Promise<void> {
  const [evidence] = await tx.query<{ supportingUnits: number; hasHelped: boolean }[]>(EVIDENCE, [id]);
  const { supportingUnits, hasHelped } = evidence!;
  if (!hasHelped && supportingUnits < 2) throw Rejected.because('LESSON_NOT_PROVEN', 'id', { units: supportingUnits });
}
