/** Where committed changes are announced to all processes that share the database. */
export const CHANNEL = 'rakornas_changes';

/** A record that was changed. It says what changed, never how: whoever wants to know reads it, as far as he may. */
export interface Announcement {
  readonly type: string;
  readonly id: string;
  /** The one account that the record is for, where it is for one. */
  readonly recipientId: string | null;
}

/** SQL that announces a record, once and only when the transaction under way is committed. Takes SQL of each part. */
export const ANNOUNCE = (type: string, id: string, recipientId?: string): string =>
  `pg_notify('${CHANNEL}', ${[type, id, recipientId].filter(Boolean).join(` || ' ' || `)})`;

/** What a message of the channel says, or null for one that is not ours. */
export function announcementOf(payload: string): Announcement | null {
  const [, type, id, recipientId = null] = /^([A-Z]\w*) (\d+)(?: (\d+))?$/.exec(payload) ?? [];
  return type && id ? { type, id, recipientId } : null;
}
