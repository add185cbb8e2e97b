import type { DataSource } from 'typeorm';
import { memberActor, Role, type Actor } from '../common/access.js';
import { StartError } from '../common/start-error.js';
import { SatkerService } from '../satker/satker.service.js';

export interface WantedWriter {
  /** Code or unambiguous name of the unit. */
  satker: string;
  username: string | undefined;
  /** Whether accounts of the demonstration may write. */
  demo: boolean;
}

/** Whom drafts of a unit are written by: its one contributor, or the one that is named. */
export async function unitWriter(dataSource: DataSource, wanted: WantedWriter): Promise<Actor> {
  const { id, code } = await new SatkerService().get(dataSource.manager, wanted.satker, 'satker');
  const accounts = await dataSource.query<{ id: string; username: string }[]>(
    `select id, username from users
     where satker_id = $1 and role = $2 and is_active and (not is_demo or $3) order by username`,
    [id, Role.CONTRIBUTOR, wanted.demo],
  );
  const named = accounts.filter(({ username }) => wanted.username === undefined || username === wanted.username);
  if (named.length === 1) return memberActor(Role.CONTRIBUTOR, named[0]!.id, id);
  if (named.length > 1)
    throw new StartError(
      `${code} has several accounts; say --user with one of ${named.map(({ username }) => username).join(', ')}.`,
    );
  if (wanted.username !== undefined)
    throw new StartError(`There is no active contributor "${wanted.username}" of ${code}.`);
  throw new StartError(
    `${code} has no account that may write; make one: npm run user -- --username … --role CONTRIBUTOR --satker ${code}.`,
  );
}
