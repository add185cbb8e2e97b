import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem, type } from 'node:os';
import { join, resolve } from 'node:path';
import { PEER_NODE } from '../postgraphile/node.mjs';

const BENCH = resolve(import.meta.dirname, '..');

/** Where and with what was measured, a line each. */
export function circumstances(postgresql: string): string[] {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return [
    `Machine: ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} cores for servers, PostgreSQL and load together; ${gigabytes} GB; ${type()}`,
    `Product: commit ${commit()}, Node ${process.version.slice(1)}`,
    `PostGraphile ${versionOf('postgraphile/node_modules/postgraphile')}, Node ${nodeOfPostgraphile()}`,
    `PostgreSQL ${postgresql}; autocannon ${versionOf('node_modules/autocannon')}`,
  ];
}

function commit(): string {
  try {
    const short = git('rev-parse', '--short', 'HEAD').trim();
    return git('status', '--porcelain', '--', 'src') ? `${short}, with changes in src` : short;
  } catch {
    return 'unknown';
  }
}

const git = (...args: string[]): string => execFileSync('git', args, { cwd: BENCH, encoding: 'utf8' });

const nodeOfPostgraphile = (): string => execFileSync(PEER_NODE, ['--version'], { encoding: 'utf8' }).trim().slice(1);

function versionOf(folder: string): string {
  return (JSON.parse(readFileSync(join(BENCH, folder, 'package.json'), 'utf8')) as { version: string }).version;
}
