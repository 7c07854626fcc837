// The strip of cards: draws them, and turns keys, pointers and presses into new cards.
//
// It owns which card is chosen, where the next one goes and what is lifted; `edited` and `heard` are told the rest.

const ARROWS = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -1, ArrowRight: 1 };
const DRAG_FROM_PX = 7;

const key = place => place.join(' ');
const placeOf = text => (text ? text.split(' ').map(Number) : []);
const next = place => [...place.slice(0, -1), place[place.length - 1] + 1];

export class Strip {
  constructor(node, scene, { edited, heard }) {
    Object.assign(this, { node, scene, edited, heard, cards: [], heads: {}, gap: [0], chosen: null, lifted: null });
    this.rightToLeft = scene.direction === 'rtl';
    node.addEventListener('click', event => this.click(event));
    node.addEventListener('keydown', event => this.press(event));
    node.addEventListener('pointerdown', event => this.point(event));
  }

  /** Take cards from elsewhere. */
  take(cards) {
    this.cards = cards;
    this.gap = [cards.length];
    this.chosen = null;
    this.lifted = null;
    this.draw();
  }

  /** Say what a card is, in the reader's words. */
  name(card) {
    const { words } = this.scene;
    const plain = words[word(card)] ?? word(card);
    if (word(card) === 'repeat') {
      return filled(words.repeat_times, { count: card[1] });
    }
    if (word(card) === 'paint') {
      return words[`paint ${card[1]}`] ?? plain;
    }
    return Array.isArray(card) ? [plain, ...card.slice(1).filter(part => !Array.isArray(part))].join(' ') : plain;
  }

  add(card) {
    const place = this.gap;
    this.lifted = null;
    this.cards = insert(this.cards, place, card);
    const inner = branches(card);
    this.chosen = inner.length ? null : place;
    this.gap = inner.length ? [...place, inner[0], 0] : next(place);
    this.edited(this.cards);
    this.heard(filled(this.scene.words.added, { card: this.name(card), number: this.number(place) }));
    this.draw();
    this.reveal(this.node.querySelector('.caret, .now'));
  }

  removeChosen() {
    const place = this.chosen ?? this.before();
    if (!place) {
      return;
    }
    this.lifted = null;
    const [list, index] = split(place);
    const gone = this.name(at(this.cards, place));
    this.cards = remove(this.cards, place);
    this.gap = place;
    this.chosen = index > 0 ? [...list, index - 1] : null;
    this.edited(this.cards);
    this.heard(filled(this.scene.words.removed, { card: gone }));
    this.draw(true);
  }

  /** Return the card right before the gap: what "remove" takes when none is chosen. */
  before() {
    const [list, index] = split(this.gap);
    if (index > 0) {
      return [...list, index - 1];
    }
    return list.length ? list.slice(0, -1) : null;
  }

  /** Return the number of a card as it is read, 1 the first. */
  number(place) {
    return places(this.cards).findIndex(each => same(each, place)) + 1;
  }

  change(place, step) {
    const card = at(this.cards, place);
    if (word(card) !== 'repeat') {
      return;
    }
    const count = Math.max(this.scene.fewest, Math.min(this.scene.most, card[1] + step));
    this.cards = replace(this.cards, place, [card[0], count, ...card.slice(2)]);
    this.edited(this.cards);
    this.heard(this.name(at(this.cards, place)));
    this.draw(true);
  }

  // What is pressed

  click(event) {
    const button = event.target.closest('button');
    if (!button || this.dragged) {
      this.dragged = false;
      return;
    }
    if (button.dataset.step) {
      this.change(placeOf(button.closest('[data-card]').dataset.card), Number(button.dataset.step));
    } else if (event.detail > 0) {
      this.choose(button);
    }
  }

  choose(button) {
    const card = button.closest('[data-card]');
    this.chosen = button.matches('.slot') ? null : placeOf(card.dataset.card);
    this.gap = button.matches('.slot') ? placeOf(button.dataset.gap) : next(this.chosen);
    this.draw(true);
  }

  press(event) {
    const button = event.target.closest('.head, .slot');
    if (!button) {
      return;
    }
    const turned = this.rightToLeft && (event.key === 'ArrowLeft' || event.key === 'ArrowRight');
    const step = ARROWS[event.key] && ARROWS[event.key] * (turned ? -1 : 1);
    const done = step ? this.go(button, step) : this.pressOther(event, button);
    if (done) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  pressOther(event, button) {
    const place = button.matches('.head') ? placeOf(button.closest('[data-card]').dataset.card) : null;
    if (event.key === ' ' || event.key === 'Enter') {
      return place ? this.lift(place) : this.choose(button) ?? true;
    }
    if (event.key === 'Escape' && this.lifted) {
      return this.putBack();
    }
    if ((event.key === 'Delete' || event.key === 'Backspace') && !this.lifted) {
      this.chosen = place;
      this.removeChosen();
      return true;
    }
    if (place && !this.lifted && (event.key === '+' || event.key === '-')) {
      this.change(place, event.key === '+' ? 1 : -1);
      return true;
    }
    return false;
  }

  // A card that is lifted by keyboard

  go(button, step) {
    if (this.lifted) {
      const to = neighbor(this.cards, this.chosen, step);
      this.cards = move(this.cards, this.chosen, to);
      this.chosen = to;
      this.gap = next(to);
      this.draw(true);
      this.heard(filled(this.scene.words.moved, { number: this.number(to) }));
      return true;
    }
    const all = [...this.node.querySelectorAll('.head, .slot')];
    const other = all[all.indexOf(button) + step];
    if (other) {
      this.choose(other);
    }
    return true;
  }

  lift(place) {
    const { words } = this.scene;
    const name = this.name(at(this.cards, place));
    if (this.lifted) {
      const before = this.lifted.cards;
      this.lifted = null;
      if (!same(before, this.cards)) {
        this.edited(this.cards, before);
      }
      this.heard(filled(words.dropped, { card: name, number: this.number(place) }));
    } else {
      this.lifted = { cards: this.cards, place };
      this.chosen = place;
      this.heard(filled(words.lifted, { card: name }));
    }
    this.draw(true);
    return true;
  }

  putBack() {
    this.cards = this.lifted.cards;
    this.chosen = this.lifted.place;
    this.gap = next(this.chosen);
    this.lifted = null;
    this.heard(this.scene.words.put_back);
    this.draw(true);
    return true;
  }

  // A card that is dragged by mouse, pen or finger

  point(event) {
    const head = event.target.closest('.head');
    if (!head || event.button !== 0 || this.lifted) {
      return;
    }
    this.dragged = false;
    const drag = { from: placeOf(head.closest('[data-card]').dataset.card), x: event.clientX, y: event.clientY, card: head.closest('[data-card]') };
    const moved = happened => this.drag(drag, happened);
    const ended = happened => {
      window.removeEventListener('pointermove', moved);
      window.removeEventListener('pointerup', ended);
      window.removeEventListener('pointercancel', ended);
      this.drop(drag, happened.type === 'pointerup');
    };
    window.addEventListener('pointermove', moved);
    window.addEventListener('pointerup', ended);
    window.addEventListener('pointercancel', ended);
  }

  drag(drag, event) {
    const [right, down] = [event.clientX - drag.x, event.clientY - drag.y];
    if (!drag.targets && Math.hypot(right, down) < DRAG_FROM_PX) {
      return;
    }
    event.preventDefault();
    // Measured once: nothing else moves while a card is held.
    drag.targets ??= this.targets(drag);
    drag.card.classList.add('dragged');
    drag.card.style.translate = `${right}px ${down}px`;
    this.mark(drag, event.clientX, event.clientY);
  }

  /** Show the gap nearest to a point, of those where the card may go. */
  mark(drag, x, y) {
    this.node.querySelectorAll('.drop').forEach(each => each.classList.remove('drop', 'after'));
    const found = drag.targets
      .map(each => ({ ...each, far: Math.hypot(each.x - x, 2 * Math.max(0, each.top - y, y - each.bottom)) }))
      .sort((one, other) => one.far - other.far)[0];
    drag.to = found?.gap ?? null;
    found?.node.classList.add('drop', ...(found.after ? ['after'] : []));
  }

  targets({ from }) {
    const all = [];
    const add = (node, gap, x, after) => {
      const box = node.getBoundingClientRect();
      const open = gapWithout(from, gap);
      if (open) {
        all.push({ node, after, gap: open, x: x(box), top: box.top, bottom: box.bottom });
      }
    };
    const [start, end] = this.rightToLeft ? ['right', 'left'] : ['left', 'right'];
    for (const node of this.node.querySelectorAll('[data-card]')) {
      const place = placeOf(node.dataset.card);
      add(node, place, box => box[start], false);
      add(node, next(place), box => box[end], true);
    }
    for (const node of this.node.querySelectorAll('.slot')) {
      add(node, placeOf(node.dataset.gap), box => (box.left + box.right) / 2, false);
    }
    return all;
  }

  drop(drag, wanted) {
    if (!drag.targets) {
      return;
    }
    this.dragged = true;
    // The click that ends a drag comes right after it; none comes after a cancelled one.
    setTimeout(() => (this.dragged = false));
    const before = this.cards;
    if (wanted && drag.to) {
      this.cards = move(this.cards, drag.from, drag.to);
      this.chosen = drag.to;
      this.gap = next(drag.to);
    }
    this.draw();
    if (!same(before, this.cards)) {
      this.edited(this.cards, before);
      this.heard(filled(this.scene.words.moved, { number: this.number(this.chosen) }));
    }
  }
}
