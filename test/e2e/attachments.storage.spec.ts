import { utimes } from 'node:fs/promises';
import { request, type ClientRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StorageSweep } from '../../src/experiences/attachments/storage/storage-sweep.js';
import { startApi, type Client, type TestApi } from '../support/api.js';
import { startFakeS3, type FakeS3 } from '../support/fake-s3.js';
import { pdf, png } from '../support/sample-files.js';
import { until } from '../support/until.js';
import { bodyOf, listen } from './answers.js';
import { attachmentsOf, bytesOf, download, draft, filesOf, formOf, upload, uploadPath } from './uploads.js';

let api: TestApi;
let base: string;
let makassar: Client;

beforeAll(async () => {
  api = await startApi();
  base = await listen(api);
  makassar = await api.as('kontributor.7371');
});
afterAll(() => api.close());

const onDisk = (of: TestApi = api): Promise<string[]> => filesOf(of);

/** A request whose body is written by hand. */
function sending(code: string, length: number): ClientRequest {
  const { headers } = formOf({ name: 'a.pdf', content: Buffer.alloc(0) });
  const outgoing = request(`${base}${uploadPath(code)}`, {
    method: 'POST',
    headers: { ...makassar.headers, ...headers, 'content-length': length },
  });
  outgoing.on('error', () => {});
  return outgoing;
}

describe('on disk', () => {
  it('files have random names, outside of everything that is served', async () => {
    const { code } = await draft(makassar);
    const before = await onDisk();
    await upload(base, makassar, code, { name: 'Notulen.pdf', content: pdf() });
    const added = (await onDisk()).filter((path) => !before.includes(path));
    expect(added).toHaveLength(1);
    expect(added[0]).toMatch(/\/files\/[0-9a-f]{16}\/[0-9a-f]{32}$/);
  });

  it('nothing is left of an upload that is cut off', async () => {
    const { code } = await draft(makassar);
    const before = await onDisk();
    const file = { name: 'a.pdf', content: pdf({ inside: ' '.repeat(500_000) }) };
    const { body } = formOf(file);
    const outgoing = sending(code, body.length);
    outgoing.write(body.subarray(0, 400_000));
    await until(async () => (await onDisk()).some((path) => path.includes('/incoming/')));
    outgoing.destroy();
    await until(async () => !(await onDisk()).some((path) => path.includes('/incoming/')));
    expect(await onDisk()).toEqual(before);
    expect(await attachmentsOf(makassar, code)).toEqual([]);
    // The office sends it again.
    expect((await upload(base, makassar, code, file)).status).toBe(201);
    expect(await attachmentsOf(makassar, code)).toHaveLength(1);
  });

  it('nor of one that is cut off after its file and before its end', async () => {
    const { code } = await draft(makassar);
    const before = await onDisk();
    const { body } = formOf({ name: 'a.pdf', content: pdf() });
    const outgoing = sending(code, body.length);
    outgoing.write(body.subarray(0, -4));
    await until(async () => (await onDisk()).length > before.length);
    await sleep(50);
    outgoing.destroy();
    await until(async () => (await onDisk()).length === before.length);
    expect(await attachmentsOf(makassar, code)).toEqual([]);
  });

  it('ten megabytes pass through little memory', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const inUse = (): number => {
      collect();
      const { heapUsed, external } = process.memoryUsage();
      return heapUsed + external;
    };
    const { code } = await draft(makassar);
    const piece = Buffer.from(' '.repeat(64 * 1024));
    const { body } = formOf({ name: 'besar.pdf', content: pdf() });
    const at = body.indexOf('trailer');
    const pieces = 155;
    const outgoing = sending(code, body.length + pieces * piece.length);
    const answered = new Promise<number>((resolve) => {
      outgoing.on('response', (incoming) => resolve(incoming.resume().statusCode!));
    });
    const before = inUse();
    let most = 0;
    outgoing.write(body.subarray(0, at));
    for (let sent = 0; sent < pieces; sent += 1) {
      if (!outgoing.write(piece)) await new Promise((resolve) => void outgoing.once('drain', resolve));
      if (sent % 40 === 0) most = Math.max(most, inUse() - before);
    }
    outgoing.end(body.subarray(at));
    expect(await answered).toBe(201);
    expect(most).toBeLessThan(4 * 1024 * 1024);
  });

  it('the sweep takes what belongs to nothing and is old, and nothing else', async () => {
    const { code } = await draft(makassar);
    const kept = bodyOf(await upload(base, makassar, code, { name: 'tinggal.pdf', content: pdf({ inside: '% 1\n' }) }));
    await api.app.get(StorageSweep).sweep();
    const before = await onDisk();
    await upload(base, makassar, code, { name: 'yatim.pdf', content: pdf({ inside: '% 2\n' }) });
    await api.dataSource.query(`delete from attachments where name = 'yatim.pdf'`);
    expect(await api.app.get(StorageSweep).sweep()).toBe(0);
    const old = new Date(Date.now() - 2 * 60 * 60 * 1000);
    for (const path of await onDisk()) await utimes(path, old, old);
    expect(await api.app.get(StorageSweep).sweep()).toBe(1);
    expect(await onDisk()).toEqual(before);
    expect((await fetch(`${base}${kept.url}`, { headers: makassar.headers })).status).toBe(200);
  });

  it('a file that is gone is said to be unavailable, not to be none', async () => {
    const { code } = await draft(makassar);
    const { url } = bodyOf(await upload(base, makassar, code, { name: 'hilang.pdf', content: pdf() }));
    await api.dataSource.query(`update attachments set storage_key = 'tidak/ada' where name = 'hilang.pdf'`);
    const got = await fetch(`${base}${url}`, { headers: makassar.headers });
    expect([got.status, (await got.json()) as unknown]).toMatchObject([503, { code: 'UNAVAILABLE' }]);
  });
});

describe('in a bucket', () => {
  let s3: FakeS3;
  let cloud: TestApi;
  let cloudBase: string;
  let contributor: Client;

  beforeAll(async () => {
    s3 = await startFakeS3('lampiran');
    cloud = await startApi(s3.settings);
    cloudBase = await listen(cloud);
    contributor = await cloud.as('kontributor.7371');
  });
  afterAll(async () => {
    await cloud.close();
    await s3.close();
  });

  it('files are kept, read and removed as on disk', async () => {
    const { code } = await draft(contributor);
    const shown = bodyOf(await upload(cloudBase, contributor, code, { name: 'peta.png', content: png() }));
    expect([...s3.objects.values()]).toMatchObject([{ content: png(), type: 'image/png' }]);
    expect([...s3.objects.keys()][0]).toMatch(/^[0-9a-f]{16}\/[0-9a-f]{32}$/);
    expect(await onDisk(cloud)).toEqual([]);
    expect((await bytesOf(await download(cloudBase, contributor, shown.url))).equals(png())).toBe(true);
    await contributor.query('mutation ($id: ID!) { removeAttachment(input: { id: $id }) { userErrors { message } } }', {
      id: shown.id,
    });
    expect(s3.objects.size).toBe(0);
  });

  it('the sweep follows all pages and leaves other databases alone', async () => {
    const { code } = await draft(contributor);
    for (const name of ['1.pdf', '2.pdf', '3.pdf', '4.pdf', '5.pdf'])
      await upload(cloudBase, contributor, code, { name, content: pdf({ inside: `% ${name}\n` }) });
    await cloud.dataSource.query(`delete from attachments where name > '2'`);
    const object = { content: pdf(), type: 'application/pdf', at: new Date() };
    s3.objects.set('0123456789abcdef/00', object);
    for (const one of s3.objects.values()) one.at = new Date(Date.now() - 2 * 60 * 60 * 1000);
    expect(await cloud.app.get(StorageSweep).sweep()).toBe(4);
    expect(s3.objects.size).toBe(2);
    expect(s3.objects.has('0123456789abcdef/00')).toBe(true);
  });

  it('a server that is down is said to be, and nothing is half done', async () => {
    const { code } = await draft(contributor);
    await s3.close();
    const answer = await upload(cloudBase, contributor, code, { name: 'a.pdf', content: pdf() });
    expect([answer.status, bodyOf(answer).code]).toEqual([503, 'UNAVAILABLE']);
    expect(await attachmentsOf(contributor, code)).toEqual([]);
    expect(await onDisk(cloud)).toEqual([]);
  });
});
