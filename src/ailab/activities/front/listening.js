// A text alone: what reads it aloud stands on the desk.

class Listening {
  draw() {}

  take() {}
}

export default onDesk(Listening);
