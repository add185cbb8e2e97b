import { bandOf } from '../../analytics/risk-bands.js';
import type { Word } from '../../stemming/words.js';
import { foundBy, Lexemes, nameLexeme, riskLexeme, titleLexeme, typeLexeme } from './lexemes.js';
import type { Slices } from './slices.js';
import { documentId, type Source, type SourceRow } from './source.js';

export const COLUMNS = {
  id: 'bigint',
  type: 'text',
  subject_id: 'bigint',
  experience_id: 'bigint',
  satker_id: 'bigint',
  status: 'text',
  stage_id: 'bigint',
  cycle_id: 'bigint',
  topic_id: 'bigint',
  event_id: 'bigint',
  province_id: 'bigint',
  causes: 'text[]',
  kind: 'text',
  year: 'smallint',
  severity: 'smallint',
  band: 'text',
  risk_score: 'smallint',
  is_demo: 'boolean',
  reported_at: 'timestamptz',
  words: 'tsvector',
} as const;

type Value = string | number | boolean | null;

/** Documents of these statuses are for everybody. */
export const isPublic = ({ status }: Pick<SourceRow, 'status'>): boolean => status === null || status === 'PUBLISHED';

/** Hears a word of a document, and whether its title has it. */
export type OnWord = (word: Word, isInTitle: boolean) => void;

/** A record's row of `search_documents`, in the order of `COLUMNS`. `onWord` hears every word once that it is found by. */
export function documentOf(source: Source, row: SourceRow, slices: Slices, onWord?: OnWord): Value[] {
  const risk = (row.riskScore as number | null) ?? 0;
  const causes = (row.causes as string[] | null) ?? [];
  const reportedAt = row.reportedAt as Date;
  return [
    documentId(source, row.subjectId),
    source.type,
    row.subjectId,
    row.experience,
    row.satker,
    row.status,
    row.stage,
    row.cycle,
    row.topic,
    row.event,
    row.province,
    `{${causes.map((code) => `"${code}"`).join(',')}}`,
    row.kind,
    row.year,
    row.severity,
    risk < 1 ? null : bandOf(risk),
    risk,
    row.isDemo ?? false,
    reportedAt.toISOString(),
    wordsOfRow(source, row, [typeLexeme(source.type), ...slices.lexemesOf(reportedAt), riskLexeme(risk)], onWord),
  ] as Value[];
}

function wordsOfRow(source: Source, row: SourceRow, parts: readonly string[], onWord?: OnWord): string {
  const lexemes = new Lexemes();
  const heard = new Map<string, Word>();
  const hear = onWord && ((word: Word): unknown => heard.set(word.text, word));
  const titles = new Set<string>();
  source.fields.forEach(({ name, weight }, index) => {
    for (const text of listOf(row.texts[index])) {
      lexemes.addText(text, weight, hear);
      if (name === source.title) for (const { text: word } of addTitle(lexemes, text)) titles.add(word);
    }
  });
  for (const value of [...row.context, row.called]) for (const text of listOf(value)) lexemes.addContext(text, hear);
  for (const name of row.names) if (name) lexemes.add(nameLexeme(name));
  for (const part of parts) lexemes.add(part);
  for (const word of heard.values()) onWord?.(word, titles.has(word.text));
  return lexemes.toString();
}

/** Returns the title's words. */
function addTitle(lexemes: Lexemes, text: string): Word[] {
  const found = foundBy(text);
  for (const { stems } of found) for (const stem of stems) lexemes.add(titleLexeme(stem));
  return found.map(({ word }) => word);
}

/** A field that may be missing, one text or several. */
export const listOf = (value: string | string[] | null | undefined): string[] =>
  value === null || value === undefined ? [] : Array.isArray(value) ? value : [value];
