"""What every page of the desk shares: the centre, a clock, threads for the database, and what is to be said once."""

import secrets
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Lock
from time import monotonic
from typing import Any, Final

from ailab.office.centre import Centre

_KEPT_S: Final = 600.0
_MOST_KEPT: Final = 500
_THREADS: Final = 4


class Once:
    """Things that one trainer is shown one time: an answer to a press, a new PIN, a list that waits for a yes. Gone after ten minutes."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._kept: dict[str, tuple[float, str, object]] = {}
        self._lock = Lock()

    def keep(self, owner: str, thing: object) -> str:
        """Keep something for one trainer and return the key it is taken with."""
        key = secrets.token_urlsafe(12)
        with self._lock:
            old = [each for each, (at, _, _) in self._kept.items() if at < self._clock() - _KEPT_S]
            for each in [*old, *list(self._kept)[: max(0, len(self._kept) - len(old) - _MOST_KEPT)]]:
                self._kept.pop(each, None)
            self._kept[key] = (self._clock(), owner, thing)
        return key

    def look(self, owner: str, key: str) -> object:
        """Return what was kept under a key and leave it there; None when it is another's, too old or unknown."""
        with self._lock:
            at, whose, thing = self._kept.get(key, (0.0, "", None))
        return thing if whose == owner and at >= self._clock() - _KEPT_S else None

    def take(self, owner: str, key: str) -> object:
        """Return what was kept under a key, for the last time."""
        thing = self.look(owner, key)
        if thing is not None:
            with self._lock:
                self._kept.pop(key, None)
        return thing


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A way to other pages of the desk."""

    words: str
    """English; a message of the library's catalogues."""
    path: str
    """Below the desk; {group} stands for the class."""
    sign: str = ""
    for_leads: bool = False

    @property
    def of_class(self) -> bool:
        """Tell whether it belongs to one class."""
        return "{group}" in self.path


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What every page needs."""

    centre: Centre
    prefix: str = "/"
    """Address of the desk, with a slash at both ends."""
    entries: tuple[Entry, ...] = ()
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    online: Callable[[], frozenset[str] | None] = lambda: None
    """Whose notebooks are open now; None when the hub does not say."""
    let_go: Callable[[str], None] = lambda _person: None
    """Stops somebody's server and takes them off the hub's list."""
    once: Once = field(default_factory=Once)
    threads: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(_THREADS, thread_name_prefix="desk"))

    def stamp(self) -> str:
        """Return this moment as records write it."""
        return f"{self.now().astimezone(UTC):%Y-%m-%dT%H:%M:%S}Z"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the next page has to say."""

    words: tuple[str, ...] = ()
    trouble: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A page."""

    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """Another page of the desk comes next."""

    path: str
    """Below the desk."""
    said: Said | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A file."""

    content: bytes
    kind: str
    name: str
    """Empty to show it in the browser."""


Answer = Shown | Gone | Sent
Words = dict[str, Any]
