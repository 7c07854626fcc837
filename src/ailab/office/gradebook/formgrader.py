"""nbgrader's formgrader as pages of a web application of ours: its lists, its marking; never its autograder.

Stock's button for grading runs learners' notebooks with the rights of whoever grades. Here the buttons call what the caller
passes in, and what would change the course itself (edit, generate, release) is not there.
"""

import json
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader
from nbconvert.exporters import HTMLExporter
from nbgrader.auth import Authenticator
from nbgrader.coursedir import CourseDirectory
from nbgrader.server_extensions.formgrader import apihandlers, handlers
from nbgrader.server_extensions.formgrader.base import BaseApiHandler
from tornado.web import HTTPError, RequestHandler, StaticFileHandler, authenticated
from traitlets.config import Config, LoggingConfigurable

from ailab.errors import AilabError
from ailab.office.gradebook.course import open_course

HOME: Final = "formgrader/gradebook"
_POLICY: Final = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "frame-ancestors 'none'; form-action 'self'; base-uri 'none'"
)
_STYLE: Final = "css/nbgrader.css"
_HIDDEN: Final = """
/* What the centre does elsewhere, or by itself. */
#accordion, #config, .jupyter-logo, td.edit a, td.assign a, td.preview a, td.release a, td.name a[href*="/tree/"],
tfoot, td.edit-student a { display: none; }
"""
_ACTIONS: Final = re.compile(r".*/(assign|unrelease|release|collect|generate_feedback|release_feedback|autograde)")
_READ_ONLY: Final = (apihandlers.AssignmentHandler, apihandlers.StudentHandler)
_NOT_HERE: Final = (handlers.FormgraderHandler, handlers.Template404)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actions:
    """What the buttons do; each says in words what it did, or raises what ailab refuses."""

    collect: Callable[[str], Awaitable[str]]
    """A module."""
    grade: Callable[[str, str], Awaitable[str]]
    """A module of a learner."""
    give_back: Callable[[str, Sequence[str]], Awaitable[str]]
    """The pages of a module to these learners; to everybody when there are none."""


class _Course(LoggingConfigurable):
    """What nbgrader's pages ask about the course; they would look for its configuration in the working directory."""

    url_prefix = "."
    debug = False

    def __init__(self, root: Path, config: Config) -> None:
        super().__init__(config=config)
        self.coursedir = CourseDirectory(parent=self, root=str(root))

    def load_config_file(self) -> None:
        """Do nothing: it is loaded."""


def formgrader_settings(root: Path, *, exchange: Path) -> dict[str, Any]:
    """Return what the pages need besides an identity provider."""
    config = open_course(root, {"Exchange": {"root": str(exchange)}}).config
    config.HTMLExporter.template_name = "formgrade"
    config.HTMLExporter.extra_template_basedirs = [handlers.template_path]
    course = _Course(root, config)
    return {
        "nbgrader_formgrader": course,
        "nbgrader_authenticator": Authenticator(config=config),
        "nbgrader_exporter": HTMLExporter(config=config),
        "nbgrader_gradebook": None,
        "nbgrader_db_url": course.coursedir.db_url,
        "nbgrader_jinja2_env": Environment(loader=FileSystemLoader([handlers.template_path]), autoescape=True),
        "nbgrader_bad_setup": False,
        "initial_config": config,
    }


def formgrader_addresses(prefix: str, actions: Actions) -> list[tuple[Any, ...]]:
    """Return every address of the pages below a prefix that ends with a slash."""
    stock = [each for each in (*handlers.default_handlers, *apihandlers.default_handlers) if not _is_ours(each)]
    own: list[tuple[Any, ...]] = [
        (r"/formgrader/?", _Home),
        (r"/formgrader/api/assignment/([^/]+)/collect", _Collect, {"actions": actions}),
        (r"/formgrader/api/assignment/([^/]+)/(?:generate|release)_feedback", _GiveBackAll, {"actions": actions}),
        (r"/formgrader/api/assignment/([^/]+)/([^/]+)/(?:generate|release)_feedback", _GiveBack, {"actions": actions}),
        (r"/formgrader/api/submission/([^/]+)/([^/]+)/autograde", _Grade, {"actions": actions}),
        (rf"/formgrader/static/{_STYLE}", _Style),
        (r"/formgrader/static/(.*)", StaticFileHandler, {"path": handlers.static_path}),
    ]
    guarded = [(pattern, _guarded(kind), *more) for pattern, kind, *more in stock]
    return [(f"{prefix}{pattern.lstrip('/')}", *more) for pattern, *more in (*own, *guarded)] + [(f"{prefix}.*", _Nothing)]


def _is_ours(address: tuple[Any, ...]) -> bool:
    return address[1] in _NOT_HERE or _ACTIONS.fullmatch(address[0]) is not None


class _Guarded:
    """Mixed into nbgrader's pages: our policy, errors without a template, and a gradebook that is read anew by each request."""

    settings: dict[str, Any]

    @property
    def content_security_policy(self) -> str:
        return _POLICY

    def on_finish(self) -> None:
        # Kept open it would show yesterday's marks.
        book, self.settings["nbgrader_gradebook"] = self.settings["nbgrader_gradebook"], None
        if book is not None:
            book.close()

    def write_error(self, status_code: int, **_facts: Any) -> None:
        self.set_header("Content-Type", "text/plain; charset=utf-8")  # type: ignore[attr-defined]
        self.finish(f"{status_code}\n")  # type: ignore[attr-defined]


def _guarded(kind: Any) -> Any:
    """Return one of nbgrader's pages as it may stand here."""
    more = {"SUPPORTED_METHODS": ("GET", "HEAD")} if kind in _READ_ONLY else {}
    return kind if kind is StaticFileHandler else type(kind.__name__, (_Guarded, kind), more)


class _Ours(_Guarded, BaseApiHandler):
    """A button that does what is passed in."""

    def initialize(self, actions: Actions) -> None:
        self.actions = actions

    async def said(self, doing: Awaitable[str]) -> None:
        """Answer as nbgrader's scripts expect it."""
        try:
            answer = {"success": True, "log": await doing}
        except AilabError as error:
            answer = {"success": False, "log": "", "error": str(error)}
        # As text, as nbgrader sends it: its scripts read it themselves.
        self.finish(json.dumps(answer))


class _Collect(_Ours):
    @authenticated
    async def post(self, module: str) -> None:
        await self.said(self.actions.collect(module))


class _Grade(_Ours):
    @authenticated
    async def post(self, module: str, learner: str) -> None:
        await self.said(self.actions.grade(module, learner))


class _GiveBack(_Ours):
    @authenticated
    async def post(self, module: str, learner: str) -> None:
        await self.said(self.actions.give_back(module, (learner,)))


class _GiveBackAll(_Ours):
    @authenticated
    async def post(self, module: str) -> None:
        await self.said(self.actions.give_back(module, ()))


class _Home(_Guarded, BaseApiHandler):
    """Where one begins; stock's own takes a path from the address and runs the configuration that lies there."""

    @authenticated
    def get(self) -> None:
        self.redirect(f"{self.base_url}/{HOME}")


class _Nothing(_Guarded, BaseApiHandler):
    @authenticated
    def get(self) -> None:
        raise HTTPError(404)


class _Style(RequestHandler):
    """nbgrader's style, and what is hidden here."""

    def get(self) -> None:
        self.set_header("Content-Type", "text/css; charset=utf-8")
        self.finish((Path(handlers.static_path) / _STYLE).read_text(encoding="utf-8") + _HIDDEN)
