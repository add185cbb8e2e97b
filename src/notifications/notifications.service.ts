import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../common/access.js';
import { Rejected, type Complaint } from '../common/errors.js';
import { keyOf } from '../common/write/references.js';
import { StepListeners } from '../experiences/review/step-listeners.js';
import { RecommendationListeners } from '../recommendations/recommendation-listeners.js';
import { tellOfStep } from './experience-recipients.js';
import type { MarkNotificationsReadInput } from './notification.inputs.js';
import { Notification } from './notification.entity.js';
import { tellOfDeed } from './recommendation-recipients.js';

/** Owns the inboxes. That something was read is nobody's business, so the history does not say so. */
@Injectable()
export class NotificationsService implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly steps: StepListeners,
    private readonly deeds: RecommendationListeners,
  ) {}

  onModuleInit(): void {
    this.steps.add(tellOfStep);
    this.deeds.add(tellOfDeed);
  }

  /** Returns how many had not been read before. Repeating it changes nothing. */
  async markRead(actor: Actor, { ids, upTo }: MarkNotificationsReadInput): Promise<number> {
    if (!ids && !upTo) throw Rejected.because('REQUIRED', 'ids');
    const keys = (ids ?? []).map((id, index) => keyOf(Notification, id, `ids.${index}`));
    const last = upTo ? keyOf(Notification, upTo, 'upTo') : null;
    return this.dataSource.transaction(async (tx) => {
      const own = await tx.query<{ id: string }[]>(
        'select id from notifications where recipient_id = $1 and id = any($2::bigint[])',
        [actor.userId, last ? [...keys, last] : keys],
      );
      const known = new Set(own.map(({ id }) => id));
      const complaints = keys.flatMap((key, index) => unknown(known, key, `ids.${index}`, ids![index]!));
      if (last) complaints.push(...unknown(known, last, 'upTo', upTo!));
      if (complaints.length > 0) throw new Rejected(complaints);
      const [, marked] = await tx.query<[unknown, number]>(
        `update notifications set read_at = now()
         where recipient_id = $1 and read_at is null and (id = any($2::bigint[]) or id <= $3)`,
        [actor.userId, keys, last],
      );
      return marked;
    });
  }
}

/** Another's is refused in the words for one that never was. */
function unknown(known: ReadonlySet<string>, key: string, field: string, given: string): Complaint[] {
  if (known.has(key)) return [];
  return [{ code: 'NOT_FOUND', field, params: { what: Notification.name, key: given } }];
}
