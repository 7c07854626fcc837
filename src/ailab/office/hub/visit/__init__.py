"""A visit at the hub: a page that lets guests in, a process that wipes what they leave, a page that says “ready”, a card for the driver.

door.py     /hub/visit: the code, and “You are: Fennec”        ready.py   what must work before the children come
keeper.py   counts, stops servers, forgets                     card.py    the driver's card, to print
now.py      for the command line: open, status, end            service.py /services/visit/: keeper and ready page

The hub imports this room; the process of its own is `python -m ailab.office.hub.visit`.
"""

from typing import Any, Final

from ailab.office.centre import Centre, session_of
from ailab.office.centre.visit import clock_now, guest_of, is_guest

__all__ = ["guest_environment", "hub_options"]

PAGE: Final = "/visit"
"""Below /hub/."""


def hub_options(centre: Centre) -> dict[str, dict[str, Any]]:
    """Return the part of the configuration that lets guests in."""
    from ailab.office.hub.visit.door import addresses  # it needs JupyterHub's own pages

    return {"JupyterHub": {"extra_handlers": addresses(centre)}}


def guest_environment(centre: Centre, person: str) -> dict[str, str] | None:
    """Return what the server of a guest is told, nothing for everybody else; None when the guest's visit is over."""
    if not is_guest(person):
        return {}
    with session_of(centre) as session:
        guest = guest_of(session, person, clock_now())
    if guest is None or guest.is_over:
        return None
    # Nobody who comes once is asked to type programs; the page of the visit offers it.
    return {"AILAB_PATH": guest.path, "AILAB_START_LANG": guest.language, "AILAB_START_FORM": "pad"}
