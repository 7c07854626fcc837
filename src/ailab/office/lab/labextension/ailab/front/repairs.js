// Keyboards repaired: the explanation below a cell says `ailab:repair` when its button is pressed, and the cell gets the repaired text.

const isLocked = cell => cell.model.getMetadata('editable') === false || cell.model.getMetadata('nbgrader')?.locked === true;

/** Return the cell that was explained: the one named, else the one that shows the explanation. */
function explained(panel, node, id) {
  const cells = panel.content.widgets;
  return cells.find(cell => cell.model.id === id) ?? cells.find(cell => cell.node.contains(node));
}

function repair(tracker, event) {
  const panel = tracker.find(each => each.content.node.contains(event.target));
  const cell = panel && explained(panel, event.target, event.detail.cellHint);
  if (!cell || cell.model.type !== 'code' || isLocked(cell)) {
    return;
  }
  event.preventDefault();
  cell.model.sharedModel.setSource(event.detail.source);
  panel.content.activeCellIndex = panel.content.widgets.indexOf(cell);
  cell.node.scrollIntoView({ block: 'nearest' });
  void panel.content.activate();
}

/** Connect the explanations of all notebooks. */
export function connect({ tracker }) {
  document.addEventListener('ailab:repair', event => repair(tracker, event));
}
