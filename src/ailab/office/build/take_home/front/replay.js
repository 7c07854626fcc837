// Pictures that move begin anew when they are looked at.

export function replay(picture) {
  const address = picture.src.split('#')[0];
  picture.dataset.plays = Number(picture.dataset.plays ?? 0) + 1;
  picture.src = `${address}#${picture.dataset.plays}`;
}

document.addEventListener('click', event => event.target.matches?.('.ailab-replay > img') && replay(event.target));
