// What a pad looks like before anything happens: its parts as HTML text.

const face = (name, label) => `${icon(name)}<span class="text">${escaped(label)}</span>`;

const tool = (name, label, look = '') =>
  `<button type="button" class="tool ${look}" data-do="${name}" data-part="${name}" title="${escaped(label)}" aria-label="${escaped(label)}">${icon(name)}</button>`;

const wide = (name, label) => `<button type="button" class="wide ${name}" data-do="${name}" data-part="${name}">${face(name, label)}</button>`;

function palette({ palette: buttons, colors }) {
  const sign = card => (word(card) === 'paint' ? `<i class="dot" style="background:${escaped(colors[card[1]] ?? '#999')}"></i>` : '');
  return buttons
    .map(({ card, label }, index) => `<button type="button" class="add ${word(card)}" data-do="add" data-card="${index}">${icon(word(card))}${sign(card)}<span class="text">${escaped(label)}</span></button>`)
    .join('');
}

/** Return the pad without anything that changes. */
function frame(scene) {
  const { words } = scene;
  const keys = `ailab-pad-keys-${Math.random().toString(36).slice(2, 10)}`;
  return `
    <div class="sheet">
      <figure class="view"><div class="stage" data-part="stage" dir="ltr"></div></figure>
      <div class="desk">
        <div class="palette" role="group" aria-label="${escaped(words.palette)}">${palette(scene)}</div>
        <div class="strip" data-part="strip" role="group" aria-label="${escaped(words.strip)}" aria-describedby="${keys}"></div>
        <p class="unseen" id="${keys}">${escaped(words.keys)}</p>
      </div>
      <div class="tools" role="group" aria-label="${escaped(words.tools)}">
        ${wide('run', words.run)}${tool('step', words.step)}${tool('reset', words.reset)}
        <span class="space"></span>
        ${tool('undo', words.undo, 'mirrors')}${tool('redo', words.redo, 'mirrors')}${tool('remove', words.remove)}
        ${wide('check', words.check)}
      </div>
      <div class="said" data-part="said" data-kind="none" role="status" aria-live="polite"><span class="sign" aria-hidden="true"></span><span class="words"></span></div>
    </div>
    <p class="unseen" data-part="heard" aria-live="polite"></p>
    <div class="aside">
      <details class="twin"><summary>${escaped(words.in_words)}</summary><pre data-part="twin"></pre></details>
      <details class="hand"><summary>${escaped(words.copy_hint)}</summary>
        <pre dir="ltr"><code data-part="source"></code></pre>
        <button type="button" class="wide" data-do="copy">${face('copy', words.copy)}</button>
      </details>
    </div>`;
}
