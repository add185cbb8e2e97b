import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Client, type TestApi } from '../support/api.js';
import { upload } from '../support/uploads.js';
import { HEADER, merges, row, workbook, workbookParts, type TestCell } from '../support/workbooks.js';
import { zip } from '../support/zip.js';

/** Files as people have them, and as somebody might make them who means no good. */
let api: TestApi;
let makassar: Client;

beforeAll(async () => {
  api = await startApi();
  makassar = await api.as('kontributor.7371');
});
afterAll(() => api.close());

const GOOD = row({ Judul: 'Baik', Kendala: 'Ada' });

async function titles(): Promise<string[]> {
  const rows = await api.dataSource.query<{ title: string }[]>(
    `select title from experiences where id in (select subject_id from client_mutations where action = 'importExperiences')`,
  );
  return rows.map(({ title }) => title);
}

/** The code of the refusal, or how many experiences a dry run would make. */
async function outcome(file: Buffer | string): Promise<string | number> {
  const { status, body } = await upload(makassar, file);
  return status === 200 ? body.created : `${status} ${body.code}`;
}

describe('a bad cell', () => {
  const at = (column: string, code: string, suggestion: string | null = null): unknown => ({
    column,
    code,
    suggestion,
  });

  it.each<[Record<string, TestCell>, unknown]>([
    [{ Judul: null, Kendala: 'Tanpa judul' }, at('A', 'REQUIRED')],
    [{ Judul: 'x'.repeat(301) }, at('A', 'TOO_LONG')],
    [{ Tahapan: 'PEMILU-9' }, at('B', 'NOT_IN_LIST', expect.stringMatching(/^PEMILU-09 /) as never)],
    [{ Tahapan: 'sesuatu yang lain sama sekali' }, at('B', 'NOT_IN_LIST')],
    [{ Jenis: 'Praktek baik' }, at('C', 'NOT_IN_LIST', 'Praktik baik')],
    [{ Topik: 'LOGISTIC' }, at('D', 'NOT_IN_LIST', expect.stringMatching(/^LOGISTIK /) as never)],
    [{ Kegiatan: 'rakornas-2025' }, at('E', 'NOT_IN_LIST')],
    [{ 'Tanggal kejadian': '02/14/2024' }, at('F', 'BAD_DATE', '2024-02-14')],
    [{ 'Tanggal kejadian': 'kemarin' }, at('F', 'BAD_DATE')],
    [{ 'Tanggal kejadian': -5 }, at('F', 'BAD_DATE')],
    [{ 'Tanggal kejadian': '2999-01-01' }, at('F', 'IN_FUTURE')],
    [{ 'Yang terjadi': 'x'.repeat(20_001) }, at('H', 'TOO_LONG')],
    [{ Penyebab: 'GEOGRAPHY' }, at('K', 'REQUIRED')],
    [{ Kendala: 'Ada', Penyebab: 'Geografi' }, at('L', 'NOT_IN_LIST')],
    [{ Kendala: 'Ada', Kemungkinan: 6 }, at('M', 'OUT_OF_RANGE')],
    [{ Kendala: 'Ada', Kemungkinan: 2.5 }, at('M', 'OUT_OF_RANGE')],
    [{ Kendala: 'Ada', Dampak: 'besar' }, at('N', 'OUT_OF_RANGE')],
    [{ Kendala: 'Ada', 'Sudah diatur?': 'belum di atur' }, at('O', 'NOT_IN_LIST', 'Belum diatur')],
    [{ 'Jenis perbaikan': 'Pelatihan' }, at('P', 'REQUIRED')],
    [{ Rekomendasi: 'Ada', 'Jenis perbaikan': 'Pelathian' }, at('Q', 'NOT_IN_LIST', 'Pelatihan')],
    [{ Kendala: { xml: '<f>A1&amp;"!"</f>' } }, at('K', 'FORMULA_WITHOUT_RESULT')],
    [{ Kendala: { xml: '<f>1/0</f><v>#DIV/0!</v>', type: 'e' } }, at('K', 'CELL_ERROR')],
    [{ Kendala: 'a_x0000_b' }, at('K', 'BAD_INPUT')],
  ])('%j is told by its place', async (cells, expected) => {
    const { body } = await upload(
      makassar,
      workbook([HEADER, cells['Judul'] === null ? [] : GOOD, row({ Judul: 'Uji', ...cells })]),
    );
    expect(body).toMatchObject({ experiences: cells['Judul'] === null ? 1 : 2, failed: 1 });
    expect(body.errors).toMatchObject({ total: 1, offset: 0, items: [{ row: 3 }] });
    const [{ column, code, suggestion }] = body.errors.items;
    const { suggestion: meant, ...place } = expected as { suggestion: unknown };
    expect({ column, code }).toEqual(place);
    expect(suggestion).toEqual(meant);
  });

  it('may be the name of two things, which are told', async () => {
    const name = 'Tahapan yang namanya sama';
    await api.dataSource.query(`update stages set name = $1 where code in ('PEMILU-01', 'PEMILU-02')`, [name]);
    const { body } = await upload(makassar, workbook([HEADER, row({ Judul: 'Uji', Tahapan: name })]));
    expect(body.errors.items).toMatchObject([{ code: 'SEVERAL_CHOICES', suggestion: `PEMILU-01 ${name}` }]);
    expect(body.errors.items[0].message).toContain(`PEMILU-01 ${name} · PEMILU-02 ${name}`);
  });

  it('is told in the language of the reader, with what was given', async () => {
    const file = workbook([HEADER, row({ Judul: 'Uji', Jenis: 'Praktek baik' })]);
    const { body } = await upload(makassar.with({ 'accept-language': 'en' }), file);
    expect(body.errors.items[0]).toEqual({
      row: 2,
      column: 'C',
      header: 'Jenis',
      code: 'NOT_IN_LIST',
      message: 'This is not in the list; see the sheet Daftar of the template.',
      given: 'Praktek baik',
      suggestion: 'Praktik baik',
    });
    expect((await upload(makassar, file)).body.errors.items[0].message).toContain('Tidak ada dalam daftar');
  });

  it('is one of thousands that are told two hundred at a time', async () => {
    const rows = Array.from({ length: 450 }, () => row({ Judul: 'Uji', Tahapan: 'entah' }));
    const file = workbook([HEADER, ...rows.map((cells, at) => [`Uji ${at}`, ...cells.slice(1)])]);
    for (const [offset, length, first] of [
      [0, 200, 2],
      [200, 200, 202],
      [400, 50, 402],
      [900, 0, undefined],
    ] as const) {
      const { errors } = (await upload(makassar, file, `offset=${offset}`)).body;
      expect([errors.total, errors.items.length, errors.items[0]?.row]).toEqual([450, length, first]);
    }
    expect((await upload(makassar, file, 'offset=x')).body.code).toBe('BAD_PARAMETER');
    expect((await upload(makassar, file, 'dryRun=ya')).body.code).toBe('BAD_PARAMETER');
  });
});

describe('a table', () => {
  it('may have its columns in any order and others beside them, which are named', async () => {
    const { body } = await upload(makassar, 'No,Kendala,judul *,Tahapn\n1,Ada,Susunan lain,PEMILU-01\n');
    expect(body).toMatchObject({ created: 1, failed: 0 });
    expect(body.ignoredColumns).toEqual([
      { column: 'A', header: 'No', suggestion: null },
      { column: 'D', header: 'Tahapn', suggestion: 'Tahapan' },
    ]);
  });

  it('continues an experience in rows without a title, or with the same', async () => {
    const { body } = await upload(
      makassar,
      workbook([
        HEADER,
        row({ Judul: 'Sama', Tahapan: 'PEMILU-01', Kendala: 'Satu' }),
        row({ Judul: 'Sama', Kendala: 'Dua' }),
        row({ Judul: 'Sama', Tahapan: 'PEMILU-02', Kendala: 'Lain tahapan' }),
        row({ Topik: 'LOGISTIK', Kendala: 'Lain topik' }),
      ]),
    );
    expect(body).toMatchObject({ rows: 4, experiences: 2, created: 1, failed: 1, failedRows: 2 });
    expect(body.errors.items).toMatchObject([{ row: 5, column: 'D', code: 'CONTINUES_DIFFERENTLY' }]);
  });

  it('may have cells merged downwards, where that means the same experience, and none merged otherwise', async () => {
    const rows = [
      HEADER,
      row({ Judul: 'Gabung', Tahapan: 'PEMILU-01', Kendala: 'Satu', Penyebab: 'BUDGET' }),
      row({ Kendala: 'Dua' }),
      row({ Judul: 'Lain', Kendala: 'Tiga' }),
    ];
    const sent = async (...ranges: string[]) =>
      (await upload(makassar, workbook(rows, { after: merges(...ranges) }))).body;
    expect(await sent('A2:A3', 'B2:B3')).toMatchObject({ experiences: 2, created: 2, failed: 0 });
    for (const [range, at] of [
      ['B2:B4', { row: 4, column: 'B' }],
      ['L2:L3', { row: 3, column: 'L' }],
      ['K2:L2', { row: 2, column: 'K' }],
      ['A2:B3', { row: 2, column: 'A' }],
    ] as const) {
      const { errors } = await sent(range);
      expect([range, errors.items[0]]).toMatchObject([range, { ...at, code: 'MERGED_CELLS' }]);
    }
    expect(await sent('A1:Q1')).toMatchObject({ created: 2 }); // above the data it does not matter
  });

  it('counts days from 1904 where the workbook does, and takes the results of formulas', async () => {
    const cells = row({
      Judul: { xml: '<f>UPPER("a")</f><v>HASIL RUMUS</v>', type: 'str' },
      'Tanggal kejadian': 43874,
    });
    const file = workbook([HEADER, cells], { settings: '<workbookPr date1904="1"/>' });
    expect((await upload(makassar, file, 'dryRun=false')).body).toMatchObject({ created: 1 });
    const [made] = await api.dataSource.query(
      `select occurred_on::text as day from experiences where title = 'HASIL RUMUS'`,
    );
    expect(made.day).toBe('2024-02-14');
  });

  it('of another sheet is not looked at when there is one of ours, and is when there is not', async () => {
    expect(await outcome(workbook([HEADER, GOOD], { sheet: 'Lembar1' }))).toBe(1);
  });
});

describe('text with separators', () => {
  const TEXT = 'Judul;Tahapan;Yang terjadi\r\n"Judul; ""khusus""";PEMILU-01;"Baris satu\r\nbaris dua – “ketiga”"\r\n';
  const asUtf16 = (text: string, swap: boolean): Buffer => {
    const buffer = Buffer.from(text, 'utf16le');
    return swap ? buffer.swap16() : buffer;
  };
  const asWindows = (text: string): Buffer =>
    Buffer.from(text.replace('–', '\x96').replace('“', '\x93').replace('”', '\x94'), 'latin1');

  it.each<[string, Buffer | string]>([
    ['UTF-8', TEXT],
    ['UTF-8 with a mark', `\ufeff${TEXT}`],
    ['UTF-16 with a mark', asUtf16(`\ufeff${TEXT}`, false)],
    ['UTF-16 of the other end', asUtf16(`\ufeff${TEXT}`, true)],
    ['UTF-16 without a mark', asUtf16(TEXT, false)],
    ['Windows-1252', asWindows(TEXT)],
    ['commas', TEXT.replace(/;(?! )/g, ',')],
    ['tabs', TEXT.replace(/;(?! )/g, '\t')],
    ['line feeds', TEXT.replaceAll('\r\n', '\n')],
    ['carriage returns', TEXT.replaceAll('\r\n', '\r')],
    ['a line for Excel', `sep=;\r\n${TEXT}`],
  ])('in %s', async (_, file) => {
    await api.dataSource.query(
      `with gone as (delete from experiences where title = 'Judul; "khusus"' returning id)
       delete from client_mutations where subject_id in (select id from gone)`,
    );
    const { body } = await upload(makassar, file, 'dryRun=false');
    expect(body).toMatchObject({ rows: 1, created: 1, failed: 0 });
    const [made] = await api.dataSource.query(
      `select happened, stages.code from experiences join stages on stages.id = stage_id where title = 'Judul; "khusus"'`,
    );
    expect(made.happened.replace(/\r\n?/g, '\n')).toBe('Baris satu\nbaris dua – “ketiga”');
    expect(made.code).toBe('PEMILU-01');
  });

  it('counts rows as a spreadsheet does', async () => {
    const { body } = await upload(makassar, 'Judul;Jenis\n\n"dua\nbaris";Kendala\nSalah;Entah\n');
    expect(body.errors.items[0]).toMatchObject({ row: 4, column: 'B', given: 'Entah' });
  });

  it('with a quotation mark that nobody closed is cut off, not kept', async () => {
    const { body } = await upload(makassar, `Judul\n"${'terbuka '.repeat(500_000)}`);
    expect(body.errors.items[0]).toMatchObject({ code: 'TOO_LONG' });
  });
});

describe('a file that cannot be taken', () => {
  const parts = workbookParts([HEADER, GOOD]);
  const megabyte = 'A'.repeat(1024 * 1024);
  const doctype = '<!DOCTYPE a [<!ENTITY b "bom">]>';

  it.each<[string, () => Buffer | string, string | number]>([
    ['nothing', () => '', '422 FILE_EMPTY'],
    ['a picture', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), '422 NOT_A_TABLE'],
    ['an old workbook', () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), '422 OLD_WORKBOOK'],
    ['a ZIP that is no workbook', () => zip({ 'foto.jpg': 'x' }), '422 NOT_A_TABLE'],
    [
      'an OpenDocument sheet',
      () => zip({ mimetype: 'application/vnd.oasis', 'content.xml': '<a/>' }),
      '422 NOT_A_TABLE',
    ],
    ['half a workbook', () => workbook([HEADER, GOOD]).subarray(0, 400), '422 WORKBOOK_DAMAGED'],
    ['prose', () => 'Dengan hormat,\nbersama ini kami sampaikan', '422 NO_HEADER'],
    ['a sheet without a header', () => workbook([['a', 'b'], GOOD]), '422 NO_HEADER'],
    ['a column twice', () => 'Judul,Judul\na,b\n', '422 REPEATED_COLUMN'],
    [
      'broken markup',
      () => zip({ ...parts, 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row>' }),
      '422 WORKBOOK_DAMAGED',
    ],
    [
      'entities',
      () => zip({ ...parts, 'xl/workbook.xml': `${doctype}${parts['xl/workbook.xml']}` }),
      '422 WORKBOOK_DAMAGED',
    ],
    ['too much', () => Buffer.alloc(10 * 1024 * 1024 + 1, 'a'), '413 FILE_TOO_LARGE'],
    [
      'a bomb',
      () => zip({ ...parts, 'a.xml': { content: 'x', saysItUnpacksTo: 500_000_000 } }),
      '422 FILE_UNPACKS_TOO_LARGE',
    ],
    [
      'a bomb in disguise',
      () => zip({ ...parts, 'xl/worksheets/sheet1.xml': { content: megabyte.repeat(50), saysItUnpacksTo: 1000 } }),
      '422 WORKBOOK_DAMAGED',
    ],
    [
      'a text without end',
      () => zip({ ...parts, 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${megabyte.repeat(50)}` }),
      '422 WORKBOOK_DAMAGED',
    ],
    ['what is fine', () => workbook([HEADER, GOOD]), 1],
    ['what is fine as parts', () => zip(parts), 1],
  ])('is %s', async (_, file, expected) => {
    expect(await outcome(file())).toBe(expected);
  });

  it('has more rows than are allowed, of which none is stored', async () => {
    const before = await titles();
    const many = (count: number): string =>
      `Judul\n${Array.from({ length: count }, (_, at) => `Baris ${at}\n`).join('')}`;
    const { status, body } = await upload(makassar, many(5001), 'dryRun=false');
    expect([status, body.code, body.message]).toEqual([422, 'TOO_MANY_ROWS', expect.stringContaining('5000')]);
    expect(await titles()).toEqual(before);
    expect((await upload(makassar, many(5000), 'dryRun=false')).body.created).toBe(5000);
  });

  it('is no form, or one without a file, or one that breaks off', async () => {
    const send = async (payload: string, type: string) =>
      (await makassar.send('POST', '/api/v1/import', { payload: Buffer.from(payload), type })).json().code;
    expect(await send('{}', 'application/json')).toBe('FILE_REQUIRED');
    expect(await send('--x--\r\n', 'multipart/form-data; boundary=x')).toBe('FILE_REQUIRED');
    const begun = '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nJudul';
    expect(await send(begun, 'multipart/form-data; boundary=x')).toBe('FILE_REQUIRED');
  });
});
