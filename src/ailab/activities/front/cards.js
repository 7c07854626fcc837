// Cards as plain nested data, and what one can do with them: every function gives new cards back.
//
// A card is a word ("forward"), or a list that begins with one: ["repeat", 3, [cards]],
// ["if_wall", [cards], [cards]], ["paint", "red"]. A place is a list of indices from the outside in,
// so that cards[2][2][0] stands at [2, 2, 0]: the first card inside the third one.

/** Return the word of a card. */
export const word = card => (Array.isArray(card) ? card[0] : card);

/** Return where the lists inside a card stand. */
export const branches = card => (Array.isArray(card) ? card.flatMap((part, index) => (Array.isArray(part) ? [index] : [])) : []);

/** Return what stands at a place. */
export const at = (cards, place) => place.reduce((part, index) => part[index], cards);

/** Return the list that holds a place, as a place of its own, and the index in it. */
export const split = place => [place.slice(0, -1), place[place.length - 1]];

export const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

function changed(cards, place, change) {
  if (!place.length) {
    return change(cards);
  }
  const [index, ...rest] = place;
  return cards.map((part, number) => (number === index ? changed(part, rest, change) : part));
}

/** Return the cards with one more, before what stands at that place now. */
export function insert(cards, place, card) {
  const [list, index] = split(place);
  return changed(cards, list, found => [...found.slice(0, index), card, ...found.slice(index)]);
}

/** Return the cards without the one at a place. */
export function remove(cards, place) {
  const [list, index] = split(place);
  return changed(cards, list, found => found.filter((_, number) => number !== index));
}

/** Return the cards with another one at a place. */
export const replace = (cards, place, card) => changed(cards, place, () => card);

/** Return the places of all cards, in the order in which they are read. */
export function places(cards, list = []) {
  return cards.flatMap((card, index) => {
    const place = [...list, index];
    return [place, ...branches(card).flatMap(branch => places(card[branch], [...place, branch]))];
  });
}

/** Return all places where a card could be put, in the order in which they are read. */
export function gaps(cards, list = []) {
  const before = cards.flatMap((card, index) => {
    const place = [...list, index];
    return [place, ...branches(card).flatMap(branch => gaps(card[branch], [...place, branch]))];
  });
  return [...before, [...list, cards.length]];
}

/** Return the cards with the one at `from` lifted out and put into a gap of what remains. */
export const move = (cards, from, to) => insert(remove(cards, from), to, at(cards, from));

/** Return the neighboring gap of a card, one reading step on (1) or back (-1), as a gap of what remains without it. */
export function neighbor(cards, from, step) {
  const open = gaps(remove(cards, from));
  const now = open.findIndex(gap => same(gap, from));
  return open[Math.min(open.length - 1, Math.max(0, now + step))];
}

/** Return a gap between all cards as a gap of what remains without the one at `from`; null when it lies inside that card. */
export function gapWithout(from, gap) {
  const [list, index] = split(from);
  const shares = list.every((number, depth) => gap[depth] === number);
  if (!shares || gap.length <= list.length) {
    return gap;
  }
  const there = gap[list.length];
  if (there === index && gap.length > from.length) {
    return null;
  }
  return there > index ? [...list, there - 1, ...gap.slice(list.length + 1)] : gap;
}
