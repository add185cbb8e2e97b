import type { EntityManager } from 'typeorm';
import { CENTRAL_STAFF, type Actor } from '../common/access.js';
import { Rejected } from '../common/errors.js';
import type { LessonStatus } from './lesson.enums.js';

interface Standing {
  code: string;
  status: LessonStatus;
  isMerged: boolean;
  /** Code of the lesson it was merged into, where the actor may know of that. */
  into: string | null;
}

/** One lesson at a time is merged or superseded, so that none ends up in itself by way of others. Until the transaction ends. */
export const aloneAmongLessons = (tx: EntityManager): Promise<unknown> =>
  tx.query(`select pg_advisory_xact_lock(hashtext('lessons'))`);

/** Rejects a lesson that is not in one of these statuses, or was merged into another. */
export async function refuseUnless(
  tx: EntityManager,
  actor: Actor,
  lesson: { id: string; field: string; allowed: readonly LessonStatus[] },
): Promise<Standing> {
  const { id, field, allowed } = lesson;
  const standing = await refuseMerged(tx, actor, { id, field });
  const { code, status } = standing;
  if (!allowed.includes(status))
    throw Rejected.because('LESSON_STATUS', field, { code, status, allowed: allowed.join(', ') });
  return standing;
}

/** Rejects a lesson that was merged into another: it is to be found again as it was. */
export async function refuseMerged(
  tx: EntityManager,
  actor: Actor,
  { id, field }: { id: string; field: string },
): Promise<Standing> {
  const [standing] = await tx.query<Standing[]>(
    `select l.code, l.status, l.merged_into_id is not null as "isMerged",
       (select t.code from lessons t where t.id = l.merged_into_id and (t.endorsed_at is not null or $2)) as into
     from lessons l where l.id = $1`,
    [id, CENTRAL_STAFF.includes(actor.role)],
  );
  if (standing!.isMerged) throw Rejected.because('LESSON_MERGED', field, { code: standing!.into ?? '–' });
  return standing!;
}
