// Squares to be colored, or drawn on with a pen: each is a number.

const GRID_PX = 352;
const FEW = 8;
const STEPS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

class Painting {
  constructor(desk) {
    const { scene } = desk;
    Object.assign(this, { desk, scene, words: scene.labels, rows: [], at: [0, 0], color: scene.most });
    const { words } = this;
    const swatch = ({ paint, label }, number) =>
      `<button type="button" class="swatch" data-do="color" data-color="${number}"><i style="background:${paint}"></i><span class="number">${number}</span><span class="text">${escaped(label)}</span></button>`;
    const pen = (number, label) => `<button type="button" class="swatch" data-do="color" data-color="${number}"><span class="text">${escaped(label)}</span></button>`;
    const palette = scene.ink ? pen(scene.most, words.pen) + pen(0, words.eraser) : scene.colors.map(swatch).join('');
    this.tools = `<span class="palette" role="group" aria-label="${escaped(words.colors)}">${palette}</span>${toolButton('clear', words.clear).replace(icon('clear'), icon('remove'))}`;
  }

  draw(node) {
    const { size } = this.scene;
    const keys = ownId('keys');
    const square = (x, y) => `<div role="gridcell" class="square" tabindex="-1" data-x="${x}" data-y="${y}"></div>`;
    const row = y => `<div role="row">${Array.from({ length: size }, (_, x) => square(x, y)).join('')}</div>`;
    node.innerHTML = `<div class="grid" role="grid" dir="ltr" style="--size:${size};--cell:${Math.floor(GRID_PX / Math.max(size, FEW))}px" aria-label="${escaped(this.words.grid)}" aria-describedby="${keys}">${Array.from({ length: size }, (_, y) => row(y)).join('')}</div>
      <p class="unseen" id="${keys}">${escaped(this.words.keys)}</p>`;
    this.node = node;
    this.grid = node.querySelector('.grid');
    this.grid.addEventListener('keydown', event => this.press(event));
    this.grid.addEventListener('pointerdown', event => this.point(event));
    this.grid.addEventListener('focusin', event => this.went(event.target));
  }

  take(rows) {
    this.rows = rows;
    this.redraw();
  }

  squares() {
    return this.squaresFound ??= [...this.grid.querySelectorAll('.square')];
  }

  redraw() {
    const { scene, words } = this;
    const shade = number => `rgb(${Array(3).fill(255 - Math.round((225 * number) / scene.most)).join()})`;
    for (const square of this.squares()) {
      const [x, y] = [Number(square.dataset.x), Number(square.dataset.y)];
      const number = this.rows[y][x];
      square.style.background = scene.ink ? shade(number) : scene.colors[number].paint;
      square.style.color = (scene.ink ? number > scene.most / 2 : [1, 2, 4, 5, 7].includes(number)) ? '#fff' : '#2b2320';
      square.textContent = scene.size > FEW ? '' : number;
      square.setAttribute('aria-label', filled(words.square, { row: y + 1, column: x + 1, number }));
      square.tabIndex = x === this.at[0] && y === this.at[1] ? 0 : -1;
    }
    for (const button of this.desk.node.querySelectorAll('[data-color]')) {
      button.setAttribute('aria-pressed', String(Number(button.dataset.color) === this.color));
    }
  }

  square([x, y]) {
    return this.squares()[y * this.scene.size + x];
  }

  went(square) {
    if (square.dataset.x) {
      this.square(this.at).tabIndex = -1;
      this.at = [Number(square.dataset.x), Number(square.dataset.y)];
      square.tabIndex = 0;
    }
  }

  change(rows) {
    this.rows = rows;
    this.redraw();
    this.desk.edit(rows);
  }

  do(what, button) {
    if (what === 'clear') {
      this.change(this.rows.map(row => row.map(() => 0)));
    } else {
      this.color = Number(button.dataset.color);
      this.redraw();
    }
  }

  /** Give a square the chosen color; one that has it already becomes 0. */
  touch([x, y], number) {
    this.change(painted(this.rows, x, y, number));
    this.desk.hear(this.square([x, y]).getAttribute('aria-label'));
  }

  press(event) {
    const { key } = event;
    const [x, y] = this.at;
    if (key in STEPS) {
      const clamp = number => Math.min(this.scene.size - 1, Math.max(0, number));
      const to = [clamp(x + STEPS[key][0]), clamp(y + STEPS[key][1])];
      this.square(to).focus();
      if (event.shiftKey) {
        this.touch(to, this.color);
      }
    } else if (key === ' ' || key === 'Enter') {
      this.touch(this.at, this.rows[y][x] === this.color ? 0 : this.color);
    } else if (/^[0-9]$/.test(key) && Number(key) <= this.scene.most) {
      this.touch(this.at, Number(key));
    } else {
      return;
    }
    event.preventDefault();
  }

  point(event) {
    if (event.button !== 0) {
      return;
    }
    event.preventDefault();
    const box = this.grid.getBoundingClientRect();
    const where = happened => [((happened.clientX - box.left) / box.width) * this.scene.size, ((happened.clientY - box.top) / box.height) * this.scene.size];
    let last = where(event);
    const first = this.square(this.inside(last));
    first.focus();
    const [x, y] = this.at;
    // The first square decides whether this stroke colors or takes color away.
    const number = !this.scene.ink && this.rows[y][x] === this.color ? 0 : this.color;
    const stroke = point => {
      this.rows = this.scene.ink && number ? inked(this.rows, ...point, number) : painted(this.rows, ...this.inside(point), number);
    };
    stroke(last);
    this.redraw();
    const moved = happened => {
      for (const point of between(last, where(happened))) {
        stroke(point);
      }
      last = where(happened);
      this.redraw();
    };
    const ended = () => {
      this.grid.removeEventListener('pointermove', moved);
      window.removeEventListener('pointerup', ended);
      window.removeEventListener('pointercancel', ended);
      this.desk.edit(this.rows);
    };
    this.grid.addEventListener('pointermove', moved);
    window.addEventListener('pointerup', ended);
    window.addEventListener('pointercancel', ended);
  }

  /** Return the square that a point lies in. */
  inside(point) {
    return point.map(number => Math.min(this.scene.size - 1, Math.max(0, Math.floor(number))));
  }
}

export default onDesk(Painting);
