// A page to take home: what Python is in a notebook, the page itself is here, as far as answers need no Python.
//
// `views` holds what each kind of activity shows (the same scripts as in a notebook). Answers live on this page alone and
// go with it. What the visible cases say to an answer was found out when the page was made; here it is looked up.

const WORDS = JSON.parse(document.getElementById('words').textContent);
const CALM = matchMedia('(prefers-reduced-motion: reduce)');

const labelsOf = (all, names) => names.map(name => all.find(each => each.name === name)?.label ?? name);
const many = lists => lists.reduce((sum, pairs) => sum + pairs.length, 0);

/** Return a number as it is usually written, with any of our digits and either decimal sign; other texts as they are. */
function usual(text) {
  const plain = text.trim().split(/\s+/).join(' ');
  const digits = plain.replace(/[٠-٩]/g, digit => '٠١٢٣٤٥٦٧٨٩'.indexOf(digit)).replace(/[,٫]/, '.');
  return /^[+-]?\d{1,12}(\.\d{1,9})?$/.test(digits) ? String(Number(digits)) : plain;
}

/** Return what a prediction brings: nothing before there is one. */
function foreseen({ scene, words, outcome, comparable }, value) {
  if (!value.length) {
    return { said: words.first, told: [], outcome: null };
  }
  const predicted = Array.isArray(value) ? labelsOf(scene.options, value)[0] : value;
  const same = comparable === null ? 'compare' : usual(predicted) === usual(comparable) ? 'same' : 'other';
  return { said: words[same], told: [predicted], outcome, predicted };
}

/** What is said to an answer, and the answer in words, by kind of activity. */
const TALK = {
  quiz: ({ scene, words }, { choice, reason }) => ({
    said: !choice.length ? (scene.several ? words.several : words.one) : scene.reasons.length && !reason.length ? words.why : '',
    told: [...labelsOf(scene.options, choice), ...labelsOf(scene.reasons, reason)]
  }),
  parsons: ({ scene, words }, lists) => ({
    said: many(lists) ? filled(words.some, { count: many(lists) }) : words.none,
    told: lists.flat().flatMap(([name, depth]) => labelsOf(scene.pieces, [name]).map(label => '    '.repeat(depth) + label))
  }),
  sort_cards: ({ scene, words }, lists) => ({
    said: filled(words.some, { count: many(lists), all: scene.pieces.length }),
    told: many(lists) ? lists.map((pairs, index) => `${scene.lists[index].label}: ${labelsOf(scene.pieces, pairs.map(pair => pair[0])).join(', ')}`) : []
  }),
  predict: foreseen,
  stars: ({ scene, words }, counts) => {
    const rated = scene.statements.filter(each => counts[each.name] !== null);
    return {
      said: filled(words.some, { count: rated.length, all: scene.statements.length }),
      told: rated.map(each => `${each.label}: ${scene.counts[counts[each.name]]}`)
    };
  },
  reflect: ({ scene, words }, answers) => ({
    said: filled(words.some, { count: Object.values(answers).filter(Boolean).length, all: scene.questions.length }),
    told: scene.questions.filter(each => answers[each.name]).map(each => `${each.label} ${answers[each.name]}`)
  })
};

/** An activity's other end: takes answers and says what is shown next, as the kernel does in a notebook. */
class Paper {
  constructor(data) {
    this.data = data;
    this.values = { scene: data.scene, play: data.play };
    this.listeners = [];
  }

  get(name) {
    return this.values[name];
  }

  on(_name, listener) {
    this.listeners.push(listener);
  }

  off(_name, listener) {
    this.listeners = this.listeners.filter(each => each !== listener);
  }

  send({ kind, number, value }) {
    const talk = TALK[this.data.scene.kind];
    if (kind !== 'edit' || !talk) {
      return;
    }
    const { told, ...shown } = talk(this.data, value);
    const { words } = this.data;
    const twin = [...this.data.told, words.mine, ...(told.length ? told : [words.nothing])].join('\n');
    this.values.play = { ...this.values.play, ...shown, value, twin, number };
    this.listeners.forEach(listener => listener());
  }
}

/** Return eight letters that stand for a text: FNV-1a, reckoned as when the page was made. */
function fingerprint(text) {
  let number = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    number = Math.imul(number ^ byte, 0x01000193) >>> 0;
  }
  return number.toString(16).padStart(8, '0');
}

/** Return an answer as it is looked up: cards in a box have no order. */
function keyOf(kind, value) {
  const byName = (one, other) => (one[0] < other[0] ? -1 : 1);
  return JSON.stringify(kind === 'sort_cards' ? value.map(pairs => [...pairs].sort(byName)) : value);
}

/** What the visible cases say to the answers of one activity, with hints that go on from check to check. */
class Judge {
  constructor(host, model) {
    Object.assign(this, { model, check: model.data.check ?? null, shown: new Set() });
    if (this.check) {
      this.node = document.createElement('div');
      this.node.className = 'report';
      this.node.setAttribute('role', 'status');
      host.append(this.node);
    }
  }

  /** Return what there is to say, as [mark, words]. */
  lines(entry) {
    if (!entry) {
      return [['?', WORDS.incomplete]];
    }
    const [passed, hints] = this.check.reports[entry[0]];
    const cases = this.check.labels.map((label, index) => [passed[index] ? '✔' : '✘', label]);
    if (passed.every(Boolean)) {
      return [...cases, ['★', WORDS.right]];
    }
    return [...cases, ...this.hints(hints.map(number => this.check.texts[number])), ['•', WORDS.again]];
  }

  /** The hint of what was recognized comes first; each further check shows the next one. */
  hints(texts) {
    const next = texts.findIndex(text => !this.shown.has(text));
    const place = next < 0 ? texts.length - 1 : next;
    const places = [...new Set([0, place])].filter(number => number in texts);
    places.forEach(number => this.shown.add(texts[number]));
    const title = number => (texts.length === 1 ? WORDS.hint : filled(WORDS.hints, { number: number + 1, all: texts.length }));
    return places.map(number => ['➜', `${title(number)} ${texts[number]}`]);
  }

  judge() {
    const { kind } = this.model.data.scene;
    const entry = this.check.table[fingerprint(keyOf(kind, this.model.get('play').value))];
    const lines = this.lines(entry);
    const row = ([mark, words]) => `<li data-mark="${mark}"><b aria-hidden="true">${mark}</b><span>${rich(words)}</span></li>`;
    this.node.innerHTML = `<ul>${lines.map(row).join('')}</ul><p class="small">${escaped(WORDS.part)}</p>`;
    this.drive(entry?.[1] ?? -1);
    (this.place ?? this.node).scrollIntoView({ block: 'nearest', behavior: CALM.matches ? 'auto' : 'smooth' });
    return lines[lines.length - 1][1];
  }

  /** Let the robot do what the answer makes it do. */
  drive(number) {
    const { stage, drives } = this.check;
    if (!stage || number < 0) {
      return;
    }
    if (!this.stage) {
      this.place = document.createElement('div');
      this.place.className = 'drive';
      this.place.dir = 'ltr';
      this.node.before(this.place);
      this.stage = new Stage(this.place, stage);
    }
    this.stage.take(posesOf(stage.start, drives[number]));
    this.stage.show(0);
    void this.stage.glide(this.stage.last, () => {}, CALM.matches);
  }
}

/** Return where a robot is at each step: f goes on, b stays, l and r turn, a star stands where the goal is reached. */
function posesOf([x, y, heading], moves) {
  const play = { x: [x], y: [y], heading: [heading], said: [], spans: [] };
  for (const move of moves) {
    const last = play.x.length - 1;
    if (move === '*') {
      play.spans.push({ shape: 'reached', x, y, since: last, until: null });
      continue;
    }
    heading += { l: -90, r: 90 }[move] ?? 0;
    const angle = (heading * Math.PI) / 180;
    if (move === 'f') {
      [x, y] = [x + Math.round(Math.sin(angle)), y - Math.round(Math.cos(angle))];
    } else if (move === 'b') {
      play.said.push({ at: last + 1, kind: 'bump' });
      play.spans.push({ shape: 'bump', x, y, since: last + 1, until: last + 2 });
    }
    play.x.push(x);
    play.y.push(y);
    play.heading.push(heading);
  }
  return play;
}

function enliven(host) {
  const model = new Paper(JSON.parse(host.querySelector('script').textContent));
  const view = views[model.data.scene.kind];
  if (!view) {
    return;
  }
  host.querySelector('.still').remove();
  // Events of an activity bubble: who holds it answers them, before it says that it is here.
  let judge = null;
  const taken = event => {
    event.preventDefault();
    event.detail.checks = Boolean(model.data.check);
  };
  host.addEventListener('ailab:activity', taken);
  host.addEventListener('ailab:answer', taken);
  host.addEventListener('ailab:check', event => {
    event.preventDefault();
    event.target.dispatchEvent(new CustomEvent('ailab:checked', { detail: { text: judge.judge() } }));
  });
  view.render({ model, el: host });
  judge = new Judge(host, model);
}

document.querySelectorAll('[data-living]').forEach(enliven);
document.querySelectorAll('details.run').forEach(details =>
  details.addEventListener('toggle', () => details.open && details.querySelectorAll('.ailab-replay > img').forEach(replay))
);
