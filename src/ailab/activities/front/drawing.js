// How the strip looks: cards as HTML text.

Object.assign(Strip.prototype, {
  /** Draw all cards again; keep the keyboard where it was. */
  draw(focus = this.node.contains(document.activeElement)) {
    this.drawing = true;
    const around = this.scene.limit ? this.counter() : '';
    this.node.innerHTML = `<ol class="cards" role="list">${this.list([])}</ol>${around}`;
    const target = this.stop();
    target?.setAttribute('tabindex', '0');
    if (focus) {
      target?.focus({ preventScroll: true });
    }
    this.drawing = false;
  },

  /** Return the one button of the strip that Tab reaches. */
  stop() {
    const chosen = this.chosen && this.node.querySelector(`[data-card="${key(this.chosen)}"] > .bar > .head`);
    return chosen ?? this.node.querySelector(`[data-gap="${key(this.gap)}"]`) ?? this.node.querySelector('.slot');
  },

  counter() {
    const { words, limit } = this.scene;
    const count = places(this.cards).length;
    return `<p class="count${count > limit ? ' over' : ''}">${escaped(filled(words.count, { count, limit }))}</p>`;
  },

  list(place) {
    const list = at(this.cards, place);
    const caret = index => (!this.lifted && same(this.gap, [...place, index]) && index < list.length ? '<li class="caret" aria-hidden="true"></li>' : '');
    return list.map((card, index) => caret(index) + this.card(card, [...place, index])).join('') + this.slot([...place, list.length]);
  },

  /** Draw the empty place at the end of a list. */
  slot(gap) {
    const now = same(this.gap, gap);
    const label = gap.length === 1 ? this.scene.words.slot : this.scene.words.inner_slot;
    return `<li><button type="button" class="slot${now ? ' now' : ''}" tabindex="-1" data-gap="${key(gap)}" aria-label="${escaped(label)}"${now ? ' aria-current="true"' : ''}>${icon('plus')}</button></li>`;
  },

  card(card, place) {
    const inner = branches(card);
    const chosen = this.chosen && same(this.chosen, place);
    const state = [chosen && 'chosen', chosen && this.lifted && 'lifted', inner.length && 'holds'].filter(Boolean).join(' ');
    return `<li class="card ${word(card)} ${state}" data-card="${key(place)}"><div class="bar">${this.head(card, place)}${this.stepper(card)}</div>${this.inside(card, place, inner)}</li>`;
  },

  head(card, place) {
    const { words } = this.scene;
    const name = this.name(card);
    const number = this.number(place);
    const turn = word(card) === 'forward' ? this.heads[number - 1] ?? 0 : 0;
    const help = word(card) === 'repeat' ? ` (${words.change_count})` : '';
    const sign = word(card) === 'paint' ? `<i class="dot" style="background:${escaped(this.scene.colors[card[1]] ?? '#999')}"></i>` : '';
    const shown = word(card) === 'repeat' ? words.repeat : name;
    const text = Array.isArray(card) ? `<span class="text">${escaped(shown)}</span>` : '';
    return `<button type="button" class="head" tabindex="-1" title="${escaped(name)}" aria-label="${escaped(`${number}. ${name}${help}`)}" aria-roledescription="${escaped(words.card)}" aria-pressed="${Boolean(this.lifted && this.chosen && same(this.chosen, place))}">${icon(word(card), turn)}${sign}${text}</button>`;
  },

  stepper(card) {
    if (word(card) !== 'repeat') {
      return '';
    }
    const { words, fewest, most } = this.scene;
    const button = (step, label, off) =>
      `<button type="button" class="step" tabindex="-1" data-step="${step}" aria-label="${escaped(label)}"${off ? ' disabled' : ''}>${icon(step > 0 ? 'plus' : 'minus')}</button>`;
    return `${button(-1, words.less, card[1] <= fewest)}<b class="times" aria-hidden="true">${card[1]}</b>${button(1, words.more, card[1] >= most)}`;
  },

  inside(card, place, inner) {
    return inner
      .map((branch, index) => {
        const otherwise = index > 0 ? `<div class="else">${icon('free')}<span class="text">${escaped(this.scene.words.otherwise)}</span></div>` : '';
        const label = index > 0 ? this.scene.words.otherwise : this.name(card);
        return `${otherwise}<ol class="cards" role="list" aria-label="${escaped(label)}">${this.list([...place, branch])}</ol>`;
      })
      .join('');
  },

  /** Mark the card that is being done, by its number in reading order from 0; -1 for none. */
  light(number) {
    const place = number < 0 ? null : places(this.cards)[number];
    this.node.querySelectorAll('.doing').forEach(each => each.classList.remove('doing'));
    if (place) {
      const node = this.node.querySelector(`[data-card="${key(place)}"]`);
      node?.classList.add('doing');
      this.reveal(node?.querySelector('.bar'));
    }
  },

  /** Scroll the strip, and nothing around it, so that a part of it is seen. */
  reveal(part) {
    if (part) {
      const [inner, outer] = [part.getBoundingClientRect(), this.node.getBoundingClientRect()];
      this.node.scrollTop += Math.max(0, inner.bottom - outer.bottom + 12) - Math.max(0, outer.top - inner.top + 12);
    }
  },
});
