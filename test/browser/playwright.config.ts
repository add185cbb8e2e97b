import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

/**
 * Pages are tested in the machine's own Chromium, against the product started for it or, with PLAYGROUND_URL, against one
 * that runs already; then PLAYGROUND_USERNAME and PLAYGROUND_PASSWORD name an account of it.
 */
/** Of its own for each run; the processes that run the tests read this file too, and take it from the first. */
const PORT = (process.env['BROWSER_TESTS_PORT'] ??= String(randomInt(20_000, 30_000)));
const OWN_PASSWORD = 'kata-sandi-uji';
/** What the tests write is not for the database of whoever runs them. */
const OWN_DATA = join(tmpdir(), `rakornas-browser-tests-${userInfo().uid}`);
const {
  PLAYGROUND_URL,
  PLAYGROUND_USERNAME = 'analis',
  PLAYGROUND_PASSWORD = PLAYGROUND_URL ? undefined : OWN_PASSWORD,
} = process.env;
const baseURL = PLAYGROUND_URL ?? `http://127.0.0.1:${PORT}`;

function findChromium(): string {
  const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const found = places.find((path) => existsSync(path));
  if (!found) throw new Error(`No Chromium at ${places.join(', ')}. On Debian: apt-get install chromium`);
  return found;
}

export default defineConfig({
  testDir: '.',
  testMatch: '*.browser.ts',
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 60_000 },
  reporter: 'list',
  outputDir: '../../node_modules/.cache/playwright',
  metadata: { username: PLAYGROUND_USERNAME, password: PLAYGROUND_PASSWORD },
  webServer: PLAYGROUND_URL
    ? undefined
    : {
        command: 'node src/launch.mjs main',
        cwd: '../..',
        url: `${baseURL}/health/ready`,
        timeout: 120_000,
        gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
        env: { PORT, DEMO: 'true', DEMO_PASSWORD: OWN_PASSWORD, EMBEDDED_PG_DIR: OWN_DATA },
      },
  use: {
    baseURL,
    viewport: { width: 1280, height: 800 },
    locale: 'id-ID',
    launchOptions: {
      executablePath: findChromium(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
