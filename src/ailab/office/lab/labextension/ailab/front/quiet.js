// The tidy frame shows what there is to do, not how it is made: the code of an activity, of what is given to the youngest and of
// a check is out of sight, and a check has a button. The whole lab shows everything.

import { findAssignment } from './assignment.js';
import { following, isAnswer, isCheck, isCode, roleOf, runCheck, shownBy, sourceOf, takes } from './cells.js';

const isPad = panel => panel.context.model.getMetadata('ailab')?.form === 'pad';

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

function isQuiet(cell, { pad, written, names }) {
  if (shownBy(cell) || isCheck(cell)) {
    return true;
  }
  return pad ? roleOf(cell) === 'given' || written.has(cell) : written.has(cell) && holdsAnswersAlone(cell, names);
}

function checkButton(panel, cell, { actions, words }) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'ailab-do-check';
  button.classList.toggle('from-right', panel.context.model.getMetadata('ailab')?.language === 'ar');
  button.dir = 'auto';
  button.textContent = `✔ ${words.check}`;
  // Enter presses the button; JupyterLab would begin to edit the cell.
  button.dataset.lmSuppressShortcuts = 'true';
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      await panel.sessionContext.ready;
      await runCheck(panel, cell, actions);
    } finally {
      button.disabled = false;
    }
  });
  return button;
}

function arrange(panel, lab) {
  const cells = panel.content.widgets.filter(isCode);
  const names = cells.map(cell => shownBy(cell)?.name).filter(Boolean);
  const known = { pad: isPad(panel), written: writtenByActivities(panel.content.widgets), names };
  for (const cell of cells) {
    cell.node.classList.toggle('ailab-quiet', isQuiet(cell, known));
    if (isCheck(cell) && !cell.node.querySelector(':scope > .ailab-do-check')) {
      cell.node.insertBefore(checkButton(panel, cell, lab), cell.node.querySelector(':scope > .jp-Cell-outputWrapper'));
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
