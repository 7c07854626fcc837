// Where an answer stands in the text of a notebook's cell. Knows a little Python, and nothing of notebooks.

const OPENS = '([{';
const CLOSES = ')]}';
const MARK = '✎';
/** A pad, or another activity whose first argument is a text: the name of its answer, or what it reads or runs. */
const ACTIVITY =
  /^(?![^\n]*\bdef\s)[^#\n]*?(?<![\w.])(?:(pad)\s*\(|(parsons|sort_cards|quiz|predict|pixels|draw|reflect|stars|label_map|watch|listen)\s*\(\s*(?:t\(\s*)?["'](\w*))/m;
const NOTHING = /^(?:\.\.\.|None|""|''|\[\s*\]|\{\s*\})$/;

/** Return where the text in quotes that begins here ends. */
function endOfText(source, start) {
  const quote = source[start];
  const closing = source.startsWith(quote.repeat(3), start) ? quote.repeat(3) : quote;
  let index = start + closing.length;
  while (index < source.length && !source.startsWith(closing, index)) {
    index += source[index] === '\\' ? 2 : 1;
  }
  return Math.min(source.length, index + closing.length);
}

const endOfLine = (source, start) => {
  const found = source.indexOf('\n', start);
  return found < 0 ? source.length : found;
};

/** Return where a Python expression that begins here ends: with its line, unless brackets are open. */
function endOfExpression(source, start) {
  let depth = 0;
  let index = start;
  while (index < source.length) {
    const sign = source[index];
    if (sign === '"' || sign === "'") {
      index = endOfText(source, index);
      continue;
    }
    if (depth === 0 && (sign === '\n' || sign === '#' || sign === ';')) {
      break;
    }
    if (sign === '#') {
      index = endOfLine(source, index);
      continue;
    }
    depth += OPENS.includes(sign) - CLOSES.includes(sign);
    index += 1;
  }
  return index;
}

/** Return where a name is assigned at the beginning of a line, and the text of its value; null when nowhere. */
export function findAssignment(source, name) {
  const found = new RegExp(`^${name}[ \\t]*=(?!=)[ \\t]*`, 'm').exec(source);
  if (!found) {
    return null;
  }
  const from = found.index + found[0].length;
  const until = endOfExpression(source, from);
  const value = source.slice(from, until).trimEnd();
  const line = source.slice(until, endOfLine(source, until));
  // The sign that says "write here" has done its work.
  const end = line.startsWith('#') && line.includes(MARK) ? until + line.length : from + value.length;
  return { start: found.index, end, value };
}

/** Return where the line stands that says "write here"; null when there is none. */
function findPlaceholder(source) {
  const found = new RegExp(`^\\.\\.\\.[ \\t]*#[^\\n]*${MARK}[^\\n]*`, 'm').exec(source);
  return found && { start: found.index, end: found.index + found[0].length, value: '...' };
}

/** Return what an answer cell says about a name; null when it is no answer cell for it. */
export function placeFor(source, name) {
  return findAssignment(source, name) ?? (new RegExp(`\\b${name}\\b`).test(source) ? findPlaceholder(source) : null);
}

/** Tell whether nothing has been written in place of an answer. */
export const isNothing = value => NOTHING.test(value.trim());

/** Return the activity that a cell's text shows, with the name of its answer; null when it shows none. */
export function activityIn(source) {
  const found = ACTIVITY.exec(source);
  return found && { kind: found[1] ?? found[2], name: found[1] ? 'cards' : found[3] };
}

/** Return the names that a cell's text makes at the beginning of its lines. */
export function namesBound(source) {
  const found = source.matchAll(/^(?:(?:def|class)\s+(\w+)|(\w+(?:\s*,\s*\w+)*)\s*=(?!=)|(?:from\s+\S+\s+)?import\s+([\w ,]+))/gm);
  return [...found].flatMap(([, made, assigned, brought]) => (made ?? assigned ?? brought).split(',').map(name => name.trim().split(/\s+as\s+/).pop()));
}

/** Tell whether a cell's text brings names from elsewhere and does nothing else. */
export function onlyImports(source) {
  const lines = source.split('\n').filter(line => line.trim() && !line.startsWith('#'));
  return lines.length > 0 && lines.every(line => /^(?:import|from)\s/.test(line));
}
