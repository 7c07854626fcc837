"""The home page of a short path, and the button that clears the machine for the next group.

    GET  /ailab          the steps of the path, in order
    POST /ailab/clear    everybody out

Neither knows who the guests are.
"""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from tornado.web import HTTPError, authenticated

from ailab.lang import Language, library_translations
from ailab.office.lab.cards import Choice, Item, Section
from ailab.office.lab.coursemap import ShortPath, short_path, word
from ailab.office.lab.home import home_page, render_with
from ailab.office.lab.page import Page, Said, Site, Telling
from ailab.office.lab.visit.groups import clear

ADDRESS: Final = "ailab/clear"


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitPage:
    """Everything on the page."""

    language: Language
    direction: str
    arrow: str
    title: str
    time: str
    languages: tuple[Choice, ...]
    forms: tuple[Choice, ...]
    steps: tuple[Item, ...]
    begun: int
    """Steps that this group has worked on."""
    said: tuple[str, ...]
    trouble: str


def visit_page(site: Site, said: Said, *, address: str) -> VisitPage:
    """Return what the page of the short path shows."""
    course, memory = site.course(), site.memory()
    home = home_page(course, memory, site.place.folder, address=address, forgets=False)
    path = short_path(course, site.place.path)
    steps = _in_order(path, home.sections)
    return VisitPage(
        language=home.language,
        direction=home.direction,
        arrow=home.arrow,
        title=word(path.title, home.language),
        time=library_translations(home.language)("{minutes} min").format(minutes=path.minutes),
        languages=home.languages,
        forms=home.forms,
        steps=steps,
        begun=sum(item.state != "new" for item in steps),
        said=said.words,
        trouble=said.trouble,
    )


def render_visit(page: VisitPage, *, address: str, token: str) -> str:
    """Return the page as HTML."""
    return render_with("visit.html", page, page.language, address=address, token=token)


class ClearVisit(Page):
    """Everybody out."""

    @authenticated
    async def post(self) -> None:
        """End every program, clear the visit's folder, and say how much was there."""
        if not self.site.place.path:
            raise HTTPError(404, "this is no visit")
        with Telling(self.site):
            begun = visit_page(self.site, Said(), address=self.base_url).begun
            await self._end_programs()
            left = await asyncio.get_running_loop().run_in_executor(None, clear, self.site.place)
            say = library_translations(self.site.memory().language)
            words = say("Everything is fresh again. Pages that were worked on: {pages}. Groups so far: {groups}.")
            self.site.said.words = (words.format(pages=begun, groups=left.groups),)
        self.home()

    async def _end_programs(self) -> None:
        """End what the group has left running: nothing writes into the folder while it is cleared."""
        for session in await self.session_manager.list_sessions():
            with suppress(Exception):  # it may be ending by itself
                await self.session_manager.delete_session(session["id"])
        await self.kernel_manager.shutdown_all(now=True)
        terminals = self.settings.get("terminal_manager")
        if terminals is not None:
            await terminals.terminate_all()


def _in_order(path: ShortPath, sections: Sequence[Section]) -> tuple[Item, ...]:
    items = {PurePosixPath(item.path).stem: item for section in sections for card in section.cards for item in card.way}
    return tuple(items[step] for step in path.steps if step in items)
