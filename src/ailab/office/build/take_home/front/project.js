// The page of a project: a robot that moves when it is asked to, and a sorter that lives. Whatever somebody typed goes onto the
// page as text, never as HTML.
import { replay } from './replay.js';
import { predict } from './sorter.js';

const SVG = 'http://www.w3.org/2000/svg';
const [SIDE, EDGE, MOST] = [220, 14, 300];

const drawn = (name, facts) => {
  const node = document.createElementNS(SVG, name);
  Object.entries(facts).forEach(([key, value]) => node.setAttribute(key, value));
  return node;
};
/** Keep a word in one piece inside a sentence that may run the other way. */
const apart = word => `\u2068${word}\u2069`;
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

class Sorter {
  constructor(host, { kinds, signs, examples, words }) {
    Object.assign(this, { host, kinds: kinds.map(apart), signs, given: examples, words, added: [] });
    this.part = name => host.querySelector(`[data-part=${name}]`);
    this.sliders = ['shines', 'soft'].map(name => host.querySelector(`input[name=${name}]`));
    this.sliders.forEach(slider => slider.addEventListener('input', () => this.show()));
    host.querySelectorAll('[data-kind]').forEach(button => button.addEventListener('click', () => this.add(Number(button.dataset.kind))));
    this.part('undo').addEventListener('click', () => this.back());
    this.part('live').hidden = false;
    this.show();
  }

  get examples() {
    return [...this.given, ...this.added];
  }

  get thing() {
    return this.sliders.map(slider => Number(slider.value));
  }

  add(kind) {
    if (this.added.length < MOST) {
      this.added.push([...this.thing, kind]);
      this.show(filled(this.words.added, { kind: this.kinds[kind], count: this.examples.length }));
    }
  }

  back() {
    this.added.pop();
    this.show(filled(this.words.undone, { count: this.examples.length }));
    if (!this.added.length) {
      this.sliders[0].focus();
    }
  }

  show(news = '') {
    const [shines, soft] = this.thing;
    const found = predict(this.examples, shines, soft);
    const [x, y, kind] = this.examples[found.place];
    this.sliders.forEach(slider => {
      slider.nextElementSibling.textContent = slider.value;
    });
    this.part('news').textContent = news;
    this.part('kind').textContent = this.kinds[found.kind];
    this.part('why').textContent = filled(this.words.why, { shines: x, soft: y, kind: this.kinds[kind] });
    const sure = found.agree === found.of ? this.words.sure : this.words.unsure;
    this.part('sure').textContent = filled(sure, { agree: found.agree, of: found.of });
    this.part('undo').disabled = !this.added.length;
    this.list();
    this.map(found);
  }

  /** Say every example in words. */
  list() {
    const line = ([shines, soft, kind]) => {
      const item = document.createElement('li');
      item.textContent = filled(this.words.example, { shines, soft, kind: this.kinds[kind] });
      return item;
    };
    const list = this.part('list');
    list.replaceChildren(...[...list.children].slice(0, this.given.length), ...this.added.map(line));
    this.part('count').textContent = this.examples.length;
  }

  /** Draw every example, and a line from the new thing to the one that decides. */
  map({ place }) {
    const at = ([shines, soft]) => [shines, 100 - soft].map(number => EDGE + (Math.min(100, Math.max(0, number)) * (SIDE - 2 * EDGE)) / 100);
    const [x, y] = at(this.thing);
    const [nearX, nearY] = at(this.examples[place]);
    const points = this.examples.map((example, number) => {
      const [left, top] = at(example);
      const [shape, tint] = this.signs[example[2]];
      const edge = number >= this.given.length ? { stroke: '#2b2320', 'stroke-width': 2.5 } : { stroke: '#fff', 'stroke-width': 1 };
      return drawn('path', { d: shape, transform: `translate(${left} ${top})`, fill: tint, ...edge });
    });
    const mark = drawn('text', { x, y: y + 6, 'text-anchor': 'middle', 'font-size': 18, 'font-weight': 700, fill: '#2b2320' });
    mark.textContent = '?';
    this.part('map').replaceChildren(
      drawn('rect', { x: 1, y: 1, width: SIDE - 2, height: SIDE - 2, rx: 8, fill: '#fffdf8', stroke: '#a77f2f' }),
      drawn('line', { x1: x, y1: y, x2: nearX, y2: nearY, stroke: '#61544d', 'stroke-width': 2, 'stroke-dasharray': '4 4' }),
      ...points,
      drawn('circle', { cx: x, cy: y, r: 11, fill: '#f3c969', stroke: '#2b2320', 'stroke-width': 1.5 }),
      mark
    );
  }
}

document.querySelectorAll('[data-sorter]').forEach(host => new Sorter(host, JSON.parse(host.querySelector('script').textContent)));
document.querySelectorAll('[data-replay]').forEach(button => {
  const picture = document.querySelector('.ailab-replay > img');
  button.hidden = !picture;
  button.addEventListener('click', () => replay(picture));
});
