import { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { MitigationBrief } from '../brief.types.js';
import { cover, DEMO_MARK, TITLE } from './cover.js';
import { lessonSection } from './lesson-section.js';
import { matrixSection } from './matrix-section.js';
import { methodSection } from './method-section.js';
import { overview } from './overview.js';
import { recommendationSection } from './recommendation-section.js';
import { riskSection } from './risk-section.js';
import { sourceSection } from './source-section.js';
import { NUMBERING, STYLE, STYLES } from './styles.js';
import { fit, paragraph } from './text.js';

/** A4 upright with margins of 2 cm, in twentieths of a point. */
const PAGE = { size: { width: 11906, height: 16838 }, margin: { top: 1134, right: 1134, bottom: 1134, left: 1134 } };

/** The brief as an editable document (DOCX), in Indonesian whoever asks. Its size is bounded as the brief is. */
export async function briefDocument(brief: MitigationBrief): Promise<Buffer> {
  const { stage, satker, hasDemo } = brief;
  const title = fit(`${TITLE} ${stage.code} – ${satker.name}`);
  const document = new Document({
    title,
    subject: fit(stage.name),
    description: fit(`${title}. ${hasDemo ? DEMO_MARK : ''}`.trim()),
    creator: 'Basis Pengetahuan Rakornas',
    lastModifiedBy: 'Basis Pengetahuan Rakornas',
    keywords: [stage.code, satker.code, 'mitigasi risiko'].join(', '),
    styles: STYLES,
    numbering: NUMBERING,
    sections: [
      {
        properties: { page: PAGE, titlePage: true },
        headers: { default: new Header({ children: [header(title, hasDemo)] }), first: new Header({ children: [] }) },
        footers: { default: new Footer({ children: [pageNumbers()] }), first: new Footer({ children: [] }) },
        children: [
          ...cover(brief),
          ...overview(brief),
          ...(await matrixSection(brief)),
          ...riskSection(brief),
          ...lessonSection(brief),
          ...recommendationSection(brief),
          ...sourceSection(brief),
          ...methodSection(brief),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const header = (title: string, hasDemo: boolean): Paragraph =>
  paragraph(hasDemo ? `${title} · ${DEMO_MARK}` : title, STYLE.small);

const pageNumbers = (): Paragraph =>
  new Paragraph({
    style: STYLE.small,
    alignment: AlignmentType.END,
    children: [new TextRun({ children: ['Halaman ', PageNumber.CURRENT, ' dari ', PageNumber.TOTAL_PAGES] })],
  });
