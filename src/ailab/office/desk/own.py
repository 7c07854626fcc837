"""The pages of the desk itself, and the ways to them."""

from collections.abc import Sequence

from ailab.office.desk import attendance, certificates, child, consent, hard, morning, roster, settings, upload, work
from ailab.office.desk.page import DeskPage
from ailab.office.desk.site import Entry

_ROOMS = (morning, attendance, work, hard, roster, upload, child, certificates, consent, settings)


def addresses() -> list[tuple[str, type[DeskPage]]]:
    """Return every page with the pattern of its address below the desk."""
    return [each for room in _ROOMS for each in room.ADDRESSES]


def entries(more: Sequence[Entry] = ()) -> list[Entry]:
    """Return the ways that stand in the menus; those of other rooms come after the work they are about."""
    return [
        Entry(words="My classes", path="", sign="⌂"),
        Entry(words="Today", path="class/{group}/", sign="☀"),
        Entry(words="Attendance", path="class/{group}/attendance/", sign="☑"),
        Entry(words="Work", path="class/{group}/handed-in/", sign="▦"),
        *more,
        Entry(words="Where it is hard", path="class/{group}/hard/", sign="⚑"),
        Entry(words="Learners", path="class/{group}/learners/", sign="☺"),
        Entry(words="Certificates", path="class/{group}/certificates/", sign="★"),
        Entry(words="Consent", path="class/{group}/consent/", sign="✍"),
        Entry(words="Settings", path="class/{group}/settings/", sign="⚙"),
    ]
