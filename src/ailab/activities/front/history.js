/** What can be taken back, and taken back again. */
export class History {
  constructor() {
    this.past = [];
    this.future = [];
  }

  keep(answer) {
    this.past.push(answer);
    this.future = [];
  }

  undo(answer) {
    return swap(this.past, this.future, answer);
  }

  redo(answer) {
    return swap(this.future, this.past, answer);
  }
}

function swap(from, to, answer) {
  if (!from.length) {
    return answer;
  }
  to.push(answer);
  return from.pop();
}
