"""The process: `python -m ailab.office.hub.round`, with the environment of a service of the hub."""

import asyncio
import logging
import os
import secrets
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from tornado.httpserver import HTTPServer

from ailab.office.centre import open_centre
from ailab.office.centre.round.inbox import Inbox
from ailab.office.grading.archive import LARGEST_UPLOAD
from ailab.office.hub.round.address import Round
from ailab.office.hub.round.app import make_app
from ailab.office.hub.round.who import hub_who


async def main() -> None:
    """Tidy what a power cut left, then serve until told to stop."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    centre = open_centre(Path(os.environ["AILAB_CENTRE"]))
    inbox = Inbox(centre=centre, now=lambda: datetime.now(UTC), random=secrets.token_bytes)
    if found := inbox.tidy():
        logging.warning("%d attempts had come in just before an end; they stand in the index now", found)
    app = make_app(Round(centre=centre, inbox=inbox, who=hub_who()), prefix=os.environ["JUPYTERHUB_SERVICE_PREFIX"])
    server = HTTPServer(app, max_buffer_size=LARGEST_UPLOAD + 2**20, max_body_size=LARGEST_UPLOAD + 2**20)
    server.listen(urlsplit(os.environ["JUPYTERHUB_SERVICE_URL"]).port or 0, "127.0.0.1")
    await stop.wait()
    server.stop()
    await server.close_all_connections()


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
