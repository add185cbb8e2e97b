import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import type { Config } from '../../config.js';
import { CONFIG } from '../../config.token.js';
import type { Written } from './digest-mail.js';

const CONNECT_LIMIT_MS = 10_000;
const SILENCE_LIMIT_MS = 30_000;

/** The mail server does not know an address, or does not take mail for it: trying again soon is of no use. */
export class AddressRefused extends Error {}

/** Hands mails to the deployment's mail server. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private transport: Transporter | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /**
   * Resolves when the server has taken the mail. `key` names what the mail tells: sent twice with the same one, it has the same
   * Message-ID, by which mail servers and readers know it again.
   */
  async send(to: string, key: string, { subject, text, html }: Written): Promise<void> {
    const { mailFrom, publicUrl } = this.config;
    const { hostname } = new URL(publicUrl!);
    const messageId = `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${hostname}>`;
    const headers = { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'id' };
    try {
      await this.open().sendMail({ from: mailFrom!, to, subject, text, html, messageId, headers });
    } catch (error) {
      const { command, responseCode = 0, message } = error as Error & { command?: string; responseCode?: number };
      if (command === 'RCPT TO' && responseCode >= 500) throw new AddressRefused(message);
      throw error;
    }
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }

  private open(): Transporter {
    return (this.transport ??= createTransport({
      url: this.config.smtpUrl!,
      connectionTimeout: CONNECT_LIMIT_MS,
      greetingTimeout: CONNECT_LIMIT_MS,
      socketTimeout: SILENCE_LIMIT_MS,
      // What people have written must not become an attachment from this machine.
      disableFileAccess: true,
      disableUrlAccess: true,
    }) as Transporter);
  }
}
