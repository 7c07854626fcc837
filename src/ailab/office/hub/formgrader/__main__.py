"""The process: `python -m ailab.office.hub.formgrader`, with the environment of a service of the hub."""

import asyncio
import logging
import os
import secrets
import signal
import sys
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from tornado.httpserver import HTTPServer

from ailab.office.centre import open_centre
from ailab.office.hub.formgrader.app import make_app
from ailab.office.hub.formgrader.identity import TrainersAlone

_SECRET_BYTES: Final = 32


async def main() -> None:
    """Serve until told to stop."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s")
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    centre, prefix = open_centre(Path(os.environ["AILAB_CENTRE"])), os.environ["JUPYTERHUB_SERVICE_PREFIX"]
    identity = TrainersAlone(centre)
    app = make_app(centre, identity, prefix=prefix, cookie_secret=secrets.token_bytes(_SECRET_BYTES), more=identity.addresses(prefix))
    server = HTTPServer(app, xheaders=True)
    server.listen(urlsplit(os.environ["JUPYTERHUB_SERVICE_URL"]).port or 0, "127.0.0.1")
    await stop.wait()
    server.stop()
    await server.close_all_connections()


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
