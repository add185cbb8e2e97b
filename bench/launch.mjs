/**
 * `npm run bench`: brings the benchmark's own dependencies up to date, then runs it in this process. PostGraphile is
 * installed by the Node that it runs on, so that nobody is warned of an engine that is not used.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { PEER_NODE } from './postgraphile/node.mjs';

const bench = import.meta.dirname;

function install(folder, node) {
  const [wanted, installed] = ['package-lock.json', 'node_modules/.package-lock.json'].map((name) =>
    join(folder, name),
  );
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return;
  process.stderr.write(`Installing ${folder}…\n`);
  // npm runs on the first "node" it finds.
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` };
  const args = ['ci', '--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = spawnSync('npm', args, {
    cwd: folder,
    env,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (error || status !== 0) throw new Error(`npm could not install ${folder}; see above.`);
}

try {
  if (!existsSync(join(bench, '../node_modules/@swc-node/register')))
    throw new Error('The product is not installed: run "npm ci" first.');
  install(bench, process.execPath);
  if (!existsSync(PEER_NODE)) throw new Error(`There is no Node 22 for this platform: ${PEER_NODE} is missing.`);
  install(join(bench, 'postgraphile'), PEER_NODE);
  process.chdir(dirname(bench));
  await import('@swc-node/register/esm-register');
  await import('./run.ts');
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
