"""The ground of every page: who asks, what they may see, and the answer.

    class Roster(DeskPage):
        def look(self, slug: str) -> Answer:              # GET, in a thread
            with self.session() as session:
                group = self.group(session, slug)         # 404 unless it is a class of theirs
                return self.show("roster.html", group=group)

        def act(self, slug: str) -> Answer:               # POST, in a thread, its token checked before
            …
            return self.go(f"class/{slug}/", self.say("Done."))

Whoever the hub lets in must also stand in our database as a trainer or a lead; a class that is not theirs is not there for them.
What ailab refuses (AilabError) in `act` is said on the page that `back` names.
"""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final, NoReturn

from sqlalchemy import select
from sqlalchemy.orm import Session
from tornado.web import HTTPError, RequestHandler

from ailab.errors import AilabError
from ailab.lang import Language, Translations, as_language, library_translations
from ailab.office.centre import Centre, session_of
from ailab.office.centre.tables import Enrolment, Group, Person
from ailab.office.desk.draw import draw
from ailab.office.desk.site import Answer, Gone, Said, Sent, Shown, Site

# Nobody frames a trainer's page: a learner's server stands at the same address and could read what is in a frame.
POLICY: Final = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; form-action 'self'; base-uri 'none'; object-src 'none'"
STAFF: Final = ("trainer", "lead")
_READS: Final = ("GET", "HEAD", "OPTIONS")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trainer:
    """Who asks."""

    id: str
    name: str
    language: Language
    is_lead: bool


class DeskPage(RequestHandler):
    """An address of the desk."""

    trainer: Trainer
    site: Site
    for_leads = False
    """Whether only leads come in."""

    def initialize(self, site: Site) -> None:
        """Keep the site; Tornado gives it to each request."""
        self.site = site

    async def identify(self) -> str | None:
        """Return who the browser's owner is; answered by the identity that the page is mixed with."""
        raise NotImplementedError

    def set_default_headers(self) -> None:
        """Allow what stands on our own pages, and keep none of it."""
        self.set_header("Content-Security-Policy", POLICY)
        self.set_header("Cache-Control", "no-store")
        self.set_header("Referrer-Policy", "same-origin")
        self.set_header("X-Content-Type-Options", "nosniff")

    async def prepare(self) -> None:
        """Let nobody in but trainers, and no press that did not come from one of our pages."""
        person = await self.identify()
        if person is None:
            self._send_to_log_in()
            return
        if self.request.method not in _READS:
            self.check_xsrf_cookie()
        trainer = await self._in_thread(lambda: self._trainer(person))
        if trainer is None or (self.for_leads and not trainer.is_lead):
            raise HTTPError(HTTPStatus.FORBIDDEN, "not a trainer of this centre")
        self.trainer = trainer
        self.token = self.xsrf_token.decode("ascii")

    async def get(self, *parts: str) -> None:
        """Show the page."""
        await self._answer(lambda: self._look(*parts))

    async def post(self, *parts: str) -> None:
        """Do what was pressed; what is refused is said on the next page."""
        await self._answer(lambda: self._act(*parts))

    # --- what a page writes -------------------------------------------------------------------------------------------------

    def look(self, *parts: str) -> Answer:
        """Answer a GET; runs in a thread."""
        raise HTTPError(HTTPStatus.METHOD_NOT_ALLOWED)

    def act(self, *parts: str) -> Answer:
        """Answer a POST; runs in a thread."""
        raise HTTPError(HTTPStatus.METHOD_NOT_ALLOWED)

    def back(self, *parts: str) -> str:
        """Return the page, below the desk, that says what `act` refused: this one."""
        return self.request.path.removeprefix(self.site.prefix)

    # --- what a page uses ---------------------------------------------------------------------------------------------------

    @property
    def centre(self) -> Centre:
        """Return the centre."""
        return self.site.centre

    @property
    def language(self) -> Language:
        """Return the trainer's language."""
        return self.trainer.language

    @property
    def say(self) -> Translations:
        """Return the words in the trainer's language."""
        return library_translations(self.trainer.language)

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Give a session; what was done in it is kept when the block ends well."""
        with session_of(self.centre) as session:
            yield session

    def group(self, session: Session, slug: str) -> Group:
        """Return a class of this trainer's; for a lead, any class. Else 404."""
        found = session.get(Group, slug)
        if found is None or not (self.trainer.is_lead or self._teaches(session, slug)):
            self.missing()
        return found

    def learner(self, session: Session, slug: str, person: str, *, left: bool = False) -> Person:
        """Return somebody who learns in this class now, or with `left` who did; else 404."""
        self.group(session, slug)
        wanted = [Enrolment.group == slug, Enrolment.person == person, Enrolment.role == "learner"]
        wanted.append(Enrolment.left_at != "" if left else Enrolment.left_at == "")
        found = session.get(Person, person) if session.scalars(select(Enrolment.id).where(*wanted)).first() else None
        if found is None or found.kind != "learner":
            self.missing()
        return found

    def groups(self, session: Session) -> list[Group]:
        """Return the classes of this trainer, open ones first."""
        wanted = select(Group).order_by(Group.is_open.desc(), Group.title)
        if not self.trainer.is_lead:
            own = select(Enrolment.group).where(Enrolment.person == self.trainer.id, Enrolment.role == "trainer", Enrolment.left_at == "")
            wanted = wanted.where(Group.id.in_(own))
        return list(session.scalars(wanted))

    def missing(self) -> NoReturn:
        """Say that there is no such thing: for who may not see it, it is not there."""
        raise HTTPError(HTTPStatus.NOT_FOUND)

    def show(self, template: str, **words: Any) -> Shown:
        """Return a page: the template, laid out in the trainer's language; `group` among the words adds the class's own ways."""
        return Shown(
            html=draw(template, words, site=self.site, trainer=self.trainer, said=self._said(), token=self.token, here=self.back())
        )

    def go(self, path: str, *words: str, trouble: str = "") -> Gone:
        """Return another page of the desk as the next one; it says these words once."""
        return Gone(path=path, said=Said(words=words, trouble=trouble) if words or trouble else None)

    def file(self, content: bytes, kind: str, name: str = "") -> Sent:
        """Return a file; without a name it is shown in the browser."""
        return Sent(content=content, kind=kind, name=name)

    def field(self, name: str, longest: int = 1000) -> str:
        """Return what was typed or chosen, without spaces around it."""
        return self.get_argument(name, "")[:longest].strip()

    # ------------------------------------------------------------------------------------------------------------------------

    def _teaches(self, session: Session, slug: str) -> bool:
        wanted = (Enrolment.group == slug, Enrolment.person == self.trainer.id, Enrolment.role == "trainer", Enrolment.left_at == "")
        return session.scalars(select(Enrolment.id).where(*wanted)).first() is not None

    def _trainer(self, person: str) -> Trainer | None:
        with session_of(self.centre) as session:
            found = session.get(Person, person)
            if found is None or found.kind not in STAFF or not found.is_active:
                return None
            return Trainer(
                id=found.id,
                name=found.display_name or found.pseudonym,
                language=as_language(found.language) or self.centre.settings.language,
                is_lead=found.kind == "lead",
            )

    def _look(self, *parts: str) -> Answer:
        try:
            return self.look(*parts)
        except AilabError as error:
            raise HTTPError(HTTPStatus.CONFLICT) from error  # write_error says its words

    def _act(self, *parts: str) -> Answer:
        try:
            return self.act(*parts)
        except AilabError as error:
            return self.go(self.back(*parts), trouble=str(error))

    def _said(self) -> Said:
        said = self.site.once.take(self.trainer.id, self.get_query_argument("said", ""))
        return said if isinstance(said, Said) else Said()

    def _send_to_log_in(self) -> None:
        if self.request.method not in _READS:
            raise HTTPError(HTTPStatus.FORBIDDEN, "nobody is logged in")
        self.redirect(self.get_login_url())

    async def _in_thread(self, work: Callable[[], Any]) -> Any:
        # A database waits for disks and for others: the loop must not.
        return await asyncio.get_running_loop().run_in_executor(self.site.threads, work)

    async def _answer(self, work: Callable[[], Answer]) -> None:
        match await self._in_thread(work):
            case Shown(html=html):
                self.set_header("Content-Type", "text/html; charset=utf-8")
                self.finish(html)
            case Gone(path=path, said=said):
                self.redirect(self._address(path, said), status=HTTPStatus.SEE_OTHER)
            case Sent(content=content, kind=kind, name=name):
                self.set_header("Content-Type", kind)
                if name:
                    self.set_header("Content-Disposition", f'attachment; filename="{name}"')
                self.finish(content)

    def _address(self, path: str, said: Said | None) -> str:
        if said is None:
            return f"{self.site.prefix}{path}"
        path, _, anchor = path.partition("#")
        joined = f"{self.site.prefix}{path}{'&' if '?' in path else '?'}said={self.site.once.keep(self.trainer.id, said)}"
        return f"{joined}#{anchor}" if anchor else joined

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Show a page of ours in place of Tornado's."""
        error = getattr(kwargs.get("exc_info", (None, None))[1], "__cause__", None)
        nobody = Trainer(id="", name="", language=self.centre.settings.language, is_lead=False)
        known = self.trainer if hasattr(self, "token") else nobody
        said = Said(trouble=str(error) if isinstance(error, AilabError) else "")
        words = {"status": status_code}
        self.finish(draw("error.html", words, site=self.site, trainer=known, said=said, token=getattr(self, "token", ""), here=""))
