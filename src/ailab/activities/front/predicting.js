// First the prediction, then the outcome.

class Predicting {
  constructor(desk) {
    Object.assign(this, { desk, scene: desk.scene, words: desk.scene.labels, group: ownId('prediction') });
  }

  draw(node) {
    const { words, scene } = this;
    const code = scene.code ? `<pre class="program" dir="ltr" role="group" aria-label="${escaped(words.program)}"><code>${escaped(scene.code)}</code></pre>` : '';
    const field = `<label class="field"><span>${escaped(words.mine)}</span><input type="text" dir="${scene.direction}" autocomplete="off" data-part="field"></label>`;
    node.innerHTML = `${code}
      ${scene.options.length ? options('radio', this.group, words.mine, scene.options) : field}
      <div class="row">${wideButton('commit', words.commit, 'run').replace('class="wide', 'class="wide main')}</div>
      <div class="outcome" data-part="outcome" role="group" aria-label="${escaped(words.happens)}" aria-live="polite" hidden></div>`;
    this.node = node;
    this.field = node.querySelector('[data-part="field"]');
    this.field?.addEventListener('keydown', event => {
      if (event.key === 'Enter') {
        event.preventDefault();
        this.do('commit');
      }
    });
  }

  now() {
    return this.field ? this.field.value.trim() : chosenOf(this.node, this.group);
  }

  take(value) {
    if (this.field) {
      this.field.value = value;
    } else {
      choose(this.node, this.group, value);
    }
  }

  do(what) {
    if (what === 'commit' && this.now().length) {
      this.desk.edit(this.now());
    } else {
      this.desk.say(this.words.first);
    }
  }

  answered({ outcome, predicted }) {
    const place = this.node.querySelector('[data-part="outcome"]');
    place.hidden = outcome === null || outcome === undefined;
    if (!place.hidden) {
      // Made by ailab from the author's program; no script in it runs.
      place.innerHTML = `<p>${escaped(this.words.predicted)} <bdi><b>${rich(predicted)}</b></bdi></p><p class="title">${escaped(this.words.happens)}</p><div>${outcome}</div>`;
      // What is wider than its place is scrolled with the keyboard too.
      place.tabIndex = place.scrollWidth > place.clientWidth ? 0 : -1;
    }
  }

  spoken() {
    return this.scene.options.map(each => each.label).join('. ');
  }
}

export default onDesk(Predicting);
