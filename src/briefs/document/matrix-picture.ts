import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';
import type { RiskBand } from '../../analytics/dimension.enum.js';
import { RISK_BANDS } from '../../analytics/risk-bands.js';
import type { BriefScope } from '../brief.types.js';
import { BAND_WORDS, inNumber, shortened } from '../wording.js';

export interface Picture {
  readonly png: Buffer;
  /** In points of the drawing; the picture itself is finer. */
  readonly width: number;
  readonly height: number;
}

/** One hue from light to dark: told apart without colours, too. */
const FILL: Readonly<Record<RiskBand, string>> = {
  LOW: '#FFF7DC',
  MODERATE: '#FDD98A',
  HIGH: '#E8892B',
  EXTREME: '#8A2D04',
};
const INK_ON: Readonly<Record<RiskBand, string>> = {
  LOW: '#262626',
  MODERATE: '#262626',
  HIGH: '#000000',
  EXTREME: '#FFFFFF',
};
const CELL = 34;
const PANEL = { left: 38, top: 26, size: 5 * CELL, gap: 12 };
const FOOT = 62;
const LEGEND_STEP = 74;
/** Pixels for each point, enough for print. */
const FINENESS = 3;

/** A server need not have fonts; this one comes with the product. */
const FONTS = ['400Regular/SourceSans3_400Regular.ttf', '700Bold/SourceSans3_700Bold.ttf'].map((file) =>
  createRequire(import.meta.url).resolve(`@expo-google-fonts/source-sans-3/${file}`),
);

/** The matrices of the scopes side by side: likelihood upwards, impact to the right, the number of obstacles in each cell. */
export async function matrixPicture(scopes: readonly BriefScope[]): Promise<Picture> {
  const panel = PANEL.left + PANEL.size;
  const panelsWidth = scopes.length * panel + (scopes.length - 1) * PANEL.gap + 4;
  const width = Math.max(panelsWidth, RISK_BANDS.length * LEGEND_STEP);
  const height = PANEL.top + PANEL.size + FOOT;
  const panels = scopes.map(
    (scope, index) =>
      `<g transform="translate(${(width - panelsWidth) / 2 + index * (panel + PANEL.gap)} 0)">${matrix(scope)}</g>`,
  );
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="Source Sans 3" fill="#262626">` +
    `<rect width="${width}" height="${height}" fill="#FFFFFF"/>${panels.join('')}${legend(width, height)}</svg>`;
  const image = await renderAsync(svg, {
    fitTo: { mode: 'width', value: Math.round(width * FINENESS) },
    font: { loadSystemFonts: false, fontFiles: FONTS, defaultFontFamily: 'Source Sans 3' },
  });
  return { png: image.asPng(), width, height };
}

const text = (x: number, y: number, size: number, content: string, more = ''): string =>
  `<text x="${x}" y="${y}" font-size="${size}" text-anchor="middle" ${more}>${escaped(content)}</text>`;

function matrix({ label, matrix: cells }: BriefScope): string {
  const middle = PANEL.left + PANEL.size / 2;
  const bottom = PANEL.top + PANEL.size;
  const axis = [1, 2, 3, 4, 5].map(
    (value) =>
      text(PANEL.left + (value - 0.5) * CELL, bottom + 13, 11, String(value)) +
      text(PANEL.left - 9, bottom - (value - 0.5) * CELL + 4, 11, String(value)),
  );
  const squares = cells.map(({ likelihood, impact, band, count }) => {
    const [x, y] = [PANEL.left + (impact - 1) * CELL, bottom - likelihood * CELL];
    const square = `<rect x="${x}" y="${y}" width="${CELL}" height="${CELL}" fill="${FILL[band]}" stroke="#FFFFFF" stroke-width="1.5"/>`;
    if (count === 0) return square;
    const number = inNumber(count);
    const look = `font-weight="700" fill="${INK_ON[band]}"`;
    return square + text(x + CELL / 2, y + CELL / 2 + 4.5, sizeOf(number), number, look);
  });
  return (
    text(middle, 16, 13, shortened(label, 32), 'font-weight="700"') +
    squares.join('') +
    axis.join('') +
    text(middle, bottom + 28, 11.5, 'Dampak →') +
    text(0, 0, 11.5, 'Kemungkinan →', `transform="translate(12 ${PANEL.top + PANEL.size / 2}) rotate(-90)"`)
  );
}

/** A cell takes three digits at ease; longer numbers are written smaller. */
const sizeOf = ({ length }: string): number => Math.min(13, 56 / length);

function legend(width: number, height: number): string {
  const start = (width - RISK_BANDS.length * LEGEND_STEP) / 2;
  return RISK_BANDS.map((band, index) => {
    const x = start + index * LEGEND_STEP;
    return (
      `<rect x="${x}" y="${height - 19}" width="13" height="13" fill="${FILL[band]}" stroke="#7F7F7F" stroke-width="0.5"/>` +
      `<text x="${x + 18}" y="${height - 8}" font-size="11.5">${BAND_WORDS[band]}</text>`
    );
  }).join('');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (content: string): string => content.replace(/[&<>"]/g, (sign) => ESCAPES[sign]!);
