import type { EntityManager } from 'typeorm';
import { SeedMark } from '../mark.entity.js';
import { readData } from './input.js';

const MARK = 'synonyms';

/** The first synonyms. From then on they are the analysts': a start neither changes them nor brings removed ones back. */
export async function seedSynonyms(tx: EntityManager): Promise<void> {
  if (await tx.existsBy(SeedMark, { name: MARK })) return;
  const [, ...lines] = readData('synonyms.tsv').trimEnd().split('\n');
  const rows = lines.map((line) => {
    const [note, forms] = line.split('\t') as [string, string];
    return { note, forms: forms.split('|') };
  });
  await tx.query(
    `insert into synonyms (note, forms) select r.note, r.forms from jsonb_to_recordset($1::jsonb) as r(note text, forms text[])`,
    [JSON.stringify(rows)],
  );
  await tx.insert(SeedMark, { name: MARK });
}
