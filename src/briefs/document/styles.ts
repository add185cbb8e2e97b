import { AlignmentType, BorderStyle, LineRuleType, type IStylesOptions } from 'docx';

/** Colours of the house; each is dark or light enough to be told apart when printed in grey. */
export const INK = {
  heading: '7A1F1F',
  muted: '595959',
  rule: 'BFBFBF',
  shade: 'F2F2F2',
  onHeading: 'FFFFFF',
} as const;

const BOX = { style: BorderStyle.SINGLE, size: 8, space: 8, color: INK.heading };

/** Lines that grow with what stands in them; LibreOffice takes a line without this for an exact one, and cuts pictures. */
const spaced = (spacing: Spacing) => ({ ...spacing, lineRule: LineRuleType.AUTO });

/** Names of the styles that are not Word's own; whoever edits the document changes them in one place. */
export const STYLE = {
  publisher: 'CoverPublisher',
  coverLine: 'CoverLine',
  subtitle: 'CoverSubtitle',
  notice: 'Notice',
  caption: 'Caption',
  cell: 'TableText',
  head: 'TableHead',
  small: 'SmallText',
} as const;

/** Sizes in half points, distances in twentieths of a point. Arial has a look-alike on every system. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: 'Arial', size: 21, language: { value: 'id-ID', eastAsia: 'id-ID', bidirectional: 'id-ID' } },
      paragraph: { spacing: spaced({ after: 120, line: 276 }) },
    },
    title: {
      run: { size: 56, bold: true, color: INK.heading },
      paragraph: { spacing: spaced({ before: 120, after: 200, line: 264 }) },
    },
    heading1: heading(30, { before: 360, after: 140 }),
    heading2: heading(23, { before: 220, after: 90 }),
    hyperlink: { run: { color: '1F4E79', underline: {} } },
  },
  paragraphStyles: [
    style(STYLE.publisher, 'Penerbit', { size: 20, bold: true, color: INK.muted }, { before: 2400, after: 120 }),
    style(STYLE.subtitle, 'Subjudul Sampul', { size: 30, color: '262626' }, { after: 480 }),
    style(STYLE.coverLine, 'Baris Sampul', { size: 22 }, { after: 100 }),
    {
      ...style(STYLE.notice, 'Peringatan', { bold: true, color: INK.heading, size: 20 }, { before: 480, after: 120 }),
      paragraph: {
        spacing: spaced({ before: 480, after: 120 }),
        border: { top: BOX, bottom: BOX, left: BOX, right: BOX },
      },
    },
    style(STYLE.caption, 'Keterangan Gambar', { size: 18, color: INK.muted }, { before: 60, after: 160 }),
    style(STYLE.cell, 'Teks Tabel', { size: 18 }, { after: 40, line: 240 }),
    {
      ...style(STYLE.head, 'Kepala Tabel', { size: 18, bold: true, color: INK.onHeading }, {}),
      // A head alone at the foot of a page would be an orphan.
      paragraph: { spacing: spaced({ after: 40, line: 240 }), keepNext: true },
    },
    style(STYLE.small, 'Teks Kecil', { size: 17, color: INK.muted }, { after: 40, line: 240 }),
  ],
};

/** The numbered list of what comes first. */
export const STEPS = 'steps';
export const NUMBERING = {
  config: [
    {
      reference: STEPS,
      levels: [
        {
          level: 0,
          format: 'decimal' as const,
          text: '%1.',
          alignment: AlignmentType.START,
          style: { paragraph: { indent: { left: 400, hanging: 400 } } },
        },
      ],
    },
  ],
};

interface Spacing {
  before?: number;
  after?: number;
  line?: number;
}

/** Headings stay with what they head. */
function heading(size: number, spacing: Spacing) {
  return {
    run: { size, bold: true, color: INK.heading },
    paragraph: { spacing: spaced(spacing), keepNext: true, keepLines: true },
  };
}

function style(id: string, name: string, run: { size: number; bold?: boolean; color?: string }, spacing: Spacing) {
  return { id, name, basedOn: 'Normal', quickFormat: true, run, paragraph: { spacing: spaced(spacing) } };
}
