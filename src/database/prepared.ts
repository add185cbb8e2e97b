import type { Pool, QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';

/** A statement that each connection keeps prepared under its name: for what is asked often. Its text never changes. */
export interface PreparedStatement {
  name: string;
  text: string;
}

/** Runs it outside of any transaction. */
export async function runPrepared<T extends QueryResultRow>(
  dataSource: DataSource,
  { name, text }: PreparedStatement,
  values: unknown[],
): Promise<T[]> {
  const { master } = dataSource.driver as unknown as { master: Pool };
  const { rows } = await master.query<T>({ name, text, values });
  return rows;
}
