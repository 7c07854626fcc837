// The tidy frame shows what there is to do, not how it is made: the code of an activity, of what is given to the youngest and of
// a check is out of sight, and a check has a button. The whole lab shows everything.

import { findAssignment } from './assignment.js';
import { following, isAnswer, isCheck, isCode, neededBy, roleOf, runCheck, shownBy, sourceOf, takes } from './cells.js';

/** Tell whether this is read by somebody who presses command keys: an exercise says it, in a lesson it is what was chosen on the map. */
const isPad = (panel, words) => (panel.context.model.getMetadata('ailab')?.form ?? words.form) === 'pad';

/** What is run as it stands has a button in place of its code, for the youngest. */
const RUN_BY_BUTTON = { lesson: 'run', exercise: 'try' };

/** Return the cells into which the activities of a notebook write. */
function writtenByActivities(cells) {
  const graded = cells.some(isAnswer);
  return new Set(
    cells.flatMap((cell, index) => {
      const name = shownBy(cell)?.name;
      return name ? following(cells, index, name).filter(each => takes(each, name, graded)).slice(0, 1) : [];
    })
  );
}

/** Tell whether a cell holds answers of activities and nothing else: what one guesses in a lesson. */
function holdsAnswersAlone(cell, names) {
  const lines = sourceOf(cell).split('\n').filter(line => line.trim() && !line.startsWith('#'));
  return roleOf(cell) === 'try' && lines.length > 0 && lines.every(line => names.some(name => findAssignment(line, name)));
}

const runsByButton = (cell, { pad, kind, written }) => pad && roleOf(cell) === RUN_BY_BUTTON[kind] && !shownBy(cell) && !written.has(cell);

function isQuiet(cell, known) {
  if (shownBy(cell) || isCheck(cell) || runsByButton(cell, known)) {
    return true;
  }
  const { pad, kind, written, names } = known;
  const isAside = pad && kind === 'exercise' && (roleOf(cell) === 'given' || written.has(cell));
  return isAside || (written.has(cell) && holdsAnswersAlone(cell, names));
}

/** Return a button in place of a cell's code. */
function bigButton(panel, word, press) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'ailab-do';
  button.classList.toggle('from-right', panel.context.model.getMetadata('ailab')?.language === 'ar');
  button.dir = 'auto';
  button.textContent = word;
  // Enter presses the button; JupyterLab would begin to edit the cell.
  button.dataset.lmSuppressShortcuts = 'true';
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      await panel.sessionContext.ready;
      await press();
    } finally {
      button.disabled = false;
    }
  });
  return button;
}

/** Return the button that a cell needs, or nothing. */
function buttonFor(panel, cell, known, { actions, words }) {
  if (isCheck(cell)) {
    return bigButton(panel, `✔ ${words.check}`, () => runCheck(panel, cell, actions));
  }
  const run = () => actions.runCells(panel.content, [...neededBy(panel, cell), cell], panel.sessionContext);
  return runsByButton(cell, known) ? bigButton(panel, `▶ ${words.run_short}`, run) : null;
}

function arrange(panel, lab) {
  const cells = panel.content.widgets.filter(isCode);
  const known = {
    pad: isPad(panel, lab.words),
    kind: cells.some(isAnswer) ? 'exercise' : 'lesson',
    written: writtenByActivities(panel.content.widgets),
    names: cells.map(cell => shownBy(cell)?.name).filter(Boolean)
  };
  for (const cell of cells) {
    cell.node.classList.toggle('ailab-quiet', isQuiet(cell, known));
    const button = cell.node.querySelector(':scope > .ailab-do') ? null : buttonFor(panel, cell, known, lab);
    if (button) {
      cell.node.insertBefore(button, cell.node.querySelector(':scope > .jp-Cell-outputWrapper'));
    }
  }
}

/** Arrange every notebook of the course, and again when its cells change. */
export function connect(lab) {
  const meet = panel =>
    void panel.context.ready.then(() => {
      if (panel.context.model.getMetadata('ailab')) {
        arrange(panel, lab);
        panel.context.model.cells.changed.connect(() => arrange(panel, lab));
      }
    });
  lab.tracker.forEach(meet);
  lab.tracker.widgetAdded.connect((_, panel) => meet(panel));
}
