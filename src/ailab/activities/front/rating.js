// Statements with stars: groups of the browser's own round buttons, drawn as stars with their number.

class Rating {
  constructor(desk) {
    Object.assign(this, { desk, scene: desk.scene, groups: desk.scene.statements.map(() => ownId('stars')) });
  }

  draw(node) {
    const star = (group, told, count) =>
      `<label class="option" title="${escaped(told)}"><input type="radio" name="${group}" value="${count}" aria-label="${escaped(told)}"><span class="text" aria-hidden="true">${count ? '★'.repeat(count) : '☆'} ${count}</span></label>`;
    const statement = ({ label }, index) =>
      `<fieldset class="options stars"><legend>${rich(label)}</legend>${this.scene.counts.map((told, count) => star(this.groups[index], told, count)).join('')}</fieldset>`;
    node.innerHTML = this.scene.statements.map(statement).join('');
    this.node = node;
    node.addEventListener('change', () => {
      const count = index => chosenOf(node, this.groups[index])[0];
      this.desk.edit(Object.fromEntries(this.scene.statements.map(({ name }, index) => [name, count(index) === undefined ? null : Number(count(index))])));
    });
  }

  take(value) {
    this.scene.statements.forEach(({ name }, index) => choose(this.node, this.groups[index], value[name] === null ? [] : [String(value[name])]));
  }

  spoken() {
    return this.scene.statements.map(each => each.label).join('. ');
  }
}

export default onDesk(Rating);
