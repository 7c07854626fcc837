// Widgets of a notebook that was saved and opened again: their kernel is gone, and so are they. What stands beside
// them in the notebook, a picture and its words, is shown in their place. Nothing in the notebook changes.

const WIDGET = 'application/vnd.jupyter.widget-view+json';
const STILL = 'text/html';
/** What the manager of widgets writes, in English everywhere, where it finds no model. */
const LOST = 'Error displaying widget';

/** Return the outputs of a notebook whose widget is lost: where each stands on the page, and what was saved of it. */
function* lostWidgets(panel) {
  for (const cell of panel.content.widgets) {
    const area = cell.outputArea;
    for (let index = 0; index < (area?.widgets.length ?? 0); index += 1) {
      const node = [...area.widgets[index].node.querySelectorAll('.jp-OutputArea-output.jupyter-widgets')].find(each => each.textContent.startsWith(LOST));
      const saved = area.model.get(index);
      if (node && saved?.data[WIDGET] && saved.data[STILL]) {
        yield { node, saved, gone: area.widgets[index].disposed };
      }
    }
  }
}

async function showStill(panel, { node, saved, gone }) {
  const still = panel.content.rendermime.createRenderer(STILL);
  node.replaceChildren(still.node);
  gone.connect(() => still.dispose());
  await still.renderModel(saved);
}

/** Watch the outputs of all notebooks. */
export function keepStills(tracker) {
  const meet = panel => {
    let asked = 0;
    const look = () => {
      asked = 0;
      for (const lost of [...lostWidgets(panel)]) {
        void showStill(panel, lost);
      }
    };
    const watcher = new MutationObserver(() => {
      asked ||= requestAnimationFrame(look);
    });
    watcher.observe(panel.content.node, { childList: true, subtree: true });
    panel.disposed.connect(() => watcher.disconnect());
  };
  tracker.forEach(meet);
  tracker.widgetAdded.connect((_, panel) => meet(panel));
}
