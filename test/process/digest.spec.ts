import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { COMPLETE } from '../support/experiences.js';
import { MailServer } from '../support/mail-server.js';
import { PASSWORD, type ServerConnection } from '../support/test-server.js';
import { ask, cleanUp, databaseUrl, launch, query, startServer, type Server } from './process.js';
import { until } from '../support/until.js';

/** A process that is killed between a change and the mail that tells of it. */
jest.setTimeout(150_000);

const TO = 'pemeriksa@kpu.example';
let mail: MailServer;
let environment: Record<string, string>;
let connection: ServerConnection;

beforeAll(async () => {
  mail = new MailServer();
  await mail.start();
  const database = await databaseUrl('demo');
  connection = database.connection;
  environment = {
    DATABASE_URL: database.url,
    DEMO_PASSWORD: PASSWORD,
    SMTP_URL: mail.url,
    MAIL_FROM: 'rakornas@kpu.example',
    PUBLIC_URL: 'http://127.0.0.1:4000',
  };
});
afterAll(async () => {
  await cleanUp();
  await mail.stop();
});

const LOGIN =
  'mutation ($username: String!, $password: String!) { login(input: { username: $username, password: $password }) { accessToken } }';

async function as(server: Server, username: string): Promise<(text: string, input: object) => Promise<any>> {
  const { accessToken } = (await ask(server, LOGIN, { username, password: PASSWORD })).login;
  const headers = { authorization: `Bearer ${accessToken}` };
  return (text, input) => ask(server, text, { input }, headers);
}

async function submit(server: Server, title: string): Promise<void> {
  const unit = await as(server, 'kontributor.7371');
  const { createExperience: made } = await unit(
    'mutation ($input: CreateExperienceInput!) { createExperience(input: $input) { experience { id version } } }',
    { clientMutationId: randomUUID(), ...COMPLETE, title },
  );
  const { submitExperience: sent } = await unit(
    'mutation ($input: ExperienceStepInput!) { submitExperience(input: $input) { experience { status } } }',
    { id: made.experience.id, expectedVersion: made.experience.version },
  );
  expect(sent.experience.status).toBe('SUBMITTED');
}

const isMorning = (): Promise<unknown> =>
  query(connection, `update jobs.job set start_after = now() where state in ('created', 'retry')`);

describe('the digest of a process that was killed', () => {
  it('right after the change is sent by the next one', async () => {
    const first = await startServer(environment);
    expect(first.stdout).toMatch(/^ {2}mail +daily digests at 07\.00 WIB by 127\.0\.0\.1:\d+$/m);
    const admin = await as(first, 'admin');
    const { user } = await admin('{ user(username: "reviewer.73") { id version } }', {});
    await admin('mutation ($input: UpdateUserInput!) { updateUser(input: $input) { userErrors { code } } }', {
      id: user.id,
      expectedVersion: user.version,
      email: TO,
    });
    await submit(first, 'Dikirim sebelum mati');
    await first.stop('SIGKILL');
    await isMorning();
    expect(mail.mails).toEqual([]);
    const second = await startServer(environment);
    const [told] = await mail.atLeast(1);
    expect(told).toMatchObject({ to: TO, text: expect.stringContaining('Dikirim sebelum mati') });
    expect(await second.stop()).toEqual({ code: 0, signal: null });
    expect(second.complaints).toEqual([]);
  });

  it('when the mail server had taken it comes once more, known by its id, and then no more', async () => {
    mail.mails.length = 0;
    const first = await startServer(environment);
    await submit(first, 'Terkirim lalu mati');
    mail.beforeAnswer = () => first.stop('SIGKILL');
    await isMorning();
    await mail.atLeast(1);
    await until(async () => first.isOver);
    mail.beforeAnswer = async () => {};
    // It began so long ago that it must be dead.
    await query(connection, `update jobs.job set started_on = now() - interval '1 hour' where state = 'active'`);
    const second = await startServer(environment);
    await isMorning();
    const [before, again] = await mail.atLeast(2);
    expect(again!.messageId).toBe(before!.messageId);
    expect(again!.text).toContain('Terkirim lalu mati');
    await until(async () => {
      const rows = await query(
        connection,
        `select 1 from notifications where mailed_at is null and recipient_id in (select id from users where email = '${TO}')`,
      );
      return rows.length === 0;
    });
    await isMorning();
    await until(async () => {
      const rows = await query(
        connection,
        `select 1 from jobs.job where start_after <= now() and state in ('created', 'retry', 'active')`,
      );
      return rows.length === 0;
    });
    expect(mail.mails.length).toBe(2);
    await second.stop();
  });
});

describe('settings of mail', () => {
  it('that are missing or wrong are named, without the password', async () => {
    const { SMTP_URL: _, MAIL_FROM: __, PUBLIC_URL: ___, ...rest } = environment;
    const run = launch('main', { ...rest, SMTP_URL: 'smtp://a:rahasia@mail.example', MAIL_FROM: 'bukan alamat' });
    expect((await run.ended).code).toBe(1);
    expect(run.complaints).toEqual([
      'PUBLIC_URL must be set with SMTP_URL.',
      'MAIL_FROM must hold an address, not "bukan alamat".',
    ]);
    const other = launch('main', { ...rest, SMTP_URL: 'http://a:rahasia@mail.example', DIGEST_HOUR: '24' });
    expect((await other.ended).code).toBe(1);
    expect(other.complaints.join('\n')).not.toContain('rahasia');
    expect(other.complaints).toEqual([
      'SMTP_URL must be like smtps://user:password@host:465 or smtp://host:587.',
      'DIGEST_HOUR must be a whole number from 0 to 23, not "24".',
    ]);
  });
});
