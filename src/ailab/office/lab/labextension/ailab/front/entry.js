// The front end of ailab inside JupyterLab: what stands in `parts`, each a small module that is loaded when JupyterLab starts.
//
// Written by hand in the shape JupyterLab loads: a container in window._JUPYTERLAB with init() and
// get(), as module federation makes them. The folder isn't called "static", because the server tells
// browsers to keep files below that name for ever.
(() => {
  'use strict';

  const here = document.currentScript.src.replace(/[^/]*$/, '');
  let shared = {};

  /** Each module exports connect(lab): see connectTo below for what it is given. */
  const parts = [
    { name: 'home', description: 'A button that leads back to the course map.' },
    { name: 'answers', description: 'Brings the answer of an activity into the answer cell, and back.' },
    { name: 'outputs', description: 'Lets replays play again, and shows the picture saved beside a widget where the widget is gone.' },
    { name: 'repairs', description: 'Puts repaired code into the cell that a keyboard of another language spoilt.' },
    { name: 'quiet', description: 'Puts code out of sight that a learner need not read, and a button in place of a check.' },
    { name: 'frame', description: 'One bar of large buttons; the whole lab is one press away.' },
    { name: 'signs', description: 'Signs that are hard to find on some keyboards, below the notebook.' },
    { name: 'direction', description: 'Which way the lines of an editor run.' },
    { name: 'writing', description: 'One press opens an answer in words; our prose opens in the whole lab only.' },
    { name: 'return', description: 'Saves when the page goes, and opens a notebook where one was.' },
    { name: 'submit', description: "Sends a module's exercises." },
    { name: 'tongue', description: 'Shows a paragraph in another language, right below it.' }
  ];

  /** Style sheets, in order: lessons first, then one for each part that has some. */
  const styles = ['lessons', 'outputs', 'frame', 'quiet', 'signs', 'return', 'submit', 'tongue'];

  /** Return a module that JupyterLab shares with its extensions. */
  async function sharedModule(name) {
    const versions = Object.values(shared[name]);
    return (await versions[0].get())();
  }

  function addStyle() {
    for (const name of styles) {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = `${here}${name}.css`;
      document.head.append(link);
    }
  }

  const english = { home: 'Home', open_pad: 'Open the buttons', open_activity: 'Open', submit: 'Hand in my work', check: 'Check', close: 'Close' };
  let asked = null;

  /** Return our words in the learner's language, asked for once. */
  function ourWords(address) {
    asked ??= import(`${here}asking.js`)
      .then(({ ask }) => ask(`${address}ailab/words`))
      .then(answer => answer.json())
      .then(words => ({ ...english, ...words }))
      .catch(() => english);
    return asked;
  }

  /** Give a part what it works with: the application, its notebooks, the server's address, our words. */
  async function connectTo(part, app, tracker) {
    const address = app.serviceManager.serverSettings.baseUrl;
    const [{ connect }, { NotebookActions }, words] = await Promise.all([
      import(`${here}${part.name}.js`),
      sharedModule('@jupyterlab/notebook'),
      ourWords(address)
    ]);
    await connect({ app, tracker, actions: NotebookActions, address, words, sharedModule });
  }

  /** Return the plugins: a part that fails takes no other with it. */
  async function plugins() {
    const { INotebookTracker } = await sharedModule('@jupyterlab/notebook');
    return parts.map(part => ({
      id: `ailab:${part.name}`,
      description: part.description,
      autoStart: true,
      optional: [INotebookTracker],
      activate: async (app, tracker) => {
        if (tracker) {
          await connectTo(part, app, tracker);
        }
      }
    }));
  }

  const modules = {
    './extension': async () => {
      const ready = await plugins();
      return () => ({ __esModule: true, default: ready });
    },
    './style': async () => {
      addStyle();
      return () => ({});
    }
  };

  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB.ailab = {
    init: scope => {
      shared = scope;
    },
    get: async name => {
      if (!(name in modules)) {
        throw new Error(`ailab has no module ${name}`);
      }
      return modules[name]();
    }
  };
})();
