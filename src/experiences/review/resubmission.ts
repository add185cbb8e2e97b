import type { EntityManager } from 'typeorm';
import type { FieldChange } from '../../audit/audit-entry.entity.js';
import { Experience } from '../experience.entity.js';

/**
 * What the unit has changed since it handed the experience in the last time, each field once; nothing at the first time.
 * The history knows every change between; here only the first before and the last after count. The step that is under way
 * is in the history already.
 */
export async function changesSinceSubmission(tx: EntityManager, experienceId: string): Promise<FieldChange[]> {
  const entries = await tx.query<{ changes: FieldChange[] }[]>(
    `select changes from audit_entries
     where subject_type = $2 and subject_id = $1 and action = 'updateExperience'
       and id > (select id from audit_entries
         where subject_type = $2 and subject_id = $1 and action = 'submitExperience'
         order by id desc offset 1 limit 1)
     order by id`,
    [experienceId, Experience.name],
  );
  const folded = new Map<string, FieldChange>();
  for (const change of entries.flatMap(({ changes }) => changes))
    folded.set(change.field, { ...change, before: folded.get(change.field)?.before ?? change.before });
  return [...folded.values()].filter(({ before, after }) => before !== after);
}
