"""The home page inside Jupyter Server: six addresses under `/ailab`.

    GET  /ailab             the page
    POST /ailab/language    switch the language
    POST /ailab/form        switch between typed and pressed programs
    GET  /ailab/work.zip    save my work
    POST /ailab/work        bring it back
    GET  /ailab/words       what JupyterLab's home button is called

Jupyter Server asks for the token and guards against forged requests, as everywhere else.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join
from tornado.web import HTTPError, StaticFileHandler, authenticated

from ailab.errors import AilabError
from ailab.lang import as_language, library_translations
from ailab.office.lab.coursemap import CourseMap, read_map
from ailab.office.lab.files import write_all
from ailab.office.lab.folder import choose, lay_out
from ailab.office.lab.home import home_page, render
from ailab.office.lab.memory import Memory, read_memory
from ailab.office.lab.settings import HOME, LABEXTENSIONS, SECTION, Place, locale_write
from ailab.office.lab.work import bring_back, save_work

WORK_FILE: Final = "ailab-work.zip"
_HERE: Final = Path(__file__).parent
_FONTS: Final = LABEXTENSIONS / "ailab" / "front"


@dataclass(slots=True)
class Said:
    """What the next page has to say; it is said once."""

    words: tuple[str, ...] = ()
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """What every address needs."""

    place: Place
    said: Said
    forgets: bool

    def course(self) -> CourseMap:
        """Return the course as it is built now."""
        return read_map(self.place.build)

    def memory(self) -> Memory:
        """Return what the folder remembers, complete even when its settings were lost."""
        found = read_memory(self.place.folder, say=library_translations("en"))
        return found or Memory(language=choose(None, self.course(), None), laid={})


class _Page(JupyterHandler):
    """An address of ours."""

    def initialize(self, site: Site) -> None:
        self.site = site

    @property
    def content_security_policy(self) -> str:
        """Allow what stands on our own pages, and nothing from elsewhere."""
        return "default-src 'self'; img-src 'self' data:; frame-ancestors 'self'; form-action 'self'; base-uri 'none'"

    def home(self) -> None:
        """Send the browser back to the page."""
        self.redirect(url_path_join(self.base_url, HOME), status=303)


class HomePage(_Page):
    """The course map."""

    @authenticated
    def get(self) -> None:
        """Show the page and what was to be said."""
        said, self.site.said.words, self.site.said.trouble = replace(self.site.said), (), ""
        page = home_page(
            self.site.course(),
            self.site.memory(),
            self.site.place.folder,
            address=self.base_url,
            forgets=self.site.forgets,
            said=said.words,
            trouble=said.trouble,
        )
        self.set_header("Cache-Control", "no-store")
        self.finish(render(page, address=self.base_url, token=self.xsrf_token.decode("ascii")))


class SwitchLanguage(_Page):
    """The same folder in another language."""

    @authenticated
    def post(self) -> None:
        """Lay the folder out again and change the interface."""
        language = as_language(self.get_body_argument("language", ""))
        if language is None or language not in self.site.course().languages:
            raise HTTPError(400, "unknown language")
        with _telling(self.site):
            done = lay_out(self.site.place.build, self.site.place.folder, language=language)
            write_all([locale_write(self.site.place, language)], folder=self.site.place.folder, say=library_translations(language))
            self.site.said.words = done.messages
        self.home()


class SwitchForm(_Page):
    """The same exercises, typed or pressed."""

    @authenticated
    def post(self) -> None:
        """Lay the folder out again in the other form."""
        form = self.get_body_argument("form", "")
        if form not in self.site.course().forms:
            raise HTTPError(400, "unknown form")
        with _telling(self.site):
            self.site.said.words = lay_out(self.site.place.build, self.site.place.folder, form=form).messages
        self.home()


class SaveWork(_Page):
    """All notebooks in one file."""

    @authenticated
    def get(self) -> None:
        """Send the file."""
        self.set_header("Content-Type", "application/zip")
        self.set_header("Content-Disposition", f'attachment; filename="{WORK_FILE}"')
        self.set_header("Cache-Control", "no-store")
        self.finish(save_work(self.site.place.folder))


class BringBack(_Page):
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
        with _telling(self.site):
            place = self.site.place
            done = bring_back(files[0]["body"], folder=place.folder, build=place.build, course=self.site.course(), memory=memory, say=say)
            write_all(done.writes, folder=place.folder, say=say)
            self.site.said.words = done.messages
        return self.home()


class Words(_Page):
    """Words for the front end inside JupyterLab."""

    @authenticated
    def get(self) -> None:
        """Send them in the learner's language."""
        self.set_header("Cache-Control", "no-store")
        say = library_translations(self.site.memory().language)
        self.finish({"home": say("Home"), "open_activity": say("Open"), "open_pad": say("Open the buttons")})


class _telling:  # noqa: N801  a context manager reads as a word
    """Turn what ailab refuses into words on the next page."""

    def __init__(self, site: Site) -> None:
        self.site = site

    def __enter__(self) -> None:
        self.site.said.words, self.site.said.trouble = (), ""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        if isinstance(error, AilabError):
            self.site.said.trouble = str(error)
            return True
        return False


def site_of(section: Mapping[str, Any], environ: Mapping[str, str]) -> Site:
    """Return the site a configuration describes."""
    folder = Path(section["folder"])
    forgets = environ.get("AILAB_BINDER") == "1" or "BINDER_SERVICE_HOST" in environ
    # Only the state in the learner's folder is written from here.
    return Site(place=Place(build=Path(section["build"]), folder=folder, run=folder), said=Said(), forgets=forgets)


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
            (address("assets", "(.*)"), StaticFileHandler, {"path": str(_HERE / "assets")}),
            (address("fonts", "(.*)"), StaticFileHandler, {"path": str(_FONTS)}),
        ],
    )
