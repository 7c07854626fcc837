// A button that reads aloud with a voice of this machine; where it has none in the language, the button stays hidden.

const speaker = () => globalThis.speechSynthesis ?? null;

/** Return a voice of this machine that speaks a language; never one that sends the text away. */
function localVoice(language) {
  const voices = speaker()?.getVoices() ?? [];
  return voices.find(each => each.localService && each.lang.toLowerCase().startsWith(language)) ?? null;
}

/** Let a button read what `text` returns; it shows itself once there is a voice. Returns what to do when it leaves. */
function readsAloud(button, language, text, words) {
  const show = () => (button.hidden = !localVoice(language));
  const stop = () => {
    if (button.getAttribute('aria-pressed') === 'true') {
      speaker().cancel();
    }
  };
  const speaking = whether => {
    button.setAttribute('aria-pressed', String(whether));
    button.innerHTML = `${icon(whether ? 'stop' : 'say')}<span class="text">${escaped(whether ? words.hush : words.listen)}</span>`;
  };
  speaking(false);
  show();
  speaker()?.addEventListener?.('voiceschanged', show);
  button.addEventListener('click', () => {
    if (button.getAttribute('aria-pressed') === 'true') {
      stop();
      return;
    }
    speaker().cancel();
    const saying = new SpeechSynthesisUtterance(plain(text()));
    Object.assign(saying, { voice: localVoice(language), lang: localVoice(language).lang, rate: 0.9 });
    saying.onend = saying.onerror = () => speaking(false);
    speaking(true);
    speaker().speak(saying);
  });
  return () => {
    stop();
    speaker()?.removeEventListener?.('voiceschanged', show);
  };
}
