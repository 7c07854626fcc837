"""The process beside the hub that keeps visits: `python -m ailab.office.hub.visit`, with the environment of a service."""

import asyncio
import os
import signal
import sys
from pathlib import Path
from urllib.parse import urlsplit

from ailab.office.centre import open_centre
from ailab.office.hub.servers import template_socket
from ailab.office.hub.visit.hub import HubApi
from ailab.office.hub.visit.keeper import Keeper
from ailab.office.hub.visit.ready import Looker
from ailab.office.hub.visit.service import serve


async def main() -> None:
    """Serve until told to stop."""
    centre = open_centre(Path(os.environ["AILAB_CENTRE"]))
    api = HubApi(url=os.environ["JUPYTERHUB_API_URL"], token=os.environ["JUPYTERHUB_API_TOKEN"])
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await serve(
        Looker(centre=centre, hub=api.url.removesuffix("/hub/api"), template=template_socket(centre)),
        Keeper(centre=centre, hub=api),
        port=urlsplit(os.environ["JUPYTERHUB_SERVICE_URL"]).port or 0,
        prefix=os.environ["JUPYTERHUB_SERVICE_PREFIX"],
        stop=stop,
    )


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
