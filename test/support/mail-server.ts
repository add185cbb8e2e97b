import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { until } from './until.js';

export interface Mail {
  to: string;
  /** The whole message, its transfer encoding taken off. */
  text: string;
  messageId: string;
}

/** A real SMTP server on this machine that keeps what it is sent. */
export class MailServer {
  readonly mails: Mail[] = [];
  private server: SMTPServer | null = null;
  port = 0;

  /** Called when a mail is there and its sender does not know so yet. */
  beforeAnswer: () => Promise<unknown> = async () => {};

  /** Addresses that it does not know. */
  constructor(private readonly unknown: readonly string[] = []) {}

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    this.server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      onRcptTo: ({ address }, _session, done) => {
        if (!this.unknown.includes(address)) return done();
        done(Object.assign(new Error('No such mailbox'), { responseCode: 550 }));
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const text = decoded(Buffer.concat(chunks));
          const messageId = /^Message-ID: (.*)$/im.exec(text)?.[1]?.trim() ?? '';
          for (const { address } of session.envelope.rcptTo) this.mails.push({ to: address, text, messageId });
          void this.beforeAnswer().then(() => done());
        });
      },
    });
    this.server.on('error', () => {}); // a client that was killed
    await new Promise<void>((resolve) => this.server!.listen(this.port, '127.0.0.1', () => resolve()));
    this.port = (this.server.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => (this.server ? this.server.close(() => resolve()) : resolve()));
    this.server = null;
  }

  /** The mails, once there are so many. */
  async atLeast(count: number): Promise<Mail[]> {
    await until(() => this.mails.length >= count, {
      problem: () => `${this.mails.length} mails instead of ${count}`,
    });
    return this.mails;
  }

  to(address: string): Mail[] {
    return this.mails.filter((mail) => mail.to === address);
  }
}

/** Quoted-printable, which is what mails with lines of text are sent in. */
function decoded(raw: Buffer): string {
  const bytes = raw
    .toString('latin1')
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\r\n', '\n');
}
