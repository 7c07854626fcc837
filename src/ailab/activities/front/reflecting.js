// Questions with room for a few words each.

const WRITE_AFTER_MS = 700;

class Reflecting {
  constructor(desk) {
    Object.assign(this, { desk, scene: desk.scene });
  }

  draw(node) {
    const field = ({ name, label }) =>
      `<label class="field"><span>${rich(label)}</span><textarea rows="2" dir="auto" maxlength="${this.scene.longest}" data-name="${escaped(name)}"></textarea></label>`;
    node.innerHTML = this.scene.questions.map(field).join('');
    this.fields = [...node.querySelectorAll('textarea')];
    node.addEventListener('input', event => {
      this.aligned(event.target);
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.write(), WRITE_AFTER_MS);
    });
    node.addEventListener('change', () => this.write());
  }

  write() {
    clearTimeout(this.waiting);
    this.desk.edit(Object.fromEntries(this.fields.map(each => [each.dataset.name, each.value.trim()])));
  }

  take(value) {
    for (const field of this.fields) {
      // What is being typed stays as it is, down to its last space.
      if (field.value.trim() !== value[field.dataset.name]) {
        field.value = value[field.dataset.name];
      }
      this.aligned(field);
    }
  }

  /** Let a text begin where its first letter begins, an empty field where the reader's lines do. */
  aligned(field) {
    field.dir = field.value ? 'auto' : this.scene.direction;
  }

  spoken() {
    return this.scene.questions.map(each => each.label).join('. ');
  }

  leave() {
    clearTimeout(this.waiting);
  }
}

export default onDesk(Reflecting);
