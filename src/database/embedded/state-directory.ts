import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { StartError } from '../../common/start-error.js';
import { type ServerUser } from './server-user.js';
import { ANOTHER_PLACE, reason } from './start-error.js';

export const APPLICATION = 'rakornas';

/** Prefix of folders that are being filled; the rename to their final name makes them valid. */
export const UNFINISHED = 'unfinished-';

/** PostgreSQL's programs call each other through a shell, without escaping these. */
const UNSAFE_FOR_SHELL = /["$`\\]/;

const LEFT_OVER_AFTER_MS = 10 * 60_000;

/** One folder per checkout and purpose: a database of a major version, or files. */
export function instanceName(project: string, major: number | string): string {
  const hash = createHash('sha256').update(realpathSync(project)).digest('hex').slice(0, 12);
  return `${hash}-${major}`;
}

/** The folders that may hold the state, best first. */
export function stateCandidates(directory: string | undefined, stateHome: string | undefined): string[] {
  if (directory) return [resolve(directory)];
  const uid = process.getuid?.();
  if (uid === 0) return [`/var/lib/${APPLICATION}`, `/var/tmp/${APPLICATION}-0`];
  const home = stateHome && isAbsolute(stateHome) ? stateHome : join(homedir(), '.local', 'state');
  const own = join(home, APPLICATION);
  return uid === undefined ? [own] : [own, `/var/tmp/${APPLICATION}-${uid}`];
}

/** The candidate that already holds the instance, else the first one that can hold it. */
export function chooseStateDirectory(candidates: string[], instance: string, user: ServerUser | undefined): string {
  const refused: string[] = [];
  const inOrder = candidates.toSorted((a, b) => Number(holds(b, instance)) - Number(holds(a, instance)));
  for (const candidate of inOrder) {
    try {
      prepare(candidate, user);
      const directory = realpathSync(candidate);
      removeLeftOvers(directory);
      return directory;
    } catch (error) {
      refused.push(`${candidate} (${reason(error)})`);
    }
  }
  throw new StartError(`The embedded database cannot live in ${refused.join(' or ')}: ${ANOTHER_PLACE}.`);
}

function holds(candidate: string, instance: string): boolean {
  return existsSync(join(candidate, instance));
}

function prepare(directory: string, user: ServerUser | undefined): void {
  const uid = process.getuid?.();
  if (uid !== undefined && UNSAFE_FOR_SHELL.test(directory)) throw new Error('PostgreSQL cannot run below such a name');
  const firstMade = makeFolders(directory);
  if (firstMade && user) openFrom(firstMade, directory);
  if (!statSync(directory).isDirectory()) throw new Error('it is not a folder');
  // In a world-writable place somebody else may have laid a folder or a link of this name for us.
  if (directory.startsWith('/var/tmp/') && lstatSync(directory).uid !== uid)
    throw new Error('it belongs to another user');
  accessSync(directory, constants.W_OK | constants.X_OK);
  if (user && !canReach(directory, user))
    throw new Error(`the account with id ${user.uid} that PostgreSQL runs as cannot reach it`);
}

/**
 * Returns the topmost folder that had to be made. Step by step, for `recursive` of mkdirSync goes round for ever where a
 * file system answers ENOENT below a folder that is there, as /proc does.
 */
function makeFolders(directory: string): string | undefined {
  if (existsSync(directory)) return undefined;
  const above = makeFolders(dirname(directory));
  try {
    mkdirSync(directory, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // else another start was faster
  }
  return above ?? directory;
}

/** Lets the server's account walk through the folders just made, whatever the umask. */
function openFrom(first: string, last: string): void {
  for (let folder = last; folder.length >= first.length; folder = dirname(folder)) chmodSync(folder, 0o755);
}

function canReach(directory: string, user: ServerUser): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], { ...user, cwd: '/' }).status === 0;
}

/** What starts that were killed half-way left behind. */
function removeLeftOvers(directory: string): void {
  for (const name of readdirSync(directory)) {
    if (!name.startsWith(UNFINISHED)) continue;
    const path = join(directory, name);
    const changed = statSync(path, { throwIfNoEntry: false })?.ctimeMs ?? Date.now();
    if (Date.now() - changed > LEFT_OVER_AFTER_MS) rmSync(path, { recursive: true, force: true });
  }
}
