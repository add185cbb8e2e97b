import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Client, type TestApi } from '../support/api.js';
import { compound, docx, jpeg, pdf, png, webp, xlsx, zip, type Part } from '../support/sample-files.js';
import { bodyOf, faultsOf, listen, send, type Answer } from './answers.js';
import { attachmentsOf, draft, filesOf, formOf, upload, uploadPath, type SentFile } from './uploads.js';

/** Files that are refused, each with its reason, and nothing of them is left. */
let api: TestApi;
let base: string;
let makassar: Client;
let code: string;

beforeAll(async () => {
  api = await startApi({ MAX_ATTACHMENT_MB: '1' });
  base = await listen(api);
  makassar = await api.as('kontributor.7371');
  ({ code } = await draft(makassar));
});
afterAll(() => api.close());

const MEGABYTE = 1024 * 1024;
const hidden = (text: string): Part[] => [{ name: 'word/media/image1.png', data: text }];

const REFUSED: Record<string, [reason: string, file: SentFile]> = {
  'nothing in it': ['422 FILE_EMPTY', { name: 'a.pdf', content: Buffer.alloc(0) }],
  'a program': ['415 FILE_TYPE', { name: 'a.pdf', content: Buffer.from(`MZ${'\0'.repeat(200)}`) }],
  'a page of HTML': [
    '415 FILE_TYPE',
    { name: 'a.pdf', content: Buffer.from('<!doctype html><script>alert(1)</script>') },
  ],
  'a drawing that can have scripts': [
    '415 FILE_TYPE',
    { name: 'a.png', content: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>') },
  ],
  'an animation': ['415 FILE_TYPE', { name: 'a.gif', content: Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1') }],
  text: ['415 FILE_TYPE', { name: 'a.docx', content: Buffer.from('hanya teks') }],
  'an archive of something else': ['415 FILE_TYPE', { name: 'a.docx', content: zip([{ name: 'a.txt', data: 'a' }]) }],
  'a document that calls itself a picture': ['415 FILE_EXTENSION', { name: 'foto.jpg', content: pdf() }],
  'a picture that calls itself a document': ['415 FILE_EXTENSION', { name: 'nota.pdf', content: png() }],
  'a sheet that calls itself a text': ['415 FILE_EXTENSION', { name: 'rekap.docx', content: xlsx() }],
  'a second extension that is the real one': ['415 FILE_EXTENSION', { name: 'nota.pdf.exe', content: pdf() }],
  'no extension': ['415 FILE_EXTENSION', { name: 'nota', content: pdf() }],
  'an extension after a null byte': ['415 FILE_EXTENSION', { name: 'nota.exe\0.pdf', content: png() }],
  'a name of dots': ['422 FILE_NAME', { name: '....', content: pdf() }],
  'a name of invisible signs': ['422 FILE_NAME', { name: '\u202e\u200b', content: pdf() }],

  'a PDF behind a page': ['422 FILE_MIXED', { name: 'a.pdf', content: pdf({ before: '<html><script>1</script>' }) }],
  'a PDF with an archive behind it': [
    '422 FILE_MIXED',
    { name: 'a.pdf', content: Buffer.concat([pdf(), zip([{ name: 'a.exe', data: 'MZ' }])]) },
  ],
  'a PDF whose archive has the end mark in its comment': [
    '422 FILE_MIXED',
    { name: 'a.pdf', content: Buffer.concat([pdf(), zip([{ name: 'a', data: 'a' }], { comment: '%%EOF' })]) },
  ],
  'a PDF with a page behind it': ['422 FILE_MIXED', { name: 'a.pdf', content: pdf({ after: '<script>1</script>' }) }],
  'a PDF with much behind it': ['422 FILE_MIXED', { name: 'a.pdf', content: pdf({ after: 'x'.repeat(5000) }) }],
  'a PDF that breaks off': ['422 FILE_DAMAGED', { name: 'a.pdf', content: pdf().subarray(0, 90) }],
  'a PDF with a script': [
    '422 FILE_ACTIVE',
    { name: 'a.pdf', content: pdf({ inside: '3 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj\n' }) },
  ],
  'a PDF with a script whose name is spelled in numbers': [
    '422 FILE_ACTIVE',
    { name: 'a.pdf', content: pdf({ inside: '3 0 obj << /S /J#61vaScr#69pt >> endobj\n' }) },
  ],
  'a PDF that starts a program': [
    '422 FILE_ACTIVE',
    { name: 'a.pdf', content: pdf({ inside: `${' '.repeat(131_000)}/S /Launch /F (cmd.exe)\n` }) },
  ],
  'a PDF that carries a file': [
    '422 FILE_ACTIVE',
    { name: 'a.pdf', content: pdf({ inside: '<< /Type /EmbeddedFile >>\n' }) },
  ],

  'a PNG with something behind it': ['422 FILE_MIXED', { name: 'a.png', content: png({ after: '<?php ?>' }) }],
  'a PNG with a PDF inside': ['422 FILE_MIXED', { name: 'a.png', content: png({ extra: ['a\0%PDF-1.4 %%EOF'] }) }],
  'a PNG with the end of an archive inside': [
    '422 FILE_MIXED',
    { name: 'a.png', content: png({ extra: ['a\0PK\x05\x06'] }) },
  ],
  'a PNG that breaks off': ['422 FILE_DAMAGED', { name: 'a.png', content: png().subarray(0, -8) }],
  'a JPEG with something behind it': ['422 FILE_MIXED', { name: 'a.jpg', content: jpeg({ after: 'PK' }) }],
  'a JPEG with a PDF inside': ['422 FILE_MIXED', { name: 'a.jpg', content: jpeg({ comment: '%PDF-1.4' }) }],
  'a JPEG that breaks off': ['422 FILE_DAMAGED', { name: 'a.jpg', content: jpeg().subarray(0, -2) }],
  'a JPEG that breaks off in a segment': ['422 FILE_DAMAGED', { name: 'a.jpg', content: jpeg().subarray(0, 40) }],
  'a WEBP with something behind it': ['422 FILE_MIXED', { name: 'a.webp', content: webp({ after: 'rest' }) }],
  'a WEBP that is longer than it is': ['422 FILE_DAMAGED', { name: 'a.webp', content: webp({ length: 10 }) }],

  'a document with macros': ['422 FILE_ACTIVE', { name: 'a.docx', content: docx([{ name: 'word/vbaProject.bin' }]) }],
  'a sheet with macros of old': [
    '422 FILE_ACTIVE',
    { name: 'a.xlsx', content: xlsx([{ name: 'xl/macrosheets/sheet1.xml' }]) },
  ],
  'a document with an OLE object': [
    '422 FILE_ACTIVE',
    { name: 'a.docx', content: docx([{ name: 'word/embeddings/oleObject1.bin' }]) },
  ],
  'a document with a program': ['422 FILE_ACTIVE', { name: 'a.docx', content: docx([{ name: 'word/media/x.EXE' }]) }],
  'a document with ActiveX': ['422 FILE_ACTIVE', { name: 'a.docx', content: docx([{ name: 'word/activeX/a.xml' }]) }],
  'a document with a password': ['422 FILE_LOCKED', { name: 'a.docx', content: compound() }],
  'a document with an encrypted part': [
    '422 FILE_LOCKED',
    { name: 'a.docx', content: docx([{ name: 'word/x.xml', says: { flags: 1 } }]) },
  ],
  'a document that unpacks to 4 GB': [
    '422 FILE_UNPACKS',
    { name: 'a.docx', content: docx([{ name: 'word/x.xml', says: { unpacked: 4_000_000_000 } }]) },
  ],
  'a document with something behind it': ['422 FILE_MIXED', { name: 'a.docx', content: docx([], { after: 'rest' }) }],
  'a document with a comment': ['422 FILE_MIXED', { name: 'a.docx', content: docx([], { comment: 'rest' }) }],
  'a document with gaps': ['422 FILE_MIXED', { name: 'a.docx', content: docx([], { gap: 'x'.repeat(40) }) }],
  'a document with a small gap': ['422 FILE_MIXED', { name: 'a.docx', content: docx([], { gap: 'x' }) }],
  'a document whose parts have two names': [
    '422 FILE_DAMAGED',
    { name: 'a.docx', content: docx([{ name: 'word/a.xml', says: { localName: 'word/b.xml' } }]) },
  ],
  'a document with a part twice': [
    '422 FILE_DAMAGED',
    { name: 'a.docx', content: docx([...hidden('a'), ...hidden('b')]) },
  ],
  'a document with a way out': ['422 FILE_DAMAGED', { name: 'a.docx', content: docx([{ name: '../../evil.xml' }]) }],
  'a document that breaks off': ['422 FILE_MIXED', { name: 'a.docx', content: docx().subarray(0, -30) }],

  'one byte too many': [
    '413 FILE_TOO_LARGE',
    { name: 'a.pdf', content: pdf({ inside: ' '.repeat(MEGABYTE - pdf().length + 1) }) },
  ],
  'far too much': ['413 FILE_TOO_LARGE', { name: 'a.pdf', content: Buffer.alloc(3 * MEGABYTE) }],
};

describe('a file is refused, and nothing of it is left:', () => {
  it.each(Object.keys(REFUSED))('%s', async (what) => {
    const [reason, file] = REFUSED[what]!;
    const answer = await upload(base, makassar, code, file, { 'accept-language': 'en' });
    const { code: given, field, message } = bodyOf(answer);
    expect([`${answer.status} ${given}`, field, faultsOf(answer)]).toEqual([reason, 'file', []]);
    expect(message).toMatch(/^[A-Z].+\.$/);
    expect(await attachmentsOf(makassar, code)).toEqual([]);
    expect(await filesOf(api)).toEqual([]);
  });

  it('a document that has a prefix', async () => {
    const content = docx([], { before: 'GIF89a' });
    const answer = await upload(base, makassar, code, { name: 'a.docx', content });
    expect([415, 422]).toContain(answer.status);
    expect(await filesOf(api)).toEqual([]);
  });

  it('one that says in its first line that it is too large, before it has come', async () => {
    const form = formOf({ name: 'a.pdf', content: Buffer.alloc(5 * MEGABYTE) });
    const answer = await send(base, {
      path: uploadPath(code),
      headers: { ...makassar.headers, ...form.headers },
      body: form.body,
    });
    expect([answer.status, bodyOf(answer).code]).toEqual([413, 'FILE_TOO_LARGE']);
  });
});

describe('a refusal', () => {
  it('is worded in the language of the sender, and tells what is allowed', async () => {
    const ask = async (file: SentFile, language: string): Promise<unknown> =>
      bodyOf(await upload(base, makassar, code, file, { 'accept-language': language }));
    const text = { name: 'a.txt', content: Buffer.from('hanya teks') };
    expect(await ask(text, 'id')).toEqual({
      code: 'FILE_TYPE',
      field: 'file',
      message: 'Isi berkas bukan jenis yang diterima. Yang diterima: PDF, PNG, JPEG, WEBP, DOCX, XLSX.',
      allowed: ['PDF', 'PNG', 'JPEG', 'WEBP', 'DOCX', 'XLSX'],
    });
    expect(await ask({ name: 'a.png', content: jpeg() }, 'en')).toEqual({
      code: 'FILE_EXTENSION',
      field: 'file',
      message: 'The content of the file is JPEG, but its name does not end in .jpg, .jpeg.',
      allowed: ['.jpg', '.jpeg'],
    });
  });
});

const asForm = (text: string): Pick<Answer, never> & { headers: Record<string, string>; body: string } => ({
  headers: { 'content-type': 'multipart/form-data; boundary=b' },
  body: text,
});

/** Forms that are none, or not of one file. */
const FORMS: Record<string, { headers: Record<string, string>; body: string | Buffer }> = {
  JSON: { headers: { 'content-type': 'application/json' }, body: '{}' },
  'no file': asForm('--b--\r\n'),
  'a field': asForm('--b\r\nContent-Disposition: form-data; name="file"\r\n\r\nteks\r\n--b--\r\n'),
  'another field name': formOf({ name: 'a.pdf', content: pdf(), field: 'berkas' }),
  'two files': formOf({ name: 'a.pdf', content: pdf() }, { name: 'b.pdf', content: pdf() }),
  'a field called __proto__': formOf({ name: 'a.pdf', content: pdf(), field: '__proto__' }),
  'no boundary': { headers: { 'content-type': 'multipart/form-data' }, body: '--b--' },
  'an end that is missing': asForm(
    `--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n${pdf().toString('latin1')}`,
  ),
  'nothing at all': asForm(''),
  'a header without end': asForm(`--b\r\nContent-Disposition: form-data; name="file"; x="${'x'.repeat(99_999)}`),
};

describe('a form', () => {
  it.each(Object.keys(FORMS))('has one file in the field "file", not %s', async (what) => {
    const { headers, body } = FORMS[what]!;
    const answer = await send(base, { path: uploadPath(code), headers: { ...makassar.headers, ...headers }, body });
    expect([answer.status, bodyOf(answer).code, faultsOf(answer)]).toEqual([400, 'FILE_REQUIRED', []]);
    expect(await attachmentsOf(makassar, code)).toEqual([]);
    expect(await filesOf(api)).toEqual([]);
  });

  it('leaves nothing behind on a disk that opens files slowly, either', async () => {
    const { headers, body } = FORMS['two files']!;
    const request = { path: uploadPath(code), headers: { ...makassar.headers, ...headers }, body };
    const { open } = fs;
    fs.open = ((...given: Parameters<typeof open>) => void setTimeout(() => open(...given), 20)) as typeof open;
    try {
      const answers = await Promise.all(Array.from({ length: 20 }, () => send(base, request)));
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 400));
      await sleep(100); // what is opened too late is there by then
      expect(await filesOf(api)).toEqual([]);
    } finally {
      fs.open = open;
    }
  });
});

it('a file that comes without its form is told how it should come', async () => {
  const headers = { ...makassar.headers, 'content-type': 'application/pdf', 'accept-language': 'en' };
  const answer = await send(base, { path: uploadPath(code), headers, body: pdf() });
  expect([answer.status, bodyOf(answer)]).toEqual([
    415,
    { code: 'BODY_TYPE', field: null, message: 'Send application/json, and files as multipart/form-data.' },
  ]);
});

describe('limits', () => {
  it('let a file of exactly the size pass', async () => {
    const exact = await draft(makassar);
    const content = pdf({ inside: ' '.repeat(MEGABYTE - pdf().length) });
    expect(content.length).toBe(MEGABYTE);
    expect((await upload(base, makassar, exact.code, { name: 'pas.pdf', content })).status).toBe(201);
  });

  it('stop at ten files an experience, however they come', async () => {
    const full = await draft(makassar);
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        upload(base, makassar, full.code, { name: `${index}.pdf`, content: pdf({ inside: `% ${index}\n` }) }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array<number>(10).fill(201), 422, 422]);
    expect(bodyOf(answers.find(({ status }) => status === 422)!).code).toBe('TOO_MANY_ATTACHMENTS');
    expect(await attachmentsOf(makassar, full.code)).toHaveLength(10);
  });

  it('stop a unit at 200 MB a day, and let it go on the next', async () => {
    const { code: daily } = await draft(makassar);
    const file = { name: 'a.pdf', content: pdf() };
    expect((await upload(base, makassar, daily, file)).status).toBe(201);
    await api.dataSource.query(`update attachments set size = 200 * 1024 * 1024 where name = 'a.pdf'`);
    const answer = await upload(base, makassar, daily, { ...file, name: 'b.pdf' });
    expect([answer.status, bodyOf(answer).code]).toEqual([429, 'DAILY_LIMIT']);
    await api.dataSource.query(`update attachments set created_at = created_at - interval '25 hours'`);
    expect((await upload(base, makassar, daily, { ...file, name: 'b.pdf' })).status).toBe(201);
  });
});
