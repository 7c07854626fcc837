"""The visit's page: a form while none is open; a large code, a QR code and the minutes left while one is.

Whoever keeps guests is another process: to end a visit is to write that it has ended, and the page shows when all is wiped.
"""

import segno
from markupsafe import Markup

from ailab.errors import Refused
from ailab.lang import LANGUAGES, as_language
from ailab.office.centre.visit import Status, clock_now, end_visit, last_status, open_visit, past_visits, running
from ailab.office.centre.visit.address import reachable
from ailab.office.centre.visit.steps import last_step
from ailab.office.centre.visit.visits import CROWD, LONGEST, MINUTES, MOST, PATH
from ailab.office.desk.draw import NAMES
from ailab.office.desk.page import DeskPage
from ailab.office.desk.site import Answer

_AGAIN_S = 15
_AGAIN_SOON_S = 3
_LONGEST = 80
_MOST_DIGITS = 4
_MODULE_PIXELS = 6


class VisitPage(DeskPage):
    """Everything about visits."""

    def look(self, *parts: str) -> Answer:
        """Show the visit that is going on, or how to open one."""
        with self.session() as session:
            status, past = last_status(session, clock_now()), past_visits(session)
        address = f"{reachable(self.centre.settings, self.request.host)}visit"
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
        if last_step(self.centre.build, PATH) is None:
            raise Refused(self.say("The lessons of the visit are missing. Call the office."))
        minutes, most = self._number("minutes", MINUTES, LONGEST), self._number("most", MOST, CROWD)
        with self.session() as session:
            if running(session, clock_now()):
                # A second press, or another trainer was quicker: the page shows what there is.
                return self.go("visit/")
            open_visit(
                session,
                self.centre,
                place=self.field("place", _LONGEST),
                institution=self.field("institution", _LONGEST),
                language=as_language(self.field("language")) or self.language,
                minutes=minutes,
                most=most,
                clock=clock_now(),
            )
        return self.go("visit/", self.say("The visit is open. Guests type the code."))

    def _number(self, name: str, usual: int, highest: int) -> int:
        text = self.field(name)
        if not text:
            return usual
        # int() reads the digits of every script, as people write them.
        if text.isdecimal() and len(text) <= _MOST_DIGITS and 1 <= int(text) <= highest:
            return int(text)
        raise Refused(
            self.say("“{text}” can’t be. Write a number from 1 to {highest}, for example {usual}.").format(
                text=text, highest=highest, usual=usual
            )
        )


def _qr(text: str) -> Markup:
    # Our own address and digits, drawn as plain shapes.
    return Markup(segno.make_qr(text, error="m").svg_inline(scale=_MODULE_PIXELS, border=3, dark="#000", light="#fff", omitsize=True))  # noqa: S704
