import type { EntityManager } from 'typeorm';
import { ANNOUNCE } from '../audit/announcements.js';
import { ReviewParty } from '../experiences/review/workflow.js';
import type { RecommendationDeed } from '../recommendations/recommendation-listeners.js';
import { isAddressedTo, tookPart } from '../recommendations/steps/circumstances.js';
import { Party } from '../recommendations/steps/workflow.js';
import { KINDS_OF_ACTIONS, NotificationKind } from './notification.kinds.js';
import { Notification } from './notification.entity.js';

const PARTIES: Readonly<Record<Party, ReviewParty>> = {
  [Party.CENTRE]: ReviewParty.CENTRE,
  [Party.ADDRESSEE]: ReviewParty.UNIT,
};

/**
 * Tells of what was done to a recommendation, in its transaction: the staff of every unit it is addressed to, the authors'
 * unit, and analysts who have had to do with it; all analysts of what is reported done, since one of them has to
 * verify it. Of a follow-up only the units whose work it is and those analysts. Nobody is told of what he did himself.
 */
export async function tellOfDeed(tx: EntityManager, deed: RecommendationDeed): Promise<void> {
  const { actor, party, action, recommendationId, reason, units = null } = deed;
  const kind = KINDS_OF_ACTIONS[action];
  const toAddressees =
    kind === NotificationKind.RECOMMENDATION_ACCEPTED ? NotificationKind.RECOMMENDATION_ADDRESSED : kind;
  const isForDesk = kind === NotificationKind.RECOMMENDATION_REPORTED_DONE;
  const told = [recommendationId, actor.userId, kind, toAddressees, PARTIES[party], reason, units, isForDesk];
  await tx.query(TELL, told);
}

const TELL = `
  with told as (
    insert into notifications (recipient_id, kind, experience_id, recommendation_id, party, from_status, to_status, reason)
    select u.id, case when addressed.so then $4 else $3 end, e.id, r.id, $5, e.status, e.status, $6
    from recommendations r join experiences e on e.id = r.experience_id join users u on u.is_active
    cross join lateral (select ${isAddressedTo('r.id', 'u.satker_id')} as so) addressed
    where r.id = $1 and u.id is distinct from $2 and (
      (u.role in ('CONTRIBUTOR', 'REVIEWER') and case when $7::bigint[] is null then addressed.so else u.satker_id = any($7) end)
      or (u.role = 'CONTRIBUTOR' and u.satker_id = e.satker_id and $7 is null)
      or (u.role = 'ANALYST' and ($8 or ${tookPart('r.id', 'u.id')})))
    returning id, recipient_id)
  select ${ANNOUNCE(`'${Notification.name}'`, 'id', 'recipient_id')} from told`;
