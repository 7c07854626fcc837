// A piece that is dragged by mouse, pen or finger, over lists that are marked with data-list.

const DRAG_FROM_PX = 7;
const INDENT_PX = 32;
const LIST_PADDING_PX = 8;

/** Let the pieces inside a node be dragged; `dropped` is told {name, list, index, right} where one is put, list null outside. */
function dragging(node, { may, dropped, rightToLeft }) {
  let busy = false;
  node.addEventListener('pointerdown', event => {
    const piece = event.target.closest('.piece');
    if (!piece || event.button !== 0 || !may()) {
      return;
    }
    const drag = { piece, box: piece.getBoundingClientRect(), x: event.clientX, y: event.clientY, moved: false };
    const moved = happened => follow(node, drag, happened);
    const ended = happened => {
      window.removeEventListener('pointermove', moved);
      window.removeEventListener('pointerup', ended);
      window.removeEventListener('pointercancel', ended);
      busy = drag.moved;
      // The click that ends a drag comes right after it; none comes after a cancelled one.
      setTimeout(() => (busy = false));
      piece.style.translate = '';
      piece.classList.remove('dragged');
      node.querySelectorAll('.drop').forEach(each => each.classList.remove('drop'));
      if (drag.moved && happened.type === 'pointerup') {
        dropped({ name: piece.dataset.name, ...target(node, drag, happened, rightToLeft) });
      }
    };
    window.addEventListener('pointermove', moved);
    window.addEventListener('pointerup', ended);
    window.addEventListener('pointercancel', ended);
  });
  return { busy: () => busy };
}

function follow(node, drag, event) {
  const [right, down] = [event.clientX - drag.x, event.clientY - drag.y];
  if (!drag.moved && Math.hypot(right, down) < DRAG_FROM_PX) {
    return;
  }
  event.preventDefault();
  drag.moved = true;
  drag.piece.classList.add('dragged');
  drag.piece.style.translate = `${right}px ${down}px`;
  const over = listAt(node, event);
  node.querySelectorAll('[data-list]').forEach(each => each.classList.toggle('drop', each === over));
}

/** Return the list under a point. */
function listAt(node, { clientX, clientY }) {
  return [...node.querySelectorAll('[data-list]')].find(each => {
    const box = each.getBoundingClientRect();
    return clientX >= box.left && clientX <= box.right && clientY >= box.top && clientY <= box.bottom;
  });
}

function target(node, drag, event, rightToLeft) {
  const list = listAt(node, event);
  if (!list) {
    return { list: null };
  }
  const others = [...list.querySelectorAll('.piece')].filter(each => each !== drag.piece);
  const middle = each => each.getBoundingClientRect().top + each.offsetHeight / 2;
  const box = list.getBoundingClientRect();
  const moved = event.clientX - drag.x;
  const edge = rightToLeft ? box.right - (drag.box.right + moved) : drag.box.left + moved - box.left;
  const right = Math.round((edge - LIST_PADDING_PX) / INDENT_PX);
  return { list: Number(list.dataset.list), index: others.filter(each => middle(each) < event.clientY).length, right };
}
