"""What the desk asks of the hub besides who the visitor is: who works now, and to let go of somebody. Plain HTTP with the service's token."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from threading import Lock
from typing import Any, Final
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

from ailab.errors import Refused

_PATIENCE_S: Final = 10.0
_KEPT_S: Final = 10.0
_TRIES: Final = 20
_PAUSE_S: Final = 0.5


@dataclass(slots=True, kw_only=True)
class HubPeople:
    """The hub's list of people."""

    api: str
    """Address of the hub's API."""
    token: str
    clock: Callable[[], float] = time.monotonic
    _seen: tuple[float, frozenset[str] | None] = (float("-inf"), None)
    _lock: Lock = field(default_factory=Lock)

    def online(self) -> frozenset[str] | None:
        """Return whose servers run; None when the hub does not say. Asked at most every ten seconds."""
        with self._lock:
            if self.clock() - self._seen[0] > _KEPT_S:
                self._seen = (self.clock(), self._ask_online())
            return self._seen[1]

    def let_go(self, person: str) -> None:
        """Stop somebody's server and take them off the hub's list; nothing happens when they are not on it.

        Raises
        ------
        Refused
            When the hub does not answer, or the server does not stop.
        """
        place = f"users/{quote(person, safe='')}"
        for _ in range(_TRIES):
            if self._delete(f"{place}/server") != HTTPStatus.ACCEPTED and self._delete(place) in (
                HTTPStatus.NO_CONTENT,
                HTTPStatus.NOT_FOUND,
            ):
                return
            time.sleep(_PAUSE_S)
        raise Refused("The hub does not let go of this learner: their notebooks do not stop. Try again in a minute.")

    def _ask_online(self) -> frozenset[str] | None:
        found: set[str] = set()
        try:
            place: str | None = f"{self.api}/users?state=active&limit=200"
            while place:
                data = self._get(place)
                found |= {str(each["name"]) for each in data["items"]}
                following = data["_pagination"]["next"]
                place = str(following["url"]) if following else None
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return frozenset(found)

    def _get(self, address: str) -> dict[str, Any]:
        headers = {"Authorization": f"token {self.token}", "Accept": "application/jupyterhub-pagination+json"}
        with urlopen(Request(address, headers=headers), timeout=_PATIENCE_S) as answer:  # noqa: S310 - the hub's own address
            found: dict[str, Any] = json.load(answer)
        return found

    def _delete(self, path: str) -> int:
        request = Request(f"{self.api}/{path}", method="DELETE", headers={"Authorization": f"token {self.token}"})  # noqa: S310
        try:
            with urlopen(request, timeout=_PATIENCE_S) as answer:  # noqa: S310
                return int(answer.status)
        except HTTPError as error:
            error.close()
            return error.code
        except (URLError, OSError) as error:
            raise Refused(f"The hub does not answer ({error}). Nothing was changed. Try again in a minute.") from error
