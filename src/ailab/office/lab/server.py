"""The home page inside Jupyter Server: the addresses under `/ailab`.

    GET  /ailab             the page
    POST /ailab/language    switch the language
    POST /ailab/form        switch between typed and pressed programs
    GET  /ailab/work.zip    save my work
    POST /ailab/work        bring it back
    GET  /ailab/words       what our scripts inside JupyterLab say
         /ailab/submit      send a module's exercises (hand_in.pages), with a friend (/ailab/pair, hand_in.pairing)
         /ailab/results     what came back from a centre (results.pages)
         /ailab/place       where one was (way_back.pages)
    GET  /ailab/other       a notebook's texts in another language
    GET  /ailab/take-home   a module as one file for a phone (take_home.py)
         /ailab/project     one's own project as such a file (project.pages)
    POST /ailab/clear       everybody out, on a short path alone (visit.pages)

Jupyter Server asks for the token and guards against forged requests, as everywhere else.
"""

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from jupyter_server.utils import url_path_join
from tornado.web import HTTPError, StaticFileHandler, authenticated

from ailab.lang import as_language, library_translations
from ailab.office.lab.coursemap import CourseMap, of_class
from ailab.office.lab.files import write_all
from ailab.office.lab.folder import lay_out
from ailab.office.lab.front_words import front_words
from ailab.office.lab.hand_in.centre import at_a_glance, centre_door, deliver_waiting
from ailab.office.lab.hand_in.of_round import EMPTY_ROUND, OfRound, of_round
from ailab.office.lab.hand_in.pages import Submit, SubmitFile
from ailab.office.lab.hand_in.pairing import PairUp
from ailab.office.lab.home import home_page, render
from ailab.office.lab.other_language import OtherLanguage
from ailab.office.lab.page import Page, Said, Site, Telling, leave_address
from ailab.office.lab.project.pages import OwnProject
from ailab.office.lab.results.pages import Certificate, Feedback, FeedbackPage, Results
from ailab.office.lab.settings import HOME, LABEXTENSIONS, SECTION, Place, locale_write
from ailab.office.lab.take_home import ADDRESS as TAKE_HOME
from ailab.office.lab.take_home import TakeHome
from ailab.office.lab.visit.pages import ClearVisit, render_visit, visit_page
from ailab.office.lab.way_back.absence import welcomed
from ailab.office.lab.way_back.pages import LastPlace
from ailab.office.lab.way_back.place import part_at, read_places
from ailab.office.lab.work import bring_back, save_work

WORK_FILE: Final = "ailab-work.zip"
_HERE: Final = Path(__file__).parent
_FONTS: Final = LABEXTENSIONS / "ailab" / "front"


class HomePage(Page):
    """The course map."""

    @authenticated
    async def get(self) -> None:
        """Show the page and what was to be said."""
        said, self.site.said.words, self.site.said.trouble = replace(self.site.said), (), ""
        self.set_header("Cache-Control", "no-store")
        token = self.xsrf_token.decode("ascii")
        if self.site.place.path:
            self.finish(render_visit(visit_page(self.site, said, address=self.base_url), address=self.base_url, token=token))
            return
        page = home_page(
            _of_class(self.site.course(), os.environ),
            self.site.memory(),
            self.site.place.folder,
            address=self.base_url,
            forgets=self.site.forgets,
            said=said.words,
            trouble=said.trouble,
            leave="" if self.site.forgets else leave_address(os.environ),
            round_=await self._round(),
        )
        places, folder = read_places(self.site.place.folder), self.site.place.folder
        page = welcomed(page, self.site.course(), places, self.site.now(), lambda path, cell: part_at(folder / path, cell))
        self.finish(render(page, address=self.base_url, token=token))

    async def _round(self) -> Mapping[str, OfRound]:
        """Send what waits for the centre, and return what it says; both only as long as nobody has to wait for it."""
        language, edition = self.site.memory().language, self.site.course().edition
        door = centre_door(os.environ, language)
        if door is None:
            return EMPTY_ROUND
        await at_a_glance(deliver_waiting(door, folder=self.site.place.folder, say=library_translations(language)))
        return of_round(await at_a_glance(door.facts("mine")), address=self.base_url, language=language, edition=edition)


def _of_class(course: CourseMap, environ: Mapping[str, str]) -> CourseMap:
    tracks, modules = (environ.get(name, "").split(",") for name in ("AILAB_TRACKS", "AILAB_MODULES"))
    return of_class(course, tracks=tracks, modules=modules)


class SwitchLanguage(Page):
    """The same folder in another language."""

    @authenticated
    def post(self) -> None:
        """Lay the folder out again and change the interface."""
        language = as_language(self.get_body_argument("language", ""))
        if language is None or language not in self.site.course().languages:
            raise HTTPError(400, "unknown language")
        with Telling(self.site):
            done = lay_out(self.site.place.build, self.site.place.folder, language=language, path=self.site.place.path)
            write_all([locale_write(self.site.place, language)], folder=self.site.place.folder, say=library_translations(language))
            self.site.said.words = done.messages
        self.home()


class SwitchForm(Page):
    """The same exercises, typed or pressed."""

    @authenticated
    def post(self) -> None:
        """Lay the folder out again in the other form."""
        form = self.get_body_argument("form", "")
        if form not in self.site.course().forms:
            raise HTTPError(400, "unknown form")
        with Telling(self.site):
            place = self.site.place
            self.site.said.words = lay_out(place.build, place.folder, form=form, path=place.path).messages
        self.home()


class SaveWork(Page):
    """All notebooks in one file."""

    @authenticated
    def get(self) -> None:
        """Send the file."""
        self.set_header("Content-Type", "application/zip")
        self.set_header("Content-Disposition", f'attachment; filename="{WORK_FILE}"')
        self.set_header("Cache-Control", "no-store")
        self.finish(save_work(self.site.place.folder))


class BringBack(Page):
    """All notebooks out of one file."""

    @authenticated
    def post(self) -> None:
        """Merge the file into the folder."""
        memory = self.site.memory()
        say = library_translations(memory.language)
        files = self.request.files.get("work", [])
        if not files:
            self.site.said.trouble = say("No file was chosen. Choose the file named ailab-work.zip, then press the button.")
            return self.home()
        with Telling(self.site):
            place = self.site.place
            done = bring_back(files[0]["body"], folder=place.folder, build=place.build, course=self.site.course(), memory=memory, say=say)
            write_all(done.writes, folder=place.folder, say=say)
            self.site.said.words = done.messages
        return self.home()


class Words(Page):
    """Words for the front end inside JupyterLab."""

    @authenticated
    def get(self) -> None:
        """Send them in the learner's language."""
        self.set_header("Cache-Control", "no-store")
        words = front_words(self.site.memory().language, self.site.memory().form)
        # Who comes for an hour hands nothing in.
        self.finish({**words, "submit": ""} if self.site.place.path else words)


def site_of(section: Mapping[str, Any], environ: Mapping[str, str]) -> Site:
    """Return the site a configuration describes."""
    folder = Path(section["folder"])
    forgets = environ.get("AILAB_BINDER") == "1" or "BINDER_SERVICE_HOST" in environ
    # Only the state in the learner's folder is written from here.
    place = Place(build=Path(section["build"]), folder=folder, run=folder, path=str(section.get("path", "")))
    return Site(place=place, said=Said(), forgets=forgets)


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": __name__}]


def _load_jupyter_server_extension(serverapp: Any) -> None:
    site = {"site": site_of(serverapp.config[SECTION], os.environ)}
    base = serverapp.web_app.settings["base_url"]

    def address(*parts: str) -> str:
        return url_path_join(base, HOME, *parts)

    serverapp.web_app.add_handlers(
        ".*",
        [
            (address("?"), HomePage, site),
            (address("language"), SwitchLanguage, site),
            (address("form"), SwitchForm, site),
            (address("work.zip"), SaveWork, site),
            (address("work"), BringBack, site),
            (address("words"), Words, site),
            (address("place"), LastPlace, site),
            (address("submit", "([a-z_]+)"), Submit, site),
            (address("submit", "([a-z_]+)", r"([a-z0-9_.-]+\.zip)"), SubmitFile, site),
            (address("pair", "([a-z_]+)"), PairUp, site),
            (address("results"), Results, site),
            (address("results", "certificate", "([0-9]{1,9})"), Certificate, site),
            (address("results", "([a-z_]+)", "([a-z_]+)"), Feedback, site),
            (address("results", "([a-z_]+)", "([a-z_]+)", "page"), FeedbackPage, site),
            (address("other"), OtherLanguage, site),
            (address("take-home", TAKE_HOME), TakeHome, site),
            (address("project"), OwnProject, site),
            (address("clear"), ClearVisit, site),
            (address("assets", "(.*)"), StaticFileHandler, {"path": str(_HERE / "assets")}),
            (address("fonts", "(.*)"), StaticFileHandler, {"path": str(_FONTS)}),
        ],
    )
