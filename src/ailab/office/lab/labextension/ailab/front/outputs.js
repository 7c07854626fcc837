// What outputs of ours need on a page that lives long. Nothing in the notebook changes.
//
// Widgets of a notebook that was saved and opened again have lost their kernel: the picture and the words that stand
// beside them in the notebook are shown in their place. Replays play whenever their cell runs, and when they are clicked:
// by itself a browser lets equal pictures share one animation, so a second run would stand still, even half-way.

const WIDGET = 'application/vnd.jupyter.widget-view+json';
const STILL = 'text/html';
/** What the manager of widgets writes, in English everywhere, where it finds no model. */
const LOST = 'Error displaying widget';
const FRESH = '.ailab-replay > img:not([data-plays])';

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

let plays = 0;

/** Let a replay begin: the same picture at an address that no other has. */
function playAnew(picture) {
  plays += 1;
  picture.dataset.plays = plays;
  picture.src = `${picture.src.split('#')[0]}#${plays}`;
}

function meet(panel) {
  let asked = 0;
  const look = () => {
    asked = 0;
    for (const lost of [...lostWidgets(panel)]) {
      void showStill(panel, lost);
    }
    panel.content.node.querySelectorAll(FRESH).forEach(playAnew);
  };
  const watcher = new MutationObserver(() => {
    asked ||= requestAnimationFrame(look);
  });
  watcher.observe(panel.content.node, { childList: true, subtree: true });
  panel.content.node.addEventListener('click', event => {
    if (event.target.matches('.ailab-replay > img')) {
      playAnew(event.target);
    }
  });
  panel.disposed.connect(() => watcher.disconnect());
}

/** Watch the outputs of all notebooks. */
export function connect({ tracker }) {
  tracker.forEach(meet);
  tracker.widgetAdded.connect((_, panel) => meet(panel));
}
