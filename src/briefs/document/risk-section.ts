import type { Paragraph, ParagraphChild, Table } from 'docx';
import type { BriefSatker, MitigationBrief } from '../brief.types.js';
import type { BriefLesson, BriefPractice, BriefRecommendation, BriefRisk } from '../risk.types.js';
import { inNumber, inYears, shortened, STATUS_WORDS } from '../wording.js';
import { heading, patternLine, scoreOf, seenIn } from './overview.js';
import { STYLE } from './styles.js';
import { table } from './table.js';
import { cellText, joined, lead, paragraph, reference, run } from './text.js';

const LABEL_LENGTH = 300;
const PRACTICE_LENGTH = 260;

/** Each of the top risks with what is known to do about it. */
export function riskSection({ topRisks, riskCount, satker }: MitigationBrief): (Paragraph | Table)[] {
  if (topRisks.length === 0) return [];
  const which =
    riskCount > topRisks.length
      ? `Tabel ini memuat ${inNumber(topRisks.length)} dari ${inNumber(riskCount)} risiko, menurut urutan yang dijelaskan pada bagian Cara membaca.`
      : 'Tabel ini memuat seluruh risiko yang tercatat, menurut urutan yang dijelaskan pada bagian Cara membaca.';
  return [
    heading('Risiko dan mitigasi'),
    lead(
      `${which} Tindakan dan hasilnya dikutip sebagaimana dilaporkan satker; penerapannya tetap perlu disesuaikan dengan keadaan setempat.`,
    ),
    table(
      [
        { label: 'No.', share: 6 },
        { label: 'Risiko', share: 38 },
        { label: 'Mitigasi', share: 56 },
      ],
      topRisks.map((risk) => [String(risk.rank), about(risk, satker), mitigation(risk)]),
    ),
  ];
}

function about(risk: BriefRisk, satker: BriefSatker): Paragraph[] {
  const { label, cause, obstacleCount, years, sources } = risk;
  const facts = [
    `Skor ${scoreOf(risk)}${typical(risk)}`,
    `Pernah terjadi ${seenIn(risk, satker)}, ${inNumber(obstacleCount)} kendala, ${inYears(years)}`,
    ...(cause ? [`Penyebab: ${cause.name}`] : []),
  ];
  return [
    cellText([run(shortened(label, LABEL_LENGTH), { bold: true })]),
    ...patternLine(risk),
    ...facts.map((fact) => paragraph(fact, STYLE.small)),
    paragraph([run('Sumber: '), ...joined(sources.map(reference))], STYLE.small),
  ];
}

const typical = ({ typicalLikelihood: likelihood, typicalImpact: impact }: BriefRisk): string =>
  likelihood === null || impact === null ? '' : `; lazimnya kemungkinan ${likelihood}, dampak ${impact}`;

function mitigation({ lessons, practices, recommendations }: BriefRisk): Paragraph[] {
  if (lessons.length + practices.length + recommendations.length === 0)
    return [cellText('Belum ada pelajaran, tindakan dengan hasil baik, atau rekomendasi yang tercatat.')];
  return [
    ...section('Pelajaran', lessons.map(lessonLine)),
    ...section('Yang membantu', practices.map(practiceLine)),
    ...section('Rekomendasi', recommendations.map(recommendationLine)),
  ];
}

const section = (label: string, lines: readonly Paragraph[]): Paragraph[] =>
  lines.length === 0 ? [] : [cellText([run(label, { bold: true })]), ...lines];

const lessonLine = (lesson: BriefLesson): Paragraph =>
  cellText([
    run(`${shortened(lesson.practice ?? lesson.title, PRACTICE_LENGTH)} (`),
    reference(lesson),
    run(lesson.helpedSatkerCount > 0 ? `, membantu ${inNumber(lesson.helpedSatkerCount)} satker)` : ')'),
  ]);

const practiceLine = ({ action, result, source }: BriefPractice): Paragraph =>
  cellText([
    run(`${shortened(action, PRACTICE_LENGTH)} `),
    run(`Hasil: ${shortened(result, PRACTICE_LENGTH)} `, { italics: true }),
    ...bracketed(reference(source)),
  ]);

const recommendationLine = (recommendation: BriefRecommendation): Paragraph =>
  cellText([
    run(`${shortened(recommendation.text, PRACTICE_LENGTH)} `),
    run(`(${recommendation.number}, ${standing(recommendation)})`),
  ]);

const bracketed = (inner: ParagraphChild): ParagraphChild[] => [run('('), inner, run(')')];

/** "dikerjakan, lewat tenggat" */
export const standing = ({ status, isOverdue }: BriefRecommendation): string =>
  STATUS_WORDS[status] + (isOverdue ? ', lewat tenggat' : '');
