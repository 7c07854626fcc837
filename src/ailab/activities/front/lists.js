// Pieces that lie in a pool and in lists: which lies where, and how they are moved. Nothing here knows the page.
//
// What lies where is a list of lists of pairs [name, depth]; whatever is named in none of them lies in the pool.

const DEEPEST = 6;

/** Return where a piece lies: the number of its list and its index there; null in the pool. */
export function placeOfPiece(lists, name) {
  for (const [list, pairs] of lists.entries()) {
    const index = pairs.findIndex(pair => pair[0] === name);
    if (index >= 0) {
      return { list, index };
    }
  }
  return null;
}

/** Return the lists without a piece. */
export const without = (lists, name) => lists.map(pairs => pairs.filter(pair => pair[0] !== name));

/** Return the lists with a piece at an index of a list, at the end when there is none. */
export function laid(lists, name, list, index = Infinity, depth = 0) {
  return without(lists, name).map((pairs, number) => (number === list ? [...pairs.slice(0, index), [name, depth], ...pairs.slice(index)] : pairs));
}

/** Return the lists with a piece one place up (-1) or down (1), from one list into the next at an end. */
export function shifted(lists, name, step) {
  const { list, index } = placeOfPiece(lists, name);
  const depth = lists[list][index][1];
  const to = index + step;
  if (to >= 0 && to < lists[list].length) {
    return laid(lists, name, list, to, depth);
  }
  const other = list + step;
  return other in lists ? laid(lists, name, other, step < 0 ? Infinity : 0, depth) : lists;
}

/** Return the lists with a piece set further in (1) or out (-1). */
export function indented(lists, name, step) {
  const place = placeOfPiece(lists, name);
  return lists.map((pairs, list) =>
    pairs.map((pair, index) => (list === place.list && index === place.index ? [name, Math.min(DEEPEST, Math.max(0, pair[1] + step))] : pair))
  );
}
