import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartError } from '../../common/start-error.js';
import { findFreePort } from './free-port.js';
import { type ServerUser } from './server-user.js';
import { APPLICATION, UNFINISHED } from './state-directory.js';

/** One database server's folder and what is needed to run and reach it. */
export interface Instance {
  folder: string;
  data: string;
  log: string;
  bin: string;
  user: ServerUser | undefined;
  connection: { host: string; port: number; user: string; password: string; database: string };
}

const HAS_SOCKETS = process.platform !== 'win32';
const SOCKET_PORT = 5432; // only a part of the socket's name
const LONGEST_SOCKET_PATH = 100; // bytes; the system's own limit is a little above
const BUILTIN_LOCALES_SINCE = 17;

/** macOS has no C.UTF-8. Plain C is no way out: full-text and trigram search would lose every non-ASCII letter. */
const LOCALES = ['C.UTF-8', 'en_US.UTF-8'];

/** PostgreSQL's programs get none of our environment: PGDATA or LC_ALL of a developer's shell would confuse them. */
export const SERVER_ENVIRONMENT: NodeJS.ProcessEnv | undefined = HAS_SOCKETS
  ? { LC_ALL: 'C', ...keptMemory(8 * 2 ** 20) }
  : undefined;

/**
 * What a process may free and still keep. An answer of 60 kB passes through half a megabyte; with glibc's usual 128 kB a
 * connection gives that back after each statement and gets it anew, page by page, for the next. Others than glibc
 * ignore this.
 */
function keptMemory(bytes: number): NodeJS.ProcessEnv {
  return { MALLOC_TRIM_THRESHOLD_: String(bytes), MALLOC_MMAP_THRESHOLD_: String(bytes) };
}

export interface InstancePlace {
  base: string;
  name: string;
  bin: string;
  major: number;
  user: ServerUser | undefined;
}

export async function openInstance(place: InstancePlace): Promise<Instance> {
  const folder = join(place.base, place.name);
  if (!existsSync(folder)) await createInstance(place, folder);
  const host = HAS_SOCKETS ? socketFolder(folder, place) : '127.0.0.1';
  const port = Number(readFileSync(join(folder, 'port'), 'utf8'));
  const password = readFileSync(join(folder, 'password'), 'utf8').trim();
  return {
    folder,
    data: join(folder, 'data'),
    log: join(folder, 'server.log'),
    bin: place.bin,
    user: place.user,
    connection: { host, port, user: APPLICATION, password, database: APPLICATION },
  };
}

/** Data, password and port come into being together, by one rename: two starts at once cannot mix theirs. */
async function createInstance(place: InstancePlace, folder: string): Promise<void> {
  const unfinished = mkdtempSync(join(place.base, UNFINISHED));
  const password = join(unfinished, 'password');
  try {
    // The folder stays root's, who writes the log here; the server's account owns only what it has to write.
    if (place.user) chmodSync(unfinished, 0o711);
    for (const name of ['data', 'socket']) makePrivateFolder(join(unfinished, name), place.user);
    writeFileSync(join(unfinished, 'port'), String(HAS_SOCKETS ? SOCKET_PORT : await findFreePort()));
    writeFileSync(password, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
    if (place.user) chownSync(password, place.user.uid, place.user.gid);
    await initialise(join(unfinished, 'data'), password, place);
    renameSync(unfinished, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error; // else another start was faster
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

async function initialise(data: string, passwordFile: string, { bin, major, user }: InstancePlace): Promise<void> {
  const authentication = ['-U', APPLICATION, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
  const provider =
    major >= BUILTIN_LOCALES_SINCE
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8']
      : ['--locale-provider=libc'];
  let complaint = '';
  for (const locale of LOCALES) {
    const text = ['-E', 'UTF8', `--locale=${locale}`, '--lc-messages=C', ...provider];
    complaint = await run(join(bin, 'initdb'), ['-D', data, ...authentication, ...text], user);
    if (!complaint) return;
    if (!complaint.includes('locale')) break;
  }
  throw new StartError(
    `PostgreSQL could not create a database (${complaint}): correct that, or set DATABASE_URL to a server of your own.`,
  );
}

/** Runs a program to its end; returns nothing, or its complaint in one line. */
async function run(program: string, args: string[], user: ServerUser | undefined): Promise<string> {
  try {
    await promisify(execFile)(program, args, { ...user, cwd: '/', env: SERVER_ENVIRONMENT });
    return '';
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    const lines = (stderr || message).split('\n');
    // A full disk is named by the server that initdb runs, one line above its own.
    const telling =
      lines.find((line) => /No space left|quota/.test(line)) ?? lines.find((line) => /error:|FATAL/.test(line));
    return (telling ?? lines[0]).trim();
  }
}

function makePrivateFolder(folder: string, user: ServerUser | undefined): void {
  mkdirSync(folder, { mode: 0o700 });
  if (user) chownSync(folder, user.uid, user.gid);
}

/** Normally inside the instance; a path too long for a socket goes to a private folder that is derived from it. */
function socketFolder(folder: string, { name, user }: InstancePlace): string {
  const inside = join(folder, 'socket');
  if (Buffer.byteLength(`${inside}/.s.PGSQL.${SOCKET_PORT}`) <= LONGEST_SOCKET_PATH) return inside;
  const uid = user?.uid ?? process.getuid?.();
  const short = `/tmp/${APPLICATION}-${uid}-${name}`;
  try {
    makePrivateFolder(short, user);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const found = lstatSync(short);
  if (found.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0) return short;
  throw new StartError(
    `The folder ${short} belongs to somebody else: remove it, or set EMBEDDED_PG_DIR to a shorter path.`,
  );
}
