import { readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { StartError } from '../../common/start-error.js';

/** The account the server runs as, in the form `spawn` takes. */
export interface ServerUser {
  uid: number;
  gid: number;
}

const ACCOUNTS = ['postgres', 'nobody', 'daemon'];

/**
 * PostgreSQL refuses to run as root, so root lends it an unprivileged account; everyone else runs it themselves
 * (`undefined`). A folder that already holds a database keeps its owner: a `postgres` account that was installed
 * later could not read it.
 */
export function chooseServerUser(existingData: string | undefined): ServerUser | undefined {
  if (process.getuid?.() !== 0) {
    requireAccount();
    return undefined;
  }
  const owner = existingData ? statSync(existingData) : undefined;
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };

  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const account of ACCOUNTS) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${account}:`))?.split(':') ?? [];
    if (Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new StartError(
    'PostgreSQL refuses to run as root and this machine has no account postgres, nobody or daemon: ' +
      'start as an ordinary user, add the account nobody, or set DATABASE_URL.',
  );
}

/** `initdb` fails for a user id without a name, which containers like to hand out. */
function requireAccount(): void {
  try {
    userInfo();
  } catch {
    throw new StartError(
      `The user id ${process.getuid?.()} has no entry in /etc/passwd, which PostgreSQL needs: ` +
        'add one, start as another user, or set DATABASE_URL.',
    );
  }
}
