import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import type { Changed } from '../audit/changed-records.js';
import type { OnProgress, Projection } from '../audit/projection.js';
import { BatchRows } from '../database/batch-rows.js';
import { madeReady, sorted, startUnsorted } from '../database/table-swap.js';
import { wordsOf } from '../stemming/words.js';
import { COLUMNS, documentOf, isPublic } from './documents/document.js';
import { Slices } from './documents/slices.js';
import { documentId, selectOf, type Source, type SourceRow } from './documents/source.js';
import { SOURCES } from './documents/sources.js';
import { VocabularyCounts } from './documents/vocabulary-counts.js';
import { SearchType } from './search.enums.js';

const TABLE = 'search_documents';
/** Records whose words are found while PostgreSQL writes those before. */
const BATCH = 2000;
/** Documents made between two looks at the connection, so that PostgreSQL does not wait for its next statement. */
const AT_A_TIME = 50;
/** Raise it with a change that the hash below does not see: of the stemmer's rules, or of what a document holds. */
const EDITION = 4;

/** Documents that a slice holds, about: one is looked up and fetched in a quarter of a millisecond. */
const SLICE = 500;

/**
 * The index of words. It is derived anew where the stems of some telling words, or what is read of the records, changed.
 * @param slice documents that a slice holds, about
 */
export const searchIndex = (slice: number): Projection => ({
  name: 'search',
  version: `${EDITION}-${slice}-${fingerprint()}`,

  async update(tx, changed) {
    const { experiences, others } = await affected(tx, changed);
    const before = await publicAmong(tx, experiences, others);
    const slices = await Slices.opened(tx, slice);
    await tx.query(`delete from ${TABLE} where experience_id = any($1::bigint[]) or id = any($2::bigint[])`, [
      experiences,
      [...others].flatMap(([source, ids]) => ids.map((id) => documentId(source, id))),
    ]);
    const counts = new VocabularyCounts();
    for (const source of SOURCES) {
      const isPart = source.facts.experience !== undefined;
      const ids = isPart ? experiences : (others.get(source) ?? []);
      if (ids.length === 0) continue;
      const condition = `${isPart ? 'e.id' : 'x.id'} = any($1::bigint[])`;
      const rows = await tx.query<SourceRow[]>(selectOf(source, condition), [ids]);
      const known = (row: SourceRow): boolean => before.has(documentId(source, row.subjectId));
      const documents = await documentsOf(source, rows, slices, (row) => (known(row) ? undefined : counts));
      if (documents.size > 0) await documents.insert(tx);
    }
    await counts.write(tx);
  },

  async rebuild(tx, onProgress) {
    const table = await startUnsorted(tx, TABLE);
    const counts = new VocabularyCounts();
    const slices = await Slices.cut(tx, slice);
    const progress = await progressOver(tx, onProgress);
    for (const source of SOURCES) await fill(tx, source, { table, slices, counts, progress });
    await tx.query('delete from search_words');
    await counts.write(tx);
    await tx.query('analyze search_words');
    return madeReady(tx, TABLE, await sorted(tx, TABLE, table, 'reported_at, id'));
  },
});

export const SEARCH_INDEX = searchIndex(SLICE);

/** What decides about documents: the queries for records, and the stems and stop words of a sample of prose. */
function fingerprint(): string {
  const sample = `Terkendala keterlambatan pendistribusian logistik di kepulauan, petugas menetapkan pemungutan suara ulang
    setelah pencocokan dan penelitian; pemilu bukan pilu. Penyelenggaraannya menyesuaikan ketersediaan anggaran.`;
  const hash = createHash('sha256').update(JSON.stringify([SOURCES, wordsOf(sample)]));
  return hash.digest('hex').slice(0, 16);
}

interface Affected {
  /** All that belongs to one of these is written anew. */
  experiences: string[];
  others: Map<Source, string[]>;
}

/** Records whose documents a change of records concerns. Names of units, stages and the like follow with the next reindex. */
async function affected(tx: EntityManager, changed: Changed): Promise<Affected> {
  const ids = (type: string): readonly string[] => changed.get(type) ?? [];
  const [found] = await tx.query<{ experiences: string[]; statements: string[] }[]>(
    `select array(
       select unnest($1::bigint[])
       union select experience_id from obstacles where id = any($2::bigint[])
       union select experience_id from recommendations where id = any($3::bigint[])
       union select experience_id from ${TABLE} where experience_id is not null and id = any($7::bigint[]))::text[] as experiences,
     array(
       select unnest($4::bigint[])
       union select id from statements where event_id = any($5::bigint[])
       union select s.id from statements s join appearances a on a.id = s.appearance_id
         where a.person_id = any($6::bigint[]) or a.id = any($8::bigint[]))::text[] as statements`,
    [
      ids('Experience'),
      ids('Obstacle'),
      ids('Recommendation'),
      ids('Statement'),
      ids('Event'),
      ids('Person'),
      partsGone(changed),
      ids('Appearance'),
    ],
  );
  const others = new Map(
    SOURCES.filter(({ facts }) => facts.experience === undefined).map((source): [Source, string[]] => [
      source,
      source.type === SearchType.STATEMENT ? found!.statements : [...ids(source.entity.name)],
    ]),
  );
  return { experiences: found!.experiences, others };
}

/** Documents of parts by their own keys: where a part is gone, only its document still tells whose it was. */
const partsGone = (changed: Changed): string[] =>
  SOURCES.filter(({ facts }) => facts.experience !== undefined).flatMap((source) =>
    (changed.get(source.entity.name) ?? []).map((id) => documentId(source, id)),
  );

/** Documents that everybody could find before, so that their words are counted already. */
async function publicAmong(
  tx: EntityManager,
  experiences: readonly string[],
  others: ReadonlyMap<Source, string[]>,
): Promise<Set<string>> {
  const keys = [...others].flatMap(([source, ids]) => ids.map((id) => documentId(source, id)));
  const rows = await tx.query<{ id: string }[]>(
    `select id::text as id from ${TABLE}
     where (experience_id = any($1::bigint[]) or id = any($2::bigint[])) and (status is null or status = 'PUBLISHED')`,
    [experiences, keys],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The documents of some records. */
async function documentsOf(
  source: Source,
  records: readonly SourceRow[],
  slices: Slices,
  countsFor: (row: SourceRow) => VocabularyCounts | undefined,
  table = TABLE,
): Promise<BatchRows> {
  const rows = new BatchRows(table, COLUMNS);
  for (const record of records) {
    if (rows.size % AT_A_TIME === AT_A_TIME - 1) await nextTurn();
    const counts = isPublic(record) ? countsFor(record) : undefined;
    rows.add(...documentOf(source, record, slices, counts && ((word, isInTitle) => counts.add(word, isInTitle))));
  }
  return rows;
}

/** What a rebuild fills, and with what. */
interface Filling {
  readonly table: string;
  readonly slices: Slices;
  readonly counts: VocabularyCounts;
  readonly progress: (more: number) => void;
}

/** Goes through all records of a type by their keys; documents are made while PostgreSQL writes those before. */
async function fill(tx: EntityManager, source: Source, { table, slices, counts, progress }: Filling): Promise<void> {
  const after = (rows: readonly SourceRow[]): Promise<SourceRow[]> =>
    tx.query(selectOf(source, 'x.id > $1::bigint', `order by x.id limit ${BATCH}`), [rows.at(-1)?.subjectId ?? '0']);
  const next = async (rows: readonly SourceRow[]): Promise<SourceRow[]> => (rows.length > 0 ? after(rows) : []);
  const make = (rows: readonly SourceRow[]): Promise<BatchRows> =>
    documentsOf(source, rows, slices, () => counts, table);
  const first = await after([]);
  let documents = await make(first);
  let read = await next(first);
  while (documents.size > 0) {
    const { size } = documents;
    const rows = read;
    const [following, made] = await Promise.all([documents.insert(tx).then(() => next(rows)), make(rows)]);
    progress(size);
    documents = made;
    read = following;
  }
}

async function progressOver(tx: EntityManager, onProgress: OnProgress): Promise<(more: number) => void> {
  const counts = SOURCES.map(({ entity }) => `(select count(*) from ${tx.dataSource.getMetadata(entity).tableName})`);
  const [row] = await tx.query<{ total: string }[]>(`select (${counts.join(' + ')})::text as total`);
  let done = 0;
  return (more) => onProgress((done += more), Number(row!.total));
}
