// A question with options, and reasons to choose one from.

class Choosing {
  constructor(desk) {
    Object.assign(this, { desk, scene: desk.scene, group: ownId('choice'), why: ownId('reason') });
  }

  draw(node) {
    const { options: given, reasons, several, labels, prompt } = this.scene;
    const because = reasons.length ? options('radio', this.why, labels.why, reasons) : '';
    node.innerHTML = options(several ? 'checkbox' : 'radio', this.group, '', given) + because;
    node.querySelector('legend').innerHTML = rich(prompt);
    this.node = node;
    node.addEventListener('change', () => this.desk.edit({ choice: chosenOf(node, this.group), reason: chosenOf(node, this.why) }));
  }

  take({ choice, reason }) {
    choose(this.node, this.group, choice);
    choose(this.node, this.why, reason);
  }

  spoken() {
    return [...this.scene.options, ...this.scene.reasons].map(each => each.label).join('. ');
  }
}

export default onDesk(Choosing);
