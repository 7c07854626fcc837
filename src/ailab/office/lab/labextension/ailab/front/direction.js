// Which way the lines of an editor run. A line of Markdown with an Arabic letter runs from the right, whatever it begins
// with; what stands in it as code, formula or address stays as it is. A line of Python always runs from the left, and the
// Arabic in its comments and texts is kept together, each in its own order: a list of Arabic words keeps its order too.

const ARABIC = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const LETTER = /\p{L}/u;
const FENCE = /^\s{0,3}(?:```|~~~)/;
/** Code, formulas, targets of links, tags, addresses. */
const NOT_PROSE = /`[^`]+`|\$[^$\s][^$]*\$|(?<=\])\([^)]*\)|<[^>]*>|https?:\S+/g;
const PROSE_MARKER = /^(#[:!]?\s*)/;
const QUOTES = /^([A-Za-z]*)("""|'''|"|')/;

/** Return the direction of each line of a Markdown text; a line without letters runs as the notebook does. */
export function directions(lines, language) {
  const plain = language === 'ar' ? 'rtl' : 'ltr';
  let inCode = false;
  return lines.map(line => {
    const fence = FENCE.test(line);
    inCode = fence ? !inCode : inCode;
    if (inCode || fence) {
      return 'ltr';
    }
    return ARABIC.test(line) ? 'rtl' : LETTER.test(line) ? 'ltr' : plain;
  });
}

/** Return where pieces begin and end that stay left-to-right in a line of Markdown that runs from the right. */
export const islands = line => [...line.matchAll(NOT_PROSE)].map(found => [found.index, found.index + found[0].length]);

/** Return where the words begin and end inside a comment or a text in quotes; null when no Arabic stands there. */
export function wordsIn(source) {
  if (!ARABIC.test(source)) {
    return null;
  }
  const comment = PROSE_MARKER.exec(source);
  if (comment) {
    return [comment[0].length, source.length];
  }
  const quotes = QUOTES.exec(source);
  if (!quotes) {
    return null;
  }
  const end = source.endsWith(quotes[2]) && source.length >= quotes[0].length + quotes[2].length ? source.length - quotes[2].length : source.length;
  return [quotes[0].length, end];
}

function markdownExtension({ view, state }, language) {
  const { Decoration, Direction, EditorView } = view;
  const line = { rtl: Decoration.line({ attributes: { dir: 'rtl' } }), ltr: Decoration.line({ attributes: { dir: 'ltr' } }) };
  const island = Decoration.mark({ attributes: { dir: 'ltr' }, class: 'ailab-island', bidiIsolate: Direction.LTR });
  const draw = ({ doc }) => {
    const lines = Array.from({ length: doc.lines }, (_, index) => doc.line(index + 1));
    const runs = directions(lines.map(each => each.text), language());
    return lines.flatMap(({ from, text }, index) => {
      const inside = runs[index] === 'rtl' ? islands(text).map(([start, end]) => island.range(from + start, from + end)) : [];
      return [line[runs[index]].range(from), ...inside];
    });
  };
  return follow(view, state, draw, [EditorView.perLineTextDirection.of(true)]);
}

function codeExtension({ view, state, syntax }) {
  const { Decoration, Direction } = view;
  const words = Decoration.mark({ attributes: { dir: 'rtl' }, class: 'ailab-island', bidiIsolate: Direction.RTL });
  const draw = editor => {
    const found = [];
    syntax.syntaxTree(editor).iterate({
      enter: node => {
        if (/^(?:Comment|String|FormatString)$/.test(node.name)) {
          const place = wordsIn(editor.doc.sliceString(node.from, node.to));
          found.push(...(place ? pieces(editor.doc, node.from + place[0], node.from + place[1]) : []));
        }
      }
    });
    return found.map(([from, to]) => words.range(from, to));
  };
  return follow(view, state, draw, [], syntax.syntaxTree);
}

/** Return the parts of a range line by line: what holds pieces of a line together ends with the line. */
function pieces(doc, from, to) {
  const found = [];
  for (let at = from; at < to; ) {
    const { to: end } = doc.lineAt(at);
    const stop = Math.min(end, to);
    if (stop > at) {
      found.push([at, stop]);
    }
    at = end + 1;
  }
  return found;
}

/** Return an extension that draws anew whenever the text, or what is known of it, changes. */
function follow({ Decoration, EditorView, ViewPlugin }, { Prec }, draw, more, facts = () => null) {
  const drawn = state => Decoration.set(draw(state), true);
  class Drawing {
    constructor(view) {
      this.decorations = drawn(view.state);
    }

    update({ docChanged, startState, state }) {
      if (docChanged || facts(startState) !== facts(state)) {
        this.decorations = drawn(state);
      }
    }
  }
  const plugin = ViewPlugin.fromClass(Drawing, {
    provide: made => {
      const of = view => view.plugin(made)?.decorations ?? Decoration.none;
      // Outermost, so that the colors of a word don't cut it into pieces.
      return Prec.lowest([EditorView.decorations.of(of), EditorView.bidiIsolatedRanges.of(of)]);
    }
  });
  return [plugin, ...more];
}

async function modules(sharedModule) {
  const [view, state, syntax] = await Promise.all(['view', 'state', 'language'].map(name => sharedModule(`@codemirror/${name}`)));
  return { view, state, syntax };
}

function meet(panel, codemirror) {
  const language = () => panel.context.model.getMetadata('ailab')?.language;
  const met = new WeakSet();
  const teach = cell => {
    if (met.has(cell) || cell.model.type === 'raw') {
      return;
    }
    met.add(cell);
    const extension = cell.model.type === 'code' ? codeExtension(codemirror) : markdownExtension(codemirror, language);
    void cell.ready.then(() => cell.editor?.injectExtension(extension));
  };
  const teachAll = () => panel.content.widgets.forEach(teach);
  void panel.context.ready.then(() => {
    panel.node.dataset.ailabLanguage = language() ?? '';
    teachAll();
    // A cell's widget is made after its model.
    panel.context.model.cells.changed.connect(() => setTimeout(() => panel.isDisposed || teachAll()));
  });
}

/** Teach the editors of all notebooks. */
export async function connect({ tracker, sharedModule }) {
  const codemirror = await modules(sharedModule);
  tracker.forEach(panel => meet(panel, codemirror));
  tracker.widgetAdded.connect((_, panel) => meet(panel, codemirror));
}
