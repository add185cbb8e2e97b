import { Bookmark, InternalHyperlink, Paragraph, TextRun, type ParagraphChild } from 'docx';
import type { BriefSource } from '../risk.types.js';
import { STYLE } from './styles.js';

/** What XML cannot hold, such as control characters that came with a pasted text; with one of them Word opens nothing. */
const UNFIT = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;

export const fit = (text: string): string => text.replace(UNFIT, '');

export const run = (text: string, options: { bold?: boolean; italics?: boolean; color?: string } = {}): TextRun =>
  new TextRun({ ...options, text: fit(text) });

/** A paragraph of a named style; "Normal" unless told. */
export const paragraph = (content: string | readonly ParagraphChild[], style?: string): Paragraph =>
  new Paragraph({ style, children: typeof content === 'string' ? [run(content)] : [...content] });

/** A paragraph that stays with the table or picture below it. */
export const lead = (text: string): Paragraph => new Paragraph({ keepNext: true, children: [run(text)] });

export const cellText = (content: string | readonly ParagraphChild[]): Paragraph => paragraph(content, STYLE.cell);

/** Word takes letters, digits and underscores, forty of them at most. */
const anchorOf = (code: string): string => `sumber_${code.replace(/\W/g, '_')}`.slice(0, 40);

/** The code of an experience that leads to its line in the list of sources. */
export const reference = ({ code }: Pick<BriefSource, 'code'>): InternalHyperlink =>
  new InternalHyperlink({ anchor: anchorOf(code), children: [new TextRun({ text: fit(code), style: 'Hyperlink' })] });

/** The place that `reference` leads to. */
export const target = ({ code }: Pick<BriefSource, 'code'>): Bookmark =>
  new Bookmark({ id: anchorOf(code), children: [run(code, { bold: true })] });

/** Joins what belongs in one line. */
export const joined = (parts: readonly ParagraphChild[], separator = ', '): ParagraphChild[] =>
  parts.flatMap((part, index) => (index === 0 ? [part] : [run(separator), part]));
