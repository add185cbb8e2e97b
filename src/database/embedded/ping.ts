import pg from 'pg';
import { StartError } from '../../common/start-error.js';
import { type Instance } from './instance.js';

const UNKNOWN_DATABASE = '3D000';
const MADE_MEANWHILE = ['42P04', '23505'];
const WRONG_PASSWORD = ['28P01', '28000'];

/** Whether the instance's server takes connections; makes its database at the first one. */
export async function answers(instance: Instance): Promise<boolean> {
  const { database } = instance.connection;
  try {
    await query(instance, database, 'SELECT 1');
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (WRONG_PASSWORD.includes(code)) throw wrongPassword(instance);
    if (code !== UNKNOWN_DATABASE) return false; // not there, starting, or stopping
  }
  await query(instance, 'postgres', `CREATE DATABASE "${database}"`).catch((error: unknown) => {
    if (!MADE_MEANWHILE.includes(codeOf(error))) throw error;
  });
  return true;
}

async function query({ connection }: Instance, database: string, sql: string): Promise<void> {
  const client = new pg.Client({ ...connection, database, ssl: false, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {}); // the call that fails says it too
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end().catch(() => {});
  }
}

function codeOf(error: unknown): string {
  return (error as { code?: string }).code ?? '';
}

function wrongPassword({ folder }: Instance): StartError {
  return new StartError(
    `The embedded database server does not accept the password in ${folder}: ` +
      'put the right file back, or remove that folder to begin with an empty database.',
  );
}
