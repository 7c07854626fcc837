"""`python -m ailab.office.desk`: the desk as a service beside the hub, which tells it everything by environment variables."""

import asyncio
import os
from pathlib import Path
from urllib.parse import urlparse

from ailab.office.centre import open_centre
from ailab.office.desk.app import LARGEST_BODY, make_app
from ailab.office.desk.hub_people import HubPeople
from ailab.office.desk.identity import HubVisitor, hub_addresses


async def serve() -> None:
    """Listen where the hub's proxy sends the desk's pages, until the process is told to end."""
    centre = open_centre(Path(os.environ["AILAB_CENTRE"]))
    people = HubPeople(api=os.environ["JUPYTERHUB_API_URL"], token=os.environ["JUPYTERHUB_API_TOKEN"])
    app = make_app(
        centre,
        HubVisitor,
        prefix=os.environ["JUPYTERHUB_SERVICE_PREFIX"],
        online=people.online,
        let_go=people.let_go,
        more=hub_addresses(),
    )
    where = urlparse(os.environ["JUPYTERHUB_SERVICE_URL"])
    app.listen(where.port or 0, address=where.hostname or "127.0.0.1", xheaders=True, max_buffer_size=LARGEST_BODY)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve())
