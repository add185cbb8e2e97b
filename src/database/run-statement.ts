import type { DataSource } from 'typeorm';
import type { StateOfData } from './answer-memory.js';
import type { ReadyStatement } from './byte-client.js';
import type { ReadPool } from './read-pool.js';

/** A statement that writes: the one value of its first row, one column, a transaction of its own; null where there is none. */
export function runStatement(dataSource: DataSource, statement: ReadyStatement): Promise<Buffer | null> {
  return poolOf(dataSource).run(statement);
}

/** The same of a statement that only reads; with the state of the data where another has told it. */
export function readStatement(
  dataSource: DataSource,
  statement: ReadyStatement,
  state?: StateOfData,
): Promise<Buffer | null> {
  return poolOf(dataSource).read(statement, state);
}

/** The same of one that answers JSON, parsed. */
export async function askForJson<T>(
  dataSource: DataSource,
  statement: ReadyStatement,
  state?: StateOfData,
): Promise<T> {
  const json = await readStatement(dataSource, statement, state);
  return JSON.parse(json!.toString()) as T;
}

const poolOf = ({ driver }: DataSource): ReadPool => (driver as unknown as { master: ReadPool }).master;
