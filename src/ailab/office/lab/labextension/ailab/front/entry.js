// The front end of ailab inside JupyterLab: the style of right-to-left lessons, a button home, activities, replays.
//
// Written by hand in the shape JupyterLab loads: a container in window._JUPYTERLAB with init() and
// get(), as module federation makes them. The folder isn't called "static", because the server tells
// browsers to keep files below that name for ever.
(() => {
  'use strict';

  const here = document.currentScript.src.replace(/[^/]*$/, '');
  let shared = {};

  /** Return a module that JupyterLab shares with its extensions. */
  async function sharedModule(name) {
    const versions = Object.values(shared[name]);
    return (await versions[0].get())();
  }

  function addStyle() {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = `${here}lessons.css`;
    document.head.append(link);
  }

  const english = { home: 'Home', open_pad: 'Open the buttons', open_activity: 'Open' };

  /** Return our words in the learner's language. */
  async function ourWords(address) {
    try {
      const answer = await fetch(`${address}ailab/words`);
      return { ...english, ...(await answer.json()) };
    } catch {
      return english;
    }
  }

  async function addHomeButton(app) {
    const { Widget } = await sharedModule('@lumino/widgets');
    const address = app.serviceManager.serverSettings.baseUrl;
    const word = (await ourWords(address)).home;
    const button = document.createElement('button');
    button.className = 'ailab-home';
    button.dir = 'auto';
    button.textContent = `⌂ ${word}`;
    button.addEventListener('click', async () => {
      // The home page may rewrite the notebooks in another language: nothing typed may stay unsaved.
      button.disabled = true;
      try {
        await app.commands.execute('docmanager:save-all');
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

  const plugin = {
    id: 'ailab:home',
    description: 'A button that leads back to the course map.',
    autoStart: true,
    activate: app => {
      void app.started.then(() => addHomeButton(app));
    }
  };

  /** Return the plugin that lets replays play again and shows what was saved of widgets whose kernel is gone. */
  async function outputsPlugin() {
    const { INotebookTracker } = await sharedModule('@jupyterlab/notebook');
    return {
      id: 'ailab:outputs',
      description: 'Lets replays play again, and shows the picture saved beside a widget where the widget is gone.',
      autoStart: true,
      optional: [INotebookTracker],
      activate: async (_app, tracker) => {
        if (tracker) {
          const { watchOutputs } = await import(`${here}outputs.js`);
          watchOutputs(tracker);
        }
      }
    };
  }

  /** Return the plugin that connects activities with their notebooks. */
  async function activitiesPlugin() {
    const { INotebookTracker, NotebookActions } = await sharedModule('@jupyterlab/notebook');
    return {
      id: 'ailab:activities',
      description: 'Brings the answer of an activity into the answer cell, and back.',
      autoStart: true,
      optional: [INotebookTracker],
      activate: async (app, tracker) => {
        if (tracker) {
          const [{ connectActivities }, words] = await Promise.all([import(`${here}answers.js`), ourWords(app.serviceManager.serverSettings.baseUrl)]);
          connectActivities({ tracker, actions: NotebookActions, words });
        }
      }
    };
  }

  /** Return the plugin that lets an explanation repair the cell above it. */
  async function repairsPlugin() {
    const { INotebookTracker } = await sharedModule('@jupyterlab/notebook');
    return {
      id: 'ailab:repairs',
      description: 'Puts repaired code into the cell that a keyboard of another language spoilt.',
      autoStart: true,
      optional: [INotebookTracker],
      activate: async (_app, tracker) => {
        if (tracker) {
          const { connectRepairs } = await import(`${here}repairs.js`);
          connectRepairs(tracker);
        }
      }
    };
  }

  const modules = {
    './extension': async () => {
      const plugins = [plugin, await activitiesPlugin(), await outputsPlugin(), await repairsPlugin()];
      return () => ({ __esModule: true, default: plugins });
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
