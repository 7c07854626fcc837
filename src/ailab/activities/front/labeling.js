// A map of points to be labeled, with what would be predicted everywhere.

const SHAPES = {
  circle: '<circle r="9"/>',
  square: '<rect x="-8.5" y="-8.5" width="17" height="17"/>',
  triangle: '<path d="M0-10.5 10 8H-10z"/>',
  diamond: '<path d="M0-11.5 11.5 0 0 11.5-11.5 0z"/>'
};
const TINTS = ['#0f6b66', '#a8481c', '#7d3fa0', '#6d5b00'];
const [WIDE, HIGH] = [600, 400];

const sign = (shape, number, filling) =>
  `<svg class="sign" viewBox="-14 -14 28 28" aria-hidden="true"><g fill="${filling ? TINTS[number] : '#fff'}" stroke="${number < 0 ? '#2b2320' : TINTS[number]}" stroke-width="3">${SHAPES[shape]}</g></svg>`;

class Labeling {
  constructor(desk) {
    const { scene } = desk;
    Object.assign(this, { desk, scene, words: scene.labels, given: [], at: 0, label: 0, patterns: ownId('pattern') });
    const button = ({ label, shape }, number) =>
      `<button type="button" class="swatch" data-do="label" data-label="${number}">${sign(shape, number, true)}<span class="number">${number + 1}</span><span class="text">${rich(label)}</span></button>`;
    this.tools = `<span class="palette" role="group" aria-label="${escaped(this.words.labels)}">${scene.options.map(button).join('')}</span>${toolButton('take_off', this.words.take_off).replace(icon('take_off'), icon('take_out'))}`;
  }

  draw(node) {
    const { scene, words } = this;
    const keys = ownId('keys');
    const pattern = ({ shape }, number) =>
      `<pattern id="${this.patterns}-${number}" width="40" height="40" patternUnits="userSpaceOnUse"><rect width="40" height="40" fill="${TINTS[number]}" opacity=".13"/><g transform="translate(20 20) scale(.42)" fill="${TINTS[number]}" opacity=".4">${SHAPES[shape]}</g></pattern>`;
    const point = ({ x, y }, index) =>
      `<button type="button" class="point" data-point="${index}" tabindex="${index ? -1 : 0}" style="left:${100 * x}%;top:${100 * y}%"></button>`;
    node.innerHTML = `
      <div class="map" dir="ltr" role="group" aria-label="${escaped(words.map)}" aria-describedby="${keys}">
        <svg viewBox="0 0 ${WIDE} ${HIGH}" preserveAspectRatio="none" aria-hidden="true"><defs>${scene.options.map(pattern).join('')}</defs><g data-part="tiles"></g></svg>
        ${scene.points.map(point).join('')}
        <span class="axis across">${escaped(scene.axes[0])} →</span><span class="axis up">↑ ${escaped(scene.axes[1])}</span>
      </div>
      <p class="unseen" id="${keys}">${escaped(words.keys)}</p>`;
    this.node = node;
    this.points = [...node.querySelectorAll('.point')];
    node.addEventListener('click', event => this.click(event));
    node.addEventListener('keydown', event => this.press(event));
    node.addEventListener('focusin', event => event.target.matches('.point') && this.go(Number(event.target.dataset.point), false));
  }

  take(given) {
    this.given = given;
    this.redraw();
  }

  number(index) {
    return this.scene.options.findIndex(each => each.name === this.given[index]);
  }

  redraw() {
    for (const [index, point] of this.points.entries()) {
      const number = this.number(index);
      const option = this.scene.options[number];
      point.innerHTML = sign(option?.shape ?? 'circle', number, number >= 0);
      point.setAttribute('aria-label', `${this.scene.points[index].label}: ${option ? plain(option.label) : this.words.none}`);
    }
    for (const button of this.desk.node.querySelectorAll('[data-label]')) {
      button.setAttribute('aria-pressed', String(Number(button.dataset.label) === this.label));
    }
  }

  /** Draw what is predicted: neighboring tiles of one label as one strip. */
  answered({ tiles }) {
    const [wide, high] = tiles.length ? [WIDE / tiles[0].length, HIGH / tiles.length] : [0, 0];
    const strips = tiles.flatMap((row, y) => {
      const starts = row.map((_, x) => x).filter(x => x === 0 || row[x] !== row[x - 1]);
      return starts.map((x, index) => {
        const length = (starts[index + 1] ?? row.length) - x;
        return `<rect x="${x * wide}" y="${y * high}" width="${length * wide}" height="${high}" fill="url(#${this.patterns}-${row[x]})"/>`;
      });
    });
    this.node.querySelector('[data-part="tiles"]').innerHTML = strips.join('');
  }

  go(index, moves = true) {
    this.points[this.at].tabIndex = -1;
    this.at = index;
    this.points[index].tabIndex = 0;
    if (moves) {
      this.points[index].focus();
    }
  }

  give(index, number) {
    const name = number === null ? null : this.scene.options[number].name;
    this.given = this.given.map((old, place) => (place === index ? name : old));
    this.redraw();
    this.desk.edit(this.given);
    this.desk.hear(this.points[index].getAttribute('aria-label'));
  }

  do(what, button) {
    if (what === 'take_off') {
      this.give(this.at, null);
    } else {
      this.label = Number(button.dataset.label);
      this.redraw();
    }
  }

  click(event) {
    const point = event.target.closest('.point');
    if (point) {
      const index = Number(point.dataset.point);
      this.go(index);
      this.give(index, this.number(index) === this.label ? null : this.label);
    }
  }

  press(event) {
    const { key } = event;
    if (!event.target.matches('.point') || event.ctrlKey || event.metaKey) {
      return;
    }
    if (key.startsWith('Arrow')) {
      this.go(this.neighbor(key));
    } else if (Number(key) >= 1 && Number(key) <= this.scene.options.length) {
      this.give(this.at, Number(key) - 1);
    } else if (key === 'Delete' || key === 'Backspace') {
      this.give(this.at, null);
    } else {
      return;
    }
    event.preventDefault();
  }

  /** Return the next point to the left, right, above or below, by one number alone, so that every point can be reached. */
  neighbor(key) {
    const axis = key === 'ArrowLeft' || key === 'ArrowRight' ? 'x' : 'y';
    const { points } = this.scene;
    const order = points.map((_, index) => index).sort((one, other) => points[one][axis] - points[other][axis] || one - other);
    const step = key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 1;
    return order[Math.min(order.length - 1, Math.max(0, order.indexOf(this.at) + step))];
  }

  spoken() {
    return this.scene.options.map(each => each.label).join('. ');
  }
}

export default onDesk(Labeling);
