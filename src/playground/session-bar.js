/*
 * The bar above GraphiQL: who is signed in, and what the last answer cost. It wraps `fetch`, so that every request to
 * the API carries the token, whoever sends it; therefore it is loaded before GraphiQL.
 * The tokens live in sessionStorage only: closing the tab signs out. The access token is renewed before it runs out, and when
 * the server finds it out of date although this machine's clock does not.
 */
(() => {
  const STORAGE_KEY = 'rakornas.session';
  const LOGIN = `mutation Masuk($input: LoginInput!) {
    login(input: $input) { accessToken expiresAt refreshToken user { username role } userErrors { message } }
  }`;
  const REFRESH = `mutation Lanjut($input: RefreshInput!) {
    refresh(input: $input) { accessToken expiresAt refreshToken user { username role } }
  }`;
  const LOGOUT = 'mutation Keluar($input: LogoutInput!) { logout(input: $input) { userErrors { message } } }';
  const RENEW_BEFORE_MS = 60_000;
  const VIEWER = 'query Saya { viewer { username role } }';

  const settings = JSON.parse(document.getElementById('playground-settings').textContent);
  const endpoint = new URL(settings.endpoint, location.href).href;
  const plainFetch = window.fetch.bind(window);
  const number = new Intl.NumberFormat('id-ID');
  const element = (id) => document.getElementById(id);
  let schemaMissing = false;
  let renewing = null;

  // ---- the session ----

  function readSession() {
    try {
      const session = JSON.parse(sessionStorage.getItem(STORAGE_KEY));
      const isOver = !session?.refreshToken && Date.parse(session?.expiresAt) <= Date.now();
      return session?.token && !isOver ? session : null;
    } catch {
      return null; // not ours, or damaged
    }
  }

  /** What to send as `Authorization`, or null; renewed first where it is about to run out. */
  async function authorization() {
    const session = readSession();
    if (session?.refreshToken && Date.parse(session.expiresAt) - Date.now() < RENEW_BEFORE_MS) await renew();
    const token = readSession()?.token;
    return token ? `Bearer ${token}` : null;
  }

  /** Renews the session, once for all who ask at the same time: a refresh token is good once. Tells whether it went on. */
  function renew() {
    renewing ??= renewOnce().finally(() => (renewing = null));
    return renewing;
  }

  async function renewOnce() {
    const session = readSession();
    if (!session?.refreshToken) return false;
    const { data, errors } = await ask(REFRESH, { input: { refreshToken: session.refreshToken } });
    if (data?.refresh) {
      const { accessToken: token, expiresAt, refreshToken, user } = data.refresh;
      sessionStorage.setItem(STORAGE_KEY, JSON.stringify({ token, expiresAt, refreshToken, user }));
      return true;
    }
    if (isUnauthenticated({ errors })) endSession(SESSION_OVER);
    return false;
  }

  const SESSION_OVER = 'Sesi berakhir, silakan masuk lagi. / Your session has ended, please log in again.';
  const isUnauthenticated = ({ errors }) => errors?.some((error) => error.extensions?.code === 'UNAUTHENTICATED');

  function startSession(session) {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(session));
    // A schema that was refused to the anonymous visitor is asked for again; the tabs are kept by GraphiQL.
    if (schemaMissing) return location.reload();
    showSession();
    element('logout').focus();
  }

  function endSession(message) {
    sessionStorage.removeItem(STORAGE_KEY);
    showSession();
    say(message);
  }

  function showSession() {
    const session = readSession();
    element('login').hidden = Boolean(session);
    element('paste').hidden = Boolean(session);
    element('paste').open = false;
    element('signed-in').hidden = !session;
    const user = session?.user;
    element('who').textContent = user ? `${user.username} (${user.role})` : 'token';
    say('');
  }

  function say(message) {
    element('message').textContent = message;
  }

  // ---- the requests of the bar itself ----

  async function ask(query, variables, token) {
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    if (token) headers.authorization = `Bearer ${token}`;
    const response = await plainFetch(endpoint, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
    });
    return response.json();
  }

  async function logIn() {
    const input = { username: element('username').value.trim(), password: element('password').value };
    const { data, errors } = await ask(LOGIN, { input });
    const { accessToken, expiresAt, refreshToken, user, userErrors } = data?.login ?? {};
    if (!accessToken) {
      const complaints = [...(userErrors ?? []), ...(errors ?? [])].map(({ message }) => message);
      return say(complaints.join(' ') || 'Nama pengguna atau kata sandi salah. / Wrong username or password.');
    }
    element('login').reset();
    startSession({ token: accessToken, expiresAt, refreshToken, user });
  }

  async function usePastedToken() {
    const token = element('token')
      .value.trim()
      .replace(/^Bearer\s+/i, '');
    const { data } = await ask(VIEWER, {}, token);
    if (!data?.viewer) return say('Token ini tidak diterima server. / The server does not accept this token.');
    element('paste-form').reset();
    startSession({ token, expiresAt: null, user: data.viewer });
  }

  /** Runs a form's step with its button off, and says so when the server cannot be reached. */
  function onSubmit(formId, step) {
    element(formId).addEventListener('submit', async (event) => {
      event.preventDefault();
      const button = event.target.querySelector('button');
      button.disabled = true;
      say('');
      try {
        await step();
      } catch {
        say('Server tidak dapat dihubungi. / The server cannot be reached.');
      } finally {
        button.disabled = false;
      }
    });
  }

  // ---- every other request to the API ----

  window.fetch = async (input, init = {}) => {
    if (new URL(String(input?.url ?? input), location.href).href !== endpoint) return plainFetch(input, init);
    const headers = new Headers(init.headers ?? input?.headers);
    const bearer = await authorization().catch(() => null);
    // What somebody typed into GraphiQL's own header editor wins.
    const usesSession = bearer !== null && !headers.has('authorization');
    if (usesSession) headers.set('authorization', bearer);
    const startedAt = performance.now();
    let response = await plainFetch(input, { ...init, headers });
    if (usesSession && (await isRefused(response)) && (await renew().catch(() => false))) {
      headers.set('authorization', await authorization());
      response = await plainFetch(input, { ...init, headers });
    }
    const isSchema = String(init.body ?? '').includes('__schema');
    watch(response.clone(), { startedAt, isSchema, usesSession }).catch(() => undefined);
    return response;
  };

  async function isRefused(response) {
    if (response.status === 401) return true;
    if (!/json/.test(response.headers.get('content-type') ?? '')) return false;
    return isUnauthenticated(await response.clone().json());
  }

  async function watch(response, { startedAt, isSchema, usesSession }) {
    // A stream of parts has no single cost and may never end.
    if (!/json/.test(response.headers.get('content-type') ?? '')) return;
    const { data, errors, extensions } = await response.json();
    const milliseconds = performance.now() - startedAt;
    if (usesSession && (response.status === 401 || isUnauthenticated({ errors }))) endSession(SESSION_OVER);
    // GraphiQL's own question is not the analyst's.
    if (isSchema) schemaMissing = !data;
    else showLastResponse(extensions?.cost, milliseconds);
  }

  function showLastResponse(cost, milliseconds) {
    element('last-response').hidden = false;
    element('cost').textContent = cost ? `${number.format(cost.total)} / ${number.format(cost.limit)}` : '–';
    element('time').textContent = `${number.format(Math.round(milliseconds))} ms`;
  }

  onSubmit('login', logIn);
  onSubmit('paste-form', usePastedToken);
  element('logout').addEventListener('click', () => {
    const { refreshToken } = readSession() ?? {};
    // Signed out here at once; that the server ends the session too need not be waited for.
    if (refreshToken) ask(LOGOUT, { input: { refreshToken } }).catch(() => undefined);
    endSession('Anda sudah keluar. / You have logged out.');
    element('username').focus();
  });
  element('paste').addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    element('paste').open = false;
    element('paste').querySelector('summary').focus();
  });
  showSession();

  window.playground = { settings, authorization };
})();
