import type { Client } from './api.js';

const NODE =
  'id kind message party fromStatus toStatus reason isRead readAt experience { code } recommendation { number status }';

/** A notification as its reader sees it. */
export interface Told {
  id: string;
  kind: string;
  message: string;
  party: string;
  fromStatus: string;
  toStatus: string;
  reason: string | null;
  isRead: boolean;
  readAt: string | null;
  experience: { code: string } | null;
  recommendation: { number: string; status: string } | null;
}

/** The inboxes of everybody in `client`, which may get more. */
export class Inboxes {
  private readonly seen = new Map<string, Set<string>>();

  constructor(private readonly client: Readonly<Record<string, Client>>) {}

  async of(who: string, filter = ''): Promise<{ nodes: Told[]; totalCount: number; unread: number }> {
    const { viewer } = await this.client[who]!.query(
      `{ viewer { unreadNotifications notifications(first: 100 ${filter && `filter: { ${filter} }`}) { totalCount nodes { ${NODE} } } } }`,
    );
    return { ...viewer.notifications, unread: viewer.unreadNotifications };
  }

  /** Who was told something new since the last call, and what. */
  async news(): Promise<Record<string, string[]>> {
    const told: Record<string, string[]> = {};
    for (const who of Object.keys(this.client)) {
      const known = this.seen.get(who) ?? new Set();
      this.seen.set(who, known);
      const fresh = (await this.of(who)).nodes.filter(({ id }) => !known.has(id));
      fresh.forEach(({ id }) => known.add(id));
      if (fresh.length > 0) told[who] = fresh.map(({ kind }) => kind.replace(/^(EXPERIENCE|RECOMMENDATION)_/, ''));
    }
    return told;
  }
}
