// Options to choose from, as the browser's own buttons: they have their keys and their words already.

/** Return a group of options as HTML text; `kind` is radio or checkbox. */
function options(kind, group, legend, each) {
  const one = ({ name, label }) =>
    `<label class="option"><input type="${kind}" name="${group}" value="${escaped(name)}"><span class="text">${rich(label)}</span></label>`;
  return `<fieldset class="options" data-group="${group}"><legend class="${legend ? '' : 'unseen'}">${rich(legend)}</legend>${each.map(one).join('')}</fieldset>`;
}

const inputs = (node, group) => [...node.querySelectorAll(`[name="${group}"]`)];

/** Return the names of the options that are chosen. */
const chosenOf = (node, group) => inputs(node, group).filter(each => each.checked).map(each => each.value);

/** Choose these options and no others. */
function choose(node, group, names) {
  for (const input of inputs(node, group)) {
    input.checked = names.includes(input.value);
  }
}
