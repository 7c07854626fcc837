// What every activity does with the notebook around it: its answer goes into the answer cell and comes back from it.
//
// To ailab inside JupyterLab, as events that bubble: `ailab:activity` (here I am), `ailab:answer` (write this
// into the answer cell), `ailab:check` (run that cell and its check). Whoever takes one prevents its default
// and says in `detail.checks` whether there is a check. Back come `ailab:present`, with the answer that stands
// in the cell already, and `ailab:checked`, with what the check has said.
//
// Mixed into a class that has node, scene, played, asked, say(text) and part(name).

const notebookTalk = {
  /** Say that the activity is here, once it stands in the page. */
  greet() {
    this.connected('ailab:activity', { name: this.answerName });
  },

  /** Send an event, and show by its answer whether there is a cell for this. */
  connected(event, detail) {
    const taken = this.send(event, detail);
    this.node.classList.toggle('connected', taken);
    this.node.classList.toggle('checks', Boolean(taken && detail.checks));
    const hand = this.node.querySelector('.hand');
    if (hand && event === 'ailab:activity') {
      // Nobody here carries the answer into the cell below: its text stands ready to be copied.
      hand.open = !taken;
    }
    return taken;
  },

  send(name, detail) {
    return !this.node.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }));
  },

  write() {
    return this.connected('ailab:answer', { name: this.answerName, text: this.played.text });
  },

  async check() {
    await this.asked?.done;
    this.write();
    this.say(this.scene.words.checking);
    if (!this.send('ailab:check', { name: this.answerName })) {
      this.say(this.scene.words.copy_first);
    }
  },

  /** Say the last line of the check's report here, and all of it to who hears the page. */
  checked(text) {
    const lines = text.split('\n').filter(line => line.trim());
    this.say(lines[lines.length - 1] ?? '');
    this.hear(lines.join(' '));
  },

  hear(text) {
    this.part('heard').textContent = text;
  },

  copyable() {
    this.part('source').textContent = this.played.text;
  },

  async copy() {
    try {
      await navigator.clipboard.writeText(this.played.text);
      this.hear(this.scene.words.copied);
      this.say(this.scene.words.copied);
    } catch {
      // No clipboard on a plain http page: the text is marked, and Ctrl+C takes it.
      getSelection().selectAllChildren(this.part('source'));
    }
  }
};

/** Return a promise that somebody else fulfills. */
function question() {
  let answer;
  const done = new Promise(resolve => (answer = resolve));
  return { done, answer };
}

/** Wait until a node stands in the page: a widget is drawn before it is put there. */
function whenShown(node, then) {
  const watch = new ResizeObserver(() => {
    if (node.isConnected && node.offsetWidth > 0) {
      watch.disconnect();
      then();
    }
  });
  watch.observe(node);
  return () => watch.disconnect();
}

/** Return the function that shows a widget: `make` builds what lives in a node and answers to answered() and leave(). */
const rendering = make => ({ model, el }) => {
  const node = document.createElement('div');
  el.append(node);
  const live = make(model, node);
  const answered = () => live.answered();
  model.on('change:play', answered);
  const unwatch = whenShown(node, () => live.greet());
  return () => {
    unwatch();
    live.leave();
    model.off('change:play', answered);
  };
};
