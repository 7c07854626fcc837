// A run that is gone through step by step: the line, the variables, what was printed.

class Watching {
  constructor(desk) {
    Object.assign(this, { desk, scene: desk.scene, words: desk.scene.labels, at: 0 });
  }

  draw(node) {
    const { scene, words } = this;
    const line = (text, number) => `<li data-line="${number + 1}"><code>${escaped(text) || ' '}</code></li>`;
    const button = (name, label, sign) => `<button type="button" class="tool" data-do="${name}" title="${escaped(label)}" aria-label="${escaped(label)}">${icon(sign)}</button>`;
    node.innerHTML = `
      <div class="run"><ol class="code" dir="ltr">${scene.lines.map(line).join('')}</ol>
        <div class="state"><p class="title">${escaped(words.names)}</p><table dir="ltr"><tbody data-part="names"></tbody></table><p class="title">${escaped(words.printed)}</p><pre dir="ltr" data-part="printed" role="group" tabindex="0" aria-label="${escaped(words.printed)}"></pre></div></div>
      <div class="row" dir="ltr">${button('first', words.first, 'to_start')}${button('before', words.before, 'step_back')}
        <input type="range" min="0" max="${scene.steps.length - 1}" value="0" aria-label="${escaped(words.slider)}" data-part="slider">
        ${button('after', words.after, 'step')}${button('last', words.last, 'to_end')}</div>`;
    this.node = node;
    this.slider = node.querySelector('[data-part="slider"]');
    this.slider.addEventListener('input', () => this.go(Number(this.slider.value)));
  }

  take() {
    this.go(0);
  }

  do(what) {
    const last = this.scene.steps.length - 1;
    this.go({ first: 0, before: Math.max(0, this.at - 1), after: Math.min(last, this.at + 1), last }[what]);
  }

  off() {
    const last = this.scene.steps.length - 1;
    return { first: this.at === 0, before: this.at === 0, after: this.at === last, last: this.at === last };
  }

  go(number) {
    const before = Object.fromEntries(this.scene.steps[Math.max(0, number - 1)].names);
    const { line, names, printed, told } = this.scene.steps[number];
    this.at = number;
    this.slider.value = number;
    this.slider.setAttribute('aria-valuetext', told);
    for (const each of this.node.querySelectorAll('[data-line]')) {
      if (Number(each.dataset.line) === line) {
        each.setAttribute('aria-current', 'step');
      } else {
        each.removeAttribute('aria-current');
      }
    }
    const row = ([name, value]) => `<tr class="${before[name] === value ? '' : 'new'}"><th scope="row"><code>${escaped(name)}</code></th><td><code>${escaped(value)}</code></td></tr>`;
    this.part('names').innerHTML = names.map(row).join('') || `<tr><td>${escaped(this.words.no_names)}</td></tr>`;
    this.part('printed').textContent = printed;
    this.tell(told, names, line === 0 ? this.scene.ending : '');
  }

  tell(told, names, ending) {
    const values = names.map(([name, value]) => `\`${name} = ${value}\``).join(' ');
    this.desk.part('said').innerHTML = rich([told, ending].filter(Boolean).join('. '));
    this.desk.hear(plain(values));
    this.desk.refresh?.();
  }

  /** What there is to say is said by `tell`. */
  answered() {
    const { told } = this.scene.steps[this.at];
    this.desk.played = { ...this.desk.played, said: told };
  }

  part(name) {
    return this.node.querySelector(`[data-part="${name}"]`);
  }
}

export default onDesk(Watching);
