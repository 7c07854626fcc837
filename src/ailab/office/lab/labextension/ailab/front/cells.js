// What the cells of a notebook are for: which show an activity, which wait for its answer, which check it.

import { activityIn, findAssignment, namesBound, onlyImports, placeFor } from './assignment.js';

export const sourceOf = cell => cell.model.sharedModel.getSource();
const gradingOf = cell => cell.model.getMetadata('nbgrader') ?? {};
export const roleOf = cell => cell.model.getMetadata('ailab')?.role;
export const isCode = cell => cell.model.type === 'code';
export const isAnswer = cell => gradingOf(cell).solution === true;
export const isCheck = cell => gradingOf(cell).grade === true && !isAnswer(cell);
export const shownBy = cell => (isCode(cell) && !isAnswer(cell) && !isCheck(cell) ? activityIn(sourceOf(cell)) : null);

/** Return the cells after one that belong to it: up to the next check, and never beyond another activity for this answer. */
export function following(cells, index, name) {
  const rest = cells.slice(index + 1).filter(isCode);
  const other = rest.findIndex(cell => shownBy(cell)?.name === name);
  const mine = other < 0 ? rest : rest.slice(0, other);
  const check = mine.findIndex(isCheck);
  return check < 0 ? mine : mine.slice(0, check + 1);
}

/** Tell whether a cell waits for this answer: a graded one in an exercise; in a lesson any that assigns it already. */
export function takes(cell, name, graded) {
  return graded ? isAnswer(cell) && placeFor(sourceOf(cell), name) !== null : findAssignment(sourceOf(cell), name) !== null;
}

const isLive = cell => cell.node.querySelector('.ailab-activity, .ailab-pad') !== null;

/** Return the cells that a check looks at: all answers above it, and what is given for them; no activity is opened twice. */
export function checkedBy(panel, check) {
  const cells = panel.content.widgets;
  const above = cells.slice(0, cells.indexOf(check)).filter(isCode);
  return above.filter(cell => isAnswer(cell) || (roleOf(cell) === 'given' && !isLive(cell)));
}

/** Return the cells above one that it needs: what is given or brings names from elsewhere, and what makes a name that it uses; no activity opens twice. */
export function neededBy(panel, cell) {
  const cells = panel.content.widgets;
  const above = cells.slice(0, cells.indexOf(cell)).filter(each => isCode(each) && !isCheck(each) && !(shownBy(each) && isLive(each)));
  const needed = new Set();
  let wanted = sourceOf(cell);
  for (const each of [...above].reverse()) {
    const uses = namesBound(sourceOf(each)).some(name => new RegExp(`(?<![\\w.])${name}\\b`).test(wanted));
    if (uses || (!shownBy(each) && (roleOf(each) === 'given' || onlyImports(sourceOf(each))))) {
      needed.add(each);
      wanted += `\n${sourceOf(each)}`;
    }
  }
  return above.filter(each => needed.has(each));
}

/** Run a check with what it looks at, in the order of the notebook. */
export async function runCheck(panel, check, actions) {
  await actions.runCells(panel.content, checkedBy(panel, check), panel.sessionContext);
  // On its own: an error above must not keep the check from saying what is missing.
  await actions.runCells(panel.content, [check], panel.sessionContext);
  check.node.scrollIntoView({ block: 'nearest' });
  void panel.context.save();
}
