import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openXlsx, readXlsx, saveXlsx } from 'hucre/xlsx';
import { clearDemo } from '../../src/seeds/seed.js';
import { startApi, type Client, type TestApi } from '../support/api.js';
import { upload, type Upload } from '../support/uploads.js';
import { HEADER, row, workbook, type TestCell } from '../support/workbooks.js';

/** An office's spreadsheet, there and back. */
let api: TestApi;
let makassar: Client;

beforeAll(async () => {
  api = await startApi();
  makassar = await api.as('kontributor.7371');
});
afterAll(() => api.close());

const TEMPLATE = '/api/v1/import/template.xlsx';
const FIXTURE = resolve(import.meta.dirname, '../fixtures/pengalaman-libreoffice.xlsx');

const template = async (client = makassar): Promise<Buffer> => (await client.send('GET', TEMPLATE)).rawPayload;

/** Cells by row from 1 and header, written into the office's own template. */
async function filled(rows: Record<number, Record<string, TestCell>>): Promise<Buffer> {
  const book = await openXlsx(await template());
  const sheet = book.sheets[0]!;
  for (const [number, cells] of Object.entries(rows)) sheet.rows[Number(number) - 1] = row(cells) as never;
  return Buffer.from(await saveXlsx(book));
}

async function counts(): Promise<Record<string, number>> {
  const [row] = await api.dataSource.query(
    `select (select count(*) from experiences)::int as experiences, (select count(*) from obstacles)::int as obstacles,
       (select count(*) from recommendations)::int as recommendations,
       (select count(*) from recommendation_obstacles)::int as links,
       (select count(*) from client_mutations)::int as requests, (select count(*) from audit_entries)::int as entries`,
  );
  return row;
}

/** What an import added to each table. */
async function added(work: () => Promise<Upload>): Promise<[Upload, Record<string, number>]> {
  const before = await counts();
  const answer = await work();
  const after = await counts();
  return [answer, Object.fromEntries(Object.entries(after).map(([name, count]) => [name, count - before[name]!]))];
}

const NOTHING = { experiences: 0, obstacles: 0, recommendations: 0, links: 0, requests: 0, entries: 0 };

const TWO_OBSTACLES = {
  5: {
    Judul: 'Kotak suara terlambat',
    Tahapan: 'PEMILU-09 Pemungutan suara',
    Jenis: 'Nyaris menjadi masalah',
    Topik: 'LOGISTIK',
    Kegiatan: 'rakornas-berbagi-pengalaman-2025',
    'Tanggal kejadian': '14 Februari 2024',
    'Yang terjadi': ' Kapal tertahan cuaca – tiba pagi hari. ',
    Kendala: 'Cuaca buruk',
    Penyebab: 'GEOGRAPHY',
    Kemungkinan: 4,
    Dampak: 3,
    'Sudah diatur?': 'Belum diatur',
    Rekomendasi: 'Kirim lebih awal',
  },
  6: { Kendala: 'Kapal cadangan tidak ada', Dampak: '5', Rekomendasi: 'Siapkan kapal', 'Jenis perbaikan': 'logistik' },
  7: { Rekomendasi: 'Atur dalam keputusan' },
  8: { Judul: 'Judul saja' },
};

const READ = `query ($title: String!) {
  experiences(filter: { text: $title }) { nodes {
    code status kind title stage { code } topic { code } event { slug } satker { code } occurredOn happened severity riskScore isDemo
    obstacles { ordinal text cause { code } likelihood impact riskScore regulated }
    recommendations { number text remedy status obstacles { ordinal } }
  } } }`;

async function read(title: string): Promise<any> {
  const { experiences } = await makassar.query(READ, { title });
  expect(experiences.nodes).toHaveLength(1);
  return experiences.nodes[0];
}

describe('the template', () => {
  it('is a workbook of the office’s own, with dropdowns, an example and an explanation', async () => {
    const answer = await makassar.send('GET', TEMPLATE);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-disposition']).toBe('attachment; filename="pengalaman.xlsx"');
    const book = await readXlsx(answer.rawPayload);
    expect(book.sheets.map(({ name }) => name)).toEqual(['Pengalaman', 'Petunjuk', 'Daftar']);
    const [sheet, guide, lists] = book.sheets as [any, any, any];
    expect(sheet.rows[0].slice(0, 2)).toEqual(['Satker', '73.71 KPU Kota Makassar']);
    expect(sheet.rows[1]).toEqual(HEADER);
    expect(sheet.rows[2][0]).toMatch(/^CONTOH:/);
    expect(sheet.freezePane).toMatchObject({ rows: 2 });
    expect(guide.rows.flat()).toEqual(expect.arrayContaining(HEADER));
    const stages = lists.rows.map(([label]: [string]) => label);
    expect(stages[0]).toBe('Tahapan');
    expect(stages.filter(Boolean)).toHaveLength(31);
    const dropdowns = sheet.dataValidations.map(({ range, formula1 }: any) => [range.split(':')[0], formula1]);
    expect(dropdowns).toContainEqual(['B3', 'Daftar!$A$2:$A$31']);
    expect(dropdowns.map(([range]: [string]) => range)).toEqual(['B3', 'C3', 'D3', 'E3', 'L3', 'M3', 'N3', 'O3', 'Q3']);
  });

  it('holds nothing that would be imported as it is', async () => {
    const { status, body } = await upload(makassar, await template());
    expect([status, body.rows, body.errors.total]).toEqual([200, 0, 0]);
    const [{ body: other }] = [await upload(makassar, await filled(TWO_OBSTACLES))];
    expect(other.rows).toBe(4);
  });
});

describe('an import', () => {
  it('is a dry run unless it is asked for by name, then writes drafts with all that belongs to them, once', async () => {
    const file = await filled(TWO_OBSTACLES);
    const [dry, nothing] = await added(() => upload(makassar, file, ''));
    expect(dry.body).toMatchObject({ dryRun: true, satker: '73.71', rows: 4, experiences: 2, created: 2, failed: 0 });
    expect(nothing).toEqual(NOTHING);

    const [first, all] = await added(() => upload(makassar, file, 'dryRun=false'));
    expect(first.body).toMatchObject({ dryRun: false, created: 2, alreadyThere: 0, failed: 0, errors: { total: 0 } });
    expect(all).toEqual({ experiences: 2, obstacles: 2, recommendations: 3, links: 4, requests: 2, entries: 2 });

    const [again, none] = await added(() => upload(makassar, file, 'dryRun=false'));
    expect(again.body).toMatchObject({ created: 0, alreadyThere: 2, failed: 0 });
    expect(none).toEqual(NOTHING);
    expect((await upload(makassar, file)).body).toMatchObject({ dryRun: true, created: 0, alreadyThere: 2 });
  });

  it('keeps every field as a single draft would', async () => {
    const experience = await read('Kotak suara terlambat');
    expect(experience).toMatchObject({
      status: 'DRAFT',
      kind: 'NEAR_MISS',
      stage: { code: 'PEMILU-09' },
      topic: { code: 'LOGISTIK' },
      event: { slug: 'rakornas-berbagi-pengalaman-2025' },
      satker: { code: '73.71' },
      occurredOn: '2024-02-14',
      happened: 'Kapal tertahan cuaca – tiba pagi hari.',
      severity: 5,
      riskScore: 12,
      isDemo: true,
    });
    expect(experience.code).toMatch(/^EXP-\d{6,}$/);
    expect(experience.obstacles).toMatchObject([
      { ordinal: 1, text: 'Cuaca buruk', cause: { code: 'GEOGRAPHY' }, riskScore: 12, regulated: 'UNREGULATED' },
      { ordinal: 2, text: 'Kapal cadangan tidak ada', cause: null, likelihood: null, impact: 5, riskScore: null },
    ]);
    const recommendations = experience.recommendations as any[];
    expect(recommendations.map(({ text, remedy, obstacles }) => [text, remedy, obstacles.length])).toEqual([
      ['Kirim lebih awal', null, 1],
      ['Siapkan kapal', 'LOGISTICS', 1],
      ['Atur dalam keputusan', null, 2],
    ]);
    expect(await read('Judul saja')).toMatchObject({ kind: 'OBSTACLE', stage: null, obstacles: [], severity: null });
  });

  it('is in the history, as an import', async () => {
    const [entry] = await api.dataSource.query(
      `select action, actor, changes from audit_entries where changes @> '[{"field": "title", "after": "Kotak suara terlambat"}]'`,
    );
    expect([entry.action, entry.actor]).toEqual(['importExperiences', 'kontributor.7371']);
    expect(entry.changes).toContainEqual({ field: 'satker', before: null, after: '73.71' });
  });

  it('takes what LibreOffice wrote from the template', async () => {
    const [{ body }, all] = await added(() => upload(makassar, readFileSync(FIXTURE), 'dryRun=false'));
    expect(body).toMatchObject({ rows: 3, experiences: 2, created: 2, failed: 0, errors: { total: 0 } });
    expect(all).toMatchObject({ experiences: 2, obstacles: 3, recommendations: 2 });
    expect(await read('Tinta pemilu luntur')).toMatchObject({
      stage: { code: 'PEMILU-09' },
      occurredOn: '2024-02-14',
      obstacles: [
        { text: 'Mutu tinta tidak diperiksa', cause: { code: 'LOGISTICS' }, likelihood: 3, impact: 4 },
        { text: 'Botol bocor', regulated: 'PARTLY' },
      ],
    });
    expect(await read('DAFTAR PEMILIH KHUSUS')).toMatchObject({ obstacles: [{ text: 'Antrean sore hari' }] });
  });

  it('writes the good rows and hands the failed ones back, to be mended and sent as they are', async () => {
    const file = workbook([
      ['Satker', '73.71 KPU Kota Makassar'],
      HEADER,
      row({ Judul: 'Baik sekali', Tahapan: 'PEMILU-09', Kendala: 'Ada' }),
      row({ Judul: 'Salah tahapan', Tahapan: 'PEMILU-90', Kendala: 'Satu', Dampak: 9 }),
      row({ Kendala: 'Dua', 'Tanggal kejadian': 45336 }),
    ]);
    const [{ body, status }, all] = await added(() => upload(makassar, file, 'dryRun=false'));
    expect([status, body.created, body.failed, body.failedRows]).toEqual([200, 1, 1, 2]);
    expect(all).toMatchObject({ experiences: 1, obstacles: 1 });

    const back = await upload(makassar, file, 'dryRun=false&failed=xlsx');
    expect(back.headers['content-disposition']).toBe('attachment; filename="pengalaman-gagal.xlsx"');
    const book = await openXlsx(back.content);
    const [, header, ...failed] = book.sheets[0]!.rows as any[][];
    expect(header).toEqual(['Galat', ...HEADER]);
    expect(failed.map(([, title, stage]) => [title ?? null, stage ?? null])).toEqual([
      ['Salah tahapan', 'PEMILU-90'],
      [null, null],
    ]);
    expect(failed[0]![0]).toContain('B4 (Tahapan):');
    expect(failed[0]![0]).toContain('Mungkin maksudnya "PEMILU-');

    failed[0]![2] = 'PEMILU-09';
    failed[0]![14] = 5;
    failed[1]![6] = null;
    book.sheets[0]!.rows = [book.sheets[0]!.rows[0]!, header!, ...failed] as never;
    const mended = await upload(makassar, Buffer.from(await saveXlsx(book)), 'dryRun=false');
    expect(mended.body).toMatchObject({ created: 1, failed: 0, ignoredColumns: [] });
    expect(await read('Salah tahapan')).toMatchObject({ obstacles: [{ impact: 5 }, { text: 'Dua' }] });
  });

  it('answers with the report where no row failed and the failed rows were asked for', async () => {
    const file = workbook([HEADER, row({ Judul: 'Tidak ada yang gagal' })]);
    expect((await upload(makassar, file, 'dryRun=false&failed=xlsx')).body).toMatchObject({ created: 1, failed: 0 });
  });

  it('takes the same experience twice in one file for one, and one of a colleague for the unit’s', async () => {
    const same = row({ Judul: 'Dua kali sama', Tahapan: 'PEMILU-09' });
    const file = workbook([HEADER, same, row({ Judul: 'Lain' }), same]);
    expect((await upload(makassar, file)).body).toMatchObject({ created: 2, alreadyThere: 1 });
    expect((await upload(makassar, file, 'dryRun=false')).body).toMatchObject({ created: 2, alreadyThere: 1 });
    const [{ id }] = await api.dataSource.query(`select id from users where username = 'kontributor.7306'`);
    const unitOf = (code: string) =>
      api.dataSource.query(`update users set satker_id = (select id from satkers where code = $2) where id = $1`, [
        id,
        code,
      ]);
    const other = await api.as('kontributor.7306');
    expect((await upload(other, file)).body).toMatchObject({ satker: '73.06', created: 2, alreadyThere: 1 });
    await unitOf('73.71');
    try {
      expect((await upload(other, file)).body).toMatchObject({ satker: '73.71', created: 0, alreadyThere: 3 });
    } finally {
      await unitOf('73.06');
    }
  });

  it('that fails in the middle leaves nothing', async () => {
    const rows = Array.from({ length: 1200 }, (_, index) => row({ Judul: `Tengah ${index}`, Kendala: 'Ada' }));
    await api.dataSource.query(
      `create function refuse_one() returns trigger language plpgsql as
         $$ begin if new.title = 'Tengah 1100' then raise exception 'full'; end if; return new; end $$;
       create trigger refuse_one before insert on experiences for each row execute function refuse_one()`,
    );
    const file = workbook([HEADER, ...rows]);
    const [failed, nothing] = await added(() => upload(makassar, file, 'dryRun=false'));
    expect([failed.status, failed.body.code, nothing]).toEqual([500, 'INTERNAL_SERVER_ERROR', NOTHING]);
    await api.dataSource.query('drop trigger refuse_one on experiences; drop function refuse_one()');
    const [done, all] = await added(() => upload(makassar, file, 'dryRun=false'));
    expect([done.body.created, all['experiences'], all['obstacles']]).toEqual([1200, 1200, 1200]);
  });

  it('goes with the demonstration, and may then be sent again', async () => {
    const file = workbook([HEADER, row({ Judul: 'Hilang bersama peragaan' })]);
    expect((await upload(makassar, file, 'dryRun=false')).body.created).toBe(1);
    await clearDemo(api.dataSource);
    expect((await upload(makassar, file, 'dryRun=false')).body).toMatchObject({ created: 1, alreadyThere: 0 });
  });
});

describe('who may import', () => {
  const file = workbook([HEADER, row({ Judul: 'Siapa boleh' })]);

  it('are contributors, for their own unit', async () => {
    for (const [account, status, code] of [
      ['viewer', 403, 'FORBIDDEN'],
      ['analis', 403, 'FORBIDDEN'],
      ['reviewer.73', 403, 'FORBIDDEN'],
      ['kontributor.7306', 200, undefined],
    ] as const) {
      const client = await api.as(account);
      const { status: of, body } = await upload(client, file);
      expect([account, of, body.code]).toEqual([account, status, code]);
      expect((await client.send('GET', TEMPLATE)).statusCode).toBe(status);
    }
    expect((await upload(api.anonymous, file)).body).toEqual({
      code: 'UNAUTHENTICATED',
      message: 'Silakan masuk terlebih dahulu.',
    });
    const stranger = api.anonymous.with({ authorization: 'Bearer nonsense', 'accept-language': 'en' });
    const { status, body } = await upload(stranger, file);
    expect([status, body.code, body.message]).toEqual([401, 'UNAUTHENTICATED', expect.stringContaining('token')]);
  });

  it('are not those who send another unit’s template', async () => {
    const other = await template(await api.as('kontributor.7306'));
    const { status, body } = await upload(makassar, other);
    expect([status, body.code]).toEqual([422, 'NOT_YOUR_SATKER']);
    expect(body.message).toContain('73.71');
    expect((await upload(await api.as('kontributor.7306'), other)).status).toBe(200);
  });

  it('one of a unit at a time', async () => {
    const runner = api.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query(
      `select pg_advisory_xact_lock(7302017, (select satker_id::int from users where username = 'kontributor.7371'))`,
    );
    const { status, body } = await upload(makassar, file, 'dryRun=false');
    expect([status, body.code]).toEqual([422, 'IMPORT_RUNNING']);
    expect((await upload(await api.as('kontributor.7306'), file, 'dryRun=false')).status).toBe(200);
    await runner.rollbackTransaction();
    await runner.release();
    expect((await upload(makassar, file, 'dryRun=false')).body.created).toBe(1);
  });
});
