"""What every address of the service shares: whose token it is, in which language to answer, how to say what is wrong."""

import errno
import logging
import sqlite3
from asyncio import Semaphore, to_thread
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Final, TypeVar

from sqlalchemy.orm import Session
from tornado.web import HTTPError, RequestHandler

from ailab.lang import Language, Translations, as_language, library_translations
from ailab.office.centre import Centre, session_of
from ailab.office.centre.round.feedback import languages_of
from ailab.office.centre.round.inbox import Inbox, NotExpected
from ailab.office.centre.tables import Person
from ailab.office.grading.archive import ArchiveForeign, ArchiveTooLarge
from ailab.office.hub.round.who import Who, token_of
from ailab.office.hub.round.words import STATUS, Trouble, words_for

_INSTANT: Final = "%Y-%m-%dT%H:%M:%SZ"
_AT_ONCE: Final = 8
"""Hand-ins in memory at the same time; the others wait before they send."""
_FULL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_log = logging.getLogger(__name__)
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What every address needs."""

    centre: Centre
    inbox: Inbox
    who: Who
    places: Semaphore = field(default_factory=lambda: Semaphore(_AT_ONCE))

    def now(self) -> str:
        """Return the instant by the centre's clock."""
        return self.inbox.now().strftime(_INSTANT)


class Said(HTTPError):
    """An answer that says what is wrong."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(STATUS[trouble])
        self.trouble = trouble


class Address(RequestHandler):
    """An address for one learner: found out before anything of the request is read."""

    def initialize(self, round_: Round) -> None:
        """Keep what tornado gives to each request."""
        self.round = round_
        self.learner, self.language = "", round_.centre.settings.language

    async def prepare(self) -> None:
        """Find out who asks.

        Raises
        ------
        HTTPError
            401 for a token that is nobody's, 403 for who is no learner here.
        """
        token = token_of(self.request.headers)
        model = await self.round.who(token) if token else None
        if model is None:
            raise HTTPError(HTTPStatus.UNAUTHORIZED)
        if model.get("kind", "user") != "user":
            raise HTTPError(HTTPStatus.FORBIDDEN)
        found = await to_thread(_learner, self.round.centre, str(model["name"]))
        if found is None:
            raise HTTPError(HTTPStatus.FORBIDDEN)
        self.learner, own = found
        self.language = as_language(self.request.headers.get("Accept-Language", "")[:2]) or own

    @property
    def say(self) -> Translations:
        """Return the words of the asker's language."""
        return library_translations(self.language)

    def set_default_headers(self) -> None:
        """Let nobody keep, guess or frame what is one learner's."""
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        self.clear_header("Server")

    def write_error(self, status_code: int, **facts: Any) -> None:
        """Answer with what is wrong, for programs and for people."""
        error = facts.get("exc_info", (None, None))[1]
        said = {"trouble": error.trouble, "words": words_for(error.trouble, self.say)} if isinstance(error, Said) else {}
        self.finish({"status": status_code, **said})

    def log_exception(self, kind: Any, error: Any, trace: Any) -> None:
        """Keep who asked out of the log."""
        if not isinstance(error, HTTPError):
            _log.error("%s", type(self).__name__, exc_info=(kind, error, trace))

    async def asked(self, question: Callable[[Session], _T]) -> _T:
        """Return what the database says."""

        def ask() -> _T:
            with session_of(self.round.centre) as session:
                return question(session)

        return await to_thread(ask)


def trouble_of(error: Exception) -> Trouble:
    """Return what is wrong, of the few things a learner can be told."""
    if isinstance(error, ArchiveTooLarge):
        return "too_large"
    if isinstance(error, ArchiveForeign):
        return "foreign"
    if isinstance(error, NotExpected):
        return "not_expected"
    if _is_full(error):
        return "full"
    _log.error("a hand-in failed", exc_info=error)
    return "broken"


def _is_full(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, OSError) and error.errno in _FULL:
            return True
        if isinstance(error, sqlite3.OperationalError) and ("disk is full" in str(error) or "disk I/O" in str(error)):
            return True
        error = error.__cause__ or error.__context__
    return False


def _learner(centre: Centre, name: str) -> tuple[str, Language] | None:
    """Return a learner of this centre and their language; None for trainers, guests and everybody else."""
    with session_of(centre) as session:
        found = session.get(Person, name)
        if found is None or found.kind != "learner" or not found.is_active:
            return None
        return found.id, languages_of(session, (found.id,), centre.settings.language)[found.id]
