import type { Paragraph, Table } from 'docx';
import type { MitigationBrief } from '../brief.types.js';
import { inNumber, inShortDay, shortened } from '../wording.js';
import { heading } from './overview.js';
import { standing } from './risk-section.js';
import { STYLE } from './styles.js';
import { table } from './table.js';
import { cellText, lead, paragraph, reference } from './text.js';

const TEXT_LENGTH = 300;

/** What was decided and is not done, the unit's own first. */
export function recommendationSection(brief: MitigationBrief): (Paragraph | Table)[] {
  const { openRecommendations, openRecommendationCount: count, overdueCount } = brief;
  if (openRecommendations.length === 0) return [];
  const part =
    count > openRecommendations.length
      ? ` Yang dimuat di sini ${inNumber(openRecommendations.length)}: yang harus dikerjakan satker ini dahulu, lalu yang berasal dari satker ini dan provinsinya, lalu menurut tenggat.`
      : '';
  return [
    heading('Rekomendasi yang masih terbuka'),
    lead(
      `Terdapat ${inNumber(count)} rekomendasi yang diterima, dikerjakan, atau dilaporkan selesai tetapi belum diverifikasi; ${inNumber(overdueCount)} di antaranya lewat tenggat.${part}`,
    ),
    table(
      [
        { label: 'Nomor', share: 19 },
        { label: 'Rekomendasi', share: 35 },
        { label: 'Asal', share: 19 },
        { label: 'Keadaan', share: 14 },
        { label: 'Tenggat', share: 13 },
      ],
      openRecommendations.map((one) => [
        one.number,
        [
          cellText(shortened(one.text, TEXT_LENGTH)),
          ...one.leads.map((name) => paragraph(`Penanggung jawab: ${name}`, STYLE.small)),
        ],
        [cellText(one.source.satker.name), paragraph([reference(one.source)], STYLE.small)],
        standing(one),
        one.dueDate === null ? 'tanpa tenggat' : inShortDay(one.dueDate),
      ]),
    ),
  ];
}
