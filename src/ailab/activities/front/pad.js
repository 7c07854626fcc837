// The button pad: puts map, buttons and strip together, and talks to Python and to the notebook around it.
//
// To Python: {kind: "edit", number, cards} and {kind: "read", text}; Python answers with a new `play`.
// To the notebook around it: `notebook.js`.

const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

const PATIENCE_MS = 8000;

class Pad {
  constructor(model, node) {
    const scene = model.get('scene');
    Object.assign(this, { model, node, scene, answerName: 'cards', history: new History(), number: 0, asked: null });
    node.innerHTML = frame(scene);
    node.className = scene.wide ? 'ailab-pad wide-map' : 'ailab-pad';
    Object.assign(node, { dir: scene.direction, lang: scene.language });
    node.setAttribute('role', 'group');
    node.setAttribute('aria-label', scene.title);
    // JupyterLab would take arrows, Enter and D for its own.
    node.dataset.lmSuppressShortcuts = 'true';
    this.stage = new Stage(this.part('stage'), scene);
    this.strip = new Strip(this.part('strip'), scene, {
      edited: (cards, before) => this.edited(cards, before),
      heard: text => this.hear(text)
    });
    this.kept = model.get('cards');
    this.played = model.get('play');
    this.strip.heads = this.played.heads;
    this.strip.take(this.kept);
    this.stage.take(this.played);
    this.reset();
    this.copyable();
    node.addEventListener('click', event => this.click(event));
    node.addEventListener('keydown', event => this.press(event));
    node.addEventListener('ailab:present', event => model.send({ kind: 'read', text: event.detail.text }));
    node.addEventListener('ailab:checked', event => this.checked(event.detail.text));
    this.refresh();
  }

  part(name) {
    return this.node.querySelector(`[data-part="${name}"]`);
  }

  // Editing

  /** Keep what was, and ask Python what the new cards do. */
  edited(cards, before = this.kept) {
    this.history.keep(before);
    this.ask(cards);
  }

  ask(cards) {
    this.kept = cards;
    this.number += 1;
    this.asked ??= question();
    clearTimeout(this.patience);
    this.patience = setTimeout(() => this.say(this.scene.words.silent), PATIENCE_MS);
    this.model.send({ kind: 'edit', number: this.number, cards });
    this.refresh();
  }

  back(way) {
    const cards = this.history[way](this.kept);
    if (cards !== this.kept) {
      this.strip.take(cards);
      this.ask(cards);
      this.hear(this.scene.words[`${way}_done`]);
    }
  }

  /** Take what Python says: the run of the newest cards, or cards read from the answer cell. */
  answered() {
    const play = this.model.get('play');
    if (play.number && this.number && play.number !== this.number) {
      return;
    }
    clearTimeout(this.patience);
    this.asked?.answer();
    this.asked = null;
    const differs = this.stage.take(play);
    this.played = play;
    this.strip.heads = play.heads;
    if (!same(this.model.get('cards'), this.kept)) {
      this.kept = this.model.get('cards');
      this.strip.take(this.kept);
    } else {
      this.strip.draw();
    }
    this.copyable();
    if (play.number && !play.trouble) {
      this.write();
      this.preview(differs);
    } else {
      this.reset();
    }
    this.refresh();
  }

  /** Let the robot do at once what has changed. */
  preview(differs) {
    const from = Math.min(differs, this.stage.last);
    this.stage.show(this.stage.last - from > this.scene.preview ? this.stage.last : from);
    this.say('');
    this.play(this.stage.last, this.played.solved ? 'end' : 'live');
  }

  // Running

  /** Glide to a pose, telling what happens on the way. */
  async play(to, way) {
    this.node.classList.remove('solved');
    this.running(true);
    const arrived = await this.stage.glide(to, pose => this.passed(pose), calm());
    if (!arrived) {
      return;
    }
    this.running(false);
    if (way === 'end' || (way === 'step' && this.stage.pose === this.stage.last)) {
      this.finish();
    } else if (way === 'live') {
      this.strip.light(-1);
      this.passed(this.stage.pose, false);
    }
  }

  passed(pose, lights = true) {
    const told = this.played.said.filter(said => said.at === pose);
    if (told.length) {
      this.say(told.map(said => said.text).join(' '), told.some(said => said.kind === 'bump') ? 'bump' : 'note');
    }
    if (lights) {
      this.strip.light(this.played.card[pose]);
    }
    this.aim();
  }

  finish() {
    this.strip.light(-1);
    this.say(this.played.result, this.played.solved ? 'solved' : 'note');
    this.node.classList.toggle('solved', this.played.solved);
  }

  run() {
    if (this.isRunning) {
      this.stage.stop();
      this.running(false);
      return;
    }
    this.stage.show(0);
    this.say('');
    this.play(this.stage.last, 'end');
  }

  step() {
    this.stage.stop();
    if (this.stage.pose >= this.stage.last) {
      this.stage.show(0);
      this.say('');
    }
    this.play(Math.min(this.stage.pose + 1, this.stage.last), 'step');
  }

  reset() {
    this.stage.stop();
    this.running(false);
    this.stage.show(0);
    this.strip.light(-1);
    this.say(this.played.trouble || (this.kept.length ? '' : this.scene.words.hello));
    this.node.classList.remove('solved');
    this.aim();
  }

  running(whether) {
    const { words } = this.scene;
    this.isRunning = whether;
    const button = this.part('run');
    button.innerHTML = face(whether ? 'stop' : 'run', whether ? words.stop : words.run);
  }

  /** Turn the arrow of "forward" to where the robot looks now. */
  aim() {
    const arrow = this.node.querySelector('.palette .icon-forward');
    arrow?.style.setProperty('--turn', `${this.played.heading[this.stage.pose]}deg`);
  }

  say(text, kind = 'note') {
    const said = this.part('said');
    said.dataset.kind = text ? kind : 'none';
    said.querySelector('.sign').innerHTML = kind === 'solved' && text ? icon('star').repeat(3) : '';
    said.querySelector('.words').textContent = text;
  }

  // Buttons

  click(event) {
    const button = event.target.closest('[data-do]');
    if (!button || button.getAttribute('aria-disabled') === 'true') {
      return;
    }
    const done = {
      add: () => this.strip.add(this.scene.palette[Number(button.dataset.card)].card),
      run: () => this.run(),
      step: () => this.step(),
      reset: () => this.reset(),
      undo: () => this.back('undo'),
      redo: () => this.back('redo'),
      remove: () => this.strip.removeChosen(),
      check: () => this.check(),
      copy: () => this.copy()
    };
    done[button.dataset.do]();
  }

  press(event) {
    const letter = event.key.toLowerCase();
    if ((event.ctrlKey || event.metaKey) && (letter === 'z' || letter === 'y')) {
      event.preventDefault();
      event.stopPropagation();
      this.back(letter === 'y' || event.shiftKey ? 'redo' : 'undo');
    }
  }

  /** Switch off what cannot be pressed now; a button that has the keyboard stays reachable. */
  refresh() {
    const { past, future } = this.history;
    const count = places(this.kept).length;
    const off = { undo: !past.length, redo: !future.length, remove: !count, add: this.scene.limit && count >= this.scene.limit };
    for (const button of this.node.querySelectorAll('[data-do]')) {
      button.setAttribute('aria-disabled', String(Boolean(off[button.dataset.do])));
    }
    this.part('twin').textContent = this.played.twin;
  }

  leave() {
    clearTimeout(this.patience);
    this.stage.stop();
  }
}

Object.assign(Pad.prototype, notebookTalk);

export default { render: rendering((model, node) => new Pad(model, node)) };
