import type { EntityClass } from '../../common/read/model.js';
import type { SearchType } from '../search.enums.js';

/** How much it says that a word stands there; from A, the most, to C. */
export type Weight = 'A' | 'B' | 'C';

export interface SourceField {
  /** The field's name in the API. */
  readonly name: string;
  readonly weight: Weight;
  /** SQL of a text or of an array of texts. */
  readonly sql: string;
}

/** What filters and counts look at: the columns of a document, each by an SQL expression. */
export interface SourceFacts {
  readonly reportedAt: string;
  readonly experience?: string;
  readonly satker?: string;
  readonly status?: string;
  readonly stage?: string;
  readonly cycle?: string;
  readonly topic?: string;
  readonly event?: string;
  readonly province?: string;
  readonly causes?: string;
  readonly kind?: string;
  readonly year?: string;
  readonly severity?: string;
  readonly riskScore?: string;
  readonly isDemo?: string;
}

/** How records of one type become documents. */
export interface Source {
  readonly type: SearchType;
  /** Part of a document's key; never given to another type. */
  readonly number: number;
  readonly entity: EntityClass;
  /** `from` of the query, where `x` is the record. */
  readonly from: string;
  readonly facts: SourceFacts;
  /** SQL of an array of what people call it: whoever types one of these means this record. */
  readonly names: string;
  /** The field whose every word may stand for the whole record; by its name. */
  readonly title?: string;
  readonly fields: readonly SourceField[];
  /** Under what the record is filed. It is found by these words too, but not by phrases, nor excluded by them. */
  readonly context: readonly Omit<SourceField, 'weight'>[];
  /** SQL of words that say what it is, as people ask for "kendala" or "rekomendasi". */
  readonly called?: string;
}

/** What a source's query answers for one record. */
export interface SourceRow extends Record<keyof SourceFacts, unknown> {
  subjectId: string;
  names: (string | null)[];
  /** By the source's fields. */
  texts: (string | string[] | null)[];
  context: (string | string[] | null)[];
  called: string | null;
}

const FACTS: Readonly<Record<keyof SourceFacts, string>> = {
  reportedAt: 'timestamptz',
  experience: 'bigint',
  satker: 'bigint',
  status: 'text',
  stage: 'bigint',
  cycle: 'bigint',
  topic: 'bigint',
  event: 'bigint',
  province: 'bigint',
  causes: 'text[]',
  kind: 'text',
  year: 'int',
  severity: 'int',
  riskScore: 'int',
  isDemo: 'boolean',
};

const jsonArray = (fields: readonly { sql: string }[]): string =>
  `json_build_array(${fields.map(({ sql }) => sql).join(', ')})`;

/** The query for the records that fulfil a condition on `x`: `SourceRow`s. */
export function selectOf(source: Source, condition: string, order = ''): string {
  const facts = Object.entries(FACTS).map(
    ([name, type]) => `(${source.facts[name as keyof SourceFacts] ?? 'null'})::${type} as "${name}"`,
  );
  return `select x.id::text as "subjectId", ${facts.join(', ')}, ${source.names} as names,
    ${jsonArray(source.fields)} as texts, ${jsonArray(source.context)} as context,
    (${source.called ?? 'null'})::text as called
    from ${source.from} where ${condition} ${order}`;
}

/** Only what people read, for records that are on a page. */
export function textsOf(source: Source, condition: string): string {
  return `select x.id::text as "subjectId", ${jsonArray(source.fields)} as texts, ${jsonArray(source.context)} as context
    from ${source.from} where ${condition}`;
}

/** The key of a record's document. There is room for sixteen types. */
export const documentId = (source: Source, subjectId: string): string =>
  (BigInt(subjectId) * 16n + BigInt(source.number)).toString();
