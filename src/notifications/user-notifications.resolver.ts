import { Int, Resolver } from '@nestjs/graphql';
import { ComputedFrom, ConnectionFrom } from '../common/read/declare.js';
import type { SqlRow } from '../common/read/model.js';
import { User } from '../users/user.entity.js';
import { Notification } from './notification.entity.js';

/** Of another's account, which administrators may read, it is none. */
const unread = (row: SqlRow): string =>
  `(select count(*)::int from notifications n where n.recipient_id = ${row.column('id')}
    and n.recipient_id = ${row.actor('userId', 'bigint')} and n.read_at is null)`;

@Resolver(() => User)
export class UserNotificationsResolver {
  @ConnectionFrom(User, () => Notification, {
    via: 'recipient',
    description:
      'Kotak masuk, yang terbaru dahulu; hanya milik Anda sendiri. / The inbox, newest first; only your own.',
  })
  notifications(): void {}

  @ComputedFrom(User, () => Int, unread, 'Pemberitahuan Anda yang belum dibaca. / How many of yours are unread.')
  unreadNotifications(): void {}
}
