import type { Pool, PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import type { ByteClient, ReadyStatement } from './byte-client.js';

/** The one value of the first row of a statement for one column, outside of any transaction; null where there is none. */
export async function runStatement(dataSource: DataSource, statement: ReadyStatement): Promise<Buffer | null> {
  const { master } = dataSource.driver as unknown as { master: Pool };
  const client = (await master.connect()) as unknown as ByteClient & PoolClient;
  try {
    return await client.queryBytes(statement);
  } finally {
    client.release();
  }
}

/** The same of a statement that answers JSON, parsed. */
export async function askForJson<T>(dataSource: DataSource, statement: ReadyStatement): Promise<T> {
  const json = await runStatement(dataSource, statement);
  return JSON.parse(json!.toString()) as T;
}
