import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import type { ServerConnection } from '../support/test-server.js';
import { HEADER, row, workbook } from '../support/workbooks.js';
import { cleanUp, databaseUrl, launch, query, temporaryFolder, type Run } from './process.js';

/** `npm run import`. */
jest.setTimeout(150_000);

let environment: Record<string, string>;
let connection: ServerConnection;
let folder: string;

beforeAll(async () => {
  const database = await databaseUrl('demo');
  connection = database.connection;
  environment = { DATABASE_URL: database.url };
  folder = temporaryFolder();
});
afterAll(cleanUp);

async function run(args: string[], own: Record<string, string> = {}): Promise<Run & { code: number | null }> {
  const started = launch('cli/import', { ...environment, ...own }, args);
  const { code } = await started.ended;
  return Object.assign(started, { code });
}

function file(name: string, content: Buffer | string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function drafts(): Promise<number> {
  const rows = await query<{ n: number }>(
    connection,
    `select count(*)::int as n from client_mutations where action = 'importExperiences'`,
  );
  return rows[0]!.n;
}

const OURS = ['--satker', '73.71'];
const PRODUCTION = { NODE_ENV: 'production', TOKEN_SECRET: 'rahasia-untuk-uji-yang-cukup-panjang' };

describe('import', () => {
  it('says what a file would do, does it, and does it once', async () => {
    const path = file('baik.xlsx', workbook([HEADER, row({ Judul: 'Satu', Kendala: 'Ada' }), row({ Judul: 'Dua' })]));
    const dry = await run([path, ...OURS, '--dry-run']);
    expect(dry.stdout).toMatch(
      /^2 rows with 2 experiences of 73\.71: 2 would become drafts, 0 were there already, 0 failed \(.* s\)\.\n$/,
    );
    expect([dry.code, await drafts()]).toEqual([0, 0]);
    const done = await run([path, ...OURS]);
    expect([done.code, done.complaints, await drafts()]).toEqual([0, [], 2]);
    expect(done.stdout).toContain('2 became drafts');
    expect((await run([path, '--satker', 'KPU Kota Makassar'])).stdout).toContain(
      '0 became drafts, 2 were there already',
    );
    expect(await drafts()).toBe(2);
  });

  it('ends with 1 where a row failed, and writes the failed rows beside the file, never over another', async () => {
    const path = file('salah.csv', 'Judul;Jenis\nBenar;Kendala\nSalah;Praktek baik\n');
    const first = await run([path, ...OURS]);
    expect([first.code, await drafts()]).toEqual([1, 3]);
    expect(first.complaints).toEqual([
      'B3 (Jenis): This is not in the list; see the sheet Daftar of the template. Given: "Praktek baik". Perhaps "Praktik baik" was meant.',
      `The failed rows are in "${join(folder, 'salah.failed.xlsx')}", each with the reason.`,
    ]);
    await run([path, ...OURS]);
    expect(readdirSync(folder).filter((name) => name.startsWith('salah.'))).toEqual([
      'salah.csv',
      'salah.failed-2.xlsx',
      'salah.failed.xlsx',
    ]);
    const { sheets } = await readXlsx(readFileSync(join(folder, 'salah.failed.xlsx')));
    expect(sheets[0]!.rows[2]!.slice(0, 2)).toEqual([expect.stringContaining('Praktik baik'), 'Salah']);
  });

  it.each<[string, string[], RegExp, Record<string, string>]>([
    ['a file that is not there', ['tiada.xlsx', ...OURS], /^There is no file "tiada\.xlsx"\.$/, {}],
    ['a unit there is not', ['baik.xlsx', '--satker', '99.99'], /99\.99/, {}],
    ['a unit without an account', ['baik.xlsx', '--satker', '73.01'], /^73\.01 has no account that may write/, {}],
    ['an account of another unit', ['baik.xlsx', ...OURS, '--user', 'kontributor.7306'], /^There is no active/, {}],
    ['an account of the demo, outside of it', ['baik.xlsx', ...OURS], /^73\.71 has no/, PRODUCTION],
    ['another unit’s template', ['lain.csv', ...OURS], /^You can write for your own unit only, 73\.71\.$/, {}],
    ['a picture', ['gambar.png', ...OURS], /^This is neither an Excel workbook/, {}],
    ['100,001 rows', ['banyak.csv', ...OURS], /^At most 100000 rows in one file/, {}],
  ])('refuses %s in a sentence', async (_, [name, ...args], sentence, own) => {
    file('lain.csv', 'Satker,73.06 KPU Kabupaten Gowa\nJudul\nA\n');
    file('gambar.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]));
    file('banyak.csv', `Judul\n${Array.from({ length: 100_001 }, (_unused, at) => `Baris ${at}\n`).join('')}`);
    const before = await drafts();
    const path = name === 'tiada.xlsx' ? name : join(folder, name!);
    const refused = await run([path, ...args], own);
    expect(refused.code).toBe(1);
    expect(refused.complaints[0]).toMatch(sentence);
    expect(await drafts()).toBe(before);
  });
});

/** Megabytes that a process had resident at most, as Linux tells it. */
const peakOf = (pid: number): number =>
  Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

(process.platform === 'linux' ? describe : describe.skip)('50,000 rows', () => {
  it('stay below 200 MB of resident memory', async () => {
    const rows = Array.from({ length: 50_000 }, (_, at) =>
      row({
        Judul: at % 2 ? null : `Banyak ${at} ${'kata '.repeat(20)}`,
        Kendala: `Kendala ${at} ${'kata '.repeat(20)}`,
      }),
    );
    const path = file('besar.xlsx', workbook([HEADER, ...rows]));
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const [, ...words] = scripts['import']!.split(' ');
    const child = spawn(process.execPath, [...words, path, ...OURS], { env: { ...process.env, ...environment } });
    let peak = 0;
    const watch = setInterval(() => (peak = child.exitCode === null ? Math.max(peak, peakOf(child.pid!)) : peak), 100);
    const [code] = (await once(child, 'exit')) as [number];
    clearInterval(watch);
    expect([code, await drafts()]).toEqual([0, 25_003]);
    expect(peak).toBeGreaterThan(50); // it was looked at
    expect(peak).toBeLessThan(200);
  });
});
