// Rows of numbers that are painted. Nothing here knows the page.

/** Return rows with one number changed. */
export const painted = (rows, x, y, number) => rows.map((row, line) => (line === y ? row.map((old, column) => (column === x ? number : old)) : row));

/** Return rows with ink where a pen passes a point, in squares from the left and from the top; a wide pen leaves less at its edge. */
export function inked(rows, x, y, most) {
  return rows.map((row, line) =>
    row.map((old, column) => {
      const far = Math.hypot(column + 0.5 - x, line + 0.5 - y);
      return Math.max(old, Math.round(most * Math.min(1, Math.max(0, 1.35 - far))));
    })
  );
}

/** Return points from one to another, close enough for a line without gaps. */
export function between([fromX, fromY], [toX, toY]) {
  const count = Math.max(1, Math.ceil(Math.hypot(toX - fromX, toY - fromY) * 3));
  return Array.from({ length: count }, (_, index) => [fromX + ((toX - fromX) * (index + 1)) / count, fromY + ((toY - fromY) * (index + 1)) / count]);
}
