"""A visit at the desk: open it, show the code on a screen, end it and have it wiped."""

from ailab.office.desk.page import DeskPage
from ailab.office.desk.site import Entry
from ailab.office.desk.visit.pages import VisitPage

__all__ = ["addresses", "entries"]


def addresses() -> list[tuple[str, type[DeskPage]]]:
    """Return the pages of this room."""
    return [(r"visit/", VisitPage)]


def entries() -> list[Entry]:
    """Return the ways to them."""
    return [Entry(words="Visit", path="visit/", sign="◎")]
