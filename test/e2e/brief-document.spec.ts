import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { matrixPicture } from '../../src/briefs/document/matrix-picture.js';
import { bandOf } from '../../src/analytics/risk-bands.js';
import { BriefScopeName } from '../../src/briefs/brief.enums.js';
import { startApi, type TestApi } from '../support/api.js';
import { unzipped } from '../support/unzip.js';
import { plant, remove } from './brief-rows.js';

/** The document, by its XML: that it opens, can be edited and read aloud, and holds nothing that breaks it. */
let api: TestApi;
let parts: Map<string, Buffer>;
let body: Element;

interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

const LONG_NAME = `KPU Kabupaten ${'Pulau Seribu Nama yang Sangat Panjang '.repeat(4)}`.trim();

/** Throws where the XML is not well formed. */
function parsed(xml: Buffer): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const stack = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    const element = { name, attributes, children: [], text: '' };
    stack.at(-1)!.children.push(element);
    stack.push(element);
  });
  parser.on('text', (text) => void (stack.at(-1)!.text += text));
  parser.on('closetag', () => void stack.pop());
  parser.write(xml.toString()).close();
  return root;
}

const all = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
const textOf = (element: Element): string => element.text + element.children.map(textOf).join('');
const xmlOf = (name: string): Element => parsed(parts.get(name)!);

const document = async (query: string, headers: Record<string, string> = {}) =>
  (await api.as('viewer')).with(headers).send('GET', `/api/v1/brief.docx?${query}`);

async function open(query: string): Promise<void> {
  const { rawPayload } = await document(query);
  parts = await unzipped(rawPayload);
  body = xmlOf('word/document.xml');
}

beforeAll(async () => {
  api = await startApi();
  await plant(api.dataSource, {
    unit: '73.71',
    text: `Teks dengan \u0001 kendali, <tanda> & "kutip" ${'yang panjang sekali '.repeat(60)}`,
    cause: 'LOGISTICS',
    actionTaken: 'Satker memakai palet kayu.',
    result: 'Kendala teratasi.',
    recommendation: { text: 'Gudang diperiksa', status: 'ACCEPTED', dueDate: '2025-01-31' },
  });
  await api.dataSource.query(`update satkers set name = $1 where code = '73.06'`, [LONG_NAME]);
  await open('stage=PEMILU-09&satker=73.71');
});
afterAll(() => api.close());

describe('the document', () => {
  it('comes as a file with a name, for nobody’s cache', async () => {
    const { statusCode, headers, rawPayload } = await document('stage=PEMILU-09&satker=KPU%20Kota%20Makassar');
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
    expect(headers['content-disposition']).toBe('attachment; filename="brief-PEMILU-09-73.71.docx"');
    expect(headers['cache-control']).toBe('no-store');
    expect(rawPayload.length).toBeLessThan(300_000);
  });

  it('is well-formed in all its parts', () => {
    const xml = [...parts.keys()].filter((name) => /\.(xml|rels)$/.test(name));
    expect(xml).toEqual(expect.arrayContaining(['word/document.xml', 'word/styles.xml', 'docProps/core.xml']));
    for (const name of xml) expect(() => xmlOf(name)).not.toThrow();
    expect(() => parsed(Buffer.from('<a>\u0001</a>'))).toThrow();
  });

  it('has an outline: a title, then headings that leave no level out', () => {
    const styles = all(body, 'w:pStyle').map(({ attributes }) => attributes['w:val']!);
    const outline = styles.filter((style) => /^(Title|Heading\d)$/.test(style));
    expect(outline[0]).toBe('Title');
    const levels = outline.slice(1).map((style) => Number(style.at(-1)));
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    const headings = all(body, 'w:p').filter((one) => all(one, 'w:pStyle')[0]?.attributes['w:val'] === 'Heading1');
    expect(headings.map(textOf)).toEqual([
      'Ringkasan',
      'Matriks risiko',
      'Risiko dan mitigasi',
      'Pelajaran',
      'Rekomendasi yang masih terbuka',
      'Sumber',
      'Cara membaca',
    ]);
  });

  it('describes its picture in words', () => {
    const pictures = all(body, 'wp:docPr');
    expect(pictures).toHaveLength(1);
    expect(pictures[0]!.attributes['descr']).toContain('KPU Kota Makassar: 3×3: 1');
    const png = [...parts].find(([name]) => name.endsWith('.png'))![1];
    expect(png.subarray(1, 4).toString()).toBe('PNG');
  });

  it('has tables with rows, whose heads come again on each page', () => {
    const tables = all(body, 'w:tbl');
    expect(tables.length).toBeGreaterThanOrEqual(4);
    for (const table of tables) {
      const [head, ...rows] = all(table, 'w:tr');
      expect(all(head!, 'w:tblHeader')).toHaveLength(1);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(textOf(row)).not.toBe('');
    }
  });

  it('says that it is Indonesian, and on which page one is', () => {
    expect(all(xmlOf('word/styles.xml'), 'w:lang')[0]!.attributes['w:val']).toBe('id-ID');
    const footers = [...parts.keys()]
      .filter((name) => name.startsWith('word/footer'))
      .map((name) => textOf(xmlOf(name)));
    expect(footers.some((footer) => /Halaman.*PAGE.*dari.*NUMPAGES/.test(footer))).toBe(true);
    expect(textOf(all(xmlOf('docProps/core.xml'), 'dc:title')[0]!)).toContain('PEMILU-09');
  });

  it('leads from each reference to its source', () => {
    const places = new Set(all(body, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name']));
    const anchors = all(body, 'w:hyperlink').flatMap(({ attributes }) => attributes['w:anchor'] ?? []);
    expect(anchors.length).toBeGreaterThan(0);
    for (const anchor of anchors) expect(places).toContain(anchor);
  });

  it('marks demonstration data on the cover, on each page and at each source', async () => {
    const text = textOf(body);
    expect(text).toContain('DATA PERAGAAN. Sebagian kendala');
    expect(text).toContain('(data peragaan)');
    const headers = [...parts.keys()]
      .filter((name) => name.startsWith('word/header'))
      .map((name) => textOf(xmlOf(name)));
    expect(headers.join()).toContain('DATA PERAGAAN');
  });

  it('does not mark what is none', async () => {
    await plant(api.dataSource, { unit: '51.07', text: 'Kampanye di luar jadwal', stage: 'PEMILU-08' });
    await remove(api.dataSource, `is_demo and stage_id = (select id from stages where code = 'PEMILU-08')`);
    await open('stage=PEMILU-08&satker=51.07');
    expect(textOf(body)).toContain('Kampanye di luar jadwal');
    expect(textOf(body)).not.toMatch(/peragaan/i);
  });

  it('is a document, too, where nothing is known', async () => {
    await remove(api.dataSource, `stage_id = (select id from stages where code = 'PEMILU-11')`);
    await open('stage=PEMILU-11&satker=73.06');
    expect(textOf(body)).toContain('Belum ada kendala yang diterbitkan');
    expect(all(body, 'w:tbl')).toHaveLength(0);
    expect(all(body, 'wp:docPr')).toHaveLength(0);
    expect(textOf(body)).toContain(LONG_NAME);
  });

  it.each([
    ['satker=73.71', 422, 'BAD_PARAMETER', 'stage'],
    ['stage=PEMILU-09', 422, 'BAD_PARAMETER', 'satker'],
    ['stage=PEMILU-09&satker=73&satker=51', 422, 'BAD_PARAMETER', 'satker'],
    ['stage=PEMILU-99&satker=73.71', 404, 'NOT_FOUND', 'stage'],
    ['stage=PEMILU-09&satker=99.99', 404, 'NOT_FOUND', 'satker'],
    ['stage=PEMILU-09&satker=KPU%20Bandung', 422, 'AMBIGUOUS', 'satker'],
  ])('refuses ?%s with %i %s', async (query, status, code, field) => {
    const answer = await document(query);
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ code, field });
  });

  it('refuses in the language that was asked for', async () => {
    const answer = await document('stage=PEMILU-99&satker=73.71', { 'accept-language': 'en' });
    expect(answer.json().message).toContain('was not found');
  });
});

describe('the picture', () => {
  const scope = (count: number) => ({
    scope: BriefScopeName.NATION,
    label: 'Nasional <&>',
    matrix: [1, 2, 3, 4, 5].flatMap((likelihood) =>
      [1, 2, 3, 4, 5].map((impact) => ({
        likelihood,
        impact,
        count,
        band: bandOf(likelihood * impact),
        openFilter: {},
      })),
    ),
  });

  it('shows numbers with a font of its own', async () => {
    const [empty, eights, again] = await Promise.all(
      [0, 888, 888].map((count) => matrixPicture([scope(count)] as never)),
    );
    expect(eights!.png.equals(empty!.png)).toBe(false);
    expect(again!.png.equals(eights!.png)).toBe(true);
  });
});
