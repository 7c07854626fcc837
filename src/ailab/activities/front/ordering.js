// Lines to be put in order: a pool of lines, and the program that is made of them.

const ARROWS = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -1, ArrowRight: 1 };

class Ordering {
  constructor(desk) {
    const { scene } = desk;
    Object.assign(this, { desk, scene, words: scene.labels, lists: [], chosen: null, lifted: null });
    this.names = new Map(scene.pieces.map(each => [each.name, each.label]));
    // Code reads from the left in every language.
    this.mirrored = scene.direction === 'rtl' && !scene.code;
    const inward = scene.indent ? toolButton('further_out', this.words.further_out, this.mirrored ? 'mirrors' : '') + toolButton('further_in', this.words.further_in, this.mirrored ? 'mirrors' : '') : '';
    this.tools = `${toolButton('up', this.words.up)}${toolButton('down', this.words.down)}${inward}${toolButton('take_out', this.words.take_out)}`;
  }

  draw(node) {
    const { words } = this;
    const keys = ownId('keys');
    const side = this.scene.code ? 'dir="ltr"' : '';
    const part = ({ label }, number) => `
      <section><p class="title">${label ? rich(label) : escaped(words.order)}</p>
        <ol class="pieces target" ${side} data-list="${number}" aria-label="${escaped(plain(label) || words.order)}" aria-describedby="${keys}"></ol></section>`;
    node.innerHTML = `
      <div class="lists">
        <section class="pool"><p class="title">${escaped(words.pool)}</p><ul class="pieces" ${side} data-list="-1" role="list" aria-label="${escaped(words.pool)}" aria-describedby="${keys}"></ul></section>
        <div class="targets">${this.scene.lists.map(part).join('')}</div>
      </div>
      <p class="unseen" id="${keys}">${escaped(words.keys)}</p>`;
    this.node = node;
    node.addEventListener('click', event => this.click(event));
    node.addEventListener('keydown', event => this.press(event));
    this.drag = dragging(node, { may: () => !this.lifted, dropped: drop => this.dropped(drop), rightToLeft: this.mirrored });
  }

  take(lists) {
    Object.assign(this, { lists, lifted: null });
    this.chosen = this.chosen && placeOfPiece(lists, this.chosen) ? this.chosen : null;
    this.redraw();
  }

  spoken() {
    return [...this.names.values()].join('. ');
  }

  pool() {
    return [...this.names.keys()].filter(name => !placeOfPiece(this.lists, name));
  }

  /** Draw the pieces; `focused` has the keyboard afterwards. */
  redraw(focused = null) {
    const piece = (name, depth, number) => {
      const label = this.names.get(name);
      const seen = this.scene.code ? `<code>${escaped(label)}</code>` : rich(label);
      const level = depth ? `, ${filled(this.words.level, { count: depth })}` : '';
      const told = number === null ? '' : `aria-label="${escaped(`${number}. ${plain(label)}${level}`)}"`;
      const look = `${name === this.chosen ? 'chosen' : ''} ${name === this.lifted?.name ? 'lifted' : ''}`;
      return `<li style="--depth:${depth}"><button type="button" class="piece ${look}" data-name="${escaped(name)}" aria-pressed="${name === this.chosen}" tabindex="-1" ${told}>${seen}</button></li>`;
    };
    const empty = `<li class="empty">${escaped(this.words.empty)}</li>`;
    for (const list of this.node.querySelectorAll('[data-list]')) {
      const number = Number(list.dataset.list);
      const pairs = number < 0 ? this.pool().map(name => [name, 0]) : this.lists[number];
      list.innerHTML = pairs.map(([name, depth], index) => piece(name, depth, number < 0 ? null : index + 1)).join('') || empty;
      const first = [...list.querySelectorAll('.piece')].find(each => each.dataset.name === (focused ?? this.chosen)) ?? list.querySelector('.piece');
      first?.setAttribute('tabindex', '0');
    }
    if (focused !== null) {
      this.piece(focused)?.focus();
    }
    this.desk.refresh?.();
  }

  piece(name) {
    return [...this.node.querySelectorAll('.piece')].find(each => each.dataset.name === name);
  }

  off() {
    const none = !this.chosen || !placeOfPiece(this.lists, this.chosen);
    return { up: none, down: none, further_in: none, further_out: none, take_out: none };
  }

  hear(text, name) {
    const place = placeOfPiece(this.lists, name);
    const list = place ? plain(this.scene.lists[place.list].label) || this.words.order : '';
    this.desk.hear(filled(text, { piece: plain(this.names.get(name)), number: place ? place.index + 1 : '', list }));
  }

  changed(lists, name, text = this.words.placed) {
    this.lists = lists;
    this.redraw(name);
    this.desk.edit(lists);
    this.hear(text, name);
  }

  // Buttons and presses

  do(what) {
    const { chosen } = this;
    if (what === 'take_out') {
      this.takeOut(chosen);
      return;
    }
    const done = {
      up: () => shifted(this.lists, chosen, -1),
      down: () => shifted(this.lists, chosen, 1),
      further_in: () => indented(this.lists, chosen, 1),
      further_out: () => indented(this.lists, chosen, -1)
    };
    const button = document.activeElement;
    this.changed(done[what](), chosen);
    button.focus();
  }

  click(event) {
    const piece = event.target.closest('.piece');
    // Keys are told by `press`; a click without a pointer is a screen reader's.
    if (piece && !this.drag.busy() && !this.lifted) {
      this.choose(piece.dataset.name);
    }
  }

  choose(name) {
    if (placeOfPiece(this.lists, name)) {
      this.chosen = name;
      this.redraw(name);
      return;
    }
    this.add(name);
  }

  /** Lay a line to the end of the part that was used last. */
  add(name) {
    const pool = this.pool();
    const next = pool[pool.indexOf(name) + 1] ?? pool[pool.indexOf(name) - 1] ?? name;
    const list = this.chosen ? (placeOfPiece(this.lists, this.chosen)?.list ?? 0) : 0;
    this.put(name, list);
    this.redraw(next);
    this.hear(this.words.placed, name);
  }

  put(name, list, index = Infinity, depth = this.depthAt(list, index)) {
    this.chosen = name;
    this.changed(laid(this.lists, name, list, index, depth), name);
  }

  /** A new line stands as far in as the one above it. */
  depthAt(list, index) {
    const above = this.lists[list].slice(0, index).at(-1);
    return this.scene.indent && above ? above[1] : 0;
  }

  takeOut(name) {
    this.chosen = null;
    this.changed(without(this.lists, name), name, this.words.taken_out);
  }

  dropped({ name, list, index, right }) {
    if (list === null) {
      return;
    }
    if (list < 0) {
      this.takeOut(name);
    } else {
      this.put(name, list, index, this.scene.indent ? Math.min(DEEPEST, Math.max(0, right)) : 0);
    }
  }

  press(event) {
    const piece = event.target.closest('.piece');
    if (!piece || event.ctrlKey || event.metaKey) {
      return;
    }
    const { name } = piece.dataset;
    const done = this.lifted ? this.pressLifted(event.key, name) : this.pressLying(event, piece, name);
    if (done) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  pressLying(event, piece, name) {
    const placed = placeOfPiece(this.lists, name);
    const { key } = event;
    if (key === ' ' || key === 'Enter') {
      if (placed) {
        this.lift(name);
      } else {
        this.add(name);
      }
    } else if ((key === 'Delete' || key === 'Backspace') && placed) {
      this.takeOut(name);
    } else if (/^[1-9]$/.test(key) && Number(key) <= this.lists.length) {
      this.put(name, Number(key) - 1);
    } else if (key in ARROWS) {
      this.go(piece, key);
    } else {
      return false;
    }
    return true;
  }

  /** Up and down go through the pieces on one side; left and right to the other side. */
  go(piece, key) {
    const side = piece.closest('.pool, .targets');
    if (key === 'ArrowLeft' || key === 'ArrowRight') {
      const other = this.node.querySelector(side.matches('.pool') ? '.targets .piece[tabindex="0"]' : '.pool .piece[tabindex="0"]');
      other?.focus();
      return;
    }
    const all = [...side.querySelectorAll('.piece')];
    const next = all[all.indexOf(piece) + ARROWS[key]];
    if (next) {
      piece.setAttribute('tabindex', '-1');
      next.setAttribute('tabindex', '0');
      next.focus();
    }
  }

  // A piece that is lifted by keyboard

  lift(name) {
    this.chosen = name;
    this.lifted = { name, lists: this.lists };
    this.redraw(name);
    this.hear(this.words.lifted, name);
  }

  pressLifted(key, name) {
    if (key === ' ' || key === 'Enter') {
      this.lifted = null;
      this.changed(this.lists, name, this.words.dropped);
    } else if (key === 'Escape') {
      this.lists = this.lifted.lists;
      this.lifted = null;
      this.redraw(name);
      this.desk.hear(this.words.put_back);
    } else if (key === 'ArrowUp' || key === 'ArrowDown') {
      this.move(shifted(this.lists, name, ARROWS[key]), name);
    } else if ((key === 'ArrowLeft' || key === 'ArrowRight') && this.scene.indent) {
      this.move(indented(this.lists, name, ARROWS[key] * (this.mirrored ? -1 : 1)), name);
    } else {
      return key !== 'Tab';
    }
    return true;
  }

  move(lists, name) {
    this.lists = lists;
    this.redraw(name);
    this.hear(this.words.placed, name);
  }
}

export default onDesk(Ordering);
