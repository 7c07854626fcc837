"""The desk as one Tornado application: every room's pages below one address."""

import secrets
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from tornado.web import Application, RequestHandler, StaticFileHandler

from ailab.office.centre import Centre
from ailab.office.desk.own import addresses, entries
from ailab.office.desk.page import DeskPage
from ailab.office.desk.site import Entry, Site

_HERE: Final = Path(__file__).parent
_LAB: Final = _HERE.parent / "lab"
_FONTS: Final = _LAB / "labextension" / "ailab" / "front"
_ROOMS: Final = tuple(f"ailab.office.desk.{name}" for name in ("marking", "report", "visit"))
"""Each gives `addresses()` and `entries()`."""
_ASSETS: Final = (_HERE / "assets", *(_HERE / name / "assets" for name in ("marking", "report", "visit")), _LAB / "assets")
LARGEST_BODY: Final = 12 * 2**20
Addresses = Iterable[tuple[str, type[RequestHandler]]]


class Assets(StaticFileHandler):
    """Styles and small scripts: the desk's own, its rooms', and the look that is the lab's."""

    @classmethod
    def get_absolute_path(cls, root: str, path: str) -> str:  # noqa: ARG003 - Tornado's signature
        """Return the first folder's file of this name."""
        name = Path(path).name
        return str(next((folder / name for folder in _ASSETS if (folder / name).is_file()), _ASSETS[0] / name))

    def validate_absolute_path(self, root: str, absolute_path: str) -> str | None:
        """Let every folder of ours count as the root."""
        return super().validate_absolute_path(str(Path(absolute_path).parent), absolute_path)


class Fonts(StaticFileHandler):
    """The fonts that travel with ailab, and nothing else that lies there."""

    def validate_absolute_path(self, root: str, absolute_path: str) -> str | None:
        """Refuse what is no font."""
        return super().validate_absolute_path(root, absolute_path if absolute_path.endswith(".woff2") else f"{root}/none")


class Health(RequestHandler):
    """Says that the desk answers: for whoever watches over the machine, without logging in."""

    def get(self) -> None:
        """Say so."""
        self.finish("ok")


def make_app(
    centre: Centre,
    identity: type,
    *,
    prefix: str = "/",
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    online: Callable[[], frozenset[str] | None] = lambda: None,
    let_go: Callable[[str], None] = lambda _person: None,
    more: Addresses = (),
    **settings: Any,
) -> Application:
    """Return the desk for a centre; `identity` is mixed into every page and answers `identify`."""
    rooms = [import_module(name) for name in _ROOMS if find_spec(name)]
    ways: list[Entry] = entries([each for room in rooms for each in room.entries()])
    pages: list[tuple[str, type[DeskPage]]] = [*addresses(), *(each for room in rooms for each in room.addresses())]
    site = Site(centre=centre, prefix=prefix, entries=tuple(ways), now=now, online=online, let_go=let_go)
    return Application(
        [
            (rf"{prefix}assets/([a-z_]+\.(?:css|js|svg))", Assets, {"path": str(_ASSETS[0])}),
            (rf"{prefix}fonts/([a-z-]+\.woff2)", Fonts, {"path": str(_FONTS)}),
            (f"{prefix}health", Health),
            *((f"{prefix}{pattern}", handler) for pattern, handler in more),
            *((f"{prefix}{pattern}", _mixed(identity, page), {"site": site}) for pattern, page in pages),
            (f"{prefix}.*", _mixed(identity, _Nowhere), {"site": site}),
        ],
        cookie_secret=secrets.token_bytes(32),
        site=site,
        xsrf_cookie_name="_desk_xsrf",
        xsrf_cookie_kwargs={"httponly": True, "samesite": "Lax", "path": prefix},
        **settings,
    )


class _Nowhere(DeskPage):
    """Every other address."""

    def look(self, *parts: str) -> Any:
        """Say that nothing is there."""
        self.missing()

    act = look


def _mixed(identity: type, page: type[DeskPage]) -> Any:
    return type(page.__name__, (identity, page), {"__module__": page.__module__})
