"""The addresses for sending work.

    GET  /ailab/submit/<module>           what will be sent, and a button; with `sent=<attempt>`, what was sent
    POST /ailab/submit/<module>           send it
    POST /ailab/pair/<module>             ask a friend to hand in together, say yes or no, end it (a centre alone)
    GET  /ailab/submit/<module>/<file>    the file of an attempt

The same page stands alone and, with `inside=1`, in a window of the notebook.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import urlencode

from jupyter_server.utils import url_path_join
from tornado.web import HTTPError, authenticated
from traitlets.config import Config

from ailab.lang import Language, library_translations
from ailab.office.lab.cards import Card, Item, Section
from ailab.office.lab.coursemap import Module
from ailab.office.lab.hand_in.centre import Door, at_a_glance, centre_door, deliver_waiting
from ailab.office.lab.hand_in.exchange import Exchange, configured_exchange
from ailab.office.lab.hand_in.pairing import Pairing, pairing_of
from ailab.office.lab.hand_in.receipts import Receipt, next_attempt, read_receipts
from ailab.office.lab.hand_in.send import (
    ADDRESS,
    SENT,
    answers_mark,
    make_ready,
    notebooks_to_send,
    send,
    when_text,
    zone_named,
    zone_of,
)
from ailab.office.lab.home import home_page, render_with
from ailab.office.lab.page import Page, Telling

_NO_SCRIPTS: Final = "; script-src 'none'"
_MOST_DIGITS: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class SendPage:
    """What the page shows."""

    language: Language
    direction: str
    slug: str
    title: str
    answered: tuple[Item, ...]
    untouched: tuple[Item, ...]
    attempt: int
    """The number that pressing the button gives; a second press has the same one."""
    has_exchange: bool
    """Whether it goes to the trainer by itself."""
    inside: bool
    """Whether it stands in a window of a notebook."""
    link: str
    home: str
    trouble: str
    receipt: Receipt | None
    """What was just sent; None before."""
    when: str
    """Date and time of the receipt."""
    due: str = ""
    """Date and time of the agreed day, or empty."""
    pairing: Pairing | None = None
    """None where nobody can be asked."""


class Submit(Page):
    """Send the exercises of a module."""

    @property
    def content_security_policy(self) -> str:
        """Allow no script at all: the page needs none."""
        return super().content_security_policy + _NO_SCRIPTS

    @authenticated
    async def get(self, slug: str) -> None:
        """Show what will be sent, or what was."""
        module = self._module(slug)
        trouble, self.site.said.trouble = self.site.said.trouble, ""
        number = self._number("sent")
        receipt = next((each for each in read_receipts(self.site.place.folder, module.slug) if each.attempt == number), None)
        page = await self._of_centre(module, self._page(module, receipt, trouble))
        self.set_header("Cache-Control", "no-store")
        self.finish(render_with("submit.html", page, page.language, address=self.base_url, token=self.xsrf_token.decode("ascii")))

    @authenticated
    async def post(self, slug: str) -> None:
        """Send, and show what was sent at an address that may be loaded again."""
        module = self._module(slug)
        attempt = self._number("attempt")
        with Telling(self.site):
            attempt = (await self._sent(module, attempt)).attempt
        wanted = {"inside": "1"} if self._inside else {}
        if attempt in (each.attempt for each in read_receipts(self.site.place.folder, slug)):
            wanted["sent"] = str(attempt)
        self.redirect(f"{url_path_join(self.base_url, ADDRESS, slug)}?{urlencode(wanted)}", status=303)

    async def _sent(self, module: Module, attempt: int) -> Receipt:
        folder, say = self.site.place.folder, library_translations(self.site.memory().language)
        door = self._door()
        if door is None:
            return send(module, attempt, folder=folder, exchange=self._exchange(), now=self.site.now(), say=say)
        receipt = make_ready(module, attempt, folder=folder, now=self.site.now(), say=say)
        self.site.said.trouble = await deliver_waiting(door, folder=folder, say=say)
        return receipt

    async def _of_centre(self, module: Module, page: SendPage) -> SendPage:
        """Return the page with what only a centre knows: the agreed day, and with whom."""
        door = self._door()
        if door is None:
            return page
        facts = None
        if page.receipt is None:
            facts = await at_a_glance(door.facts(f"pair/{module.slug}"))
        elif page.receipt.arrival.due_at:
            facts = {"due_at": page.receipt.arrival.due_at, "zone": page.receipt.arrival.zone}
        if not facts:
            return page
        edition = self.site.course().edition
        due = when_text(str(facts["due_at"]), page.language, edition, zone_named(str(facts["zone"]))) if facts["due_at"] else ""
        return replace(page, due=due, pairing=pairing_of(facts) if page.receipt is None else None)

    def _page(self, module: Module, receipt: Receipt | None, trouble: str) -> SendPage:
        course, memory = self.site.course(), self.site.memory()
        folder = self.site.place.folder
        card = _card(home_page(course, memory, folder, address=self.base_url, forgets=False).sections, module.slug)
        sent = notebooks_to_send(folder, module)
        written = {exercise for exercise, content in sent.items() if answers_mark(content)}
        answered = tuple(item for item in card.exercises if PurePosixPath(item.path).stem in written)
        return SendPage(
            language=memory.language,
            direction="rtl" if memory.language == "ar" else "ltr",
            slug=module.slug,
            title=card.title,
            answered=answered,
            untouched=tuple(item for item in card.exercises if item not in answered),
            attempt=next_attempt(folder, module.slug),
            has_exchange=self._door() is not None or self._exchange() is not None,
            inside=self._inside,
            link=url_path_join(self.base_url, ADDRESS, module.slug),
            home=f"{url_path_join(self.base_url, 'ailab')}#{module.slug}",
            trouble=trouble,
            receipt=receipt,
            when=when_text(receipt.at, memory.language, course.edition, zone_of(receipt)) if receipt else "",
        )

    def _module(self, slug: str) -> Module:
        if self.site.place.path:
            raise HTTPError(404, "nothing is handed in on a short path")
        found = next((module for module in self.site.course().modules if module.slug == slug), None)
        if found is None:
            raise HTTPError(404, "no such module")
        return found

    def _door(self) -> Door | None:
        return centre_door(os.environ, self.site.memory().language)

    def _exchange(self) -> Exchange | None:
        return configured_exchange(Config(self.config), os.environ, state=self.site.place.state)

    @property
    def _inside(self) -> bool:
        return self.get_argument("inside", "") == "1"

    def _number(self, name: str) -> int:
        text = self.get_argument(name, "")
        return int(text) if text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS else 0


class SubmitFile(Page):
    """The file of an attempt."""

    @authenticated
    def get(self, slug: str, name: str) -> None:
        """Send a file that a receipt names, and no other."""
        folder = self.site.place.folder
        known = {receipt.file for receipt in read_receipts(folder, slug)}
        path = folder / SENT / name
        if name not in known or not path.is_file():
            raise HTTPError(404, "no such file")
        self.set_header("Content-Type", "application/zip")
        self.set_header("Content-Disposition", f'attachment; filename="{name}"')
        self.set_header("Cache-Control", "no-store")
        self.finish(path.read_bytes())


def _card(sections: Sequence[Section], slug: str) -> Card:
    return next(card for section in sections for card in section.cards if card.slug == slug)
