"""The page that lets guests in, inside the hub: a code once, then “You are: Fennec” and a button.

    GET  /hub/visit          the code page; for a guest who is in: their name and the way on
    POST /hub/visit          a code
    POST /hub/visit/leave    a guest goes: their traces are wiped at once, the machine is free for the next
    GET  /hub/ready          a short way to the ready page
    GET  /hub/services/visit/…  while a centre starts: not ready yet

Being a guest is being a user of the hub whose name says nothing. What guests may not do (hand in, see each other) is refused
where it happens: by the hub's scopes, by the spawner, by the service that takes what is handed in.
"""

import asyncio
import time
from dataclasses import dataclass, field
from functools import cached_property
from http import HTTPStatus
from math import ceil
from typing import Any, Final

from jupyterhub.handlers.base import BaseHandler
from sqlalchemy.exc import IntegrityError
from tornado.web import HTTPError, StaticFileHandler

from ailab.errors import Refused
from ailab.lang import LANGUAGES, Language, as_language, library_translations
from ailab.office.centre import Centre, session_of
from ailab.office.centre.visit import Admitted, Guesses, GuestHere, Status, Turned, admit_guest, clock_now, guest_of, is_guest, running
from ailab.office.centre.visit.codes import folded
from ailab.office.centre.visit.guests import leave
from ailab.office.hub.login.addresses import address_of
from ailab.office.hub.visit.draw import AGAIN_S, HERE, POLICY, drawn, page
from ailab.office.hub.visit.ready import Check

NAMES: Final[dict[Language, str]] = {"ar": "العربية", "fr": "Français", "en": "English"}
_FONTS: Final = HERE.parents[1] / "lab" / "labextension" / "ailab" / "front"
_TRIES_FOR_A_NAME: Final = 5
_LONGEST_CODE: Final = 40
_MINUTE_S: Final = 60


def addresses(centre: Centre) -> list[tuple[Any, ...]]:
    """Return the pages of this room, as JupyterHub takes them."""
    door = {"door": Door(centre=centre)}
    return [
        (r"/visit", EnterPage, door),
        (r"/visit/leave", LeavePage, door),
        (r"/ready", ReadyShort, door),
        (r"/services/visit/.*", TooEarlyPage, door),
        (r"/visit/assets/(.*)", StaticFileHandler, {"path": str(HERE / "assets")}),
        (r"/visit/fonts/(.*)", StaticFileHandler, {"path": str(_FONTS)}),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """What the pages share."""

    centre: Centre
    guesses: Guesses = field(default_factory=Guesses)

    def status(self) -> Status | None:
        """Return the visit that is going on."""
        with session_of(self.centre) as session:
            return running(session, clock_now())

    def guest(self, person: str) -> GuestHere | None:
        """Return a guest who is here."""
        with session_of(self.centre) as session:
            return guest_of(session, person, clock_now())

    def admit(self, code: str, language: Language) -> Admitted | Turned:
        """Let somebody in; who is given the same name at the same instant as another tries again."""
        for _ in range(_TRIES_FOR_A_NAME):
            try:
                with session_of(self.centre) as session:
                    return admit_guest(session, self.centre, code, clock=clock_now(), language=language)
            except IntegrityError:
                continue
        raise Refused("No name was free for a guest. Try again.")

    def leave(self, person: str) -> None:
        """Note that a guest has gone."""
        with session_of(self.centre) as session:
            leave(session, person)


class DoorPage(BaseHandler):
    """A page at the door."""

    def initialize(self, door: Door) -> None:
        """Keep what the pages share."""
        self.door = door

    @property
    def content_security_policy(self) -> str:
        """Allow what stands on our own pages, and nothing from elsewhere."""
        return POLICY

    @cached_property
    def language(self) -> Language:
        """Return the language that was chosen, here or on the page of logging in; else the centre's."""
        return self.chosen or self.door.centre.settings.language

    @cached_property
    def chosen(self) -> Language | None:
        """Return the language that was chosen, if one was."""
        return as_language(self.get_argument("lang", "")) or as_language(self.get_cookie("ailab-language", ""))

    def person(self) -> str:
        """Return the guest's id at the hub, empty for everybody else."""
        name = self.current_user.name if self.current_user else ""
        return name if is_guest(name) else ""

    async def draw(self, template: str, language: Language, **words: Any) -> None:
        """Send a page of ours."""
        self.set_header("Cache-Control", "no-store")
        self.set_header("Content-Type", "text/html; charset=utf-8")
        address = f"{self.hub.base_url}visit"
        facts = {
            "say": library_translations(language),
            "language": language,
            "direction": "rtl" if language == "ar" else "ltr",
            "languages": [(each, NAMES[each], each == language) for each in sorted(LANGUAGES)],
            "address": address,
            "hub": self.hub.base_url,
            "token": self.xsrf_token.decode("ascii"),
            **words,
        }
        self.finish(page(template, **facts))


class EnterPage(DoorPage):
    """The code, and what comes after."""

    async def get(self) -> None:
        """Show the code page, or a guest their name."""
        if person := self.person():
            guest = await asyncio.to_thread(self.door.guest, person)
            if guest is not None and not guest.is_over:
                await self.draw("guest.html", guest.language, guest=guest)
                return
            self.clear_login_cookie()
        await self._code_page()

    async def post(self) -> None:
        """Let in who knows the code."""
        address, now_s = address_of(self.request), time.monotonic()
        if wait := self.door.guesses.wait_s(address, now_s):
            words = library_translations(self.language)("Too many codes were tried here. Wait {minutes} min, then try again.")
            await self._code_page(words.format(minutes=ceil(wait / _MINUTE_S)), HTTPStatus.TOO_MANY_REQUESTS)
            return
        done = await asyncio.to_thread(self.door.admit, self.get_argument("code", "")[:_LONGEST_CODE], self.language)
        if isinstance(done, Admitted):
            await self._let_in(done.id)
            self.redirect(f"{self.hub.base_url}visit", status=HTTPStatus.SEE_OTHER)
            return
        if done is Turned.WRONG:
            self.door.guesses.wrong(address, now_s)
        await self._code_page(_turned(done, self.language), HTTPStatus.FORBIDDEN)

    async def _let_in(self, person: str) -> None:
        # As the hub itself does after a log-in: a user with the rights of every user, in no group.
        user = await self.auth_to_user({"name": person, "groups": [], "admin": None, "auth_state": None})
        self.set_login_cookie(user)

    async def _code_page(self, trouble: str = "", status: int = HTTPStatus.OK) -> None:
        visit = await asyncio.to_thread(self.door.status)
        self.set_status(status)
        language = self.chosen or (visit.language if visit else self.language)
        await self.draw("code.html", language, visit=visit, trouble=trouble, code=self._offered())

    def _offered(self) -> str:
        # A QR code brings it along; a wrong one is not to be rubbed out first.
        return "" if self.request.method == "POST" else folded(self.get_query_argument("code", "")[:_LONGEST_CODE])

    def check_xsrf_cookie(self) -> None:
        """Show the page again when it was open for too long."""
        try:
            super().check_xsrf_cookie()
        except HTTPError as error:
            if self.request.method != "POST":
                raise
            raise HTTPError(403, library_translations(self.language)("This page was open for too long. Go back and try again.")) from error


class ReadyShort(DoorPage):
    """The ready page under an address that a driver can type; the hub sends /ready here."""

    def get(self) -> None:
        """Send on."""
        self.redirect(_ready(self.hub.base_url))


class TooEarlyPage(DoorPage):
    """The ready page of a centre that is just starting: the proxy doesn't know yet where the real one is, and sends here."""

    async def get(self) -> None:
        """Say “not yet”, and look for the real page in a moment."""
        self.set_header("Refresh", f"{AGAIN_S}; url={_ready(self.hub.base_url)}")
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(drawn((Check(what="hub", is_well=False),), address=f"{self.hub.base_url}visit/"))


class LeavePage(DoorPage):
    """A guest goes."""

    async def post(self) -> None:
        """Forget them, and show the code page to the next."""
        if person := self.person():
            await asyncio.to_thread(self.door.leave, person)
            self.clear_login_cookie()
        self.redirect(f"{self.hub.base_url}visit", status=HTTPStatus.SEE_OTHER)


def _ready(hub: str) -> str:
    return f"{hub.removesuffix('hub/')}services/visit/ready"


def _turned(why: Turned, language: Language) -> str:
    say = library_translations(language)
    return {
        Turned.WRONG: say("This code opens nothing now. Look at it again: five digits."),
        Turned.OVER: say("This visit is over. Thank you for coming!"),
        Turned.FULL: say("All places are taken. Share a machine with somebody."),
    }[why]
