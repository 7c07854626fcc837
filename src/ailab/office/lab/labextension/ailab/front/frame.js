// The tidy frame: one document, one bar of large buttons, and the whole lab one press away.
//
// Every learner begins with it, whatever the track: two hundred commands in menus are no way to begin for anybody, and one
// press that is remembered is a small price for who wants them. It stands around the notebooks of the course alone: who has
// opened another file, or made a notebook, has come there through the whole lab.
//
// Other parts put buttons of their own into the bar, before or after it stands:
//
//     import { addButton } from './frame.js';
//
//     const button = addButton({
//       name: 'submit',               // for styles and tests: [data-do=submit]
//       icon: 'M4 12l6 6L20 6',       // lines in a square of 24, drawn round; or one letter or sign, shown as it is
//       word: words.submit,           // what it says, in the learner's language
//       hint: words.submit_hint,      // more of it, for who rests on the button; may be left out
//       press: panel => …,            // called with the notebook that stands in front (a NotebookPanel)
//       rank: 40                      // its place: run 10, undo 20, again 30, whole lab 90
//     });
//
// It gives back the button element: `button.disabled`, `button.hidden` and `setFace(button, { icon, word, hint })` may change
// it at any time. The bar is `#ailab-bar`, its page `body.ailab-tidy` while the frame is tidy, else `body.ailab-whole`, where only
// the way back is shown, so a button is never the only way to what it does.

import { follow, restart, runOrStop, undo } from './running.js';

const ICONS = {
  undo: 'M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  again: 'M20 4v6h-6M20 10a8 8 0 1 0 .5 5',
  whole: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z',
  tidy: 'M4 6h16M4 12h10M4 18h6'
};
const NOT_IN_THE_FRAME = ['jp-menu-panel', 'jp-main-statusbar'];

const bar = document.createElement('div');
bar.id = 'ailab-bar';
bar.setAttribute('role', 'group');

let inFront = () => null;

function drawn(icon) {
  const holder = document.createElement('span');
  holder.className = 'icon';
  holder.setAttribute('aria-hidden', 'true');
  if (icon.length > 2) {
    holder.innerHTML = `<svg viewBox="0 0 24 24" width="24" height="24"><path d="${icon}"/></svg>`;
  } else {
    holder.textContent = icon;
  }
  return holder;
}

/** Let a button of the bar show another icon and say something else. */
export function setFace(button, { icon, word = '', hint = '' }) {
  const text = document.createElement('span');
  text.className = 'word';
  text.textContent = word;
  button.replaceChildren(drawn(icon), text);
  button.title = hint;
}

/** Put a button into the bar at its rank, and return it. */
export function addButton({ name, icon, word, hint, press, rank = 50 }) {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.do = name;
  button.dataset.rank = rank;
  setFace(button, { icon, word, hint });
  // The keyboard stays in the cell that is being written.
  button.addEventListener('mousedown', event => event.preventDefault());
  button.addEventListener('click', () => inFront() && press(inFront()));
  bar.insertBefore(button, [...bar.children].find(each => Number(each.dataset.rank) > rank) ?? null);
  return button;
}

const isOurs = panel => panel !== null && panel.context.model.getMetadata('ailab') !== undefined;

/** Tell whether the address asks for a notebook: it opens after everything else. */
const isExpected = () => /\/tree\/.*\.ipynb$/.test(window.location.pathname);

/** Hide or show what stands around the notebook. All of it is JupyterLab's own: nothing is taken away, and keys keep working. */
function arrange(shell, tidy) {
  document.body.classList.toggle('ailab-tidy', tidy);
  document.body.classList.toggle('ailab-whole', !tidy);
  if (tidy) {
    shell.mode = 'single-document';
    shell.collapseLeft();
    shell.collapseRight();
  }
  for (const side of ['left', 'right']) {
    if (shell.isSideTabBarVisible(side) === tidy) {
      shell.toggleSideTabBarVisibility(side);
    }
  }
  const around = [...shell.layout.widgets, ...shell.widgets('bottom')];
  around.filter(each => NOT_IN_THE_FRAME.includes(each.id)).forEach(each => each.setHidden(tidy));
  // The bar is higher than what stands there otherwise.
  shell.fit();
}

/** What a browser remembers, not the folder: who opens the same folder on a telephone wants another frame there. */
function remembered(address) {
  const key = `ailab:whole-lab:${address}`;
  return {
    get: () => localStorage.getItem(key) === 'yes',
    set: whole => localStorage.setItem(key, whole ? 'yes' : 'no')
  };
}

/** Keep the frame as it shall be for the notebook in front. */
function keepFrame({ app, tracker, address, words }) {
  const { shell } = app;
  const memory = remembered(address);
  const way = addButton({ name: 'whole', icon: ICONS.whole, rank: 90, press: () => turn(!memory.get()) });
  let now = null;

  function look() {
    const panel = tracker.currentWidget;
    if (panel ? !panel.context.isReady : now === null && isExpected()) {
      return;
    }
    const ours = panel === shell.currentWidget && isOurs(panel);
    const tidy = ours && !memory.get();
    bar.hidden = !ours;
    tracker.forEach(each => each.toolbar.setHidden(tidy));
    if (tidy !== now || (tidy && shell.mode !== 'single-document')) {
      now = tidy;
      const face = tidy ? { icon: ICONS.whole, word: words.whole_lab, hint: words.whole_lab_hint } : { icon: ICONS.tidy, word: words.tidy_lab };
      setFace(way, face);
      arrange(shell, tidy);
    }
  }

  function turn(whole) {
    memory.set(whole);
    look();
  }

  const meet = panel => void panel.context.ready.then(look);
  tracker.forEach(meet);
  tracker.widgetAdded.connect((_, panel) => meet(panel));
  shell.currentChanged.connect(look);
  shell.modeChanged.connect(look);
  // Narrower, the bar takes more rows.
  window.addEventListener('resize', () => shell.fit());
  void app.restored.then(look);
}

function fill({ app, tracker, actions, words, sharedModule }) {
  const run = addButton({ name: 'run', icon: '', rank: 10, press: panel => runOrStop(panel, actions) });
  follow(tracker, running => {
    run.toggleAttribute('data-runs', running);
    setFace(run, running ? STOP(words) : RUN(words));
  });
  addButton({ name: 'undo', icon: ICONS.undo, word: words.undo, rank: 20, press: panel => undo(panel, actions) });
  const again = panel => restart(panel, { words, sharedModule });
  addButton({ name: 'again', icon: ICONS.again, word: words.again, hint: words.again_hint, rank: 30, press: again });
}

const RUN = words => ({ icon: 'M7 4v16l13-8z', word: words.run, hint: words.run_hint });
const STOP = words => ({ icon: 'M6 6h12v12H6z', word: words.stop });

async function stand(lab) {
  const { app, words, sharedModule } = lab;
  const { Widget } = await sharedModule('@lumino/widgets');
  document.body.dataset.ailabLanguage = words.language ?? '';
  bar.setAttribute('aria-label', words.bar);
  const holder = new Widget({ node: document.createElement('div') });
  holder.id = 'ailab-bar-holder';
  holder.node.append(bar);
  app.shell.add(holder, 'top', { rank: 2 });
  fill(lab);
  keepFrame(lab);
}

/** Put the bar at the top of the page, once JupyterLab stands; other applications around notebooks keep their own frame. */
export function connect(lab) {
  inFront = () => lab.tracker.currentWidget;
  void lab.app.started.then(() => 'isSideTabBarVisible' in lab.app.shell && stand(lab));
}
