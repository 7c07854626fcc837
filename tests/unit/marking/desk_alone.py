"""The desk on a free port of this machine, without a hub: the cookie "visitor" names the person."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import RequestHandler

from ailab.office.centre import Centre
from ailab.office.desk.app import make_app


class Visitor(RequestHandler):
    """Believes the cookie."""

    async def identify(self) -> str | None:
        """Return who the cookie says."""
        return self.get_cookie("visitor")

    def get_login_url(self) -> str:
        """Return a page that is not there."""
        return "/nobody"


@contextmanager
def desk_of(centre: Centre) -> Iterator[str]:
    """Serve the desk in a thread and give its address."""
    started, stop, found = threading.Event(), [], []

    async def serve() -> None:
        app = make_app(centre, Visitor, now=lambda: datetime(2026, 11, 20, 10, tzinfo=UTC))
        (door,) = bind_sockets(0, "127.0.0.1")
        server = HTTPServer(app)
        server.add_sockets([door])
        ended = asyncio.Event()
        stop.append((asyncio.get_running_loop(), ended))
        found.append(door.getsockname()[1])
        started.set()
        await ended.wait()
        server.stop()
        await server.close_all_connections()

    thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    assert started.wait(60)
    try:
        yield f"http://127.0.0.1:{found[0]}/"
    finally:
        loop, ended = stop[0]
        loop.call_soon_threadsafe(ended.set)
        thread.join(30)
