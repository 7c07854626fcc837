// The page of a visit looks again by itself, unless somebody is about to press a button on it.

const again = Number(document.currentScript.dataset.again) * 1000;

setInterval(() => {
  if (!document.querySelector("details[open]") && !document.hidden) location.replace(location.pathname);
}, again);
