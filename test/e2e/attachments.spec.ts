import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clearDemo } from '../../src/seeds/seed.js';
import { startApi, type Client, type TestApi } from '../support/api.js';
import { docx, jpeg, pdf, png, webp, xlsx } from '../support/sample-files.js';
import { bodyOf, listen, send } from './answers.js';
import { attachmentsOf, become, bytesOf, download, draft, formOf, upload, uploadPath } from './uploads.js';

let api: TestApi;
let base: string;
let makassar: Client;

beforeAll(async () => {
  api = await startApi();
  base = await listen(api);
  makassar = await api.as('kontributor.7371');
});
afterAll(() => api.close());

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const KINDS: [name: string, content: Buffer, type: string][] = [
  ['Notulen rapat.pdf', pdf(), 'application/pdf'],
  ['peta.PNG', png(), 'image/png'],
  ['foto.jpg', jpeg({ comment: 'TPS 3' }), 'image/jpeg'],
  ['foto lain.jpeg', jpeg(), 'image/jpeg'],
  // Marks of the scan on both sides of every seam between the pieces that it is read in.
  ['foto besar.jpg', jpeg({ scan: Buffer.alloc(200_000, Buffer.from([0xff, 0])) }), 'image/jpeg'],
  ['foto besar 2.jpg', jpeg({ scan: Buffer.alloc(200_001, Buffer.from([0, 0xff])) }), 'image/jpeg'],
  ['bagan.webp', webp(), 'image/webp'],
  ['laporan.docx', docx(), `${OFFICE}.wordprocessingml.document`],
  ['rekap.xlsx', xlsx([{ name: 'xl/printerSettings/printerSettings1.bin' }]), `${OFFICE}.spreadsheetml.sheet`],
];

describe('a file', () => {
  it.each(KINDS)('is attached and comes back as it was: %s', async (name, content, contentType) => {
    const { code } = await draft(makassar);
    const answer = await upload(base, makassar, code, { name, content });
    const shown = bodyOf(answer);
    expect([answer.status, shown]).toMatchObject([
      201,
      { name, contentType, size: content.length, sha256: sha256(content) },
    ]);
    expect(answer.headers['location']).toBe(shown.url);
    expect(await attachmentsOf(makassar, code)).toEqual([shown]);
    const got = await download(base, makassar, shown.url);
    expect(got.status).toBe(200);
    expect((await bytesOf(got)).equals(content)).toBe(true);
    expect(Object.fromEntries(got.headers)).toMatchObject({
      'content-type': contentType,
      'content-length': String(content.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
      etag: `"${shown.sha256}"`,
    });
  });

  it('is not sent again to whoever has it', async () => {
    const { code } = await draft(makassar);
    const { url, sha256: hash } = bodyOf(await upload(base, makassar, code, { name: 'a.pdf', content: pdf() }));
    for (const tag of [`"${hash}"`, `W/"${hash}"`, `"x", "${hash}"`, '*']) {
      const got = await download(base, makassar, url, { 'if-none-match': tag });
      expect([got.status, (await bytesOf(got)).length]).toEqual([304, 0]);
    }
    expect((await download(base, makassar, url, { 'if-none-match': '"x"' })).status).toBe(200);
    const head = await fetch(`${base}${url}`, { method: 'HEAD', headers: makassar.headers });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(pdf().length)]);
  });

  it('sent twice is there once, also when both come at the same time', async () => {
    const { code } = await draft(makassar);
    const file = { name: 'sama.png', content: png() };
    const answers = await Promise.all([1, 2, 3].map(() => upload(base, makassar, code, file)));
    answers.push(await upload(base, makassar, code, file, { 'idempotency-key': 'kunci-klien' }));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 201]);
    expect(new Set(answers.map((answer) => bodyOf(answer).id)).size).toBe(1);
    expect(await attachmentsOf(makassar, code)).toHaveLength(1);
    // Under another name it is another attachment.
    expect((await upload(base, makassar, code, { ...file, name: 'lain.png' })).status).toBe(201);
  });

  it('keeps the name people gave it, and nothing that leads elsewhere', async () => {
    const NAMES: [sent: string, kept: string][] = [
      ['../../etc/passwd.pdf', 'passwd.pdf'],
      ['C:\\Users\\Sri\\Notulen.pdf', 'Notulen.pdf'],
      ['..\\..\\boot.pdf', 'boot.pdf'],
      ['/etc/cron.d/x.pdf', 'x.pdf'],
      ['..pdf.pdf', 'pdf.pdf'],
      ['nota\u202efdp.pdf', 'notafdp.pdf'],
      ['satu\u0007dua\u200b.pdf', 'satudua.pdf'],
      ['Cafe\u0301 \u00d7  ringkasan.pdf', 'Caf\u00e9 \u00d7 ringkasan.pdf'],
      [`${'p'.repeat(300)}.pdf`, `${'p'.repeat(196)}.pdf`],
      ['Berita acara “Sirekap” – 100%.pdf', 'Berita acara “Sirekap” – 100%.pdf'],
    ];
    const { code } = await draft(makassar);
    for (const [sent, kept] of NAMES) {
      const answer = await upload(base, makassar, code, { name: sent, content: pdf() });
      expect([sent, bodyOf(answer).name]).toEqual([sent, kept]);
      const disposition = (await download(base, makassar, bodyOf(answer).url)).headers.get('content-disposition')!;
      expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w.!~%-]+$/);
      expect(decodeURIComponent(disposition.split("filename*=UTF-8''")[1]!)).toBe(kept);
    }
  });

  it('is in the history of its experience, and so is its removal', async () => {
    const { code, id } = await draft(makassar);
    const attachment = bodyOf(await upload(base, makassar, code, { name: 'a.pdf', content: pdf() }));
    const { removeAttachment } = await makassar.query(REMOVE, { input: { id: attachment.id, reason: 'Salah berkas' } });
    expect(removeAttachment).toEqual({ experience: { id, attachments: [] }, userErrors: [] });
    expect((await download(base, makassar, attachment.url)).status).toBe(404);
    const { experience } = await (
      await api.as('auditor')
    ).query(
      `query ($code: String!) { experience(code: $code) { history { nodes { action actor reason changes { field before after } } } } }`,
      { code },
    );
    expect(experience.history.nodes.slice(0, 2)).toEqual([
      {
        action: 'removeAttachment',
        actor: 'kontributor.7371',
        reason: 'Salah berkas',
        changes: [{ field: 'attachments', before: 'a.pdf', after: null }],
      },
      {
        action: 'addAttachment',
        actor: 'kontributor.7371',
        reason: null,
        changes: [{ field: 'attachments', before: null, after: 'a.pdf' }],
      },
    ]);
    // It may come back.
    expect((await upload(base, makassar, code, { name: 'a.pdf', content: pdf() })).status).toBe(201);
  });
});

const REMOVE = `mutation ($input: RemoveAttachmentInput!) {
  removeAttachment(input: $input) { experience { id attachments { id } } userErrors { code field message } }
}`;

describe('who may', () => {
  const UNKNOWN = '/api/v1/attachments/QXR0YWNobWVudDo5OTk5OTk5';
  const EVERYBODY = ['viewer', 'kontributor.7306', 'reviewer.73', 'reviewer.51', 'analis', 'admin', 'auditor'];

  /** Who can download; whoever cannot has to get what an id gets that was never given. */
  async function readers(url: string): Promise<string[]> {
    const clients: [string, Client][] = [['nobody', api.anonymous]];
    for (const account of ['kontributor.7371', ...EVERYBODY]) clients.push([account, await api.as(account)]);
    const able: string[] = [];
    for (const [account, client] of clients) {
      const [got, unknown] = [await download(base, client, url), await download(base, client, UNKNOWN)];
      if (got.status === 200) able.push(account);
      else
        expect([account, got.status, await got.text(), headersOf(got)]).toEqual([
          account,
          404,
          await unknown.text(),
          headersOf(unknown),
        ]);
    }
    return able;
  }
  const headersOf = ({ headers }: Response): object => ({ ...Object.fromEntries(headers), date: '' });

  it('read it: those for whom its experience exists', async () => {
    const { code } = await draft(makassar);
    const { url } = bodyOf(await upload(base, makassar, code, { name: 'a.pdf', content: pdf() }));
    expect(await readers(url)).toEqual(['kontributor.7371', 'auditor']);
    await become(api, code, 'SUBMITTED');
    expect(await readers(url)).toEqual(['kontributor.7371', 'reviewer.73', 'analis', 'auditor']);
    await become(api, code, 'PUBLISHED');
    expect(await readers(url)).toEqual(['nobody', 'kontributor.7371', ...EVERYBODY]);
    await become(api, code, 'WITHDRAWN');
    expect(await readers(url)).toEqual(['kontributor.7371', 'auditor']);
  });

  it('read anything: ids of other things, and of nothing, are all the same', async () => {
    const { code, id } = await draft(makassar);
    const attachment = bodyOf(await upload(base, makassar, code, { name: 'a.pdf', content: pdf() }));
    const expected = await (await download(base, makassar, UNKNOWN)).text();
    for (const wrong of [
      id,
      attachment.id.replace(/=+$/, ''),
      'x',
      '1',
      '..%2f..%2fetc%2fpasswd',
      '%00',
      'a'.repeat(90),
    ]) {
      const got = await download(base, makassar, `/api/v1/attachments/${wrong}`);
      expect([wrong, got.status, await got.text()]).toEqual([wrong, 404, expected]);
    }
    expect(JSON.parse(expected)).toEqual({ code: 'NOT_FOUND', message: 'Tidak ada di sini.' });
  });

  it('attach files: the unit that writes, while it writes', async () => {
    const { code } = await draft(makassar);
    const file = { name: 'a.pdf', content: pdf() };
    const attempt = async (account: string, of = code): Promise<unknown[]> => {
      const answer = await upload(base, await api.as(account), of, file);
      return [account, answer.status, bodyOf(answer).code];
    };
    for (const account of ['viewer', 'reviewer.73', 'analis', 'admin', 'auditor'])
      expect(await attempt(account)).toEqual([account, 403, 'FORBIDDEN']);
    expect(await attempt('kontributor.7306')).toEqual(['kontributor.7306', 404, 'NOT_FOUND']);
    const none = await upload(base, makassar, 'EXP-999999', file);
    const foreign = await upload(base, await api.as('kontributor.7306'), code, file);
    expect([foreign.status, foreign.text]).toEqual([none.status, none.text]);
    for (const status of ['SUBMITTED', 'PROVINCE_REVIEW', 'CENTRAL_REVIEW', 'REJECTED', 'DUPLICATE']) {
      await become(api, code, status);
      expect([status, await attempt('kontributor.7371')]).toEqual([
        status,
        ['kontributor.7371', 409, 'EXPERIENCE_CLOSED'],
      ]);
    }
    await become(api, code, 'PUBLISHED');
    expect(await attempt('kontributor.7306')).toEqual(['kontributor.7306', 403, 'NOT_YOUR_EXPERIENCE']);
    await become(api, code, 'CHANGES_REQUESTED');
    expect(await attempt('kontributor.7371')).toEqual(['kontributor.7371', 201, undefined]);
  });

  it('remove one: the same, and for others it is not there', async () => {
    const { code } = await draft(makassar);
    const { id } = bodyOf(await upload(base, makassar, code, { name: 'a.pdf', content: pdf() }));
    const attempt = async (client: Client, which = id): Promise<unknown> =>
      (await client.query(REMOVE, { input: { id: which } })).removeAttachment.userErrors;
    const tanatoraja = await api.as('kontributor.7306');
    const unknown = 'QXR0YWNobWVudDo5OTk5OTk5';
    expect(JSON.stringify(await attempt(tanatoraja)).replace(id, unknown)).toBe(
      JSON.stringify(await attempt(tanatoraja, unknown)),
    );
    await become(api, code, 'PUBLISHED');
    expect(await attempt(tanatoraja)).toMatchObject([{ code: 'NOT_YOUR_EXPERIENCE' }]);
    expect(await attempt(makassar)).toMatchObject([{ code: 'EXPERIENCE_CLOSED' }]);
    await become(api, code, 'DRAFT');
    expect(await attempt(makassar)).toEqual([]);
    expect(await attempt(makassar)).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  it('come without a good token: told to sign in, in their language', async () => {
    const { code } = await draft(makassar);
    const form = formOf({ name: 'a.pdf', content: pdf() });
    const ask = (headers: Record<string, string>): ReturnType<typeof send> =>
      send(base, { path: uploadPath(code), headers: { ...form.headers, ...headers }, body: form.body });
    const anonymous = await ask({ 'accept-language': 'en' });
    expect([anonymous.status, bodyOf(anonymous), anonymous.headers['www-authenticate']]).toEqual([
      401,
      { code: 'UNAUTHENTICATED', message: 'Please sign in first.' },
      'Bearer',
    ]);
    const forged = await ask({ authorization: 'Bearer a.b.c' });
    expect([forged.status, bodyOf(forged).code]).toEqual([401, 'UNAUTHENTICATED']);
    expect(await attachmentsOf(makassar, code)).toEqual([]);
  });
});

it('a deployment that is not public shows nobody anything', async () => {
  const closed = await startApi({ PUBLIC_READ: 'false' });
  try {
    const closedBase = await listen(closed);
    const contributor = await closed.as('kontributor.7371');
    const { code } = await draft(contributor);
    const { url } = bodyOf(await upload(closedBase, contributor, code, { name: 'a.pdf', content: pdf() }));
    await become(closed, code, 'PUBLISHED');
    expect((await fetch(`${closedBase}${url}`)).status).toBe(401);
    expect((await fetch(`${closedBase}${url}`, { headers: (await closed.as('viewer')).headers })).status).toBe(200);
  } finally {
    await closed.close();
  }
});

it('the demonstration takes its attachments along', async () => {
  const { code } = await draft(makassar);
  const { url } = bodyOf(await upload(base, makassar, code, { name: 'a.pdf', content: pdf() }));
  await clearDemo(api.dataSource);
  expect((await download(base, makassar, url)).status).toBe(404);
  expect(await api.dataSource.query('select count(*)::int as left from attachments')).toEqual([{ left: 0 }]);
});
