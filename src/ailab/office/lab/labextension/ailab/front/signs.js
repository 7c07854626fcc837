// A row of signs that are hard to find on a telephone or an Arabic keyboard. A press puts one where the cursor stands.

const SIGNS = ['(', ')', '[', ']', '{', '}', ':', '=', ',', '"', '_', '#'];
const NAMES = ['round_open', 'round_close', 'square_open', 'square_close', 'curly_open', 'curly_close', 'colon', 'equals', 'comma', 'quote', 'underscore', 'hash'];
const PAIRS = { '(': ')', '[': ']', '{': '}', '"': '"' };
const CLOSING = Object.values(PAIRS);
/** What may follow a pair: a sign before a word opens something that stands there already. */
const ROOM = /^[\s)\]}:,;=]?$/;
const WORD_OR_QUOTE = /[\p{L}\p{N}_"]/u;
const KEY = 'ailab:signs-folded';

/** Return what a press makes of a selection: its text, and how far into it the selection then begins and ends. */
export function typed(sign, { selected, before, after }) {
  const close = PAIRS[sign];
  if (close && selected) {
    return { text: sign + selected + close, from: 1, to: 1 + selected.length };
  }
  if (CLOSING.includes(sign) && after === sign && !selected) {
    return { text: '', from: 1, to: 1 };
  }
  const pairs = close && ROOM.test(after) && !(sign === '"' && WORD_OR_QUOTE.test(before));
  return { text: sign + (pairs ? close : ''), from: 1, to: 1 };
}

/** Put a sign where the cursor stands, as if it had been typed. */
function insert(view, EditorSelection, sign) {
  const { state } = view;
  const change = state.changeByRange(range => {
    const selected = state.sliceDoc(range.from, range.to);
    const near = { selected, before: state.sliceDoc(range.from - 1, range.from), after: state.sliceDoc(range.to, range.to + 1) };
    const { text, from, to } = typed(sign, near);
    return {
      changes: { from: range.from, to: range.to, insert: text },
      range: EditorSelection.range(range.from + from, range.from + to)
    };
  });
  view.dispatch(change, { userEvent: 'input.type', scrollIntoView: true });
}

const isLocked = cell => cell.model.getMetadata('editable') === false || cell.model.getMetadata('nbgrader')?.locked === true;
/** Code that the tidy frame puts out of sight wants no signs; and a row that comes and goes moves what is being pressed. */
const isSeen = cell => !(document.body.classList.contains('ailab-tidy') && cell.node.classList.contains('ailab-quiet'));
const takesSigns = cell => cell?.model.type === 'code' && !isLocked(cell) && isSeen(cell);

function key(face, name, press) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = face;
  if (name) {
    button.title = name;
    button.setAttribute('aria-label', name);
  }
  // The keyboard, and that on the screen, stays with the cell.
  button.addEventListener('mousedown', event => event.preventDefault());
  button.addEventListener('click', press);
  return button;
}

/** Return the row and the button that stands in its place when it is folded away. */
function build(words, press) {
  const row = document.createElement('div');
  row.className = 'ailab-signs';
  row.dir = 'ltr';
  row.setAttribute('role', 'group');
  row.setAttribute('aria-label', words.signs ?? '');
  row.append(...SIGNS.map((sign, index) => key(sign, words[`sign_${NAMES[index]}`], () => press(sign))));
  const folded = key('( )', words.signs, () => fold(false));
  folded.className = 'ailab-signs-folded';
  const away = key('×', words.signs_away, () => fold(true));
  away.className = 'away';
  row.append(away);
  function fold(is) {
    localStorage.setItem(KEY, is ? 'yes' : 'no');
    row.dispatchEvent(new Event('ailab:folded'));
  }
  return { row, folded };
}

async function stand({ app, tracker, words, sharedModule }) {
  const [{ Widget }, { EditorSelection }] = await Promise.all([sharedModule('@lumino/widgets'), sharedModule('@codemirror/state')]);
  const press = sign => {
    const { content } = tracker.currentWidget;
    content.mode = 'edit';
    const view = content.activeCell.editor.editor;
    view.focus();
    insert(view, EditorSelection, sign);
  };
  const { row, folded } = build(words, press);
  const dock = new Widget({ node: document.createElement('div') });
  dock.id = 'ailab-signs';
  dock.node.append(row);
  app.shell.add(dock, 'bottom');
  document.body.append(folded);
  const look = () => {
    const wanted = tracker.currentWidget === app.shell.currentWidget && takesSigns(tracker.activeCell);
    const away = localStorage.getItem(KEY) === 'yes';
    dock.setHidden(!wanted || away);
    folded.hidden = !wanted || !away;
  };
  row.addEventListener('ailab:folded', look);
  tracker.activeCellChanged.connect(look);
  app.shell.currentChanged.connect(look);
  look();
}

/** Let the page shrink when a keyboard comes up on the screen: the row stands above it then, and the cell stays in sight. */
function makeRoomForKeyboards() {
  const view = document.querySelector('meta[name=viewport]');
  if (view && !view.content.includes('interactive-widget')) {
    view.content += ', interactive-widget=resizes-content';
  }
}

/** Put the row below the notebook, once JupyterLab stands. */
export function connect(lab) {
  makeRoomForKeyboards();
  void lab.app.started.then(() => 'isSideTabBarVisible' in lab.app.shell && stand(lab));
}
