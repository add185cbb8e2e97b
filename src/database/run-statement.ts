import type { Pool, QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';

/** A statement to send; with a name each connection keeps it prepared, so that its text must never change. */
export interface ReadyStatement {
  name: string | null;
  text: string;
  values: unknown[];
}

/** Runs it outside of any transaction. */
export async function runStatement<T extends QueryResultRow>(
  dataSource: DataSource,
  { name, text, values }: ReadyStatement,
): Promise<T[]> {
  const { master } = dataSource.driver as unknown as { master: Pool };
  const { rows } = await master.query<T>(name ? { name, text, values } : { text, values });
  return rows;
}
