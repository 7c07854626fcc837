"""The desk on a free port of this machine, without a hub: the cookie "visitor" names the person."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from tests.unit.desk.conftest import Served
from tests.unit.desk.visitors import FakeVisitor

from ailab.office.centre import Centre
from ailab.office.desk.app import make_app

NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)


@contextmanager
def desk_of(centre: Centre) -> Iterator[str]:
    """Serve the desk in a thread and give its address."""
    with Served(make_app(centre, FakeVisitor, now=lambda: NOW)) as served:
        yield f"http://127.0.0.1:{served.port}/"
