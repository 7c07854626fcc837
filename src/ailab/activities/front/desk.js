// What stands around every activity: question, answer, what is said, buttons; and the talk with Python.
//
// To Python: {kind: "edit", number, value} and {kind: "read", text}; Python answers with a new `play`.
// To the notebook around it: `notebook.js`. What lies on the desk is a view:
//   draw()            once
//   take(value)       show an answer that comes from elsewhere
//   answered(play)    optional: show what Python says to the answer
//   spoken()          optional: what is read aloud after the question
//   tools             optional: buttons of its own, as HTML text
// A view calls desk.edit(value) when the answer changes, and desk.hear(text) for who hears the page.

const PATIENCE_MS = 8000;

const alike = (one, other) => JSON.stringify(one) === JSON.stringify(other);

const face = (name, label) => `${icon(name)}<span class="text">${escaped(label)}</span>`;

const toolButton = (name, label, look = '') =>
  `<button type="button" class="tool ${look}" data-do="${name}" title="${escaped(label)}" aria-label="${escaped(label)}">${icon(name)}</button>`;

const wideButton = (name, label, sign = name) => `<button type="button" class="wide ${name}" data-do="${name}">${face(sign, label)}</button>`;

let desks = 0;

/** Return an id that no other activity on the page has. */
const ownId = name => `ailab-${name}-${desks}-${Math.random().toString(36).slice(2, 8)}`;

function deskFrame({ words, prompt, name }, id, tools) {
  const answer = `${toolButton('undo', words.undo, 'mirrors')}${toolButton('redo', words.redo, 'mirrors')}`;
  return `
    <div class="sheet">
      <div class="ask"><p class="prompt" id="${id}">${rich(prompt)}</p><button type="button" class="listen wide" data-part="listen" hidden></button></div>
      <div class="body" data-part="body"></div>
      <div class="said" data-part="said" role="status" aria-live="polite"></div>
      <div class="tools" role="group" aria-label="${escaped(words.tools)}">${tools}<span class="space"></span>${name ? answer : ''}${wideButton('check', words.check)}</div>
    </div>
    <p class="unseen" data-part="heard" aria-live="polite"></p>
    <div class="aside">
      <details class="twin"><summary>${escaped(words.in_words)}</summary><pre data-part="twin"></pre></details>
      <details class="hand"><summary>${escaped(words.copy_hint)}</summary>
        <pre dir="ltr"><code data-part="source"></code></pre>
        <button type="button" class="wide" data-do="copy">${face('copy', words.copy)}</button>
      </details>
    </div>`;
}

class Desk {
  constructor(model, node, makeView) {
    const scene = model.get('scene');
    desks += 1;
    Object.assign(this, { model, node, scene, answerName: scene.name, history: new History(), number: 0, asked: null });
    this.played = model.get('play');
    this.kept = this.played.value;
    this.view = makeView(this);
    const id = ownId('question');
    node.innerHTML = deskFrame(scene, id, this.view.tools ?? '');
    node.className = `ailab-activity ${scene.kind} ${scene.name ? '' : 'nameless'}`;
    Object.assign(node, { dir: scene.direction, lang: scene.language });
    node.setAttribute('role', 'group');
    node.setAttribute('aria-labelledby', id);
    // JupyterLab would take arrows, Enter and D for its own.
    node.dataset.lmSuppressShortcuts = 'true';
    this.view.draw(this.part('body'));
    this.view.take(this.kept);
    this.hush = readsAloud(this.part('listen'), scene.language, () => [scene.prompt, this.view.spoken?.() ?? ''].join('. '), scene.words);
    node.addEventListener('click', event => this.click(event));
    node.addEventListener('keydown', event => this.press(event));
    node.addEventListener('ailab:present', event => model.send({ kind: 'read', text: event.detail.text }));
    node.addEventListener('ailab:checked', event => this.checked(event.detail.text));
    this.show();
  }

  part(name) {
    return this.node.querySelector(`[data-part="${name}"]`);
  }

  greet() {
    if (this.answerName) {
      notebookTalk.greet.call(this);
    }
  }

  /** Keep what was, and tell Python what is now. */
  edit(value) {
    if (!alike(value, this.kept)) {
      this.history.keep(this.kept);
      this.ask(value);
    }
  }

  ask(value) {
    this.kept = value;
    this.number += 1;
    this.asked ??= question();
    clearTimeout(this.patience);
    this.patience = setTimeout(() => this.say(this.scene.words.silent), PATIENCE_MS);
    this.model.send({ kind: 'edit', number: this.number, value });
    this.refresh();
  }

  back(way) {
    const value = this.history[way](this.kept);
    if (value !== this.kept) {
      this.view.take(value);
      this.ask(value);
      this.hear(this.scene.words[`${way}_done`]);
    }
  }

  /** Take what Python says to the newest answer, or an answer read from the answer cell. */
  answered() {
    const play = this.model.get('play');
    if (play.number && this.number && play.number !== this.number) {
      return;
    }
    clearTimeout(this.patience);
    this.asked?.answer();
    this.asked = null;
    this.played = play;
    if (!alike(play.value, this.kept)) {
      this.kept = play.value;
      this.view.take(play.value);
    }
    if (play.number && !play.trouble) {
      this.write();
    }
    this.show();
  }

  show() {
    this.view.answered?.(this.played);
    this.say(this.played.trouble || this.played.said);
    this.part('twin').textContent = this.played.twin;
    this.copyable();
    this.refresh();
  }

  say(text) {
    this.part('said').innerHTML = rich(text ?? '');
  }

  click(event) {
    const button = event.target.closest('[data-do]');
    if (!button || button.getAttribute('aria-disabled') === 'true') {
      return;
    }
    const own = { undo: () => this.back('undo'), redo: () => this.back('redo'), check: () => this.check(), copy: () => this.copy() };
    (own[button.dataset.do] ?? (() => this.view.do(button.dataset.do, button)))();
  }

  press(event) {
    const letter = event.key.toLowerCase();
    // A text field takes back its own typing.
    const typing = event.target.matches('textarea, input[type="text"]');
    if (!typing && (event.ctrlKey || event.metaKey) && (letter === 'z' || letter === 'y')) {
      event.preventDefault();
      event.stopPropagation();
      this.back(letter === 'y' || event.shiftKey ? 'redo' : 'undo');
    } else if (!event.ctrlKey && !event.metaKey && event.key !== 'Tab') {
      // The notebook would go on to its next cell with an arrow key.
      event.stopPropagation();
    }
  }

  /** Switch off what cannot be pressed now; a button that has the keyboard stays reachable. */
  refresh() {
    const off = { undo: !this.history.past.length, redo: !this.history.future.length, ...(this.view.off?.() ?? {}) };
    for (const button of this.node.querySelectorAll('[data-do]')) {
      button.setAttribute('aria-disabled', String(Boolean(off[button.dataset.do])));
    }
  }

  leave() {
    clearTimeout(this.patience);
    this.view.leave?.();
    this.hush();
  }
}

for (const [name, does] of Object.entries(notebookTalk)) {
  if (!(name in Desk.prototype)) {
    Desk.prototype[name] = does;
  }
}

/** Return what a widget's script exports: this view, on a desk. */
const onDesk = View => ({ render: rendering((model, node) => new Desk(model, node, desk => new View(desk))) });
