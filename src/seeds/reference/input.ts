import { readFileSync } from 'node:fs';

/** A row for `put`: column → value. */
export type Row = Record<string, unknown>;

export const readData = (file: string): string => readFileSync(new URL(`../data/${file}`, import.meta.url), 'utf8');

/** The files come with the product: a different number of rows means a broken copy, not other data. */
export function expectRows<T>(file: string, what: string, rows: T[], expected: number): T[] {
  if (rows.length === expected) return rows;
  throw new Error(`${file} must hold ${expected} ${what} but holds ${rows.length}: restore the file as delivered.`);
}
