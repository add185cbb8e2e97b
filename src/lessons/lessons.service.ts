import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Changes } from '../audit/changes.service.js';
import { change } from '../audit/field-changes.js';
import type { Actor } from '../common/access.js';
import { Rejected } from '../common/errors.js';
import { gather } from '../common/write/gather.js';
import { byKey, byKeys, byOptionalKey, keyOf } from '../common/write/references.js';
import { numbered } from '../experiences/experience.statements.js';
import { ObstaclePattern } from '../patterns/pattern.entity.js';
import { Stage } from '../stages/stage.entity.js';
import { refuseUnless } from './lesson.checks.js';
import { Lesson } from './lesson.entity.js';
import { SourceRelation } from './lesson.enums.js';
import type { CreateLessonInput, UpdateLessonInput } from './lesson.inputs.js';
import { LIVE } from './steps/workflow.js';

const MAX_TITLE = 300;

/** Owns the texts of lessons. */
@Injectable()
export class LessonsService {
  constructor(private readonly changes: Changes) {}

  /** A candidate; from a pattern, with all of its obstacles as sources. */
  create(actor: Actor, input: CreateLessonInput): Promise<Lesson> {
    const { clientMutationId: _, fromPattern, title, stages, levels, ...texts } = input;
    const step = { actor, action: 'createLesson', entity: Lesson };
    return this.changes.create({
      ...step,
      input,
      make: async (tx) => {
        const found = await gather({
          pattern: () => byOptionalKey(tx, ObstaclePattern, 'code', fromPattern, 'fromPattern'),
          stages: () => byKeys(tx, Stage, 'code', stages ?? [], 'stages'),
        });
        const name = title ?? found.pattern?.label.slice(0, MAX_TITLE);
        if (!name) throw Rejected.because('REQUIRED', 'title');
        const { code, isDemo } = await beginning(tx, actor);
        const demo = isDemo || (found.pattern?.isDemo ?? false);
        return { code, title: name.trim(), ...texts, stages: found.stages, levels: levels ?? [], isDemo: demo };
      },
      afterwards: async (tx, lesson) => {
        if (!fromPattern) return;
        const count = await linkPattern(tx, actor, lesson.id, fromPattern);
        await this.changes.record(tx, step, lesson.id, [
          change('sources', null, `${SourceRelation.SUPPORTS} ${fromPattern}: ${count}`),
        ]);
      },
    });
  }

  update(actor: Actor, input: UpdateLessonInput): Promise<Lesson> {
    const { id: globalId, expectedVersion, reason, stages, levels, title, ...texts } = input;
    const id = keyOf(Lesson, globalId, 'id');
    return this.changes.edit({
      actor,
      action: 'updateLesson',
      entity: Lesson,
      id,
      expectedVersion,
      reason,
      patch: async (tx) => {
        await refuseUnless(tx, actor, { id, field: 'id', allowed: LIVE });
        if (title === null) throw Rejected.because('REQUIRED', 'title');
        const named = stages === undefined ? undefined : await byKeys(tx, Stage, 'code', stages ?? [], 'stages');
        return { ...texts, title: title?.trim(), stages: named, levels: levels === null ? [] : levels };
      },
    });
  }
}

/** The lesson's code, and whether it is made by an account of the demonstration. */
async function beginning(tx: EntityManager, actor: Actor): Promise<{ code: string; isDemo: boolean }> {
  const [next] = await tx.query<{ code: string; isDemo: boolean }[]>(
    `select ${numbered('LES', 'number')} as code, (select is_demo from users where id = $1) as "isDemo"
     from nextval('lesson_numbers') as number`,
    [actor.userId],
  );
  return next!;
}

/** All obstacles of a pattern, which may be thousands, by one statement; the history says which pattern it was. */
async function linkPattern(tx: EntityManager, actor: Actor, lessonId: string, code: string): Promise<number> {
  const pattern = await byKey(tx, ObstaclePattern, 'code', code, 'fromPattern');
  const [row] = await tx.query<{ count: number }[]>(
    `with linked as (
       insert into lesson_sources (lesson_id, relation, obstacle_id, experience_id, created_by_id, updated_by_id)
       select $1, $2, m.obstacle_id, m.experience_id, $4, $4
       from obstacle_pattern_members m join experiences e on e.id = m.experience_id
       where m.pattern_id = $3 and e.status = 'PUBLISHED' order by m.obstacle_id
       returning id)
     select count(*)::int as count from linked`,
    [lessonId, SourceRelation.SUPPORTS, pattern.id, actor.userId],
  );
  return row!.count;
}
