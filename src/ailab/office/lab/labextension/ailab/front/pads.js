// Button pads and the notebook around them: cards go into the answer cell below a pad and come back from it.
//
// A pad says `ailab:pad` when it stands in the page, `ailab:cards` when its cards have changed, `ailab:check`
// when they shall be checked. Nothing but that one assignment is ever written, nothing runs unasked.

const OPENS = '([{';
const CLOSES = ')]}';
const MARK = '✎';
const SAVE_AFTER_MS = 1200;
const PAD_CELL = /^[^#\n]*\bpad\s*\(/m;

/** Return where the text in quotes that begins here ends. */
function endOfText(source, start) {
  const quote = source[start];
  const closing = source.startsWith(quote.repeat(3), start) ? quote.repeat(3) : quote;
  let index = start + closing.length;
  while (index < source.length && !source.startsWith(closing, index)) {
    index += source[index] === '\\' ? 2 : 1;
  }
  return Math.min(source.length, index + closing.length);
}

const endOfLine = (source, start) => {
  const found = source.indexOf('\n', start);
  return found < 0 ? source.length : found;
};

/** Return where a Python expression that begins here ends: with its line, unless brackets are open. */
function endOfExpression(source, start) {
  let depth = 0;
  let index = start;
  while (index < source.length) {
    const sign = source[index];
    if (sign === '"' || sign === "'") {
      index = endOfText(source, index);
      continue;
    }
    if (depth === 0 && (sign === '\n' || sign === '#' || sign === ';')) {
      break;
    }
    if (sign === '#') {
      index = endOfLine(source, index);
      continue;
    }
    depth += OPENS.includes(sign) - CLOSES.includes(sign);
    index += 1;
  }
  return index;
}

/** Return where a name is assigned at the beginning of a line, and the text of its value; null when nowhere. */
export function findAssignment(source, name) {
  const found = new RegExp(`^${name}[ \\t]*=(?!=)[ \\t]*`, 'm').exec(source);
  if (!found) {
    return null;
  }
  const from = found.index + found[0].length;
  const until = endOfExpression(source, from);
  const value = source.slice(from, until).trimEnd();
  const line = source.slice(until, endOfLine(source, until));
  // The sign that says "write here" has done its work.
  const end = line.startsWith('#') && line.includes(MARK) ? until + line.length : from + value.length;
  return { start: found.index, end, value };
}

/** Return where the line stands that says "write here"; null when there is none. */
function findPlaceholder(source) {
  const found = new RegExp(`^\\.\\.\\.[ \\t]*#[^\\n]*${MARK}[^\\n]*`, 'm').exec(source);
  return found && { start: found.index, end: found.index + found[0].length, value: '...' };
}

/** Return what an answer cell says about a name; null when it is no answer cell for it. */
export function placeFor(source, name) {
  return findAssignment(source, name) ?? (new RegExp(`\\b${name}\\b`).test(source) ? findPlaceholder(source) : null);
}

const sourceOf = cell => cell.model.sharedModel.getSource();
const gradingOf = cell => cell.model.getMetadata('nbgrader') ?? {};
const isCode = cell => cell.model.type === 'code';
const isCheck = cell => gradingOf(cell).grade === true && gradingOf(cell).solution !== true;
const isPad = cell => isCode(cell) && PAD_CELL.test(sourceOf(cell));

/** Return the cells after one that belong to it: up to the next check, and never beyond another pad. */
function following(cells, index) {
  const rest = cells.slice(index + 1).filter(isCode);
  const pad = rest.findIndex(isPad);
  const mine = pad < 0 ? rest : rest.slice(0, pad);
  const check = mine.findIndex(isCheck);
  return check < 0 ? mine : mine.slice(0, check + 1);
}

/** Return where a pad stands: its notebook, the answer cell below it and the check below that. */
function around(tracker, node, name) {
  const panel = tracker.find(each => each.content.node.contains(node));
  const cells = panel?.content.widgets ?? [];
  const below = following(cells, cells.findIndex(cell => cell.node.contains(node)));
  const answer = below.find(cell => gradingOf(cell).solution === true && placeFor(sourceOf(cell), name));
  return panel && answer ? { panel, answer, check: below.find(isCheck) ?? null } : null;
}

/** Show a pad the cards that stand in the answer cell, unless nothing has been written there. */
function present(tracker, event) {
  const { name } = event.detail;
  const place = around(tracker, event.target, name);
  if (!place) {
    return;
  }
  event.preventDefault();
  const { value } = placeFor(sourceOf(place.answer), name);
  if (value !== '...' && !/^\[\s*\]$/.test(value)) {
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
  event.preventDefault();
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
  const pad = event.target;
  const { panel, answer, check: below } = place;
  await actions.runCells(panel.content, [answer, below], panel.sessionContext);
  const report = below.node.querySelector('.ailab-check');
  below.node.scrollIntoView({ block: 'nearest' });
  pad.dispatchEvent(new CustomEvent('ailab:checked', { detail: { text: report?.innerText ?? '' } }));
  void panel.context.save();
}

/** Put a button below each cell that holds a pad: it runs that cell, for who has never run one. */
function offer(panel, actions, word) {
  for (const cell of panel.content.widgets.filter(isPad)) {
    if (gradingOf(cell).solution !== true && !cell.node.querySelector(':scope > .ailab-open-pad')) {
      cell.node.append(opener(panel, actions, cell, word));
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
      await actions.runCells(panel.content, [cell], panel.sessionContext);
    } finally {
      button.disabled = false;
    }
  });
  return button;
}

/** Connect the pads of all notebooks. */
export function connectPads({ tracker, actions, word }) {
  document.addEventListener('ailab:pad', event => present(tracker, event));
  document.addEventListener('ailab:cards', event => write(tracker, event));
  document.addEventListener('ailab:check', event => void check(tracker, actions, event));
  const meet = panel =>
    void panel.context.ready.then(() => {
      offer(panel, actions, word);
      panel.context.model.cells.changed.connect(() => offer(panel, actions, word));
    });
  tracker.forEach(meet);
  tracker.widgetAdded.connect((_, panel) => meet(panel));
}
