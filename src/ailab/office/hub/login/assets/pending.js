// Waiting for the course: the hub tells how far it is; whatever happens, the page is asked again.

const LATER_MS = 8_000;
const LAST_MS = 45_000;
const AGAIN_MS = 60_000;

const place = document.querySelector("[data-progress]");
const bar = place.querySelector("progress");
const words = place.querySelector("[data-words]");
const source = new EventSource(place.dataset.progress);

let again = setTimeout(() => location.reload(), AGAIN_MS);

source.addEventListener("message", event => {
  const { progress, ready, failed } = JSON.parse(event.data);
  if (typeof progress === "number") bar.value = Math.max(bar.value, progress);
  clearTimeout(again);
  again = setTimeout(() => location.reload(), AGAIN_MS);
  if (!ready && !failed) return;
  source.close();
  location.reload();
});

// Nothing stands still for somebody who waits.
setInterval(() => { bar.value = Math.min(90, bar.value + 1); }, 1_000);
setTimeout(() => { words.textContent = words.dataset.later; }, LATER_MS);
setTimeout(() => { words.textContent = words.dataset.last; }, LAST_MS);
