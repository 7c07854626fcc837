// The button that sends a module's exercises: it saves, then opens the page of the server that asks once and sends.
//
// The page stands in a window of its own above the notebook, so nobody loses their place.
import { addButton } from './frame.js';

const PLANE = 'M3 11.5 21 3 13.5 21 11 13.5 3 11.5ZM11 13.5 21 3';
const moduleOf = panel => /^(?:lessons|exercises)\/([a-z_]+)\//.exec(panel?.context.path ?? '')?.[1];

/** Let what stands in the frame close the window, and give it the height it needs. */
function settle(frame, dialog) {
  const page = frame.contentDocument;
  if (!page?.body) {
    return;
  }
  // A page that is shorter than the one before would keep its height.
  frame.style.height = '0';
  frame.style.height = `${page.documentElement.scrollHeight}px`;
  page.addEventListener('click', event => {
    if (event.target.closest('[data-close]')) {
      event.preventDefault();
      dialog.close();
    }
  });
  page.addEventListener('keydown', event => event.key === 'Escape' && dialog.close());
  page.querySelector('h1')?.focus();
}

/** Save every notebook and tell whether that worked. */
async function saveAll(app, tracker) {
  let failed = false;
  const watch = (_, state) => {
    failed ||= state === 'failed';
  };
  tracker.forEach(panel => panel.context.saveState.connect(watch));
  try {
    await app.commands.execute('docmanager:save-all');
  } finally {
    tracker.forEach(panel => panel.context.saveState.disconnect(watch));
  }
  return !failed;
}

function openWindow(address, module, words) {
  const dialog = document.createElement('dialog');
  dialog.className = 'ailab-submit';
  dialog.dir = words.language === 'ar' ? 'rtl' : 'ltr';
  dialog.setAttribute('aria-label', words.submit);
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = '✕';
  close.setAttribute('aria-label', words.close);
  close.addEventListener('click', () => dialog.close());
  const frame = document.createElement('iframe');
  frame.title = words.submit;
  frame.addEventListener('load', () => settle(frame, dialog));
  frame.src = `${address}ailab/submit/${module}?inside=1`;
  dialog.append(close, frame);
  // The keys of the window are not commands of JupyterLab.
  dialog.dataset.lmSuppressShortcuts = 'true';
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Put the button into the bar. */
export function connect({ app, tracker, address, words }) {
  if (!words.submit) {
    // On a short path nothing is handed in.
    return;
  }
  const button = addButton({
    name: 'submit',
    icon: PLANE,
    word: words.submit,
    rank: 60,
    press: async panel => {
      button.disabled = true;
      try {
        if (!(await saveAll(app, tracker))) {
          // JupyterLab has said why; what lies on the disk is not what the learner sees.
          return;
        }
        const dialog = openWindow(address, moduleOf(panel), words);
        dialog.addEventListener('close', () => {
          dialog.remove();
          void panel.content.activate();
        });
      } finally {
        button.disabled = false;
      }
    }
  });
  const show = () => {
    button.hidden = !moduleOf(tracker.currentWidget);
  };
  tracker.currentChanged.connect(show);
  show();
}
