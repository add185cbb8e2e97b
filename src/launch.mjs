/**
 * `node src/launch.mjs main` or `… cli/seed`: compiles the sources when they are newer than the last build, then runs
 * the compiled module in this process, so that signals reach it and nothing stands between it and the terminal. Without
 * a module it only compiles.
 */
import { spawn } from 'node:child_process';
import { existsSync, linkSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const built = join(root, 'dist', '.built');
const inputs = ['src', 'package.json', 'tsconfig.json', 'nest-cli.json'].map((name) => join(root, name));
const nest = join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
const lock = join(root, 'node_modules', '.rakornas-build');
const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** npm gives a signal only to the shell it runs us in, and the shell dies of it without a word to us. */
function stopWithShell() {
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 50).unref();
}

function newest(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function isFresh() {
  return existsSync(built) && statSync(built).mtimeMs >= Math.max(...inputs.map(newest));
}

/** Brings the build up to date, one process at a time: each begins by emptying dist. Returns what went wrong. */
async function prepare() {
  if (!existsSync(nest)) {
    const isUsable = module && existsSync(join(root, 'dist', 'main.js')); // delivered without the build tools
    return isUsable ? null : 'Nothing is built and the build tools are missing: run "npm ci" first.';
  }
  try {
    while (!takeLock()) await sleep(100);
    try {
      return module && isFresh() ? null : await build();
    } finally {
      rmSync(lock, { force: true });
    }
  } catch (error) {
    return `The build needs to write into ${root} (${error.message}): run "npm run build" as the owner of that folder.`;
  }
}

/** By a link, so that nobody sees a lock without the process that holds it. */
function takeLock() {
  const own = `${lock}-${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isHeld()) rmSync(lock, { force: true }); // by a build that was killed
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

function isHeld() {
  try {
    return process.kill(Number(readFileSync(lock, 'utf8')), 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function build() {
  process.stderr.write('Building…\n');
  const child = spawn(process.execPath, [nest, 'build'], { cwd: root, stdio: ['ignore', 2, 2] });
  const pass = (signal) => child.kill(signal);
  for (const signal of STOPS) process.on(signal, pass);
  const [status, signal] = await new Promise((resolve) => {
    child.on('error', () => resolve([1, null]));
    child.on('exit', (...end) => resolve(end));
  });
  for (const signal of STOPS) process.off(signal, pass);
  if (STOPS.includes(signal)) return 'The build was stopped.';
  if (status !== 0) return 'The build failed; see above.';
  writeFileSync(built, '');
  return null;
}

const [, , module] = process.argv;
if (process.env.npm_lifecycle_event) stopWithShell();
const problem = module && isFresh() ? null : await prepare();
if (problem) {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
} else if (module) {
  process.argv.splice(1, 2, join(root, 'dist', `${module}.js`));
  await import(pathToFileURL(process.argv[1]).href);
}
