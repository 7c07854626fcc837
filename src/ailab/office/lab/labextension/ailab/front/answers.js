// Activities and the notebook around them: an answer goes into the answer cell below its activity and comes back from it.
//
// An activity says `ailab:activity` when it stands in the page, `ailab:answer` when its answer has changed, `ailab:check`
// when it shall be checked. Nothing but that one assignment is ever written, nothing runs unasked.

import { isNothing, placeFor } from './assignment.js';
import { following, isAnswer, isCheck, neededBy, runCheck, shownBy, sourceOf, takes } from './cells.js';

const SAVE_AFTER_MS = 1200;

/** Return where an activity stands: its notebook, the answer cell below it and the check below that. */
function around(tracker, node, name) {
  const panel = tracker.find(each => each.content.node.contains(node));
  const cells = panel?.content.widgets ?? [];
  const graded = cells.some(isAnswer);
  const below = following(cells, cells.findIndex(cell => cell.node.contains(node)), name);
  const answer = below.find(cell => takes(cell, name, graded));
  return panel && answer ? { panel, answer, check: below.find(isCheck) ?? null } : null;
}

/** Take an event for which there is an answer cell, and say whether a check stands below. */
function taken(event, place) {
  event.preventDefault();
  event.detail.checks = place.check !== null;
}

/** Show an activity the answer that stands in its cell, unless nothing has been written there. */
function present(tracker, event) {
  const { name } = event.detail;
  const place = around(tracker, event.target, name);
  if (!place) {
    return;
  }
  taken(event, place);
  const { value } = placeFor(sourceOf(place.answer), name);
  if (!isNothing(value)) {
    event.target.dispatchEvent(new CustomEvent('ailab:present', { detail: { name, text: value } }));
  }
}

const waiting = new WeakMap();

function saveSoon(panel) {
  clearTimeout(waiting.get(panel));
  waiting.set(panel, setTimeout(() => panel.isDisposed || void panel.context.save(), SAVE_AFTER_MS));
}

function write(tracker, event) {
  const { name, text } = event.detail;
  const place = around(tracker, event.target, name);
  if (!place) {
    return;
  }
  taken(event, place);
  const source = sourceOf(place.answer);
  const { start, end } = placeFor(source, name);
  if (source.slice(start, end) !== text) {
    place.answer.model.sharedModel.updateSource(start, end, text);
    saveSoon(place.panel);
  }
}

async function check(tracker, actions, event) {
  const place = around(tracker, event.target, event.detail.name);
  if (!place?.check) {
    return;
  }
  event.preventDefault();
  const activity = event.target;
  const { panel, check: below } = place;
  await runCheck(panel, below, actions);
  const report = below.node.querySelector('.ailab-check');
  activity.dispatchEvent(new CustomEvent('ailab:checked', { detail: { text: report?.innerText ?? '' } }));
}

/** Put a button below each cell that holds an activity: it runs that cell, for who has never run one. */
function offer(panel, actions, words) {
  for (const cell of panel.content.widgets) {
    const activity = shownBy(cell);
    if (activity && !cell.node.querySelector(':scope > .ailab-open-pad')) {
      cell.node.append(opener(panel, actions, cell, activity.kind === 'pad' ? words.open_pad : words.open_activity));
    }
  }
}

function opener(panel, actions, cell, word) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'ailab-open-pad';
  button.classList.toggle('from-right', panel.context.model.getMetadata('ailab')?.language === 'ar');
  button.dir = 'auto';
  button.textContent = `▶ ${word}`;
  // Enter presses the button; JupyterLab would begin to edit the cell.
  button.dataset.lmSuppressShortcuts = 'true';
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      await panel.sessionContext.ready;
      await actions.runCells(panel.content, [...neededBy(panel, cell), cell], panel.sessionContext);
    } finally {
      button.disabled = false;
    }
  });
  return button;
}

/** Connect the activities of all notebooks. */
export function connect({ tracker, actions, words }) {
  document.addEventListener('ailab:activity', event => present(tracker, event));
  document.addEventListener('ailab:answer', event => write(tracker, event));
  document.addEventListener('ailab:check', event => void check(tracker, actions, event));
  const meet = panel =>
    void panel.context.ready.then(() => {
      offer(panel, actions, words);
      panel.context.model.cells.changed.connect(() => offer(panel, actions, words));
    });
  tracker.forEach(meet);
  tracker.widgetAdded.connect((_, panel) => meet(panel));
}
