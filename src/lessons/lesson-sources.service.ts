import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Changes } from '../audit/changes.service.js';
import { change } from '../audit/field-changes.js';
import type { Actor } from '../common/access.js';
import { Rejected } from '../common/errors.js';
import { parseGlobalId } from '../common/read/global-id.js';
import { Reader } from '../common/read/reader.js';
import { byKey, keyOf } from '../common/write/references.js';
import { Statement } from '../events/statement.entity.js';
import { Experience } from '../experiences/experience.entity.js';
import { Obstacle } from '../experiences/obstacle.entity.js';
import { SourceDocument } from '../sources/source.entity.js';
import { refuseUnless } from './lesson.checks.js';
import { Lesson } from './lesson.entity.js';
import type { LinkLessonSourceInput, UnlinkLessonSourceInput } from './lesson.inputs.js';
import { LessonSource } from './source.entity.js';
import { LIVE } from './steps/workflow.js';

/** What a lesson can be taken from, and the relation that points at it. */
const SUBJECTS = {
  Experience: [Experience, 'experience'],
  Obstacle: [Obstacle, 'obstacle'],
  Statement: [Statement, 'statement'],
  SourceDocument: [SourceDocument, 'sourceDocument'],
} as const;

type Subject = Partial<Pick<LessonSource, 'experience' | 'obstacle' | 'statement' | 'sourceDocument'>>;

/** Says what lessons are taken from. */
@Injectable()
export class LessonSourcesService {
  constructor(
    private readonly changes: Changes,
    private readonly reader: Reader,
  ) {}

  async link(actor: Actor, input: LinkLessonSourceInput): Promise<LessonSource> {
    const { lesson: code, relation, note, subject: globalId } = input;
    const step = { actor, action: 'linkLessonSource' };
    const { type, key } = await this.visible(actor, globalId);
    return this.changes.create({
      ...step,
      entity: LessonSource,
      input,
      make: async (tx) => {
        const lesson = await byKey(tx, Lesson, 'code', code, 'lesson');
        await refuseUnless(tx, actor, { id: lesson.id, field: 'lesson', allowed: LIVE });
        const subject = await subjectOf(tx, type, key);
        await refuseRepeated(tx, lesson.id, subject);
        return { lesson, relation, note, ...subject };
      },
      afterwards: (tx, source) =>
        this.changes.record(tx, { ...step, entity: Lesson }, source.lesson.id, [
          change('sources', null, inWords(source)),
        ]),
    });
  }

  /** Of the lesson itself: the sources of one that was merged into it are that one's. */
  unlink(actor: Actor, input: UnlinkLessonSourceInput): Promise<Lesson> {
    const id = keyOf(Lesson, input.id, 'id');
    const key = keyOf(LessonSource, input.source, 'source');
    const step = { actor, action: 'unlinkLessonSource' };
    return this.changes.edit({
      ...step,
      entity: Lesson,
      id,
      expectedVersion: input.expectedVersion,
      reason: input.reason,
      input,
      patch: async (tx) => {
        await refuseUnless(tx, actor, { id, field: 'id', allowed: LIVE });
        return {};
      },
      parts: async (tx) => {
        const relations = { experience: true, obstacle: true, statement: true, sourceDocument: true } as const;
        const row = await tx.findOne(LessonSource, { where: { id: key, lesson: { id } }, relations });
        if (!row) throw Rejected.because('NOT_FOUND', 'source', { what: LessonSource.name, key: input.source });
        const fields = ['relation', 'experience', 'obstacle', 'statement', 'sourceDocument', 'note'] as const;
        await this.changes.remove(tx, { ...step, entity: LessonSource, row, fields });
        return [change('sources', inWords(row), null)];
      },
    });
  }

  /** What the actor may not see is refused in the same words as what never was. */
  private async visible(actor: Actor, globalId: string): Promise<{ type: keyof typeof SUBJECTS; key: string }> {
    const parsed = parseGlobalId(globalId);
    const type = parsed?.typeName as keyof typeof SUBJECTS;
    const key = parsed && SUBJECTS[type] ? await this.reader.keyOf(actor, SUBJECTS[type][0], { id: parsed.key }) : null;
    if (key === null) throw Rejected.because('SOURCE_KIND', 'subject');
    return { type, key };
  }
}

/** An obstacle brings its experience with it: so the unit and the cycle of a source are always one step away. */
async function subjectOf(tx: EntityManager, type: keyof typeof SUBJECTS, key: string): Promise<Subject> {
  const [entity, relation] = SUBJECTS[type];
  const relations = entity === Obstacle ? { experience: true } : {};
  const row = await tx.findOne<Experience | Obstacle | Statement | SourceDocument>(entity, {
    where: { id: key },
    relations,
  });
  if (!row) throw Rejected.because('SOURCE_KIND', 'subject');
  return row instanceof Obstacle ? { obstacle: row, experience: row.experience } : { [relation]: row };
}

async function refuseRepeated(tx: EntityManager, lessonId: string, subject: Subject): Promise<void> {
  const { experience, obstacle, statement, sourceDocument } = subject;
  const [known] = await tx.query<{ relation: string }[]>(
    `select relation from lesson_sources where lesson_id = $1 and experience_id is not distinct from $2
       and obstacle_id is not distinct from $3 and statement_id is not distinct from $4
       and source_document_id is not distinct from $5`,
    [lessonId, ...[experience, obstacle, statement, sourceDocument].map((row) => row?.id ?? null)],
  );
  if (known) throw Rejected.because('SOURCE_LINKED', 'subject', { relation: known.relation });
}

/** "SUPPORTS EXP-000123 #2". */
function inWords({ relation, experience, obstacle, statement, sourceDocument }: LessonSource): string {
  const place = obstacle ? ` #${obstacle.ordinal}` : '';
  const name = experience?.code ?? sourceDocument?.slug ?? statement?.gist;
  return `${relation} ${name}${place}`;
}
