// Signs of the buttons and cards, drawn on 24 by 24; none needs a font.

const STROKES = {
  forward: 'M12 20.5V4.5M5.5 11 12 4.5l6.5 6.5',
  turn_left: 'M18.5 20.5V14a6 6 0 0 0-6-6H4.5M9.5 3 4.5 8l5 5',
  turn_right: 'M5.5 20.5V14a6 6 0 0 1 6-6h8M14.5 3l5 5-5 5',
  pick: 'M4 14v6h16v-6M12 15.5V3.5M7 8.5l5-5 5 5',
  put: 'M4 14v6h16v-6M12 3.5v12M7 10.5l5 5 5-5',
  water: 'M12 3c4 4.8 6.5 8 6.5 11.3a6.5 6.5 0 0 1-13 0C5.5 11 8 7.8 12 3ZM9 14.5a3 3 0 0 0 2.5 3',
  paint: 'M19.5 3.5 11 11.5l2.5 2.5 7-9.5zM10.5 12.2c-4 .3-2.5 5-6.5 6.3 3.5 2.5 9 1.5 9.2-3.7z',
  say: 'M4 5h16v11H11l-5 4v-4H4z',
  repeat: 'M17 2.5l4 4-4 4M3 12v-1.5a4 4 0 0 1 4-4h14M7 21.5l-4-4 4-4M21 12v1.5a4 4 0 0 1-4 4H3',
  if_wall: 'M3 5h18v14H3zM3 12h18M12 5v7M7.5 12v7M16.5 12v7',
  free: 'M4 3.5v17M20 3.5v17M12 20V6.5M8 10.5l4-4 4 4',
  repeat_until_goal: 'M20.2 8.5A9 9 0 1 0 21 12M21 3.5v5h-5M9.5 17V7.5M9.5 8H15l-1.7 2.2L15 12.5H9.5',
  step: 'M5 5v14l10-7zM19 5v14',
  step_back: 'M19 5v14L9 12zM5 5v14',
  to_start: 'M20 5v14l-7-7zM11 5v14l-7-7z',
  to_end: 'M4 5v14l7-7zM13 5v14l7-7z',
  reset: 'M4 12a8 8 0 1 0 2.6-5.9L4 8.5M4 3v5.5h5.5',
  undo: 'M8.5 6 3.5 11l5 5M3.5 11h10a6 6 0 0 1 6 6v2',
  redo: 'M15.5 6l5 5-5 5M20.5 11h-10a6 6 0 0 0-6 6v2',
  remove: 'M4 7h16M9 7V3.5h6V7M6 7l1 13.5h10L18 7M10 11v6M14 11v6',
  check: 'M4 12.8l5.5 5.7L20.5 6',
  copy: 'M8 8h12v13H8zM16 8V3H4v13h4',
  up: 'M12 20.5V4.5M5.5 11 12 4.5l6.5 6.5',
  down: 'M12 3.5v16M5.5 13l6.5 6.5 6.5-6.5',
  further_in: 'M4 4v16M9 12h11.5M14.5 6l6 6-6 6',
  further_out: 'M20 4v16M15 12H3.5M9.5 6l-6 6 6 6',
  take_out: 'M5.5 5.5l13 13M18.5 5.5l-13 13',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
};
const FILLS = {
  run: 'M6.5 3.5v17l14-8.5z',
  stop: 'M5.5 5.5h13v13h-13z',
  star: 'M12 2.5l2.9 6.3 6.9.8-5.1 4.7 1.4 6.8-6.1-3.4-6.1 3.4 1.4-6.8L2.2 9.6l6.9-.8z',
};

/** Return a sign as SVG text; it says nothing to a screen reader, the label beside it does. */
export function icon(name, degrees = 0) {
  const path = FILLS[name] ?? STROKES[name] ?? STROKES.say;
  const look = name in FILLS ? 'fill="currentColor"' : 'fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"';
  return `<svg class="icon icon-${name}" viewBox="0 0 24 24" aria-hidden="true" focusable="false" style="--turn:${degrees}deg"><path d="${path}" ${look}/></svg>`;
}
