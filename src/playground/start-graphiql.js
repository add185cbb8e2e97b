/* Starts GraphiQL (loaded just before this file) with our examples, our endpoint and files from this server only. */
(() => {
  const { settings, authorization } = window.playground;
  const STORAGE_PREFIX = 'graphiql:'; // GraphiQL keeps its tabs and its history under it

  self.MonacoEnvironment = {
    globalAPI: false,
    getWorkerUrl: (_module, label) => settings.workers[label],
  };

  /**
   * After a reload GraphiQL looks for the tab whose text was edited last. Where nothing was edited yet it finds none and
   * opens an empty one; so we tell it the text of the tab that was open.
   */
  function rememberOpenTab() {
    const state = JSON.parse(localStorage.getItem(`${STORAGE_PREFIX}tabState`));
    const open = state?.tabs?.[state.activeTabIndex];
    for (const part of ['query', 'variables']) {
      if (open?.[part]) localStorage.setItem(STORAGE_PREFIX + part, open[part]);
      else localStorage.removeItem(STORAGE_PREFIX + part);
    }
  }

  document.getElementById('reset').addEventListener('click', () => {
    const question =
      'Semua tab diganti dengan contoh-contoh awal. Lanjutkan?\nAll tabs are replaced by the first examples. Go on?';
    if (!confirm(question)) return;
    for (const key of Object.keys(localStorage)) if (key.startsWith(STORAGE_PREFIX)) localStorage.removeItem(key);
    location.assign(location.pathname);
  });

  rememberOpenTab();
  window.YogaGraphiQL.renderYogaGraphiQL(document.getElementById('graphiql'), {
    endpoint: settings.endpoint,
    defaultTabs: settings.tabs,
    // Headers may hold a token, and GraphiQL would keep them in localStorage.
    shouldPersistHeaders: false,
    // By default every keystroke goes into the page's address, and from there into access logs.
    onEditQuery: () => undefined,
    subscriptionsProtocol: 'WS',
    subscriptionsEndpoint: settings.endpoint,
    // Asked for at each connection: after a token has run out the socket comes back with the next one.
    connectionParams: async () => {
      const bearer = await authorization();
      return bearer ? { authorization: bearer } : {};
    },
  });
})();
