// Cards to be laid into boxes. Choose a card, then its box; or drag it; or press the number of the box.

const STEPS = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -1, ArrowRight: 1 };

class Sorting {
  constructor(desk) {
    const { scene } = desk;
    Object.assign(this, { desk, scene, words: scene.labels, lists: [], chosen: null });
    this.names = new Map(scene.pieces.map(each => [each.name, each.label]));
    this.tools = toolButton('take_out', this.words.take_out);
  }

  draw(node) {
    const { words } = this;
    const keys = ownId('keys');
    const box = ({ label }, number) => `
      <section class="box"><button type="button" class="put" data-do="put" data-box="${number}"><span class="number">${number + 1}</span><span class="text">${rich(label)}</span></button>
        <ul class="pieces" role="list" data-list="${number}" aria-label="${escaped(plain(label))}" aria-describedby="${keys}"></ul></section>`;
    node.innerHTML = `
      <section class="pool"><ul class="pieces" role="list" data-list="-1" aria-label="${escaped(words.pool)}" aria-describedby="${keys}"></ul></section>
      <div class="boxes">${this.scene.lists.map(box).join('')}</div>
      <p class="unseen" id="${keys}">${escaped(words.keys_boxes)}</p>`;
    this.node = node;
    node.addEventListener('click', event => this.click(event));
    node.addEventListener('keydown', event => this.press(event));
    this.drag = dragging(node, { may: () => true, dropped: drop => this.dropped(drop), rightToLeft: false });
  }

  take(lists) {
    Object.assign(this, { lists, chosen: null });
    this.redraw();
  }

  spoken() {
    return [...this.names.values()].join('. ');
  }

  pool() {
    return [...this.names.keys()].filter(name => !placeOfPiece(this.lists, name));
  }

  redraw(focused = null) {
    const card = name =>
      `<li><button type="button" class="piece ${name === this.chosen ? 'chosen' : ''}" data-name="${escaped(name)}" aria-pressed="${name === this.chosen}" tabindex="-1">${rich(this.names.get(name))}</button></li>`;
    for (const list of this.node.querySelectorAll('[data-list]')) {
      const number = Number(list.dataset.list);
      const names = number < 0 ? this.pool() : this.lists[number].map(pair => pair[0]);
      list.innerHTML = names.map(card).join('') || `<li class="empty">${number < 0 ? '✓' : escaped(this.words.empty)}</li>`;
      const first = [...list.querySelectorAll('.piece')].find(each => each.dataset.name === (focused ?? this.chosen)) ?? list.querySelector('.piece');
      first?.setAttribute('tabindex', '0');
    }
    if (focused !== null) {
      [...this.node.querySelectorAll('.piece')].find(each => each.dataset.name === focused)?.focus();
    }
    this.desk.refresh?.();
  }

  off() {
    return { take_out: !this.chosen || !placeOfPiece(this.lists, this.chosen) };
  }

  do(what, button) {
    if (what === 'take_out') {
      this.lay(this.chosen, -1);
    } else if (this.chosen === null) {
      this.desk.say(this.words.choose_first);
    } else {
      this.lay(this.chosen, Number(button.dataset.box));
    }
  }

  /** Lay a card into a box, -1: back; the keyboard goes on to the next card that lies outside. */
  lay(name, box) {
    const pool = this.pool();
    const next = pool[pool.indexOf(name) + 1] ?? pool.find(each => each !== name) ?? name;
    this.lists = box < 0 ? without(this.lists, name) : laid(this.lists, name, box);
    const focused = pool.includes(name) ? next : name;
    this.chosen = null;
    this.redraw(focused);
    this.desk.edit(this.lists);
    const list = box < 0 ? '' : plain(this.scene.lists[box].label);
    this.desk.hear(filled(box < 0 ? this.words.taken_out : this.words.laid, { piece: plain(this.names.get(name)), list }));
  }

  click(event) {
    const piece = event.target.closest('.piece');
    if (piece && !this.drag.busy()) {
      this.choose(piece.dataset.name);
    }
  }

  choose(name) {
    this.chosen = this.chosen === name ? null : name;
    this.redraw(name);
  }

  dropped({ name, list }) {
    if (list !== null) {
      this.lay(name, list);
    }
  }

  press(event) {
    const piece = event.target.closest('.piece');
    if (!piece || event.ctrlKey || event.metaKey) {
      return;
    }
    const { name } = piece.dataset;
    const { key } = event;
    const number = Number(key);
    if (number >= 1 && number <= this.lists.length) {
      this.lay(name, number - 1);
    } else if ((key === 'Delete' || key === 'Backspace') && placeOfPiece(this.lists, name)) {
      this.lay(name, -1);
    } else if (key === ' ' || key === 'Enter') {
      this.choose(name);
    } else if (key in STEPS) {
      this.go(piece, STEPS[key] * (this.scene.direction === 'rtl' && (key === 'ArrowLeft' || key === 'ArrowRight') ? -1 : 1));
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  go(piece, step) {
    const all = [...this.node.querySelectorAll('.piece')];
    const next = all[all.indexOf(piece) + step];
    if (next) {
      piece.setAttribute('tabindex', '-1');
      next.setAttribute('tabindex', '0');
      next.focus();
    }
  }
}

export default onDesk(Sorting);
