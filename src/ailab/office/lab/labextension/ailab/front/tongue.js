// A paragraph's other language: a small button beside each paragraph of ours shows it in another language, right below.
//
// Nothing of the notebook changes: what is shown lives on the page alone. Both languages are drawn by JupyterLab's own
// renderer, which sanitizes them, and their paragraphs are matched one by one; of a cell that somebody has edited, the
// whole text is shown instead.

import { ask } from './asking.js';

const SIGNS = { ar: 'ع', fr: 'Fr', en: 'En' };
const OTHERS = { ar: ['fr'], fr: ['ar'], en: ['ar', 'fr'] };
const BLOCKS = 'h1, h2, h3, h4, h5, h6, p, li, summary, table';
const OURS = '.ailab-tongues, .ailab-other';
const WORD = /\p{L}/u;
const MARKDOWN = 'text/markdown';

const direction = language => (language === 'ar' ? 'rtl' : 'ltr');
const isProse = cell => cell.model.type === 'markdown' && cell.model.getMetadata('ailab')?.role === 'prose';

/** Return a block's own content: without blocks inside it, pictures, links to itself, and what stands there for us. */
function contentOf(block) {
  const copy = block.cloneNode(true);
  copy.querySelectorAll(`${OURS}, ul, ol, img, .jp-InternalAnchorLink`).forEach(each => each.remove());
  return copy;
}

function hasWords(block) {
  const copy = contentOf(block);
  copy.querySelectorAll('code, pre').forEach(each => each.remove());
  return WORD.test(copy.textContent);
}

/** Return what is read as one piece, in order: paragraphs, headings, list items, tables; never one inside another. */
function blocksOf(node) {
  const whole = block => !block.parentElement.closest(`table, ${OURS}`) && ![...block.children].some(child => block.matches('li') && child.matches('p'));
  return [...node.querySelectorAll(BLOCKS)].filter(whole);
}

const shapeOf = blocks => blocks.map(each => each.tagName).join(' ');

const texts = new WeakMap();

/** Return the prose of a notebook in its own and another language, by cell id, asked for once; null when there is none. */
function textsOf(panel, language, address) {
  const known = texts.get(panel) ?? new Map();
  texts.set(panel, known);
  if (!known.has(language)) {
    const query = new URLSearchParams({ path: panel.context.path, language });
    const asked = ask(`${address}ailab/other?${query}`).then(answer => (answer.ok ? answer.json() : null));
    known.set(language, asked.then(found => found?.cells ?? null).catch(() => null));
    // What could not be had now may be there next time.
    void known.get(language).then(found => found || known.delete(language));
  }
  return known.get(language);
}

async function drawn(panel, text) {
  const { rendermime } = panel.content;
  const renderer = rendermime.createRenderer(MARKDOWN);
  await renderer.renderModel(rendermime.createModel({ data: { [MARKDOWN]: text } }));
  return renderer;
}

/** Return the block of another language as what is shown: its words, or the table as it is. */
function shown(block) {
  const copy = contentOf(block);
  if (block.matches('table')) {
    return [copy];
  }
  const paragraph = document.createElement('p');
  paragraph.append(...copy.childNodes);
  return [paragraph];
}

/** Return what to show for a block, as nodes; the whole cell when its blocks can't be matched. */
async function translated({ panel, cell, node, block, language, address, words }) {
  const pair = (await textsOf(panel, language, address))?.[cell.model.id];
  if (!pair) {
    const paragraph = document.createElement('p');
    paragraph.textContent = words.tongue_none;
    return { nodes: [paragraph], whole: false, language: null };
  }
  const renderer = await drawn(panel, pair.other);
  const [mine, others] = [blocksOf(node), blocksOf(renderer.node)];
  const same = cell.model.sharedModel.getSource().trim() === pair.mine.trim() && shapeOf(mine) === shapeOf(others);
  const nodes = same ? shown(others[mine.indexOf(block)]) : [...renderer.node.childNodes];
  renderer.dispose();
  return { nodes, whole: !same, language };
}

let shownBefore = 0;

function boxOf({ nodes, language }) {
  shownBefore += 1;
  const box = document.createElement('div');
  box.className = 'ailab-other';
  box.id = `ailab-other-${shownBefore}`;
  if (language) {
    Object.assign(box, { lang: language, dir: direction(language) });
  } else {
    box.dir = 'auto';
  }
  // Names of headings stay unique on the page, and its links lead to the text that is read.
  nodes.forEach(each => each.querySelectorAll?.('[id]').forEach(named => named.removeAttribute('id')));
  box.append(...nodes);
  return box;
}

function putBelow(box, { block, node }, whole) {
  if (whole) {
    node.append(box);
  } else if (block.matches('li, summary')) {
    const inner = block.querySelector(':scope > ul, :scope > ol');
    block.insertBefore(box, inner);
  } else if (block.matches('table')) {
    block.parentElement.after(box);
  } else {
    block.after(box);
  }
}

/** Show a block's other language below it, or hide it again. */
async function toggle(button, place) {
  const open = document.getElementById(button.getAttribute('aria-controls') ?? '');
  if (open) {
    open.remove();
    close(button);
    return;
  }
  button.disabled = true;
  try {
    const found = await translated(place);
    const box = boxOf(found);
    putBelow(box, place, found.whole);
    button.setAttribute('aria-controls', box.id);
    button.setAttribute('aria-expanded', 'true');
  } finally {
    button.disabled = false;
    button.focus({ preventScroll: true });
  }
}

function close(button) {
  button.removeAttribute('aria-controls');
  button.setAttribute('aria-expanded', 'false');
}

function buttonFor(place) {
  const { language, words } = place;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'ailab-tongue';
  button.textContent = SIGNS[language];
  button.lang = language;
  button.title = words[`tongue_${language}`];
  button.setAttribute('aria-label', words[`tongue_${language}`]);
  button.setAttribute('aria-expanded', 'false');
  // Enter presses the button; JupyterLab would begin to edit the cell.
  button.dataset.lmSuppressShortcuts = 'true';
  button.addEventListener('click', event => {
    event.preventDefault();
    event.stopPropagation();
    void toggle(button, place);
  });
  button.addEventListener('dblclick', event => event.stopPropagation());
  return button;
}

/** A table can hold no button, and a question that opens is a button itself: each stands beside its own in a frame. */
function holderOf(block) {
  if (!block.matches('table, details > summary')) {
    return block;
  }
  const framed = block.matches('table') ? block : block.parentElement;
  const frame = document.createElement('div');
  frame.className = `ailab-tongue-frame ${framed.tagName.toLowerCase()}`;
  framed.replaceWith(frame);
  frame.append(framed);
  return frame;
}

/** Put buttons beside the paragraphs of a cell as it is drawn now. */
function decorate(panel, cell, languages, { address, words }) {
  const node = cell.node.querySelector('.jp-RenderedMarkdown');
  if (!node || !isProse(cell) || node.querySelector('.ailab-tongues')) {
    return;
  }
  node.style.setProperty('--ailab-tongues', languages.length);
  for (const block of blocksOf(node).filter(hasWords)) {
    const group = document.createElement('span');
    group.className = 'ailab-tongues';
    group.append(...languages.map(language => buttonFor({ panel, cell, node, block, language, address, words })));
    holderOf(block).append(group);
  }
}

function meet(panel, lab) {
  let asked = 0;
  const look = () => {
    asked = 0;
    const languages = OTHERS[panel.context.model.getMetadata('ailab')?.language] ?? [];
    if (languages.length) {
      panel.content.widgets.forEach(cell => decorate(panel, cell, languages, lab));
    }
  };
  const watcher = new MutationObserver(() => {
    asked ||= requestAnimationFrame(look);
  });
  watcher.observe(panel.content.node, { childList: true, subtree: true });
  panel.disposed.connect(() => watcher.disconnect());
  void panel.context.ready.then(look);
}

/** Watch the texts of all notebooks. */
export function connect(lab) {
  lab.tracker.forEach(panel => meet(panel, lab));
  lab.tracker.widgetAdded.connect((_, panel) => meet(panel, lab));
}
