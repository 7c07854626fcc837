// Keys of the marking page. Every one of them presses something that stands on the page: without this file, buttons and Tab do the same.

const form = document.querySelector("#mark");
const criteria = form ? [...form.querySelectorAll("fieldset.criterion")] : [];
const MIDDLE_ROW = ["KeyA", "KeyS", "KeyD", "KeyF", "KeyG", "KeyH", "KeyJ", "KeyK", "KeyL"];
const PRESSED = { u: "#undo button", Backspace: "#undo button", y: "#redo button", r: "#later", n: "#skip, #next", p: "#before" };
let leaving = false;

const radios = at => [...criteria[at].querySelectorAll("input")];
const chosen = at => radios(at).find(each => each.checked);

function current() {
  const at = criteria.indexOf(document.activeElement?.closest("fieldset.criterion"));
  return at >= 0 ? at : Math.max(0, criteria.findIndex((_, each) => !chosen(each)));
}

function goTo(at) {
  (chosen(at) ?? radios(at)[0]).focus();
  criteria[at].scrollIntoView({ block: "nearest" });
}

function give(level) {
  const at = current(), radio = radios(at)[level];
  if (!radio) return;
  radio.checked = true;
  const open = criteria.findIndex((_, each) => !chosen(each));
  if (at < criteria.length - 1) goTo(at + 1);
  else if (open >= 0) goTo(open);
  else form.requestSubmit(form.querySelector("#save"));
}

// On French keyboards digits need Shift, on Arabic ones they may be others: the place of a key counts as much as its sign.
function digit(event) {
  if (event.key.length !== 1) return -1;
  const sign = "0123456789".indexOf(event.key) >= 0 ? "0123456789".indexOf(event.key) : "٠١٢٣٤٥٦٧٨٩".indexOf(event.key);
  if (sign >= 0) return sign;
  const place = /^(?:Digit|Numpad)(\d)$/.exec(event.code);
  return place && !event.shiftKey ? Number(place[1]) : -1;
}

function letter(event) {
  const key = event.key.toLowerCase();
  if (/^[a-z]$/.test(key) || event.key === "Backspace") return event.key === "Backspace" ? "Backspace" : key;
  return /^Key[A-Z]$/.test(event.code) ? event.code[3].toLowerCase() : "";
}

function isWriting(target) {
  return target.matches("textarea, select, input:not([type=radio]):not([type=checkbox])");
}

function act(event) {
  const level = digit(event);
  if (level >= 0 && form) return give(level), true;
  const comment = form && form.querySelector(`input[data-key="${MIDDLE_ROW.indexOf(event.code)}"]`);
  if (comment) return (comment.checked = !comment.checked), comment.scrollIntoView({ block: "nearest" }), true;
  if (form && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    goTo((current() + (event.key === "ArrowDown" ? 1 : -1) + criteria.length) % criteria.length);
    return true;
  }
  if (form && letter(event) === "e") return form.querySelector("#own").focus(), true;
  const place = PRESSED[letter(event)], button = place && document.querySelector(place);
  if (button) return (leaving = true), button.click(), true;
  return false;
}

document.addEventListener("submit", () => { leaving = true; });
addEventListener("pageshow", () => { leaving = false; });
document.addEventListener("keydown", event => {
  if (event.isComposing || event.repeat || event.ctrlKey && event.key !== "Enter" || event.altKey || event.metaKey) return;
  if (leaving) return event.preventDefault();
  if (isWriting(event.target)) {
    if (event.key === "Escape" && criteria.length) goTo(current());
    if (event.key === "Enter" && event.ctrlKey && form) form.requestSubmit(form.querySelector("#save"));
    return;
  }
  if (act(event)) event.preventDefault();
});
