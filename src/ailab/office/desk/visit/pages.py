"""The visit's page: a form while none is open; a large code, a QR code and the minutes left while one is.

Whoever keeps guests is another process: to end a visit is to write that it has ended, and the page shows when all is wiped.
"""

import segno
from markupsafe import Markup

from ailab.errors import Refused
from ailab.lang import LANGUAGES, as_language
from ailab.office.centre.visit import Status, clock_now, end_visit, last_status, open_visit, past_visits
from ailab.office.centre.visit.address import reachable
from ailab.office.centre.visit.visits import MINUTES, MOST
from ailab.office.desk.draw import NAMES
from ailab.office.desk.page import DeskPage
from ailab.office.desk.site import Answer

_AGAIN_S = 15
_AGAIN_SOON_S = 3
_LONGEST = 80
_MODULE_PIXELS = 6


class VisitPage(DeskPage):
    """Everything about visits."""

    def look(self, *parts: str) -> Answer:
        """Show the visit that is going on, or how to open one."""
        with self.session() as session:
            status, past = last_status(session, clock_now()), past_visits(session)
        address = f"{reachable(self.centre.settings, self.request.host)}hub/visit"
        is_open = status is not None and not status.is_ended
        is_wiping = status is not None and status.is_ended and not status.is_wiped
        return self.show(
            "visit_desk.html",
            status=status,
            is_open=is_open,
            is_wiping=is_wiping,
            past=past,
            address=address,
            qr=_qr(f"{address}?code={status.code}&lang={status.language}") if status and is_open else "",
            again_s=_AGAIN_S if is_open else _AGAIN_SOON_S if is_wiping else 0,
            tongues=[(each, NAMES[each]) for each in sorted(LANGUAGES)],
            minutes=MINUTES,
            most=MOST,
            left=self._left(status) if status and is_open else "",
        )

    def _left(self, status: Status) -> str:
        if status.minutes_left == 0:
            return self.say("The time is over. Everything is wiped in a few minutes.")
        return self.say("{minutes} min left").format(minutes=status.minutes_left)

    def act(self, *parts: str) -> Answer:
        """Open a visit, or end it."""
        if self.field("do") == "end":
            with self.session() as session:
                end_visit(session, clock_now())
            return self.go("visit/")
        with self.session() as session:
            open_visit(
                session,
                self.centre,
                place=self.field("place", _LONGEST),
                institution=self.field("institution", _LONGEST),
                language=as_language(self.field("language")) or self.language,
                minutes=self._number("minutes", MINUTES),
                most=self._number("most", MOST),
                clock=clock_now(),
            )
        return self.go("visit/", self.say("The visit is open. Guests type the code."))

    def _number(self, name: str, usual: int) -> int:
        text = self.field(name)
        try:
            return int(text) if text else usual
        except ValueError:
            raise Refused(self.say("“{text}” is no number. Write digits, for example {usual}.").format(text=text, usual=usual)) from None


def _qr(text: str) -> Markup:
    # Our own address and digits, drawn as plain shapes.
    return Markup(segno.make_qr(text, error="m").svg_inline(scale=_MODULE_PIXELS, border=3, dark="#000", light="#fff", omitsize=True))  # noqa: S704
