import type { EntityManager } from 'typeorm';
import { readData } from './input.js';
import { put, type TableContents } from './put.js';
import { satkerRows } from './satker.rows.js';
import { CYCLE_ROWS, stageRows } from './stage.rows.js';
import { taxonomyRows } from './taxonomy.rows.js';

const CODE = ['code'];

/**
 * Brings the reference data to what the files in `data/` say. Run again it changes nothing; a row that differs from its
 * file is updated (version + 1); rows an administrator added stay as they are.
 *
 * @returns table → rows it now holds
 */
export async function seedReference(manager: EntityManager): Promise<Record<string, number>> {
  const contents = referenceContents();
  for (const table of contents) await put(manager, table);
  return countRows(manager, [...new Set(contents.map(({ table }) => table))]);
}

/** In the order of their references. */
function referenceContents(): TableContents[] {
  const { stages, parts } = stageRows(readData('stages.json'));
  const terms = taxonomyRows(readData('taxonomy.json'), new Set(stages.map(({ code }) => code)));
  const term = { code: 'text', name: 'text' };
  return [
    ...satkerRows(readData('satker.csv')).map((rows) => ({ ...SATKERS, rows })),
    { ...CYCLES, rows: CYCLE_ROWS },
    { ...STAGES, rows: stages },
    { ...STAGE_PARTS, rows: parts },
    {
      table: 'topics',
      key: CODE,
      columns: { ...term, name_en: 'text' },
      references: { stage_id: 'stages' },
      rows: terms.topics,
    },
    { table: 'causes', key: CODE, columns: { ...term, name_en: 'text' }, rows: terms.causes },
    { table: 'dimensions', key: CODE, columns: { ...term, aspects: 'text' }, rows: terms.dimensions },
  ];
}

const SATKERS = {
  table: 'satkers',
  key: CODE,
  columns: {
    code: 'text',
    name: 'text',
    level: 'text',
    region: 'text',
    aliases: 'text[]',
    lineage: 'text[]',
    names: 'text[]',
    bare_name: 'text',
  },
  references: { parent_id: 'satkers' },
};

const CYCLES = {
  table: 'election_cycles',
  key: CODE,
  columns: { code: 'text', name: 'text', regime: 'text', year: 'smallint', voting_day: 'date' },
};

const STAGES = {
  table: 'stages',
  key: CODE,
  columns: {
    code: 'text',
    position: 'smallint',
    phase: 'text',
    name: 'text',
    name_en: 'text',
    start_date: 'date',
    end_date: 'date',
    note: 'text',
    source_urls: 'text[]',
  },
  references: { cycle_id: 'election_cycles' },
};

const STAGE_PARTS = {
  table: 'stage_parts',
  key: ['stage_id', 'position'],
  columns: { position: 'smallint', name: 'text', start_date: 'date', end_date: 'date' },
  references: { stage_id: 'stages' },
};

async function countRows(manager: EntityManager, tables: string[]): Promise<Record<string, number>> {
  const counts = tables.map((table) => `(select count(*)::int from "${table}") as "${table}"`);
  const [row] = await manager.query<Record<string, number>[]>(`select ${counts.join(', ')}`);
  return row;
}
