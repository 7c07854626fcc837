// The pages of logging in are forms that work without this; with it, fewer pages are loaded and digits can be pressed.

const PAUSE_MS = 350;

for (const part of document.querySelectorAll("[data-needs-script]")) part.hidden = false;

for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", event => {
    if (form.ariaBusy === "true") event.preventDefault();
    form.ariaBusy = "true";
  });
}
// Back from the next page: the form may be sent again.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form")) form.ariaBusy = "false";
});

for (const box of document.querySelectorAll("[data-show]")) {
  box.addEventListener("change", () => document.getElementById(box.dataset.show).classList.toggle("covered", !box.checked));
}

for (const keys of document.querySelectorAll("[data-keys]")) {
  const field = document.getElementById(keys.dataset.keys);
  keys.addEventListener("click", event => {
    const key = event.target.closest("[data-key]")?.dataset.key;
    if (!key) return;
    field.value = key === "back" ? field.value.slice(0, -1) : field.value + key;
  });
}

for (const form of document.querySelectorAll("form[data-pictures]")) {
  const field = form.elements.chosen;
  const count = Number(form.dataset.count);
  const slots = form.querySelector(".slots");
  let chosen = field.value ? field.value.split(",") : [];

  const draw = () => {
    for (const button of form.querySelectorAll("[name=picture]")) {
      const at = chosen.indexOf(button.value);
      button.ariaPressed = String(at >= 0);
      button.dataset.at = at >= 0 ? String(at + 1) : "";
    }
    [...slots.querySelectorAll(".slot")].forEach((slot, at) => slot.classList.toggle("full", at < chosen.length));
    slots.querySelector(".unseen").textContent = slots.dataset.left.replace("{count}", count - chosen.length);
    field.value = chosen.join(",");
  };

  form.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (!button) return;
    event.preventDefault();
    if (form.ariaBusy === "true") return;
    if (button.name === "again") chosen = [];
    else if (chosen.includes(button.value)) chosen = chosen.filter(each => each !== button.value);
    else chosen.push(button.value);
    draw();
    if (chosen.length < count) return;
    form.ariaBusy = "true";
    // Long enough to see the third picture pressed.
    setTimeout(() => form.submit(), PAUSE_MS);
  });
  draw();
}
