// The player of a run. It moves the same picture that a notebook shows, by setting its clock.

const ICONS = {
  play: "M6 3.5v17L21 12z",
  pause: "M5 4h5v16H5zM14 4h5v16h-5z",
  again: "M12 4a8 8 0 1 0 8 8h-3a5 5 0 1 1-5-5v4l7-5.5L12 0z",
  back: "M19 4v16L8 12zM4 4h3v16H4z",
  on: "M5 4v16l11-8zM17 4h3v16h-3z",
};
const MARKS = { bump: "✸", pick: "↥", put: "↧", water: "◆", paint: "■", say: "…", nothing_here: "?", goal: "★", empty: "▯" };
const SLOTS = 16;
const SLOT_PX = 33; // so many that a finger finds each
const SPEEDS = [0.25, 0.5, 1, 2, 4];
const SVG = "http://www.w3.org/2000/svg";

function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

function draw(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function icon(button, name, label) {
  const svg = draw("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" });
  svg.append(draw("path", { d: ICONS[name] }));
  button.replaceChildren(svg);
  button.setAttribute("aria-label", label);
  button.title = label;
}

// Lines come as pairs: this line, for so many poses.
function spread(pairs) {
  return pairs.flatMap(([line, count]) => Array(count).fill(line));
}

function fill(text, words) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in words ? words[name] : whole));
}

function codeList(run) {
  const list = make("ol", { class: "code", dir: "ltr", lang: "en", tabindex: "0", "aria-label": run.labels.program });
  for (const line of run.source.replace(/\n+$/, "").split("\n")) list.append(make("li", {}, line || " "));
  return list;
}

// What happened close together shares a button, which tells all of it.
function eventButtons(run, slots, go) {
  const last = Math.max(run.poses - 1, 1);
  const shared = new Map();
  for (const event of run.events) {
    const slot = Math.round((slots * event[0]) / last);
    shared.set(slot, [...(shared.get(slot) || []), event]);
  }
  return [...shared].map(([slot, events]) => {
    const [at, first] = events[0];
    const told = toldOnce(events);
    const button = make("button", { type: "button", title: told, "aria-label": told, style: `left:${4 + (92 * slot) / slots}%`, "data-at": at });
    const rare = events.find(([, kind]) => kind === "goal" || kind === "empty");
    button.append(MARKS[rare ? rare[1] : first] || "•");
    button.addEventListener("click", () => go(at));
    return button;
  });
}

function toldOnce(events) {
  const counts = new Map();
  for (const [, , told] of events) counts.set(told, (counts.get(told) || 0) + 1);
  return [...counts].map(([told, count]) => (count > 1 ? `${told} × ${count}` : told)).join(" · ");
}

function plotFigure(plot, last) {
  const value = make("output");
  const svg = draw("svg", { viewBox: "0 0 1000 100", preserveAspectRatio: "none", "aria-hidden": "true" });
  if (plot.kind !== "text") {
    const low = Math.min(...plot.values, plot.kind === "step" ? 0 : Infinity);
    const high = Math.max(...plot.values, plot.kind === "step" ? 1 : -Infinity);
    const x = (at) => ((1000 * at) / last).toFixed(1);
    const y = (number) => (high === low ? 50 : 92 - (84 * (number - low)) / (high - low)).toFixed(1);
    let path = "";
    plot.values.forEach((number, index) => {
      path += index === 0 ? "M" : plot.kind === "step" ? `H${x(plot.at[index])}V` : "L";
      path += index > 0 && plot.kind === "step" ? y(number) : `${x(plot.at[index])} ${y(number)}`;
    });
    if (plot.kind === "step") path += "H1000";
    svg.append(draw("path", { d: path, fill: "none", stroke: "#0b6fa8", "stroke-width": "2", "vector-effect": "non-scaling-stroke" }));
  }
  const cursor = draw("path", { stroke: "#d9480f", "stroke-width": "2", "vector-effect": "non-scaling-stroke" });
  svg.append(cursor);
  const figure = make("figure", { class: "plot" }, make("figcaption", {}, make("span", {}, plot.sensor), value));
  if (plot.kind !== "text") figure.append(svg);
  const show = (at) => {
    let index = plot.at.length - 1;
    while (index > 0 && plot.at[index] > at) index -= 1;
    const known = plot.at[index] <= at;
    const said = plot.values[index];
    value.textContent = !known ? "–" : plot.kind === "step" ? (said ? "True" : "False") : plot.kind === "text" ? JSON.stringify(said) : said;
    cursor.setAttribute("d", `M${(1000 * at) / last} 0V100`);
  };
  return { figure, show };
}

// Puts the player of a run into an element; gives back the function that ends it.
function mount(host, run) {
  const { labels } = run;
  const last = Math.max(run.poses - 1, 1);
  const still = run.poses < 2 || run.seconds === 0;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const lines = spread(run.lines);
  let place = 0; // poses, with a fraction while playing
  let speed = 1;
  let frame = 0;
  let before = 0;
  let shown = -1;

  const root = make("section", { class: "ailab-player", dir: run.direction, lang: run.language, "aria-label": run.title });
  const scene = make("div", { class: "scene" });
  scene.innerHTML = run.svg;
  const picture = scene.querySelector("svg");
  picture.pauseAnimations();

  const main = make("button", { type: "button", class: "main" });
  const back = make("button", { type: "button" });
  const on = make("button", { type: "button" });
  icon(back, "back", labels.back);
  icon(on, "on", labels.on);
  // Time goes from left to right, as the buttons do.
  const slider = make("input", { type: "range", min: 0, max: last, value: 0, step: 1, dir: "ltr", "aria-label": labels.place });
  const bar = make("div", { class: "bar", dir: "ltr" }, back, main, on, make("div", { class: "slide" }, slider));
  const clock = make("span", { class: "clock" });
  const pace = make("select", { "aria-label": labels.speed, dir: "ltr" });
  for (const times of SPEEDS) pace.append(make("option", { value: times, ...(times === 1 ? { selected: "" } : {}) }, `× ${times}`));
  const under = make("div", { class: "under" }, clock, make("label", {}, `${labels.speed} `, pace));
  const heard = make("p", { class: "heard", role: "status" });

  const left = make("div", {}, scene, bar, under);
  const right = make("div");
  let strip = null;
  let slots = 0;
  if (run.events.length) {
    strip = make("div", { class: "strip" });
    left.append(make("h3", {}, labels.events), strip, heard);
  }
  const items = [];
  if (run.source) {
    const list = codeList(run);
    items.push(...list.children);
    right.append(make("h3", {}, labels.program), list);
  }
  const plots = run.plots.map((plot) => plotFigure(plot, last));
  if (plots.length) right.append(make("h3", {}, labels.sensors), ...plots.map((plot) => plot.figure));
  const told = make("ul", { class: "told" }, ...run.told.slice(1).map((line) => make("li", {}, line)));
  const words = make("details", {}, make("summary", {}, labels.words), make("pre", {}, run.twin));
  const parts = make("div", { class: "parts" }, left);
  if (right.childElementCount) parts.append(right);
  root.append(make("h2", {}, run.title), parts, told, words);
  host.replaceChildren(root);

  function caption(pose) {
    if (run.grid) return fill(labels.step, { now: pose, all: run.poses - 1 });
    const time = (share) => ((run.last * share) / last).toFixed(1);
    return fill(labels.time, { now: time(pose), all: time(last) });
  }

  function highlight(pose) {
    items.forEach((item, index) => {
      const now = lines[pose] === index + 1;
      if (now === item.classList.contains("now")) return;
      item.classList.toggle("now", now);
      if (now) item.setAttribute("aria-current", "step"); else item.removeAttribute("aria-current");
      // Only the list scrolls, never the page.
      if (now) item.parentElement.scrollTop = item.offsetTop - item.parentElement.clientHeight / 2;
    });
  }

  function markPast() {
    for (const button of strip.children) button.classList.toggle("past", Number(button.dataset.at) <= shown);
  }

  function show() {
    if (!still) picture.setCurrentTime((run.seconds * Math.min(place, last)) / last);
    const pose = Math.min(Math.floor(place + 1e-6), last);
    if (pose === shown) return;
    shown = pose;
    slider.value = pose;
    clock.textContent = caption(Math.min(pose, run.poses - 1));
    slider.setAttribute("aria-valuetext", clock.textContent);
    highlight(pose);
    plots.forEach((plot) => plot.show(pose));
    if (strip) {
      markPast();
      const now = run.events.filter(([at]) => at === pose).map(([, , event]) => event);
      if (now.length) heard.textContent = now.join(" · ");
      else if (pose === 0) heard.textContent = "";
    }
  }

  function face() {
    const name = frame ? "pause" : place >= last ? "again" : "play";
    icon(main, name, labels[name]);
    main.dataset.state = name;
  }

  function tick(now) {
    const seconds = Math.min((now - before) / 1000, 0.25);
    // Who asked for less motion sees the poses one after the other, four a second at most.
    if (!calm || now - before >= 250) {
      place += calm ? Math.max(1, Math.round((seconds * speed * last) / run.seconds)) : (seconds * speed * last) / run.seconds;
      before = now;
    }
    place = Math.min(place, last);
    show();
    if (place >= last) return pause();
    frame = requestAnimationFrame(tick);
  }

  function play() {
    if (still) return;
    if (place >= last) place = 0;
    before = performance.now();
    frame = requestAnimationFrame(tick);
    face();
  }

  function pause() {
    cancelAnimationFrame(frame);
    frame = 0;
    face();
  }

  function go(pose) {
    place = Math.max(0, Math.min(last, pose));
    show();
    face();
  }

  const toggle = () => (frame ? pause() : play());
  const step = (by) => { pause(); go(Math.round(place) + by); };
  main.addEventListener("click", toggle);
  back.addEventListener("click", () => step(-1));
  on.addEventListener("click", () => step(1));
  slider.addEventListener("input", () => { pause(); go(Number(slider.value)); });
  pace.addEventListener("change", () => { speed = Number(pace.value); });
  root.addEventListener("keydown", (event) => {
    const typing = event.target.closest("select, .code, summary");
    const keys = { ArrowLeft: () => step(-1), ArrowRight: () => step(1), Home: () => { pause(); go(0); }, End: () => { pause(); go(last); } };
    if (event.key === " " && !typing && !event.target.closest("button:not(.main)")) keys[" "] = toggle;
    if (!(event.key in keys) || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    // The notebook has its own ideas about these keys.
    event.preventDefault();
    event.stopPropagation();
    keys[event.key]();
  });
  const arrange = () => {
    parts.classList.toggle("two", root.clientWidth >= 640 && parts.childElementCount > 1);
    const room = Math.max(4, Math.min(SLOTS, Math.floor(left.clientWidth / SLOT_PX)));
    if (!strip || room === slots) return;
    slots = room;
    strip.replaceChildren(...eventButtons(run, slots, (at) => { pause(); go(at); }));
    markPast();
  };
  const watch = new ResizeObserver(arrange);
  watch.observe(root);
  arrange();
  show();
  face();
  if (!calm) play();
  return () => { cancelAnimationFrame(frame); watch.disconnect(); };
}
