// What the buttons of the tidy frame do to the notebook in front: run a cell, stop it, undo, start again.

const STOP_AFTER_MS = 1000;
const LOOK_AGAIN_MS = 300;
const ENOUGH_PX = 40;

const isCode = cell => cell.model.type === 'code';
const isRunning = cell => isCode(cell) && cell.model.executionState === 'running';
const isWritten = cell => !isCode(cell) && cell.rendered === false;
const isReport = cell => cell.model.getMetadata('nbgrader')?.grade === true && cell.model.getMetadata('nbgrader').solution !== true;

/** Tell whether enough of a cell can be seen for who reads it to mean it. */
function isSeen(panel, cell) {
  const frame = panel.content.node.getBoundingClientRect();
  const place = (cell.inputArea?.node ?? cell.node).getBoundingClientRect();
  const seen = Math.min(frame.bottom, place.bottom) - Math.max(frame.top, place.top);
  return seen >= Math.min(ENOUGH_PX, place.height) && place.height > 0;
}

/** Return the cell that "this cell" means: the chosen one, else the first code cell in sight, else the next one to come. */
function meant(panel) {
  const { widgets: cells, activeCell: active } = panel.content;
  if (active && isSeen(panel, active) && (isCode(active) || isWritten(active))) {
    return active;
  }
  const below = cells.slice(Math.max(0, cells.indexOf(active))).filter(isCode);
  const seen = active && isSeen(panel, active) ? below : cells.filter(isCode);
  return seen.find(cell => isSeen(panel, cell)) ?? below[0] ?? null;
}

const choose = (panel, cell) => {
  panel.content.activeCellIndex = panel.content.widgets.indexOf(cell);
};

/** Let the next code cell be the chosen one, unless another has been chosen meanwhile. Nothing moves on the screen. */
function goOn(panel, cell) {
  const cells = panel.content.widgets;
  const next = cells.slice(cells.indexOf(cell) + 1).find(isCode);
  if (next && panel.content.activeCell === cell && panel.content.mode === 'command') {
    choose(panel, next);
  }
}

/** Run the cell that is meant; one that is out of sight is shown first, and runs with the next press. */
async function run(panel, actions) {
  const cell = meant(panel);
  if (!cell) {
    return;
  }
  choose(panel, cell);
  if (!isSeen(panel, cell)) {
    cell.node.scrollIntoView({ block: 'center' });
    return;
  }
  await panel.sessionContext.ready;
  const fine = await actions.run(panel.content, panel.sessionContext);
  if (fine && isCode(cell)) {
    goOn(panel, cell);
  }
}

const running = new WeakMap();

/** Run the cell that is meant, or stop the one that runs. */
export function runOrStop(panel, actions) {
  if (running.get(panel)) {
    void panel.sessionContext.session?.kernel?.interrupt();
  } else {
    void run(panel, actions);
  }
}

/** Say whenever the notebook in front has been running for a while, and when it has come to an end. */
export function follow(tracker, say) {
  const tell = () => say(running.get(tracker.currentWidget) ?? false);
  const look = panel => {
    const busy = !panel.isDisposed && panel.content.widgets.some(isRunning);
    if (busy !== (running.get(panel) ?? false)) {
      running.set(panel, busy);
      tell();
    }
    if (busy) {
      // A cell knows a little later than its kernel that it has come to an end.
      setTimeout(look, LOOK_AGAIN_MS, panel);
    }
  };
  const meet = panel => {
    const begun = (_, status) => status === 'busy' && setTimeout(look, STOP_AFTER_MS, panel);
    panel.sessionContext.statusChanged.connect(begun);
  };
  tracker.forEach(meet);
  tracker.widgetAdded.connect((_, panel) => meet(panel));
  tracker.currentChanged.connect(tell);
  tell();
}

/** Take back what was typed last in the chosen cell; else, and after keys that move cells about, what was done to the cells. */
export function undo(panel, actions) {
  const { activeCell: cell, model, mode } = panel.content;
  const text = cell?.model.sharedModel;
  const cells = model.sharedModel;
  if (mode === 'command' && cells.canUndo()) {
    actions.undo(panel.content);
  } else if (text?.canUndo()) {
    text.undo();
  } else if (cells.canUndo()) {
    actions.undo(panel.content);
  }
}

async function isMeant({ words, sharedModule }) {
  const { Dialog, showDialog } = await sharedModule('@jupyterlab/apputils');
  const buttons = [Dialog.cancelButton({ label: words.again_no }), Dialog.okButton({ label: words.again })];
  const answer = await showDialog({ title: words.again_title, body: words.again_body, buttons, defaultButton: 0 });
  return answer.button.accept;
}

/** After a question: begin with a new kernel and without results. Answers stay, and what the map shows of them: reports and counts. */
export async function restart(panel, lab) {
  if (!(await isMeant(lab))) {
    return;
  }
  await panel.sessionContext.restartKernel();
  for (const cell of panel.content.widgets.filter(isCode).filter(each => !isReport(each))) {
    cell.model.outputs.clear();
  }
  panel.content.activeCellIndex = 0;
  panel.content.node.querySelector('.jp-WindowedPanel-outer')?.scrollTo({ top: 0 });
  void panel.context.save();
}
