"""The addresses for sending work.

    GET  /ailab/submit/<module>           what will be sent, and a button; with `sent=<attempt>`, what was sent
    POST /ailab/submit/<module>           send it
    GET  /ailab/submit/<module>/<file>    the file of an attempt

The same page stands alone and, with `inside=1`, in a window of the notebook.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import urlencode

from jupyter_server.utils import url_path_join
from tornado.web import HTTPError, authenticated
from traitlets.config import Config

from ailab.lang import Language, library_translations
from ailab.office.lab.cards import Card, Item, Section
from ailab.office.lab.coursemap import Module
from ailab.office.lab.hand_in.exchange import Exchange, configured_exchange
from ailab.office.lab.hand_in.receipts import Receipt, next_attempt, read_receipts
from ailab.office.lab.hand_in.send import ADDRESS, SENT, answers_mark, notebooks_to_send, send, when_text
from ailab.office.lab.home import home_page, render_with
from ailab.office.lab.page import Page, Telling

_NO_SCRIPTS: Final = "; script-src 'none'"
_MOST_DIGITS: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class SendPage:
    """What the page shows."""

    language: Language
    direction: str
    title: str
    answered: tuple[Item, ...]
    untouched: tuple[Item, ...]
    attempt: int
    """The number that pressing the button gives; a second press has the same one."""
    has_exchange: bool
    inside: bool
    """Whether it stands in a window of a notebook."""
    link: str
    home: str
    trouble: str
    receipt: Receipt | None
    """What was just sent; None before."""
    when: str
    """Date and time of the receipt."""


class Submit(Page):
    """Send the exercises of a module."""

    @property
    def content_security_policy(self) -> str:
        """Allow no script at all: the page needs none."""
        return super().content_security_policy + _NO_SCRIPTS

    @authenticated
    def get(self, slug: str) -> None:
        """Show what will be sent, or what was."""
        self._show(self._module(slug))

    @authenticated
    def post(self, slug: str) -> None:
        """Send, and show what was sent at an address that may be loaded again."""
        module = self._module(slug)
        attempt = self._number("attempt")
        with Telling(self.site):
            say = library_translations(self.site.memory().language)
            folder = self.site.place.folder
            made = send(module, attempt, folder=folder, exchange=self._exchange(), now=self.site.now(), say=say)
            attempt = made.attempt
        wanted = {"inside": "1"} if self._inside else {}
        if not self.site.said.trouble:
            wanted["sent"] = str(attempt)
        self.redirect(f"{url_path_join(self.base_url, ADDRESS, slug)}?{urlencode(wanted)}", status=303)

    def _show(self, module: Module) -> None:
        trouble, self.site.said.trouble = self.site.said.trouble, ""
        number = self._number("sent")
        receipt = next((each for each in read_receipts(self.site.place.folder, module.slug) if each.attempt == number), None)
        page = self._page(module, receipt, trouble)
        self.set_header("Cache-Control", "no-store")
        self.finish(render_with("submit.html", page, page.language, address=self.base_url, token=self.xsrf_token.decode("ascii")))

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
            title=card.title,
            answered=answered,
            untouched=tuple(item for item in card.exercises if item not in answered),
            attempt=next_attempt(folder, module.slug),
            has_exchange=self._exchange() is not None,
            inside=self._inside,
            link=url_path_join(self.base_url, ADDRESS, module.slug),
            home=f"{url_path_join(self.base_url, 'ailab')}#{module.slug}",
            trouble=trouble,
            receipt=receipt,
            when=when_text(receipt.at, memory.language, course.edition) if receipt else "",
        )

    def _module(self, slug: str) -> Module:
        if self.site.place.path:
            raise HTTPError(404, "nothing is handed in on a short path")
        found = next((module for module in self.site.course().modules if module.slug == slug), None)
        if found is None:
            raise HTTPError(404, "no such module")
        return found

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
