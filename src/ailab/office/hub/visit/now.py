"""What the command line does with visits: open, look, end. Works whether the hub is up or not."""

from collections.abc import Callable

from ailab.lang import Language
from ailab.office.centre import Centre, session_of
from ailab.office.centre.visit import Status, clock_now, end_visit, last_status, open_visit
from ailab.office.centre.visit.traces import compact
from ailab.office.centre.visit.visits import MINUTES, MOST
from ailab.office.hub.visit.keeper import count_all, note, wipe


def open_now(
    centre: Centre,
    *,
    place: str = "",
    institution: str = "",
    language: Language | None = None,
    minutes: int = MINUTES,
    most: int = MOST,
) -> Status:
    """Open a visit.

    Raises
    ------
    Refused
        When one is open, a number is out of range, or the course has no path for a visit.
    """
    with session_of(centre) as session:
        return open_visit(
            session,
            centre,
            place=place or centre.settings.place,
            institution=institution,
            language=language or centre.settings.language,
            minutes=minutes,
            most=most,
            clock=clock_now(),
        )


def status_now(centre: Centre) -> Status | None:
    """Return the visit that is going on, else the latest one; None when there was none."""
    with session_of(centre) as session:
        return last_status(session, clock_now())


def end_now(centre: Centre, *, is_up: bool, out: Callable[[str], None] = print) -> Status | None:
    """End the visit that is going on; return None when there is none.

    A running hub wipes within seconds. Without one, files and our rows go at once; what JupyterHub itself holds (ids that say
    nothing) goes when it is next started.
    """
    with session_of(centre) as session:
        ended = end_visit(session, clock_now())
    if not is_up:
        guests = note(centre, clock_now())
        count_all(centre, guests)
        wipe(centre, guests)
        compact(centre)
    if ended:
        out(
            "The visit is over. "
            + ("Its traces are being wiped." if is_up else "The guests' work is wiped; the rest goes at the next start.")
        )
    return ended
