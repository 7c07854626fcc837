// What is written in words: one press opens the cell for it. Our own prose doesn't open while the frame is tidy, since a
// child who taps twice would find its source; in the whole lab it opens as everywhere.

const MARK = '✎';

const isProse = cell => cell.model.type === 'markdown' && cell.model.getMetadata('ailab')?.role === 'prose';
const isWritten = cell => cell.model.type === 'markdown' && cell.model.getMetadata('nbgrader')?.solution === true;
const isTidy = () => document.body.classList.contains('ailab-tidy');

const cellOf = (panel, event) => panel.content.widgets.find(cell => cell.node.contains(event.target));

function open(panel, cell) {
  panel.content.activeCellIndex = panel.content.widgets.indexOf(cell);
  cell.rendered = false;
  panel.content.mode = 'edit';
  const source = cell.model.sharedModel.getSource();
  if (source.trim() === MARK) {
    // What is typed takes the place of the sign that says "write here".
    cell.editor.setSelection({ start: cell.editor.getPositionAt(0), end: cell.editor.getPositionAt(source.length) });
  }
}

function meet(panel) {
  const mark = () => panel.content.widgets.forEach(cell => cell.toggleClass('ailab-written', isWritten(cell)));
  const onClick = event => {
    const cell = cellOf(panel, event);
    if (cell && isWritten(cell) && cell.rendered && !event.target.closest('a')) {
      open(panel, cell);
    }
  };
  const onDoubleClick = event => {
    const cell = cellOf(panel, event);
    if (cell && isProse(cell) && isTidy()) {
      event.stopPropagation();
    }
  };
  panel.content.node.addEventListener('click', onClick);
  panel.content.node.addEventListener('dblclick', onDoubleClick, true);
  void panel.context.ready.then(() => {
    mark();
    panel.context.model.cells.changed.connect(() => setTimeout(() => panel.isDisposed || mark()));
  });
}

/** Watch the cells of all notebooks. */
export function connect({ tracker }) {
  tracker.forEach(meet);
  tracker.widgetAdded.connect((_, panel) => meet(panel));
}
