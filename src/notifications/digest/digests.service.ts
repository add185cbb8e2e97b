import { Inject, Injectable, Logger } from '@nestjs/common';
import { parse } from 'graphql';
import { DataSource } from 'typeorm';
import { memberActor, type Role } from '../../common/access.js';
import { parseGlobalId } from '../../common/read/global-id.js';
import { Reader } from '../../common/read/reader.js';
import type { Config } from '../../config.js';
import { CONFIG } from '../../config.token.js';
import { writeDigest, type DigestGroup, type DigestLine } from './digest-mail.js';
import { AddressRefused, Mailer } from './mailer.js';

/** News is what happened lately: whoever gets an address now is not sent last year's. */
const NEWS_DAYS = 30;
/** Characters of a recommendation that stand in for a title. */
const HEADLINE = 120;

interface Recipient {
  id: string;
  displayName: string;
  email: string;
  role: Role;
  satkerId: string | null;
}

interface Told extends DigestLine {
  readonly id: string;
  readonly experience: { code: string; title: string; satker: { name: string } } | null;
  readonly recommendation: { number: string; text: string } | null;
}

/** The inbox answers it: so a digest has what its reader may see at that moment, and nothing else. */
const UNREAD = parse(`
  query Digest($since: DateTime!) {
    viewer {
      notifications(
        filter: { isRead: false, isMailed: false, createdAt: { gte: $since } }
        orderBy: [{ field: ID }]
        first: 100
      ) {
        totalCount
        nodes { id message reason createdAt experience { code title satker { name } } recommendation { number text } }
      }
    }
  }`);

/** Mails people what happened since the last digest and what they have not read. */
@Injectable()
export class Digests {
  private readonly logger = new Logger('Digests');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly dataSource: DataSource,
    private readonly reader: Reader,
    private readonly mailer: Mailer,
  ) {}

  /** Keys of the accounts that have something to be sent. */
  async due(): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `select u.id from users u where ${WANTS_DIGEST} and exists (
         select from notifications n where n.recipient_id = u.id and n.read_at is null and n.mailed_at is null
           and n.created_at >= $2)
       order by u.id`,
      [this.config.demo, since()],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Sends one account its digest, if there is anything to tell. What was told is marked after the mail server has taken the
   * mail: a process that is killed between leads to the same mail once more, never to none. Throws when it has to be
   * tried again.
   */
  async send(userId: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      // A digest that is tried again and the next day's must not both tell the same.
      const [turn] = await tx.query<{ isOurs: boolean }[]>(
        `select pg_try_advisory_xact_lock(hashtextextended('digest ' || $1, 0)) as "isOurs"`,
        [userId],
      );
      if (!turn?.isOurs) return;
      const [recipient] = await tx.query<Recipient[]>(
        `select u.id, u.display_name as "displayName", u.email, u.role, u.satker_id as "satkerId"
         from users u where ${WANTS_DIGEST} and u.id = $2`,
        [this.config.demo, userId],
      );
      if (!recipient) return;
      const { nodes, totalCount } = await this.unread(recipient);
      const groups = grouped(nodes);
      const keys = nodes.map(({ id }) => parseGlobalId(id)!.key);
      if (groups.length > 0 && !(await this.mail(recipient, keys, groups, totalCount - nodes.length))) return;
      await tx.query('update notifications set mailed_at = now() where id = any($1::bigint[])', [keys]);
    });
  }

  private async unread({ id, role, satkerId }: Recipient): Promise<{ nodes: Told[]; totalCount: number }> {
    const { viewer } = await this.reader.ask<{ viewer: { notifications: { nodes: Told[]; totalCount: number } } }>(
      memberActor(role, id, satkerId),
      UNREAD,
      { since: since().toISOString() },
    );
    return viewer.notifications;
  }

  /** Whether it was taken. An address that is refused is tried again the next day: somebody may have mended it. */
  private async mail(to: Recipient, keys: readonly string[], groups: DigestGroup[], more: number): Promise<boolean> {
    const written = writeDigest({ name: to.displayName, groups, more, url: this.config.publicUrl! });
    try {
      await this.mailer.send(to.email, `digest ${to.id} ${keys.join(' ')}`, written);
      return true;
    } catch (error) {
      if (!(error instanceof AddressRefused)) throw error;
      this.logger.warn(`The address of account ${to.id} was refused: ${error.message}`);
      return false;
    }
  }
}

const since = (): Date => new Date(Date.now() - NEWS_DAYS * 24 * 60 * 60 * 1000);

/** Accounts that can read their inbox and want it by mail; demonstration accounts where there is a demo. */
const WANTS_DIGEST = 'u.is_active and u.wants_digest and u.email is not null and (not u.is_demo or $1)';

/** By experience or recommendation, in the order of what happened first; those that are out of sight now leave no trace. */
function grouped(told: readonly Told[]): DigestGroup[] {
  const groups = new Map<string, DigestGroup & { lines: DigestLine[] }>();
  for (const { experience, recommendation, message, reason, createdAt } of told) {
    if (!experience) continue;
    const { satker, ...about } = experience;
    const { code, title } = recommendation
      ? { code: recommendation.number, title: headline(recommendation.text) }
      : about;
    const group = groups.get(code) ?? { code, title, unit: satker.name, lines: [] };
    groups.set(code, group);
    group.lines.push({ message, reason, createdAt });
  }
  return [...groups.values()];
}

/** A recommendation has no title, and its text may be as long as a page. */
function headline(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > HEADLINE ? `${line.slice(0, line.lastIndexOf(' ', HEADLINE))} …` : line;
}
