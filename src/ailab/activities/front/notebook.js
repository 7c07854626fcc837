// The pad and the notebook around it: cards go into the answer cell and come back from it.

Object.assign(Pad.prototype, {
  /** Say that the pad is here, once it stands in the page. */
  greet() {
    const connected = this.send('ailab:pad', { name: 'cards' });
    this.node.classList.toggle('connected', connected);
    // Nobody here carries the cards into the cell below: their text stands ready to be copied.
    this.node.querySelector('.hand').open = !connected;
  },

  send(name, detail) {
    return !this.node.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }));
  },

  write() {
    const written = this.send('ailab:cards', { name: 'cards', text: this.played.text });
    this.node.classList.toggle('connected', written);
  },

  async check() {
    await this.asked?.done;
    this.send('ailab:cards', { name: 'cards', text: this.played.text });
    this.say(this.scene.words.checking);
    if (!this.send('ailab:check', { name: 'cards' })) {
      this.say(this.scene.words.copy_first);
    }
  },

  /** Say the last line of the check's report here, and all of it to who hears the page. */
  checked(text) {
    const lines = text.split('\n').filter(line => line.trim());
    this.say(lines[lines.length - 1] ?? '');
    this.part('heard').textContent = lines.join(' ');
  },

  copyable() {
    this.part('source').textContent = this.played.text;
  },

  async copy() {
    try {
      await navigator.clipboard.writeText(this.played.text);
      this.part('heard').textContent = this.scene.words.copied;
      this.say(this.scene.words.copied);
    } catch {
      // No clipboard on a plain http page: the text is marked, and Ctrl+C takes it.
      getSelection().selectAllChildren(this.part('source'));
    }
  }
});

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

function render({ model, el }) {
  const node = document.createElement('div');
  el.append(node);
  const pad = new Pad(model, node);
  const answered = () => pad.answered();
  model.on('change:play', answered);
  const unwatch = whenShown(node, () => pad.greet());
  return () => {
    unwatch();
    clearTimeout(pad.patience);
    pad.stage.stop();
    model.off('change:play', answered);
  };
}

export default { render };
