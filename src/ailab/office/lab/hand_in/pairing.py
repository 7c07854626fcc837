"""Working with a friend: how things stand at the centre, and the address where a learner asks, says yes or no, or ends it.

POST /ailab/pair/<module>   act=ask|confirm|refuse|end, mate=<pseudonym>
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from jupyter_server.utils import url_path_join
from tornado.web import HTTPError, authenticated

from ailab.errors import Refused
from ailab.lang import library_translations
from ailab.office.lab.hand_in.centre import CentreUnreachable, centre_door
from ailab.office.lab.hand_in.send import ADDRESS
from ailab.office.lab.page import Page, Telling

PAIR: Final = "ailab/pair"
_ACTS: Final = frozenset({"ask", "confirm", "refuse", "end"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """How things stand between a learner and the class, in pseudonyms."""

    partner: str
    """Both have said yes."""
    waiting_for: str
    """Was asked and has not answered."""
    asked_by: tuple[str, ...]
    """Wait for this learner's answer."""
    classmates: tuple[str, ...]


def pairing_of(facts: Mapping[str, Any]) -> Pairing | None:
    """Return what the centre says; None in a class of one, where nobody can be asked."""
    classmates = tuple(map(str, facts.get("classmates", ())))
    if not classmates:
        return None
    return Pairing(
        partner=str(facts.get("partner", "")),
        waiting_for=str(facts.get("waiting_for", "")),
        asked_by=tuple(map(str, facts.get("asked_by", ()))),
        classmates=classmates,
    )


class PairUp(Page):
    """With whom a module is handed in."""

    @authenticated
    async def post(self, slug: str) -> None:
        """Tell the centre what the learner wants, then show the page of the module again."""
        memory = self.site.memory()
        door = centre_door(os.environ, memory.language)
        act, mate = self.get_body_argument("act", ""), self.get_body_argument("mate", "")
        if door is None or act not in _ACTS:
            raise HTTPError(400, "nobody to ask")
        with Telling(self.site):
            try:
                await door.send(f"pair/{slug}", json.dumps({"act": act, "mate": mate}).encode())
            except CentreUnreachable as error:
                say = library_translations(memory.language)
                raise Refused(say("The centre cannot be reached now. Nothing was changed. Try again in a minute.")) from error
        wanted = {"inside": "1"} if self.get_argument("inside", "") == "1" else {}
        self.redirect(f"{url_path_join(self.base_url, ADDRESS, slug)}?{urlencode(wanted)}", status=303)
