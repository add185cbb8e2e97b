import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Changes } from '../audit/changes.service.js';
import type { Actor } from '../common/access.js';
import { Rejected, type Complaint } from '../common/errors.js';
import { Reader } from '../common/read/reader.js';
import { byKey, keyOf } from '../common/write/references.js';
import { today } from '../experiences/draft-rules.js';
import { Satker } from '../satker/satker.entity.js';
import { ElectionCycle } from '../stages/cycle.entity.js';
import { LessonApplication } from './application.entity.js';
import type { RecordLessonApplicationInput, UpdateLessonApplicationInput } from './application.inputs.js';
import { refuseUnless } from './lesson.checks.js';
import { Lesson } from './lesson.entity.js';
import { ApplicationOutcome } from './lesson.enums.js';
import { IN_FORCE } from './steps/workflow.js';

type Said = Pick<LessonApplication, 'outcome' | 'evidence' | 'appliedOn'>;

/** What units say of lessons: whether they applied them, and whether that helped. */
@Injectable()
export class ApplicationsService {
  constructor(
    private readonly changes: Changes,
    private readonly reader: Reader,
  ) {}

  /** For the writer's own unit, once for each cycle. */
  async record(actor: Actor, input: RecordLessonApplicationInput): Promise<LessonApplication> {
    const { lesson: code, cycle: cycleCode, outcome, evidence = null, appliedOn = null } = input;
    refuseUnfit({ outcome, evidence, appliedOn });
    const id = await this.reader.keyOf(actor, Lesson, { code });
    if (id === null) throw Rejected.because('NOT_FOUND', 'lesson', { what: Lesson.name, key: code });
    return this.changes.create({
      actor,
      action: 'recordLessonApplication',
      entity: LessonApplication,
      input,
      make: async (tx) => {
        await refuseUnless(tx, actor, { id, field: 'lesson', allowed: IN_FORCE });
        const cycle = await byKey(tx, ElectionCycle, 'code', cycleCode, 'cycle');
        const satker = await tx.findOneByOrFail(Satker, { id: actor.satkerId! });
        const where = { lesson: { id }, satker: { id: satker.id }, cycle: { id: cycle.id } };
        if (await tx.existsBy(LessonApplication, where)) throw Rejected.because('APPLICATION_RECORDED', 'cycle');
        const lesson = await tx.findOneByOrFail(Lesson, { id });
        return { lesson, satker, cycle, outcome, evidence: evidence?.trim() ?? null, appliedOn };
      },
    });
  }

  async update(actor: Actor, input: UpdateLessonApplicationInput): Promise<LessonApplication> {
    const { id: globalId, expectedVersion, reason, outcome, evidence, appliedOn } = input;
    const key = keyOf(LessonApplication, globalId, 'id');
    const id = await this.reader.keyOf(actor, LessonApplication, { id: key });
    if (id === null) throw Rejected.because('NOT_FOUND', 'id', { what: LessonApplication.name, key: globalId });
    return this.changes.edit({
      actor,
      action: 'updateLessonApplication',
      entity: LessonApplication,
      id,
      expectedVersion,
      reason,
      patch: async (tx, current) => {
        const lessonId = await refuseForeign(tx, actor, id);
        await refuseUnless(tx, actor, { id: lessonId, field: 'id', allowed: IN_FORCE });
        if (outcome === null) throw Rejected.because('REQUIRED', 'outcome');
        const given = { outcome, evidence: evidence && evidence.trim(), appliedOn };
        refuseUnfit({
          outcome: outcome ?? current.outcome,
          evidence: evidence === undefined ? current.evidence : evidence,
          appliedOn: appliedOn === undefined ? current.appliedOn : appliedOn,
        });
        return given;
      },
    });
  }
}

/** Returns the key of the lesson. */
async function refuseForeign(tx: EntityManager, actor: Actor, id: string): Promise<string> {
  const [row] = await tx.query<{ lesson: string; satker: string; own: string | null }[]>(
    `select lesson_id as lesson, satker_id as satker, (select code from satkers where id = $2) as own
     from lesson_applications where id = $1`,
    [id, actor.satkerId],
  );
  if (row!.satker !== actor.satkerId) throw Rejected.because('NOT_YOUR_SATKER', 'id', { own: row!.own ?? '–' });
  return row!.lesson;
}

/** That it helped has to be shown; what was not applied has no day. */
function refuseUnfit({ outcome, evidence, appliedOn }: Said): void {
  const complaints: Complaint[] = [];
  const wasApplied = outcome !== ApplicationOutcome.NOT_APPLICABLE;
  const hasHelped = outcome === ApplicationOutcome.HELPED || outcome === ApplicationOutcome.PARTLY;
  if (hasHelped && !evidence) complaints.push({ code: 'REQUIRED', field: 'evidence' });
  if (wasApplied && !appliedOn) complaints.push({ code: 'REQUIRED', field: 'appliedOn' });
  if (!wasApplied && appliedOn) complaints.push({ code: 'NOT_APPLIED_DATE', field: 'appliedOn' });
  if (appliedOn && appliedOn > today())
    complaints.push({ code: 'IN_FUTURE', field: 'appliedOn', params: { today: today() } });
  if (complaints.length > 0) throw new Rejected(complaints);
}
