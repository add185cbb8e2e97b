import { ImageRun, Paragraph, type Table } from 'docx';
import type { RiskBand } from '../../analytics/dimension.enum.js';
import { RISK_BANDS } from '../../analytics/risk-bands.js';
import type { BriefScope, MitigationBrief } from '../brief.types.js';
import { BAND_WORDS, inNumber } from '../wording.js';
import { matrixPicture } from './matrix-picture.js';
import { heading } from './overview.js';
import { STYLE } from './styles.js';
import { table } from './table.js';
import { fit, lead, paragraph } from './text.js';

/** Between the margins, in pixels of 1/96 inch. */
const WIDEST = 642;

/** Where the obstacles lie, as a picture and, for whoever does not see it, in numbers. */
export async function matrixSection({ scopes, isEmpty }: MitigationBrief): Promise<(Paragraph | Table)[]> {
  if (isEmpty) return [];
  const { png, width, height } = await matrixPicture(scopes);
  const scale = Math.min(WIDEST / width, 1.3);
  const picture = new ImageRun({
    type: 'png',
    data: png,
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: 'Matriks risiko', title: 'Matriks risiko', description: fit(inWords(scopes)) },
  });
  return [
    heading('Matriks risiko', true),
    lead(
      'Angka di setiap kotak adalah jumlah kendala menurut kemungkinan berulang dan dampaknya, masing-masing dari 1 sampai 5.' +
        (scopes.length > 1 ? ' Lingkup yang lebih luas mencakup lingkup yang lebih sempit.' : ''),
    ),
    new Paragraph({ keepNext: true, children: [picture] }),
    paragraph(
      'Gambar 1. Kendala menurut kemungkinan dan dampak. Makin gelap warnanya, makin besar risikonya.',
      STYLE.caption,
    ),
    numbers(scopes),
  ];
}

function ofBand({ matrix }: BriefScope, wanted: RiskBand): number {
  return matrix.reduce((sum, { band, count }) => sum + (band === wanted ? count : 0), 0);
}

const numbers = (scopes: readonly BriefScope[]): Table =>
  table(
    [
      { label: 'Lingkup', share: 28 },
      { label: 'Satker', share: 10, isNumber: true },
      { label: 'Kendala', share: 11, isNumber: true },
      ...RISK_BANDS.map((band) => ({ label: capitalised(BAND_WORDS[band]), share: 10.5, isNumber: true })),
      { label: 'Belum dinilai', share: 11, isNumber: true },
    ],
    scopes.map((scope) => [
      scope.label,
      inNumber(scope.satkerCount),
      inNumber(scope.obstacleCount),
      ...RISK_BANDS.map((band) => inNumber(ofBand(scope, band))),
      inNumber(scope.unassessedCount),
    ]),
  );

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The picture in words: every cell that holds something, the gravest first. */
function inWords(scopes: readonly BriefScope[]): string {
  const parts = scopes.map(({ label, matrix }) => {
    const cells = matrix
      .filter(({ count }) => count > 0)
      .toSorted((a, b) => b.likelihood * b.impact - a.likelihood * a.impact || b.likelihood - a.likelihood)
      .map(({ likelihood, impact, count }) => `${likelihood}×${impact}: ${inNumber(count)}`);
    return `${label}: ${cells.length > 0 ? cells.join(', ') : 'tidak ada kendala yang dinilai'}`;
  });
  return `Matriks risiko lima kali lima. Jumlah kendala menurut kemungkinan × dampak. ${parts.join('. ')}.`;
}
