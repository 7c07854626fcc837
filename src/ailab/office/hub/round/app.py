"""The service's addresses, on tornado: what takes time runs in threads, and the hub is asked without waiting."""

import json
import logging
import re
from asyncio import to_thread
from dataclasses import asdict
from http import HTTPStatus
from typing import Any, Final

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from tornado.web import Application, HTTPError, RequestHandler, stream_request_body

from ailab.errors import AilabError, Refused
from ailab.office.centre import Centre, session_of
from ailab.office.centre.round.dates import due_of, zone_of
from ailab.office.centre.round.feedback import released_page
from ailab.office.centre.round.mine import attempt_seen, mine_of, own_certificate
from ailab.office.centre.round.pairs import ask_pair, classmates, confirm_pair, end_pair, refuse_pair, standing_of
from ailab.office.centre.tables import HandedIn
from ailab.office.grading.archive import LARGEST_UPLOAD
from ailab.office.hub.round.address import Address, Round, Said, trouble_of

_KEY: Final = re.compile(r"[A-Za-z0-9:.-]{1,64}")
_log = logging.getLogger(__name__)


@stream_request_body
class HandIn(Address):
    """Take in a module."""

    async def prepare(self) -> None:
        """Find out who sends, then wait for a place: what comes in stands in memory until it is on the disk."""
        self.body, self.has_place = bytearray(), False
        await super().prepare()
        if int(self.request.headers.get("Content-Length") or 0) > LARGEST_UPLOAD:
            raise Said("too_large")
        await self.round.places.acquire()
        self.has_place = True

    def data_received(self, chunk: bytes) -> None:
        """Keep what came, up to the most that anybody hands in."""
        if len(self.body) + len(chunk) > LARGEST_UPLOAD:
            raise Said("too_large")
        self.body += chunk

    async def post(self, module: str) -> None:
        """Take it in and acknowledge it: from here on it is on the disk."""
        key = self.get_query_argument("key", "")
        if not _KEY.fullmatch(key):
            raise HTTPError(HTTPStatus.BAD_REQUEST)
        try:
            row = await to_thread(self.round.inbox.take_in, self.learner, module, bytes(self.body), key=key)
        except (AilabError, OSError, DBAPIError) as error:
            raise Said(trouble_of(error)) from error
        self.finish(await self.asked(lambda session: _receipt(session, self.round.centre, row)))

    def on_finish(self) -> None:
        """Let the next one in."""
        self._leave()

    def on_connection_close(self) -> None:
        """Let the next one in, though this one went away."""
        self._leave()

    def _leave(self) -> None:
        if self.has_place:
            self.has_place = False
            self.body = bytearray()
            self.round.places.release()


class Mine(Address):
    """What is a learner's own."""

    async def get(self) -> None:
        """Send it."""
        self.finish(asdict(await self.asked(lambda session: mine_of(session, self.round.centre, self.learner))))


class Feedback(Address):
    """A feedback page."""

    async def get(self, module: str, exercise: str) -> None:
        """Send the learner's own, as a page that runs nothing."""
        page = await to_thread(_page, self.round.centre, self.learner, module, exercise)
        if page is None:
            raise Said("empty")
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Content-Security-Policy", "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'")
        self.finish(page)


class Certificate(Address):
    """A certificate."""

    async def get(self, number: str) -> None:
        """Send the learner's own."""
        row = await self.asked(lambda session: own_certificate(session, self.learner, int(number)))
        path = self.round.centre.course / row.file if row else None
        if path is None or not path.is_file():
            raise Said("empty")
        self.set_header("Content-Type", "application/pdf")
        self.finish(await to_thread(path.read_bytes))


class PairUp(Address):
    """With whom a module is handed in."""

    async def get(self, module: str) -> None:
        """Send how things stand, in pseudonyms."""
        self.finish(await self.asked(lambda session: _standing(session, self.round.centre, self.learner, module)))

    async def post(self, module: str) -> None:
        """Ask, confirm, refuse or end; then send how things stand."""
        try:
            wish = json.loads(self.request.body)
            act, mate = str(wish["act"]), str(wish.get("mate", ""))
        except (ValueError, KeyError, TypeError, AttributeError):
            raise HTTPError(HTTPStatus.BAD_REQUEST) from None
        try:
            await to_thread(self._act, module, act, mate)
        except Refused as error:
            self.set_status(HTTPStatus.CONFLICT)
            self.finish({"status": HTTPStatus.CONFLICT, "words": str(error)})
            return
        await self.get(module)

    def _act(self, module: str, act: str, name: str) -> None:
        # One at a time: two who ask each other at the same moment are to be one pair.
        with self.round.inbox.turn, session_of(self.round.centre) as session:
            mate = next((id_ for id_, pseudonym in classmates(session, self.learner).items() if pseudonym == name), "")
            now = self.round.now()
            match act:
                case "ask":
                    ask_pair(session, self.learner, module, mate, now=now, say=self.say)
                case "confirm":
                    confirm_pair(session, self.learner, module, mate, now=now, say=self.say)
                case "refuse":
                    refuse_pair(session, self.learner, module, mate, now=now)
                case "end":
                    end_pair(session, self.learner, module, now=now)
                case _:
                    raise Refused(self.say("This is no longer possible."))


class Health(RequestHandler):
    """Whether the service is up."""

    def get(self) -> None:
        """Say so."""
        self.finish({"status": "up"})


def make_app(round_: Round, *, prefix: str) -> Application:
    """Return the service; `prefix` is its address at the hub and ends with a slash."""
    each = {"round_": round_}
    return Application(
        [
            (f"{prefix}hand-in/([a-z_]+)", HandIn, each),
            (f"{prefix}mine", Mine, each),
            (f"{prefix}feedback/([a-z_]+)/([a-z_]+)", Feedback, each),
            (f"{prefix}certificate/([0-9]{{1,9}})", Certificate, each),
            (f"{prefix}pair/([a-z_]+)", PairUp, each),
            (f"{prefix}health", Health),
            (f"{prefix}?", Health),
        ],
        log_function=_log_request,
    )


def _log_request(handler: RequestHandler) -> None:
    # What was asked and how it ended; not who asked: no name, no address.
    _log.info(
        "%d %s %s %.0f ms", handler.get_status(), handler.request.method, type(handler).__name__, handler.request.request_time() * 1000
    )


def _receipt(session: Session, centre: Centre, row: HandedIn) -> dict[str, Any]:
    due = due_of(session, row.person, row.module)
    zone = zone_of(session, row.person, centre.settings.time_zone)
    return {**asdict(attempt_seen(session, row, due)), "due_at": due, "zone": zone}


def _standing(session: Session, centre: Centre, learner: str, module: str) -> dict[str, Any]:
    names = classmates(session, learner)
    standing = standing_of(session, learner, module)
    return {
        "partner": names.get(standing.partner, ""),
        "waiting_for": names.get(standing.waiting_for, ""),
        "asked_by": [names[each] for each in standing.asked_by if each in names],
        "classmates": sorted(names.values()),
        "due_at": due_of(session, learner, module),
        "zone": zone_of(session, learner, centre.settings.time_zone),
    }


def _page(centre: Centre, learner: str, module: str, exercise: str) -> bytes | None:
    path = released_page(centre, learner, module, exercise)
    return path.read_bytes() if path else None
