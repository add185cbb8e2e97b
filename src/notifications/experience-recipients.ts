import type { EntityManager } from 'typeorm';
import { ANNOUNCE } from '../audit/announcements.js';
import { ExperienceStatus } from '../experiences/experience.enums.js';
import type { StepTaken } from '../experiences/review/step-listeners.js';
import { ExperienceStep } from '../experiences/review/workflow.js';
import { kindOf } from './notification.kinds.js';
import { Notification } from './notification.entity.js';

/** Where an experience waits for somebody to look at it. */
type Desk = 'PROVINCE' | 'CENTRE' | null;

const DESKS: Partial<Record<ExperienceStatus, Desk>> = {
  [ExperienceStatus.SUBMITTED]: 'PROVINCE',
  [ExperienceStatus.PROVINCE_REVIEW]: 'PROVINCE',
  [ExperienceStatus.CENTRAL_REVIEW]: 'CENTRE',
};

/** The desk whose whole staff has to know: where something arrives, or from where it was taken away. */
function deskOf({ step, from, to }: StepTaken): Desk {
  const [before = null, after = null] = [DESKS[from], DESKS[to]];
  if (step === ExperienceStep.WITHDRAW) return before;
  return after === before ? null : after;
}

/**
 * Tells of a step, in its transaction: the unit of every step, a desk of what arrives there or is taken away from it, and
 * of everything those who have taken part in the review. Nobody is told of what he did himself, and nobody who has no
 * longer to do with the experience: another role or another unit counts, not what somebody was when taking part.
 */
export async function tellOfStep(tx: EntityManager, taken: StepTaken): Promise<void> {
  const { actor, experienceId, party, step, from, to, reason } = taken;
  const desk = deskOf(taken);
  await tx.query(TELL, [experienceId, actor.userId, kindOf(step, to), party, from, to, reason, desk]);
}

const TOOK_PART = 'exists (select from reviews r where r.experience_id = e.id and r.actor_id = u.id)';

const TELL = `
  with told as (
    insert into notifications (recipient_id, kind, experience_id, party, from_status, to_status, reason)
    select u.id, $3, e.id, $4, $5, $6, $7
    from experiences e join satkers s on s.id = e.satker_id join users u on u.is_active
    where e.id = $1 and u.id is distinct from $2 and (
      (u.role = 'CONTRIBUTOR' and u.satker_id = s.id)
      or (u.role = 'REVIEWER' and u.satker_id = s.parent_id and s.level in ('REGENCY', 'CITY')
        and ($8::text is not distinct from 'PROVINCE' or ${TOOK_PART}))
      or (u.role = 'ANALYST' and ($8::text is not distinct from 'CENTRE' or ${TOOK_PART})))
    returning id, recipient_id)
  select ${ANNOUNCE(`'${Notification.name}'`, 'id', 'recipient_id')} from told`;
