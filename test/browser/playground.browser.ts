import { expect, test as base, type Page, type Request } from '@playwright/test';
import { exampleQueries } from '../../src/playground/example-queries.js';

interface Recorder {
  requests: Request[];
  consoleErrors: string[];
  /** Addresses of other servers that were asked for, by whatever means: page, worker, web socket. */
  outside(): string[];
}

/** Every test records all that the page asks for; nothing is recorded selectively, so nothing can slip through. */
const test = base.extend<{ recorder: Recorder }>({
  recorder: async ({ context, page, baseURL }, use) => {
    const host = new URL(baseURL ?? '').host;
    const addresses: string[] = [];
    const recorder: Recorder = {
      requests: [],
      consoleErrors: [],
      outside: () => addresses.filter((url) => /^(https?|wss?):/.test(url) && new URL(url).host !== host),
    };
    context.on('request', (request) => {
      recorder.requests.push(request);
      addresses.push(request.url());
    });
    page.on('websocket', (socket) => addresses.push(socket.url()));
    page.on('console', (line) => line.type() === 'error' && recorder.consoleErrors.push(line.text()));
    page.on('pageerror', (error) => recorder.consoleErrors.push(error.message));
    await use(recorder);
  },
});

const operationNames = exampleQueries.map(({ query }) => /^(?:query|subscription) (\w+)/m.exec(query)?.[1] ?? '');

async function openPlayground(page: Page): Promise<void> {
  await page.goto('/playground');
  await expect(page.getByRole('button', { name: /Execute query/ })).toBeVisible();
  await expect(page.locator('.graphiql-query-editor .view-line').first()).toContainText('Rakornas Juli 2025');
}

/** With an account of the running server if there is one, else with a made-up answer to the login alone. */
async function logIn(page: Page): Promise<{ username: string; isReal: boolean }> {
  const { username, password } = test.info().config.metadata as { username?: string; password?: string };
  if (!username || !password) await answerLogin(page);
  const name = username ?? 'analis';
  await page.getByLabel('Nama pengguna').fill(name);
  await page.getByLabel('Kata sandi').fill(password ?? 'sandi-uji');
  await page.getByLabel('Kata sandi').press('Enter');
  await expect(page.locator('#signed-in')).toContainText(name);
  return { username: name, isReal: Boolean(username && password) };
}

async function answerLogin(page: Page): Promise<void> {
  const login = {
    accessToken: 'token-uji',
    expiresAt: '2999-01-01T00:00:00Z',
    user: { username: 'analis', role: 'ANALYST' },
    userErrors: [],
  };
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('login(input')
      ? route.fulfill({ json: { data: { login } } })
      : route.fallback(),
  );
}

const apiRequests = (recorder: Recorder): Request[] =>
  recorder.requests.filter((request) => request.method() === 'POST' && new URL(request.url()).pathname === '/graphql');

test('shows GraphiQL with a tab for each example, and asks nobody but its own server', async ({ page, recorder }) => {
  await openPlayground(page);
  await expect(page.locator('.graphiql-tab-button')).toHaveCount(operationNames.length);
  for (const [index, { query }] of exampleQueries.entries()) {
    await page.locator('.graphiql-tab-button', { hasText: new RegExp(`^${operationNames[index]}$`) }).click();
    const question = query.slice(0, query.indexOf('\n'));
    await expect(page.locator('.graphiql-query-editor .view-line').first()).toHaveText(
      question.replaceAll(' ', '\u00a0'),
    );
  }

  // The docs and the explorer are opened too: whatever they load must come from here.
  await page.getByRole('button', { name: /Documentation Explorer/ }).click();
  await expect(page.locator('.graphiql-doc-explorer')).toContainText('Query');
  await page.getByRole('button', { name: /GraphiQL Explorer/ }).click();
  await page.waitForLoadState('networkidle');

  expect(recorder.requests.length).toBeGreaterThan(5);
  expect(recorder.requests.map((request) => request.url()).join(' ')).toContain('graphql-worker');
  expect(recorder.outside()).toEqual([]);
  expect(recorder.consoleErrors).toEqual([]);
});

test('keeps its tabs over a reload, and gives the examples back', async ({ page }) => {
  await openPlayground(page);
  const tabs = page.locator('.graphiql-tab-button');
  await page.reload();
  await openPlayground(page);
  await expect(tabs).toHaveText(operationNames);
  await page.getByRole('button', { name: 'Close Tab' }).first().click();
  await expect(tabs).toHaveText(operationNames.slice(1));
  // GraphiQL writes its tabs down a moment later.
  const kept = () => page.evaluate(() => localStorage.getItem('graphiql:tabState'));
  await expect.poll(kept).not.toContain(operationNames[0]);
  await page.reload();
  await expect(tabs).toHaveText(operationNames.slice(1));
  page.on('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: /Pulihkan contoh/ }).click();
  await expect(tabs).toHaveText(operationNames);
});

test('control: the recorder catches a page that asks another server', async ({ page, recorder }) => {
  const html = '<script>fetch("http://127.0.0.1:1/").catch(() => (document.title = "gagal"))</script>';
  await page.route('**/kontrol', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto('/kontrol');
  await expect(page).toHaveTitle('gagal');
  expect(recorder.outside()).toEqual(['http://127.0.0.1:1/']);
});

test('its policy forbids other servers', async ({ page }) => {
  await openPlayground(page);
  const blocked = await page.evaluate(async () => {
    const violation = new Promise<string>((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
    });
    await fetch('http://127.0.0.1:1/').catch(() => undefined);
    return violation;
  });
  expect(blocked).toBe('connect-src');
});

test('runs the first example and tells its cost and time', async ({ page, recorder }) => {
  await openPlayground(page);
  if ((test.info().config.metadata as { username?: string }).username) await logIn(page);
  await page.getByRole('button', { name: /Execute query/ }).click();
  await expect(page.locator('.result-window')).toContainText('"data"');
  await expect(page.locator('.result-window')).toContainText('startDate');
  await expect(page.locator('#time')).toHaveText(/\d+ ms/);
  await expect(page.locator('#cost')).toHaveText(/^\d[\d.]* \/ \d[\d.]*$/);
  expect(recorder.consoleErrors).toEqual([]);
});

test('logs in, sends the token with every request, logs out', async ({ page, recorder }) => {
  await openPlayground(page);
  const { isReal } = await logIn(page);
  const session = await page.evaluate(() => sessionStorage.getItem('rakornas.session') ?? '');
  const { token } = JSON.parse(session) as { token: string };
  expect(await page.evaluate((secret) => JSON.stringify(localStorage).includes(secret), token)).toBe(false);

  const sent = page.waitForRequest((request) => (request.postData() ?? '').includes(operationNames[0]));
  await page.getByRole('button', { name: /Execute query/ }).click();
  expect((await sent).headers().authorization).toBe(`Bearer ${token}`);
  expect(apiRequests(recorder).length).toBeGreaterThan(1);
  if (!isReal) return; // the server refuses a made-up token, and the bar has said so

  await page.getByRole('button', { name: /Keluar/ }).click();
  await expect(page.getByLabel('Nama pengguna')).toBeFocused();
  const anonymous = page.waitForRequest((request) => (request.postData() ?? '').includes(operationNames[0]));
  await page.getByRole('button', { name: /Execute query/ }).click();
  expect((await anonymous).headers().authorization).toBeUndefined();
});

test('renews its session, which outlives the access token, and ends it on the server', async ({ page, recorder }) => {
  await openPlayground(page);
  const { isReal } = await logIn(page);
  test.skip(!isReal, 'needs an account of a running server');
  type Kept = { token: string; refreshToken: string; expiresAt: string };
  const kept = async (): Promise<Kept> =>
    JSON.parse(await page.evaluate(() => sessionStorage.getItem('rakornas.session') ?? '{}')) as Kept;
  const first = await kept();
  // As it is half an hour later.
  const later = (session: object): Promise<void> =>
    page.evaluate((text) => sessionStorage.setItem('rakornas.session', text), JSON.stringify(session));
  await later({ ...first, expiresAt: new Date(Date.now() - 1000).toISOString() });
  await page.getByRole('button', { name: /Execute query/ }).click();
  await expect(page.locator('.result-window')).toContainText('startDate');
  const second = await kept();
  expect(second.refreshToken).not.toBe(first.refreshToken);
  // A token that the server refuses although the clock of this machine says that it is good.
  await later({ ...second, token: 'a.b.c' });
  await page.getByRole('button', { name: /Execute query/ }).click();
  await expect.poll(async () => (await kept()).refreshToken).not.toBe(second.refreshToken);
  await expect(page.locator('#signed-in')).toBeVisible();
  expect(recorder.consoleErrors).toEqual([]);

  const third = await kept();
  await page.getByRole('button', { name: /Keluar/ }).click();
  const refresh = 'mutation ($t: String!) { refresh(input: { refreshToken: $t }) { accessToken } }';
  const again = async (): Promise<string> => {
    const answer = await page.request.post('/graphql', {
      data: { query: refresh, variables: { t: third.refreshToken } },
    });
    return answer.text();
  };
  await expect.poll(again).toContain('UNAUTHENTICATED');
});

test('runs a subscription, with the token of the bar', async ({ page, recorder }) => {
  await openPlayground(page);
  const { isReal } = await logIn(page);
  test.skip(!isReal, 'needs an account of a running server');
  const frames: string[] = [];
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => frames.push(String(payload))));
  await page.locator('.graphiql-tab-button', { hasText: 'PerubahanPengalaman' }).click();
  await page.getByRole('button', { name: /Execute query/ }).click();
  await expect.poll(() => frames.join('\n')).toContain('"type":"subscribe"');
  expect(frames[0]).toContain('"authorization":"Bearer ');
  const title = `Kotak suara ${Date.now()}`;
  await submitAsUnit(page, title);
  await expect(page.locator('.result-window')).toContainText(title);
  await expect(page.locator('.result-window')).toContainText('SUBMITTED');
  await page.screenshot({ path: test.info().outputPath('subscription.png') });
  expect(recorder.outside()).toEqual([]);
  expect(recorder.consoleErrors).toEqual([]);
});

/** Another office at work, over the API. */
async function submitAsUnit(page: Page, title: string): Promise<void> {
  const { password } = test.info().config.metadata as { password: string };
  let headers: Record<string, string> = {};
  const ask = async (query: string, input: object): Promise<Record<string, any>> => {
    const answer = await page.request.post('/graphql', { headers, data: { query, variables: { input } } });
    return ((await answer.json()) as { data: Record<string, any> }).data;
  };
  const { login } = await ask('mutation ($input: LoginInput!) { login(input: $input) { accessToken } }', {
    username: 'kontributor.7371',
    password,
  });
  headers = { authorization: `Bearer ${login.accessToken}` };
  const { createExperience: made } = await ask(
    'mutation ($input: CreateExperienceInput!) { createExperience(input: $input) { experience { id version } } }',
    {
      clientMutationId: title,
      title,
      kind: 'GOOD_PRACTICE',
      stage: 'PEMILU-09',
      happened: 'Tertib',
      actionTaken: 'Latihan',
      result: 'Lancar',
    },
  );
  await ask('mutation ($input: ExperienceStepInput!) { submitExperience(input: $input) { userErrors { code } } }', {
    id: made.experience.id,
    expectedVersion: made.experience.version,
  });
}

test('says why a login failed', async ({ page }) => {
  await openPlayground(page);
  await page.getByLabel('Nama pengguna').fill('tidak-ada');
  await page.getByLabel('Kata sandi').fill('salah-sekali');
  await page.getByRole('button', { name: /^Masuk/ }).click();
  await expect(page.getByRole('status').and(page.locator('#message'))).not.toBeEmpty();
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test('refuses a pasted token that the server does not know', async ({ page }) => {
  await openPlayground(page);
  await page.getByText('Tempel token').click();
  await page.getByLabel('Token akses').fill('Bearer bukan-token');
  await page.getByRole('button', { name: /Pakai/ }).click();
  await expect(page.locator('#message')).toContainText('tidak diterima');
});

test('a browser at /graphql lands on the playground, a query stays with the API', async ({ page, request }) => {
  await page.goto('/graphql');
  await expect(page).toHaveURL(/\/playground$/);
  const answer = await request.get('/graphql?query=%7B__typename%7D', {
    headers: { accept: 'text/html', 'apollo-require-preflight': 'true' },
    maxRedirects: 0,
  });
  expect(answer.status()).not.toBe(302);
});

test('the big files are compressed and kept by the browser', async ({ request }) => {
  const html = await (await request.get('/playground')).text();
  const path = /\/playground\/assets\/graphiql-[\w-]+\.js/.exec(html)?.[0] ?? '';
  const script = await request.get(path, { headers: { 'accept-encoding': 'br' } });
  expect(script.headers()).toMatchObject({
    'content-encoding': 'br',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  const again = await request.get(path, {
    headers: { 'accept-encoding': 'br', 'if-none-match': script.headers().etag },
  });
  expect(again.status()).toBe(304);
});

for (const width of [1280, 375]) {
  test(`the bar fits ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await openPlayground(page);
    const overflow = () =>
      page.evaluate(() => {
        const bar = document.getElementById('bar') as HTMLElement;
        const rightmost = [...bar.querySelectorAll('*')].map((child) => child.getBoundingClientRect().right);
        return Math.max(bar.scrollWidth, document.documentElement.scrollWidth, ...rightmost) - window.innerWidth;
      });
    await page.screenshot({ path: test.info().outputPath(`anonymous-${width}.png`) });
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.getByText('Tempel token').click();
    await page.screenshot({ path: test.info().outputPath(`paste-${width}.png`) });
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.getByText('Tempel token').click();
    await logIn(page);
    await page.screenshot({ path: test.info().outputPath(`signed-in-${width}.png`) });
    expect(await overflow()).toBeLessThanOrEqual(0);
  });
}
