import { HeadingLevel, Paragraph, type Table } from 'docx';
import { BriefScopeName } from '../brief.enums.js';
import { SatkerLevel } from '../../satker/satker.entity.js';
import type { BriefSatker, MitigationBrief } from '../brief.types.js';
import type { BriefRisk } from '../risk.types.js';
import { BAND_WORDS, inNumber, shortened } from '../wording.js';
import { STEPS, STYLE } from './styles.js';
import { table } from './table.js';
import { cellText, paragraph, run } from './text.js';

const MOST = 5;
const LABEL_LENGTH = 150;

/** The page that is read when only one is read. */
export function overview(brief: MitigationBrief): (Paragraph | Table)[] {
  const { summary, topRisks, firstSteps, satker } = brief;
  return [
    heading('Ringkasan'),
    ...summary.map((sentence) => paragraph(sentence)),
    ...(topRisks.length > 0 ? [subheading('Risiko teratas'), topTable(topRisks.slice(0, MOST), satker)] : []),
    ...(firstSteps.length > 0 ? [subheading('Yang didahulukan'), ...firstSteps.map(step)] : []),
  ];
}

export const heading = (text: string, pageBreakBefore = false): Paragraph =>
  new Paragraph({ heading: HeadingLevel.HEADING_1, pageBreakBefore, children: [run(text)] });

export const subheading = (text: string): Paragraph =>
  new Paragraph({ heading: HeadingLevel.HEADING_2, children: [run(text)] });

const step = (text: string): Paragraph =>
  new Paragraph({ numbering: { reference: STEPS, level: 0 }, children: [run(text)] });

const topTable = (risks: readonly BriefRisk[], satker: BriefSatker): Table =>
  table(
    [
      { label: 'No.', share: 7 },
      { label: 'Risiko', share: 55 },
      { label: 'Pernah terjadi', share: 23 },
      { label: 'Skor tertinggi', share: 15 },
    ],
    risks.map((risk) => [
      String(risk.rank),
      [cellText(shortened(risk.label, LABEL_LENGTH)), ...patternLine(risk)],
      seenIn(risk, satker),
      scoreOf(risk),
    ]),
  );

/** By which the pattern is found again. */
export const patternLine = ({ patternCode }: BriefRisk): Paragraph[] =>
  patternCode === null ? [] : [paragraph(patternCode, STYLE.small)];

const SEEN: Readonly<Record<BriefScopeName, string>> = {
  OWN: 'di satker ini; seluruhnya',
  PROVINCE: 'di provinsi ini; seluruhnya',
  NATION: 'di provinsi lain;',
};

/** "di satker ini; seluruhnya 12 satker"; to the centre no province is another one. */
export const seenIn = ({ scope, satkerCount }: BriefRisk, { level }: BriefSatker): string =>
  `${level === SatkerLevel.CENTRAL ? 'di daerah;' : SEEN[scope]} ${inNumber(satkerCount)} satker`;

/** "20 (ekstrem)" */
export const scoreOf = ({ maxRisk, band }: BriefRisk): string =>
  maxRisk === null || band === null ? 'belum dinilai' : `${maxRisk} (${BAND_WORDS[band]})`;
