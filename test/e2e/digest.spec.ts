import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Client, type TestApi } from '../support/api.js';
import { draft, newMember, take } from '../support/experiences.js';
import { MailServer } from '../support/mail-server.js';
import { mutate } from '../support/mutation.js';

/** The daily mail, to a real mail server. */
const REFUSED = 'tidak-ada@kpu.example';

let api: TestApi;
let mail: MailServer;
let admin: Client;
const client: Record<string, Client> = {};

const MEMBERS: Record<string, object> = {
  penulis: { role: 'CONTRIBUTOR', satker: '73.71', displayName: 'Penulis <b>Makassar</b>' },
  rekan: { role: 'CONTRIBUTOR', satker: '73.71' },
  tetangga: { role: 'CONTRIBUTOR', satker: '73.06' },
  pemeriksa: { role: 'REVIEWER', satker: '73' },
  pemeriksaBali: { role: 'REVIEWER', satker: '51' },
  pusat: { role: 'ANALYST' },
};
const addressOf = (who: string): string => `${who.toLowerCase()}@kpu.example`;

beforeAll(async () => {
  mail = new MailServer([REFUSED]);
  await mail.start();
  api = await startApi({
    SMTP_URL: mail.url,
    MAIL_FROM: 'Rakornas <rakornas@kpu.example>',
    PUBLIC_URL: 'https://rakornas.kpu.example',
  });
  admin = await api.as('admin');
  for (const [who, more] of Object.entries(MEMBERS))
    client[who] = (await newMember(admin, api.anonymous, { email: addressOf(who), ...more })).client;
});
afterAll(async () => {
  await api.close();
  await mail.stop();
});

/** What waits for its time or for another try does not wait any longer. Returns how many jobs that were. */
async function letTimePass(queue: string): Promise<number> {
  const [, count] = await api.dataSource.query<[unknown, number]>(
    `update jobs.job set start_after = now() where name = $1 and state in ('created', 'retry')`,
    [queue],
  );
  return count;
}

/** The next morning: returns when all mails of the day are sent or have failed once. */
async function nextMorning(): Promise<void> {
  mail.mails.length = 0;
  const isBusy = async (): Promise<boolean> => {
    const [{ busy }] = await api.dataSource.query<[{ busy: number }]>(
      `select count(*)::int as busy from jobs.job
       where (name = 'digest' and state in ('created', 'active')) or (name = 'digest-day' and (state = 'active' or start_after <= now()) and state <> 'completed')`,
    );
    return busy > 0;
  };
  expect(await letTimePass('digest-day')).toBe(1);
  while (await isBusy()) await sleep(100);
}

describe('the digest', () => {
  it('tells each what others did, by experience, and never what he did himself', async () => {
    let now = await draft(client['penulis']!, { title: 'Kotak suara <terlambat> & basah' });
    now = await take(client['penulis']!, 'submitExperience', now);
    now = await take(client['pemeriksa']!, 'requestChanges', now, { reason: 'Lengkapi "kapan"\ndan di mana' });
    now = await take(client['penulis']!, 'submitExperience', now);
    now = await take(client['pemeriksa']!, 'approveExperience', now);
    await take(client['pusat']!, 'approveExperience', now);
    await nextMorning();

    const [own] = mail.to(addressOf('penulis'));
    expect(own!.text).toContain('Subject: Rakornas: 3 kabar baru');
    expect(own!.text).toContain('From: Rakornas <rakornas@kpu.example>');
    const [plain, html] = [
      own!.text.slice(0, own!.text.indexOf('<!doctype')),
      own!.text.slice(own!.text.indexOf('<!doctype')),
    ];
    expect(plain).toContain('Yth. Penulis <b>Makassar</b>,');
    expect(plain).toContain(`${now.code} - Kotak suara <terlambat> & basah\nKPU Kota Makassar\n`);
    expect(plain.match(/Provinsi mengembalikan|Provinsi menyetujui|Pusat menerbitkan/g)).toEqual([
      'Provinsi mengembalikan',
      'Provinsi menyetujui',
      'Pusat menerbitkan',
    ]);
    expect(plain).toContain('    Alasan: Lengkapi "kapan"\n    dan di mana');
    expect(plain).not.toContain('Satker penulis mengirim');
    expect(plain).toContain('https://rakornas.kpu.example');
    expect(html).toContain('Kotak suara &lt;terlambat&gt; &amp; basah');
    expect(html).toContain('Yth. Penulis &lt;b&gt;Makassar&lt;/b&gt;,');
    expect(html).not.toContain('<terlambat>');

    // The control: to a colleague they are somebody else's.
    const [colleague] = mail.to(addressOf('rekan'));
    expect(colleague!.text.match(/\* .*Satker penulis mengirim/g)).toHaveLength(2);
    const [reviewer] = mail.to(addressOf('pemeriksa'));
    expect(reviewer!.text).not.toMatch(/\* .*Provinsi/);
    expect(reviewer!.text).toContain('Pusat menerbitkan pengalaman.');
    expect(mail.to(addressOf('pusat'))[0]!.text).toContain('Provinsi menyetujui');
    expect(mail.to(addressOf('tetangga'))).toEqual([]);
    expect(mail.to(addressOf('pemeriksaBali'))).toEqual([]);
    expect(mail.mails.length).toBe(4);
  });

  it('tells nothing twice, and nothing that was read', async () => {
    await nextMorning();
    expect(mail.mails).toEqual([]);
    const now = await take(client['penulis']!, 'submitExperience', await draft(client['penulis']!));
    const { viewer } = await client['rekan']!.query('{ viewer { notifications(first: 1) { nodes { id } } } }');
    const upTo = viewer.notifications.nodes[0].id;
    expect((await mutate(client['rekan']!, 'markNotificationsRead', { upTo }, 'marked')).marked).toBeGreaterThan(0);
    await nextMorning();
    expect(mail.mails.map(({ to }) => to)).toEqual([addressOf('pemeriksa')]);
    expect(mail.mails[0]!.text).toContain(now.code);
  });

  it('tells a unit what was addressed to it, and the authors what became of it, by recommendation', async () => {
    const text = `Siapkan kapal cadangan ${'di pelabuhan terdekat '.repeat(9)}`.trim();
    let now = await draft(client['penulis']!, { recommendations: [{ text, remedy: 'LOGISTICS' }] });
    now = await take(client['penulis']!, 'submitExperience', now);
    now = await take(client['pemeriksa']!, 'approveExperience', now);
    await take(client['pusat']!, 'approveExperience', now);
    await nextMorning();
    const { experience } = await client['pusat']!.query(
      `{ experience(code: "${now.code}") { recommendations { id number version } } }`,
    );
    const { id, number, version: expectedVersion } = experience.recommendations[0];
    const addressees = [{ satker: '73.06', role: 'LEAD' }];
    const plan = { remedy: 'SOP', instrument: 'NONE', priority: 'HIGH', dueDate: '2999-12-31', addressees };
    await mutate(client['pusat']!, 'acceptRecommendation', { id, expectedVersion, ...plan });
    await nextMorning();

    expect(mail.mails.map(({ to }) => to).toSorted()).toEqual(['penulis', 'rekan', 'tetangga'].map(addressOf));
    const heading = new RegExp(`${number} - Siapkan kapal cadangan [a-z ]{80,110} …\nKPU Kota Makassar\n`);
    const [addressed] = mail.to(addressOf('tetangga'));
    expect(addressed!.text).toMatch(heading);
    expect(addressed!.text).toContain('Pusat menujukan rekomendasi kepada satker Anda.');
    const [author] = mail.to(addressOf('penulis'));
    expect(author!.text).toMatch(heading);
    expect(author!.text).toContain('Pusat menerima rekomendasi dan menetapkan pelaksananya.');
  });

  it('leaves no trace of what is out of sight by then', async () => {
    const hidden = await take(
      client['penulis']!,
      'submitExperience',
      await draft(client['penulis']!, { title: 'Rahasia kami' }),
    );
    await take(client['penulis']!, 'withdrawExperience', hidden);
    await nextMorning();
    expect(mail.mails.map(({ to }) => to)).toEqual([addressOf('rekan')]); // a colleague sees it still
    expect(mail.mails[0]!.text).toContain('Rahasia kami');
  });

  it('comes to nobody who does not want it, and a refused address keeps it from nobody else', async () => {
    const { version } = (await client['rekan']!.query('{ viewer { version } }')).viewer;
    await mutate(client['rekan']!, 'updateProfile', { expectedVersion: version, wantsDigest: false });
    const { client: lost } = await newMember(admin, api.anonymous, { role: 'REVIEWER', satker: '73', email: REFUSED });
    const now = await take(client['penulis']!, 'submitExperience', await draft(client['penulis']!));
    await nextMorning();
    expect(mail.mails.map(({ to }) => to)).toEqual([addressOf('pemeriksa')]);
    const isMailed = '{ viewer { notifications(first: 1) { nodes { isMailed } } } }';
    expect((await lost.query(isMailed)).viewer.notifications.nodes[0].isMailed).toBe(false);
    expect((await client['pemeriksa']!.query(isMailed)).viewer.notifications.nodes[0].isMailed).toBe(true);
    await take(client['pemeriksa']!, 'rejectExperience', now, { reason: 'Bukan pengalaman' });
    await nextMorning();
    expect(mail.mails.map(({ to }) => to)).toEqual([addressOf('penulis')]);
  });

  it('waits for a mail server that is down', async () => {
    await take(client['penulis']!, 'submitExperience', await draft(client['penulis']!));
    await mail.stop();
    await nextMorning();
    expect(mail.mails).toEqual([]);
    await mail.start();
    expect(await letTimePass('digest')).toBeGreaterThan(0);
    expect((await mail.atLeast(1))[0]!.to).toBe(addressOf('pemeriksa'));
  });
});
