import { HeadingLevel, Paragraph, PageBreak } from 'docx';
import type { MitigationBrief } from '../brief.types.js';
import { inMoment } from '../wording.js';
import { STYLE } from './styles.js';
import { paragraph, run } from './text.js';

export const TITLE = 'Taklimat Mitigasi Risiko';
export const DEMO_MARK = 'DATA PERAGAAN';

/** What it is, for whom, about what, and how old it is. */
export function cover(brief: MitigationBrief): Paragraph[] {
  const { stage, stagesUsed, satker, asOf, hasDemo } = brief;
  const line = (label: string, value: string): Paragraph =>
    paragraph([run(`${label}: `, { bold: true }), run(value)], STYLE.coverLine);
  return [
    paragraph('RAPAT KOORDINASI NASIONAL · BASIS PENGETAHUAN', STYLE.publisher),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [run(TITLE)] }),
    paragraph(`Persiapan tahapan ${stage.name}`, STYLE.subtitle),
    line('Satuan kerja', `${satker.name} (${satker.code})`),
    line('Tahapan', `${stage.code}, siklus ${stage.cycle}`),
    line('Data per', inMoment(asOf)),
    line('Dasar', `pengalaman satker yang telah diterbitkan pada ${stagesUsed.map(({ code }) => code).join(', ')}`),
    ...(hasDemo ? [paragraph(demoNotice(brief), STYLE.notice)] : []),
    new Paragraph({ children: [new PageBreak()] }),
  ];
}

function demoNotice({ scopes }: MitigationBrief): string {
  const { demoCount, obstacleCount } = scopes.at(-1)!;
  const whole = demoCount === obstacleCount ? 'Seluruh kendala' : 'Sebagian kendala';
  const part = demoCount === 0 ? 'Sebagian pelajaran' : whole;
  return `${DEMO_MARK}. ${part} dalam dokumen ini dibuat untuk peragaan dan bukan laporan satuan kerja yang sebenarnya. Dokumen ini tidak untuk dijadikan dasar keputusan.`;
}
