"""The addresses for what came back from a centre.

GET /ailab/results                              every module: attempts, results in words; certificates
GET /ailab/results/<module>/<exercise>          a feedback page, framed by ours
GET /ailab/results/<module>/<exercise>/page     the page itself: a stranger's content, which runs nothing and reaches nothing
GET /ailab/results/certificate/<number>         a certificate
"""

import os
from dataclasses import dataclass
from typing import Final

from tornado.web import HTTPError, authenticated

from ailab.errors import AilabError
from ailab.lang import Language, library_translations
from ailab.office.lab.coursemap import word
from ailab.office.lab.hand_in.centre import CentreRefuses, Door, centre_door
from ailab.office.lab.hand_in.of_round import RESULTS
from ailab.office.lab.home import render_with
from ailab.office.lab.page import Page
from ailab.office.lab.results.draw import ResultsPage, no_results_page, results_page

_NO_SCRIPTS: Final = "; script-src 'none'"
_SANDBOX: Final = "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Framed:
    """What stands around a feedback page."""

    language: Language
    direction: str
    title: str
    back: str
    inside: str
    """Where the page itself is."""


class FromCentre(Page):
    """An address for what a centre keeps."""

    @property
    def content_security_policy(self) -> str:
        """Allow no script at all."""
        return super().content_security_policy + _NO_SCRIPTS

    def door(self) -> Door:
        """Return the way to the centre; 404 where there is none."""
        found = None if self.site.place.path else centre_door(os.environ, self.site.memory().language)
        if found is None:
            raise HTTPError(404, "no centre")
        return found

    async def brought(self, address: str) -> bytes:
        """Return what the centre keeps at an address; 404 where it keeps nothing for this learner, 503 while it can't be reached."""
        try:
            return await self.door().look(address)
        except CentreRefuses:
            raise HTTPError(404, "nothing there") from None
        except AilabError:
            raise HTTPError(503, "the centre can't be reached") from None


class Results(FromCentre):
    """Everything that came back."""

    @authenticated
    async def get(self) -> None:
        """Show it."""
        page = await self._page()
        self.set_header("Cache-Control", "no-store")
        self.finish(render_with("results.html", page, page.language, address=self.base_url, token=""))

    async def _page(self) -> ResultsPage:
        language = self.site.memory().language
        try:
            return results_page(await self.door().facts("mine"), self.site.course(), language, address=self.base_url)
        except (AilabError, KeyError, TypeError, ValueError):
            say = library_translations(language)
            trouble = say("The centre cannot be reached now. Your results are safe there. Try again in a minute.")
            return no_results_page(language, trouble, address=self.base_url)


class Feedback(FromCentre):
    """A feedback page, framed."""

    @authenticated
    def get(self, module: str, exercise: str) -> None:
        """Show our frame around it."""
        self.door()
        entry = next(
            (each for one in self.site.course().modules if one.slug == module for each in one.exercises if each.slug == exercise), None
        )
        if entry is None:
            raise HTTPError(404, "no such exercise")
        language = self.site.memory().language
        here = f"{self.base_url}{RESULTS}"
        page = Framed(
            language=language,
            direction="rtl" if language == "ar" else "ltr",
            title=word(entry.title, language),
            back=f"{here}#{module}",
            inside=f"{here}/{module}/{exercise}/page",
        )
        self.set_header("Cache-Control", "no-store")
        self.finish(render_with("feedback.html", page, language, address=self.base_url, token=""))


class FeedbackPage(FromCentre):
    """The page itself."""

    @property
    def content_security_policy(self) -> str:
        """Give it an origin of its own, no scripts, no network, no forms, and only our frame."""
        return _SANDBOX

    @authenticated
    async def get(self, module: str, exercise: str) -> None:
        """Send it."""
        content = await self.brought(f"feedback/{module}/{exercise}")
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.finish(content)


class Certificate(FromCentre):
    """A certificate."""

    @authenticated
    async def get(self, number: str) -> None:
        """Send it."""
        content = await self.brought(f"certificate/{int(number)}")
        self.set_header("Content-Type", "application/pdf")
        self.set_header("Content-Disposition", f'inline; filename="certificate-{int(number)}.pdf"')
        self.set_header("Cache-Control", "no-store")
        self.finish(content)
