import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Changes } from '../audit/changes.service.js';
import { change } from '../audit/field-changes.js';
import type { Actor } from '../common/access.js';
import { Rejected } from '../common/errors.js';
import { byKey, keyOf } from '../common/write/references.js';
import { aloneAmongLessons, refuseUnless } from './lesson.checks.js';
import { Lesson } from './lesson.entity.js';
import type { LessonStepInput, MergeLessonsInput } from './lesson.inputs.js';
import { LIVE } from './steps/workflow.js';

/**
 * Puts lessons that say the same together, and apart again. A merged lesson only points at the other one: nothing of it is
 * moved or changed, and nobody can change it meanwhile, so that taking it out again leaves everything as it was.
 */
@Injectable()
export class MergingService {
  constructor(private readonly changes: Changes) {}

  merge(actor: Actor, input: MergeLessonsInput): Promise<Lesson> {
    const step = { actor, action: 'mergeLessons', entity: Lesson };
    const id = keyOf(Lesson, input.id, 'id');
    return this.changes.edit({
      ...step,
      ...edited(input),
      id,
      patch: async (tx) => {
        await aloneAmongLessons(tx);
        const target = await byKey(tx, Lesson, 'code', input.into, 'into');
        if (target.id === id) throw Rejected.because('SAME_LESSON', 'into');
        await refuseUnless(tx, actor, { id, field: 'id', allowed: LIVE });
        await refuseUnless(tx, actor, { id: target.id, field: 'into', allowed: LIVE });
        await refuseHolder(tx, id);
        return { mergedInto: target };
      },
      afterwards: async (tx, { code, mergedInto }) =>
        this.changes.record(tx, step, mergedInto!.id, [change('merged', null, code)], input.reason ?? null),
    });
  }

  unmerge(actor: Actor, input: LessonStepInput): Promise<Lesson> {
    const step = { actor, action: 'unmergeLessons', entity: Lesson };
    const id = keyOf(Lesson, input.id, 'id');
    let target: string;
    return this.changes.edit({
      ...step,
      ...edited(input),
      id,
      patch: async (tx) => {
        const [row] = await tx.query<{ into: string | null }[]>(
          'select merged_into_id as into from lessons where id = $1',
          [id],
        );
        if (row!.into === null) throw Rejected.because('LESSON_NOT_MERGED', 'id');
        target = row!.into;
        return { mergedInto: null };
      },
      afterwards: (tx, { code }) =>
        this.changes.record(tx, step, target, [change('merged', code, null)], input.reason ?? null),
    });
  }
}

const edited = (input: LessonStepInput) => ({
  expectedVersion: input.expectedVersion,
  reason: input.reason,
  input,
});

/** A lesson that others were merged into stays where it is: one look tells where a merged one has gone. */
async function refuseHolder(tx: EntityManager, id: string): Promise<void> {
  const rows = await tx.query<{ code: string }[]>('select code from lessons where merged_into_id = $1 order by code', [
    id,
  ]);
  if (rows.length > 0)
    throw Rejected.because('LESSON_HOLDS_OTHERS', 'id', { codes: rows.map(({ code }) => code).join(', ') });
}
