import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StartError } from '../../../common/start-error.js';
import type { Config } from '../../../config.js';
import { chooseStateDirectory, instanceName, stateCandidates } from '../../../database/embedded/state-directory.js';

type Places = Pick<Config, 'attachmentsDirectory' | 'embeddedDirectory' | 'stateHome'>;

/**
 * The folder for files on this machine, made if it is not there: ATTACHMENTS_DIR, or one for each checkout beside the
 * embedded database's. Nothing serves it.
 *
 * @throws StartError when it cannot be made.
 */
export function filesDirectory(places: Places): string {
  const folder = places.attachmentsDirectory ? resolve(places.attachmentsDirectory) : null;
  try {
    return folder ? made(folder) : besideDatabase(places);
  } catch (error) {
    const where = folder ? ` in ${folder}` : '';
    throw new StartError(
      `Attached files cannot be kept${where} (${(error as Error).message}): set ATTACHMENTS_DIR to another folder.`,
    );
  }
}

function besideDatabase({ embeddedDirectory, stateHome }: Places): string {
  const name = instanceName(resolve(import.meta.dirname, '../../../..'), 'attachments');
  const candidates = stateCandidates(embeddedDirectory ?? undefined, stateHome ?? undefined);
  const wereThere = new Set(candidates.filter((candidate) => existsSync(candidate)));
  const base = chooseStateDirectory(candidates, name, undefined);
  // The embedded server may come to live here later, under an account of its own that has to walk through.
  if (process.getuid?.() === 0 && !wereThere.has(base)) chmodSync(base, 0o755);
  return made(join(base, name));
}

function made(folder: string): string {
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}
