"""Learners are told a while after a trainer's last press: until then a mark can be taken back without anybody having read it."""

from threading import Lock, Timer
from typing import Final

from ailab.office.centre import Centre
from ailab.office.centre.marking import tell_apart

_QUIET_S: Final = 60.0
_LOCK: Final = Lock()
_WAITING: Final[dict[str, Timer]] = {}


def tell_soon(centre: Centre, after_s: float = _QUIET_S) -> None:
    """Start telling when nothing has been pressed for a while; a later press begins the wait anew."""
    name = str(centre.folder)
    with _LOCK:
        if name in _WAITING:
            _WAITING.pop(name).cancel()
        timer = _WAITING[name] = Timer(after_s, tell_apart, (centre,))
        timer.daemon = True
        timer.start()
