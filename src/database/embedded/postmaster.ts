import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  linkSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Instance, SERVER_ENVIRONMENT } from './instance.js';
import { APPLICATION } from './state-directory.js';

const LOG_LIMIT_BYTES = 4 * 1024 * 1024;

/** A server process that this process started. */
export interface Launched {
  pid: number | undefined;
  /** Undefined while it runs. */
  lastWords(): string | undefined;
}

/** Starts the server in a process group of its own, so that Ctrl+C reaches only us and we can finish our work first. */
export function launch(instance: Instance): Launched {
  boundLog(instance);
  const log = openSync(instance.log, 'a', 0o600);
  const logStart = statSync(instance.log).size;
  const child = spawn(join(instance.bin, 'postgres'), ['-D', instance.data, ...settings(instance)], {
    ...instance.user,
    cwd: '/',
    env: SERVER_ENVIRONMENT,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  let ended: string | undefined;
  child.on('error', (error) => (ended = error.message));
  child.on('exit', () => (ended = lastReason(instance, logStart) || 'it ended without a word'));
  return { pid: child.pid, lastWords: () => ended };
}

/** The process that holds the data folder, by its lock file. */
export function lockedBy(instance: Instance): number | undefined {
  return readPid(lockFiles(instance)[0]);
}

/** The server of this instance, running, starting or stopping. */
export function runningPid(instance: Instance): number | undefined {
  const pid = lockedBy(instance);
  return pid && isServer(pid, instance) ? pid : undefined;
}

/** A process that has ended counts as gone, even while nobody has collected it: in containers that may take for ever. */
export function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return !hasEnded(pid);
}

function hasEnded(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return /^\d+ \(.*\) [ZX]/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

export function sendSignal(pid: number, signal: 'TERM' | 'INT' | 'QUIT', instance: Instance): void {
  if (process.platform === 'win32') {
    spawnSync(join(instance.bin, 'pg_ctl'), ['kill', signal, String(pid)]);
  } else if (exists(pid)) {
    process.kill(pid, `SIG${signal}`);
  }
}

/**
 * After a crash or a reboot the lock files may name a process that is alive but is not our server. PostgreSQL then
 * refuses to start, so we remove them. A file that names a dead process is left to PostgreSQL, which looks for
 * surviving children of that server first.
 */
export function removeStaleLocks(instance: Instance): void {
  for (const file of lockFiles(instance)) {
    const pid = readPid(file);
    if (!pid || !exists(pid) || isServer(pid, instance)) continue;
    const aside = `${file}.stale-${process.pid}`;
    try {
      renameSync(file, aside);
      // Another start may have replaced it since we looked: then that file goes back.
      if (readPid(aside) !== pid) linkSync(aside, file);
    } catch (error) {
      if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error; // a faster start
    }
    rmSync(aside, { force: true });
  }
}

/** Keeps the newest part of the log and one older part; the server goes on writing to the same file. */
export function boundLog({ log }: Instance): void {
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) < LOG_LIMIT_BYTES) return;
  try {
    copyFileSync(log, `${log}.old`);
  } catch {
    // a full disk: the truncation below is what it needs
  }
  truncateSync(log);
}

function settings({ connection }: Instance): string[] {
  const { host, port } = connection;
  const address = host.startsWith('/')
    ? { listen_addresses: '', unix_socket_directories: `"${host.replaceAll('"', '""')}"` }
    : { listen_addresses: host, unix_socket_directories: '' };
  const values: Record<string, string | number> = {
    ...address,
    port,
    unix_socket_permissions: '0700',
    max_connections: 60,
    max_wal_size: '256MB',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    cluster_name: APPLICATION,
    log_checkpoints: 'off',
    // The application reports failed statements itself; here they would put personal data into a plain file.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function lockFiles({ data, connection }: Instance): string[] {
  const { host, port } = connection;
  const main = join(data, 'postmaster.pid');
  return host.startsWith('/') ? [main, join(host, `.s.PGSQL.${port}.lock`)] : [main];
}

function readPid(lockFile: string): number | undefined {
  try {
    return Number(readFileSync(lockFile, 'utf8').split('\n')[0]) || undefined;
  } catch {
    return undefined;
  }
}

function isServer(pid: number, { data }: Instance): boolean {
  if (process.platform === 'win32') return exists(pid);
  return commandLine(pid).includes(`postgres -D ${data} `);
}

/** Empty for a process that is gone, or dead and not yet collected by its parent. */
function commandLine(pid: number): string {
  if (process.platform !== 'linux') return spawnSync('ps', ['-ww', '-o', 'command=', '-p', `${pid}`]).stdout.toString();
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

/** The server's reason to end: a full disk above all, and never its answers to our own early questions. */
function lastReason({ log }: Instance, from: number): string | undefined {
  const lines = readFileSync(log).subarray(from).toString().trim().split('\n');
  const severe = lines.filter((line) => /(FATAL|PANIC): /.test(line) && !line.includes('the database system is'));
  const telling = lines.find((line) => line.includes('No space left')) ?? severe.at(-1) ?? lines.at(-1);
  return telling?.replace(/^.*(LOG|ERROR|FATAL|PANIC): +/, '');
}
