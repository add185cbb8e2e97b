import type { Paragraph, Table } from 'docx';
import type { MitigationBrief } from '../brief.types.js';
import type { BriefLesson } from '../risk.types.js';
import { shortened, strengthInWords } from '../wording.js';
import { heading } from './overview.js';
import { STYLE } from './styles.js';
import { table } from './table.js';
import { cellText, joined, lead, paragraph, reference, run, target } from './text.js';

const TEXT_LENGTH = 400;

/** Each lesson once, as the risks have them. */
export function taughtLessons({ topRisks }: MitigationBrief): BriefLesson[] {
  return [...new Map(topRisks.flatMap(({ lessons }) => lessons).map((lesson) => [lesson.code, lesson])).values()];
}

/** What is understood by now about the top risks. */
export function lessonSection(brief: MitigationBrief): (Paragraph | Table)[] {
  const lessons = taughtLessons(brief);
  if (lessons.length === 0) return [];
  return [
    heading('Pelajaran'),
    lead('Pelajaran yang disahkan, dari kendala yang termasuk risiko teratas.'),
    table(
      [
        { label: 'Kode', share: 15 },
        { label: 'Pelajaran', share: 61 },
        { label: 'Kekuatan', share: 24 },
      ],
      lessons.map((lesson) => [[cellText([target(lesson)])], content(lesson), standing(brief, lesson)]),
    ),
  ];
}

const content = ({ title, insight, practice, sources, isDemo }: BriefLesson): Paragraph[] => [
  cellText([run(title, { bold: true }), run(isDemo ? ' (data peragaan)' : '')]),
  ...labelled('Dipahami', insight),
  ...labelled('Praktik', practice),
  ...(sources.length > 0 ? [paragraph([run('Sumber: '), ...joined(sources.map(reference))], STYLE.small)] : []),
];

const labelled = (label: string, text: string | null): Paragraph[] =>
  text ? [cellText([run(`${label}: `, { bold: true }), run(shortened(text, TEXT_LENGTH))])] : [];

/** And for which of the risks it is. */
function standing({ topRisks }: MitigationBrief, lesson: BriefLesson): Paragraph[] {
  const ranks = topRisks
    .filter(({ lessons }) => lessons.some(({ code }) => code === lesson.code))
    .map(({ rank }) => rank);
  return [cellText(strengthInWords(lesson)), paragraph(`Risiko ${ranks.join(', ')}`, STYLE.small)];
}
