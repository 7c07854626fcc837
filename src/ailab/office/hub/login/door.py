"""The pages of logging in, in the place of JupyterHub's: forms that work by finger, by keys alone, and without a script."""

import asyncio
from collections.abc import Awaitable
from dataclasses import replace
from functools import cached_property
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final

from jupyterhub.handlers.login import LoginHandler
from sqlalchemy.exc import SQLAlchemyError
from tornado.httputil import url_concat
from tornado.web import StaticFileHandler

from ailab.errors import Refused
from ailab.lang import Language, as_language, library_translations
from ailab.office.centre import Centre, session_of
from ailab.office.centre.people import PICTURES, Refusal, picture_file, picture_name
from ailab.office.centre.visit import clock_now, running
from ailab.office.hub.login.readers import DESK, Reader
from ailab.office.hub.login.screens import Names, Screen, Typed, after, classes_of_names, typed
from ailab.office.hub.login.trust import AuthorityFile, TrustPage

POLICY: Final = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; form-action 'self'; base-uri 'none'; object-src 'none'"
ASSETS: Final = "/ailab/"
"""Below /hub/."""
_COOKIE: Final = "ailab-language"
_HERE: Final = Path(__file__).resolve().parent
_FONTS: Final = _HERE.parents[1] / "lab" / "labextension" / "ailab" / "front"


def addresses(centre: Centre) -> list[tuple[Any, ...]]:
    """Return the pages of this room, as JupyterHub takes them."""
    return [
        (r"/login", LoginPage, {"centre": centre}),
        (rf"{ASSETS}trust", TrustPage, {"centre": centre}),
        (rf"{ASSETS}ca\.crt", AuthorityFile, {"centre": centre}),
        (rf"{ASSETS}assets/(.*)", StaticFileHandler, {"path": str(_HERE / "assets")}),
        (rf"{ASSETS}fonts/(.*\.woff2)", StaticFileHandler, {"path": str(_FONTS)}),
        (rf"{ASSETS}pictures/(.*\.svg)", StaticFileHandler, {"path": str(picture_file("cat").parent)}),
    ]


def first_page(handler: Any) -> str:
    """Return where somebody goes who just came in: trainers to the desk, everybody else where the hub sends them, to their course."""
    user = handler.current_user
    names = {group.name for group in getattr(user, "groups", None) or ()}
    return f"{handler.base_url.rstrip('/')}{DESK}" if names & {"trainers", "leads"} else ""


class LoginPage(LoginHandler):
    """Asks who is there, then for their secret."""

    refusal: Refusal | None = None
    """Left here by the authenticator."""

    def initialize(self, centre: Centre) -> None:
        """Keep the centre."""
        self.centre = centre

    @property
    def content_security_policy(self) -> str:
        """Allow what stands on our own pages, and nothing from elsewhere."""
        return POLICY

    @cached_property
    def language(self) -> Language:
        """Return the language that was chosen, else the centre's."""
        asked = as_language(self.get_argument("lang", ""))
        if asked:
            # Until the browser is closed: the next child at this machine may read another language.
            self.set_cookie(_COOKIE, asked, path=self.hub.base_url, httponly=True, samesite="Lax")
        return asked or as_language(self.get_cookie(_COOKIE, "")) or self.centre.settings.language

    def append_query_parameters(self, url: str, exclude: Any = None) -> str:
        """Leave our own parameters behind: the next page has no use for them."""
        return url

    async def post(self) -> None:
        """Ask for what is lacking still, or try what was given."""
        given = typed({name: self.get_body_argument(name, "", strip=False) for name in self.request.body_arguments})
        if not given.is_whole:
            self.finish(await self._page(await asyncio.to_thread(self._after, given)))
            return
        # The hub writes failed names into its log when they are called "username": people type their secrets there.
        try:
            user = await self.login_user({"login": given.login, "secret": given.tried})
        except (Refused, SQLAlchemyError) as error:
            await self._say_trouble(given, error)
            return
        if user:
            self._jupyterhub_user = user
            self.redirect(self.get_next_url(user), status=HTTPStatus.SEE_OTHER)
            return
        await self._say_no(given)

    async def _say_no(self, given: Typed) -> None:
        refusal = self.refusal or Refusal(why="wrong")
        self.set_status(HTTPStatus.FORBIDDEN if refusal.why == "wrong" else HTTPStatus.TOO_MANY_REQUESTS)
        screen = await asyncio.to_thread(self._after, replace(given, chosen=(), secret=""))
        self.finish(await self._page(replace(screen, trouble=refusal.words(self.language))))

    async def _say_trouble(self, given: Typed, error: Exception) -> None:
        """Say that the centre's disk or database says no: the child did nothing wrong, and nothing was counted as a try."""
        self.log.error("nobody can log in: %s", error)
        self.db.rollback()
        self.set_status(HTTPStatus.SERVICE_UNAVAILABLE)
        words = library_translations(self.language)("The centre can’t open the door just now. Call your trainer. Your work is safe.")
        screen = await asyncio.to_thread(self._after, replace(given, chosen=(), secret=""))
        self.finish(await self._page(replace(screen, trouble=words)))

    def _after(self, given: Typed) -> Screen:
        with session_of(self.centre) as session:
            screen = after(given, session)
            return self._first(screen, classes_of_names(session), running(session, clock_now()) is not None)

    def _first(self, screen: Screen, classes: tuple[Names, ...], has_visit: bool) -> Screen:
        asked = self.get_query_argument("class", "")
        opened = next((each for each in classes if each.id == asked), classes[0] if len(classes) == 1 else None)
        return replace(screen, classes=classes if len(classes) > 1 else (), opened=opened, has_visit=has_visit)

    # JupyterHub asks for the page by this name: when it is opened, and, without waiting, when a form was not taken.
    def _render(self, login_error: str | None = None, username: str | None = None, *, sync: bool = False, **_: Any) -> Awaitable[str] | str:
        if sync:
            say = library_translations(self.language)
            expired = say("This page was open for too long. Once more, please.")
            broken = say("All your work is there. Try once more; if it happens again, call your trainer.")
            trouble = expired if self.get_status() == HTTPStatus.FORBIDDEN else broken
            html: str = LoginHandler.__base__.render_template(
                self, "login.html", sync=True, **self._facts(Screen(step="who", trouble=trouble))
            )
            return html
        return self._opened()

    async def _opened(self) -> str:
        step = "trainer" if self.get_query_argument("as", "") == "trainer" else ""
        return await self._page(await asyncio.to_thread(self._after, Typed(step=step)))

    async def _page(self, screen: Screen) -> str:
        self.set_header("Cache-Control", "no-store")
        html: str = await self.render_template("login.html", **self._facts(screen))
        return html

    def _facts(self, screen: Screen) -> dict[str, Any]:
        language, next_page = self.language, self.get_query_argument("next", "")
        here = url_concat(self.settings["login_url"], {"next": next_page} if next_page else {})
        return {
            "page": Reader(language=language, centre=self.centre.settings.name),
            "screen": screen,
            "here": here,
            "with_query": lambda **query: url_concat(here, query),
            "pictures": [(slug, picture_name(slug, language)) for slug in PICTURES],
        }
