// The button that leads back to the course map.

import { setFace } from './frame.js';

// A save that waits for something that never comes must not keep anybody here: JupyterLab itself asks before work is lost.
const PATIENCE_MS = 10000;

async function addButton({ app, address, words, sharedModule }) {
  const { Widget } = await sharedModule('@lumino/widgets');
  const button = document.createElement('button');
  button.className = 'ailab-home';
  button.dir = 'auto';
  setFace(button, { icon: 'M3 11.5 12 4l9 7.5M6 10v10h12V10M10 20v-6h4v6', word: words.home });
  button.addEventListener('click', async () => {
    // The home page may rewrite the notebooks in another language: nothing typed may stay unsaved.
    button.disabled = true;
    try {
      await Promise.race([app.commands.execute('docmanager:save-all'), new Promise(done => setTimeout(done, PATIENCE_MS))]);
    } finally {
      button.disabled = false;
    }
    window.location.assign(`${address}ailab`);
  });
  const widget = new Widget({ node: document.createElement('div') });
  widget.id = 'ailab-home';
  widget.node.append(button);
  app.shell.add(widget, 'top', { rank: 1 });
}

/** Put the button at the top of the page, once JupyterLab stands: it stands when all its parts are connected, so nobody waits here. */
export function connect(lab) {
  void lab.app.started.then(() => addButton(lab));
}
