// The map with its robot: draws any pose of a run that Python has computed, and glides between poses.
//
// `scene` says what the map looks like, `play` what happened; nothing here knows the rules of a world.

const SVG = 'http://www.w3.org/2000/svg';
const GLIDE_MS = 380;
const LONGEST_MS = 9000;
const QUICKEST_MS = 24;
const BUMP_SHARE = 0.22;

const group = (parent, name) => {
  const made = document.createElementNS(SVG, 'g');
  made.setAttribute('class', name);
  parent.append(made);
  return made;
};

/** Return how far a robot that meets a wall leans towards it, at this share of the time. */
const lean = share => Math.sin(Math.PI * share) * BUMP_SHARE;

export class Stage {
  constructor(node, scene) {
    this.scene = scene;
    this.pose = 0;
    this.turn = 0;
    // Patterns are found by name in the whole page: every map has names of its own.
    node.innerHTML = scene.map.replaceAll('§', `pad${Math.random().toString(36).slice(2, 10)}`);
    const drawing = node.querySelector('svg');
    this.below = group(drawing, 'below');
    this.robot = group(drawing, 'robot');
    this.above = group(drawing, 'above');
    this.robot.innerHTML = scene.robot;
  }

  get last() {
    return this.play.x.length - 1;
  }

  /** Take a new run without showing it; return the first pose that differs from the run before. */
  take(play) {
    const before = this.play;
    this.stop();
    this.play = play;
    if (!before) {
      return 0;
    }
    const length = Math.min(before.x.length, play.x.length);
    const columns = ['x', 'y', 'heading'];
    let index = 0;
    while (index < length && columns.every(name => before[name][index] === play[name][index])) {
      index += 1;
    }
    return Math.max(0, index - 1);
  }

  /** Show one pose as it stands. */
  show(pose) {
    this.pose = Math.max(0, Math.min(pose, this.last));
    const { x, y, heading } = this.play;
    this.place(x[this.pose], y[this.pose], heading[this.pose]);
    this.furnish(this.pose);
  }

  /** Glide to a pose and call `onPose` at each one on the way; true when it was reached, false when stopped. */
  async glide(to, onPose, calm) {
    this.stop();
    const turn = this.turn;
    const each = Math.max(QUICKEST_MS, Math.min(GLIDE_MS, LONGEST_MS / Math.max(1, to - this.pose)));
    while (this.pose < to) {
      const next = this.pose + 1;
      if (!calm && !(await this.tween(this.pose, next, each, turn))) {
        return false;
      }
      this.show(next);
      onPose(next);
      if (calm && !(await this.rest(Math.min(each, 160), turn))) {
        return false;
      }
    }
    return true;
  }

  /** End whatever is under way. */
  stop() {
    this.turn += 1;
  }

  rest(time, turn) {
    return new Promise(done => setTimeout(() => done(turn === this.turn), time));
  }

  tween(from, to, time, turn) {
    const { x, y, heading } = this.play;
    const bumps = this.play.said.some(said => said.at === to && said.kind === 'bump');
    const angle = (heading[to] * Math.PI) / 180;
    return new Promise(done => {
      const began = performance.now();
      const frame = now => {
        if (turn !== this.turn) {
          done(false);
          return;
        }
        const share = Math.max(0, Math.min(1, (now - began) / time));
        const eased = share * share * (3 - 2 * share);
        const mix = column => column[from] + (column[to] - column[from]) * eased;
        const ahead = bumps ? lean(share) : 0;
        this.place(mix(x) + Math.sin(angle) * ahead, mix(y) - Math.cos(angle) * ahead, mix(heading));
        if (share < 1) {
          requestAnimationFrame(frame);
        } else {
          done(true);
        }
      };
      requestAnimationFrame(frame);
    });
  }

  place(x, y, heading) {
    this.robot.setAttribute('transform', `${this.spot(x, y)} rotate(${heading})`);
  }

  spot(x, y) {
    const { cell } = this.scene;
    return `translate(${(x + 0.5) * cell} ${(y + 0.5) * cell})`;
  }

  /** Draw what lies on the floor, stands there or is shown at this pose. */
  furnish(pose) {
    const { shapes, above } = this.scene;
    const now = this.play.spans.filter(span => span.since <= pose && (span.until === null || pose < span.until));
    const drawn = spans => spans.map(span => `<g class="${span.shape}" transform="${this.spot(span.x, span.y)}">${shapes[span.shape]}</g>`).join('');
    this.below.innerHTML = drawn(now.filter(span => !above.includes(span.shape)));
    this.above.innerHTML = drawn(now.filter(span => above.includes(span.shape)));
  }
}
