"""The process beside the hub: it looks every few seconds whether a visit is over, and shows the page that says “ready”.

GET /services/visit/ready    for everybody: nothing on it is a secret, and the driver has no account
"""

import asyncio
import logging
from itertools import count
from pathlib import Path
from typing import Final

from tornado.web import Application, RedirectHandler, RequestHandler, StaticFileHandler

from ailab.office.hub.visit.draw import AGAIN_S, POLICY, drawn
from ailab.office.hub.visit.keeper import Keeper
from ailab.office.hub.visit.ready import Looker

_HERE: Final = Path(__file__).parent
_FONTS: Final = _HERE.parents[1] / "lab" / "labextension" / "ailab" / "front"
_LOOK_EVERY_S: Final = 5.0
_TIDY_EVERY: Final = 120
"""Looks: ten minutes."""


class ReadyPage(RequestHandler):
    """One sign: ready or not, in three languages at once."""

    def initialize(self, looker: Looker) -> None:
        """Keep who looks."""
        self.looker = looker

    def set_default_headers(self) -> None:
        """Allow what stands on our own pages, and nothing from elsewhere."""
        self.set_header("Content-Security-Policy", POLICY)
        self.set_header("Cache-Control", "no-store")
        self.clear_header("Server")

    async def get(self) -> None:
        """Look, and say."""
        self.set_header("Refresh", str(AGAIN_S))
        self.finish(drawn(await self.looker.look(), address=self.request.path.removesuffix("ready")))


def make_app(looker: Looker, prefix: str) -> Application:
    """Return the pages below `prefix`, which ends with a slash."""
    return Application(
        [
            (f"{prefix}?", RedirectHandler, {"url": f"{prefix}ready", "permanent": False}),
            (f"{prefix}ready", ReadyPage, {"looker": looker}),
            (f"{prefix}assets/(.*)", StaticFileHandler, {"path": str(_HERE / "assets")}),
            (f"{prefix}fonts/(.*)", StaticFileHandler, {"path": str(_FONTS)}),
        ],
        log_function=lambda _page: None,
    )


async def serve(looker: Looker, keeper: Keeper, *, port: int, prefix: str, stop: asyncio.Event) -> None:
    """Serve and keep until told to stop."""
    server = make_app(looker, prefix).listen(port, "127.0.0.1")
    try:
        await keep(keeper, stop)
    finally:
        server.stop()
        await server.close_all_connections()


async def keep(keeper: Keeper, stop: asyncio.Event) -> None:
    """Look again and again, and tidy up now and then."""
    for turn in count():
        if stop.is_set():
            return
        try:
            await keeper.look()
            if turn % _TIDY_EVERY == 0:
                await keeper.tidy()
        except Exception:
            # Whatever it was, guests of the next visit are to be wiped all the same.
            logging.getLogger("ailab.visit").exception("visit")
        try:
            await asyncio.wait_for(stop.wait(), _LOOK_EVERY_S)
        except TimeoutError:
            continue
