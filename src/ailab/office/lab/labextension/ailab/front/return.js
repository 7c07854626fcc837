// Leaving and coming back: nothing typed is lost when the page goes, and a notebook opens where one was.
//
// The server keeps the place, so that another browser on the same machine finds it too.

const PAUSE = 2000;
const MARKED = 5000;
/** What browsers let a page send while it goes. */
const LARGEST_FAREWELL = 60000;

async function ask(server, url, init) {
  const { ServerConnection, settings } = server;
  const answer = await ServerConnection.makeRequest(url, init, settings);
  return answer.ok ? answer : null;
}

/** Tell the server which cell is worked on; also while the page goes. */
function note(server, address, panel) {
  const cell = panel.content.activeCell;
  const path = panel.context.path;
  if (!cell || !/^(?:lessons|exercises)\//.test(path)) {
    return;
  }
  void ask(server, `${address}ailab/place`, {
    method: 'POST',
    body: new URLSearchParams({ path, cell: cell.model.id }).toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    keepalive: true
  }).catch(() => null);
}

/** Mark the cell for a moment: in a text nothing else shows where one is. */
function show(node) {
  node.classList.add('ailab-here');
  setTimeout(() => node.classList.remove('ailab-here'), MARKED);
}

/** Go to the cell one was in, unless the learner has begun to move. */
async function goBack(server, address, panel) {
  let moved = Boolean(window.location.hash);
  const move = () => {
    moved = true;
  };
  const signs = ['pointerdown', 'keydown', 'wheel'];
  signs.forEach(sign => panel.node.addEventListener(sign, move, { once: true, passive: true, capture: true }));
  try {
    const answer = await ask(server, `${address}ailab/place?${new URLSearchParams({ path: panel.context.path })}`, {});
    const { cell } = (await answer?.json()) ?? {};
    await panel.revealed;
    const index = panel.content.widgets.findIndex(each => each.model.id === cell);
    if (index > 0 && !moved) {
      panel.content.activeCellIndex = index;
      await panel.content.scrollToItem(index, 'center');
      // Pictures above that load later push the cell away.
      setTimeout(() => moved || panel.isDisposed || panel.content.widgets[index]?.node.scrollIntoView({ block: 'center' }), 700);
      show(panel.content.widgets[index].node);
    }
  } catch {
    // Without the place the notebook opens at its top.
  } finally {
    setTimeout(() => signs.forEach(sign => panel.node.removeEventListener(sign, move, { capture: true })), 1000);
  }
}

/** Save what is not saved, as long as the page can still wait for the answer. */
function saveAll(tracker) {
  tracker.forEach(panel => {
    if (panel.context.model.dirty && !panel.context.model.readOnly) {
      void panel.context.save();
    }
  });
}

/** Send what is still not saved with the page's last breath; a notebook too large for that has been saved a moment ago. */
function sayFarewell(server, address, tracker) {
  tracker.forEach(panel => {
    const { model, path } = panel.context;
    if (!model.dirty || model.readOnly) {
      return;
    }
    const body = JSON.stringify({ type: 'notebook', format: 'json', content: model.toJSON() });
    if (new Blob([body]).size <= LARGEST_FAREWELL) {
      const url = `${address}api/contents/${path.split('/').map(encodeURIComponent).join('/')}`;
      void ask(server, url, { method: 'PUT', body, keepalive: true }).catch(() => null);
    }
  });
}

/** Watch all notebooks. */
export async function connect({ app, tracker, address, sharedModule }) {
  const { ServerConnection } = await sharedModule('@jupyterlab/services');
  const server = { ServerConnection, settings: app.serviceManager.serverSettings };
  const meet = async panel => {
    await panel.context.ready;
    await goBack(server, address, panel);
    if (panel.isDisposed) {
      return;
    }
    let waiting = 0;
    const here = () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => note(server, address, panel), PAUSE);
    };
    panel.content.activeCellChanged.connect(here);
    panel.content.modelContentChanged?.connect(here);
    panel.disposed.connect(() => clearTimeout(waiting));
    here();
  };
  tracker.forEach(panel => void meet(panel));
  tracker.widgetAdded.connect((_, panel) => void meet(panel));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') {
      saveAll(tracker);
      if (tracker.currentWidget) {
        note(server, address, tracker.currentWidget);
      }
    }
  });
  window.addEventListener('pagehide', () => sayFarewell(server, address, tracker));
}
