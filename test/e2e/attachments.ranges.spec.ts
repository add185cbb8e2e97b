import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Client, type TestApi } from '../support/api.js';
import { startFakeS3, type FakeS3 } from '../support/fake-s3.js';
import { docx, jpeg } from '../support/sample-files.js';
import { bodyOf, listen } from './answers.js';
import { bytesOf, download, draft, upload } from './uploads.js';

/** Downloads that go on where the line broke, wherever files are kept. */
const CONTENT = jpeg({ scan: Buffer.from(randomBytes(300_000).map((byte) => byte & 0x7f)) });
const SIZE = CONTENT.length;
let s3: FakeS3;

beforeAll(async () => {
  s3 = await startFakeS3('lampiran');
});
afterAll(() => s3.close());

const PLACES: Record<string, () => Record<string, string>> = {
  'on disk': () => ({}),
  'in a bucket': () => s3.settings,
};

describe.each(Object.keys(PLACES))('a part of a file %s', (place) => {
  let api: TestApi;
  let base: string;
  let makassar: Client;
  let url: string;
  let etag: string;

  beforeAll(async () => {
    api = await startApi(PLACES[place]!());
    base = await listen(api);
    makassar = await api.as('kontributor.7371');
    const { code } = await draft(makassar);
    const kept = bodyOf(await upload(base, makassar, code, { name: 'TPS 3.jpg', content: CONTENT }));
    ({ url } = kept);
    etag = `"${kept.sha256}"`;
  });
  afterAll(() => api.close());

  const ask = (headers: Record<string, string>): Promise<Response> => download(base, makassar, url, headers);
  const gets = async (headers: Record<string, string>): Promise<[number, string | null, boolean]> => {
    const got = await ask(headers);
    const range = got.headers.get('content-range');
    const [, first, last] = /^bytes (\d+)-(\d+)\//.exec(range ?? `bytes 0-${SIZE - 1}/`)!;
    const bytes = await bytesOf(got);
    expect(got.headers.get('content-length')).toBe(String(bytes.length));
    expect([got.headers.get('content-type'), got.headers.get('etag')]).toEqual(['image/jpeg', etag]);
    return [got.status, range, bytes.equals(CONTENT.subarray(Number(first), Number(last) + 1))];
  };

  it('is what was asked for', async () => {
    expect((await ask({})).headers.get('accept-ranges')).toBe('bytes');
    for (const [range, given] of [
      ['bytes=0-0', '0-0'],
      ['bytes=1000-1999', '1000-1999'],
      ['bytes=200000-', `200000-${SIZE - 1}`],
      [`bytes=100-${SIZE + 5}`, `100-${SIZE - 1}`],
      ['bytes=-7', `${SIZE - 7}-${SIZE - 1}`],
      [`bytes=-${SIZE + 5}`, `0-${SIZE - 1}`],
      ['Bytes = 5-6 ', '5-6'],
    ])
      expect([range, ...(await gets({ range: range! }))]).toEqual([range, 206, `bytes ${given}/${SIZE}`, true]);
  });

  it('makes a whole of a download that broke off', async () => {
    const begun = (await bytesOf(await ask({}))).subarray(0, 123_456);
    const rest = await ask({ range: `bytes=${begun.length}-`, 'if-range': etag });
    expect(Buffer.concat([begun, await bytesOf(rest)]).equals(CONTENT)).toBe(true);
  });

  it('is all of it for whoever knows another content, or asks for what cannot be read', async () => {
    const range = 'bytes=10-19';
    expect(await gets({ range, 'if-range': etag })).toEqual([206, `bytes 10-19/${SIZE}`, true]);
    const others: Record<string, string>[] = [
      { range, 'if-range': '"lain"' },
      { range, 'if-range': `W/${etag}` },
      { range, 'if-range': new Date().toUTCString() },
      { range: 'bytes=0-1,5-6' },
      { range: 'bytes=9-3' },
      { range: 'bytes=-' },
      { range: 'bytes=a-b' },
      { range: 'baris=0-1' },
    ];
    for (const headers of others) expect([headers, ...(await gets(headers))]).toEqual([headers, 200, null, true]);
    expect((await ask({ range, 'if-none-match': etag })).status).toBe(304);
  });

  it('that the file does not have is refused, with its size', async () => {
    for (const range of [
      `bytes=${SIZE}-`,
      `bytes=${SIZE + 10}-${SIZE + 20}`,
      'bytes=-0',
      `bytes=${'9'.repeat(400)}-`,
    ]) {
      const got = await ask({ range, 'accept-language': 'en' });
      expect([range, got.status, got.headers.get('content-range')]).toEqual([range, 416, `bytes */${SIZE}`]);
      expect(await got.json()).toEqual({
        code: 'RANGE_NOT_SATISFIABLE',
        field: null,
        message: `The file has ${SIZE} bytes; the part that was asked for is not in it.`,
      });
    }
  });

  it('is nobody’s who may not have the whole', async () => {
    const gowa = await api.as('kontributor.7306');
    for (const range of ['bytes=0-9', `bytes=${SIZE}-`])
      expect([range, (await download(base, gowa, url, { range })).status]).toEqual([range, 404]);
  });

  it('is not compressed on the way, whatever the client takes', async () => {
    const content = docx();
    const { code } = await draft(makassar);
    const kept = bodyOf(await upload(base, makassar, code, { name: 'nota.docx', content }));
    const got = await download(base, makassar, kept.url, { range: 'bytes=3-', 'accept-encoding': 'br, gzip' });
    expect([got.status, got.headers.get('content-encoding')]).toEqual([206, null]);
    expect((await bytesOf(got)).equals(content.subarray(3))).toBe(true);
  });
});
