"""Taking in what a learner hands in: the folder whole in the exchange, then a row of the index, then the word that it is here.

    zip ─▶ expected? ─▶ hidden folder, synced ─▶ renamed, synced ─▶ row committed ─▶ acknowledged

Cut off anywhere, the next start tidies: what was shown without a row gets one, what was never shown goes away.
"""

import base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Final

from sqlalchemy.orm import Session

from ailab.errors import AilabError
from ailab.office.centre.database import session_of
from ailab.office.centre.folder import Centre, expect_id
from ailab.office.centre.outline import outline_of
from ailab.office.centre.round.inbound import Attempt, folder_name, hidden, make_inbound, show, shown, take_away, write_aside
from ailab.office.centre.round.index import indexed_folders, next_attempt, same_attempt
from ailab.office.centre.round.pairs import classmates, partner_of
from ailab.office.centre.tables import HandedIn, Person
from ailab.office.grading.handing import STAMP, SUFFIX, HandIn, unpacked

_STAMP: Final = "%Y-%m-%d %H:%M:%S.%f UTC"
_INSTANT: Final = "%Y-%m-%dT%H:%M:%SZ"
_SECRET: Final = "submission_secret.txt"  # noqa: S105 - a file's name
_SUFFIX_BYTES: Final = 9
_SECRET_BYTES: Final = 64


class NotExpected(AilabError):
    """What was handed in is no work of this module."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbox:
    """Where a centre's hand-ins come in; one process has it."""

    centre: Centre
    now: Callable[[], datetime]
    random: Callable[[int], bytes]
    """Bytes nobody can guess."""
    turn: Lock = field(default_factory=Lock)
    """Numbers are given one after the other; the slow part, the disk, is not waited for in turn."""

    def take_in(self, learner: str, module: str, data: bytes, *, key: str) -> HandedIn:
        """Take in a learner's zip for a module and return the row that acknowledges it; sent twice, it is one attempt.

        Raises
        ------
        NotExpected, ArchiveForeign, ArchiveTooLarge
            When it is no work of this module.
        OSError, Refused
            When the disk says no: nothing of it stands anywhere then.
        """
        hand_in = _expected(self.centre, module, unpacked(data))
        if made := self._made(learner, hand_in, key):
            return made
        folder = make_inbound(self.centre)
        halves = self._halves(learner, hand_in, key)
        written: list[str] = []
        try:
            for name, attempt in halves.items():
                write_aside(folder, name, self._files(hand_in, name), attempt)
                written.append(name)
            with self.turn:
                return self._made(learner, hand_in, key) or self._acknowledge(folder, halves)
        finally:
            # Shown and in the index: nothing hidden is left. Else: as if it had never come.
            take_away(folder, *(name for name in written if (folder / f".{name}").exists()))

    def _acknowledge(self, folder: Path, halves: Mapping[str, Attempt]) -> HandedIn:
        show(folder, *halves)
        try:
            with session_of(self.centre) as session:
                rows = [enter(session, name, attempt) for name, attempt in halves.items()]
            return rows[0]
        except BaseException:
            take_away(folder, *halves)
            raise

    def _made(self, learner: str, hand_in: HandIn, key: str) -> HandedIn | None:
        with session_of(self.centre) as session:
            return same_attempt(session, learner, hand_in.module, hand_in.code, key)

    def _halves(self, learner: str, hand_in: HandIn, key: str) -> dict[str, Attempt]:
        """Return the folders of an attempt: one, or two for a pair, the sender's first."""
        at = self.now().astimezone(UTC)
        with session_of(self.centre) as session:
            partner = partner_of(session, learner, hand_in.module)
            partner = partner if partner in classmates(session, learner) else ""
        own = Attempt(learner=learner, module=hand_in.module, at=at.strftime(_INSTANT), code=hand_in.code, key=key, partner=partner)
        if not partner:
            return {self._name(own, at): own}
        names = self._name(own, at), self._name(replace(own, learner=partner), at)
        # The other may send under the same name and at the same moment what is no second half of this.
        other = replace(own, learner=partner, partner=learner, key=names[0].rpartition("+")[2], twin=names[0])
        return {names[0]: replace(own, twin=names[1]), names[1]: other}

    def _name(self, attempt: Attempt, at: datetime) -> str:
        random = base64.urlsafe_b64encode(self.random(_SUFFIX_BYTES)).decode("ascii")
        return folder_name(expect_id(attempt.learner), attempt.module, at.strftime(_STAMP), random)

    def _files(self, hand_in: HandIn, name: str) -> dict[str, bytes]:
        stamp = name.split("+")[2]
        notebooks = {f"{exercise}{SUFFIX}": content for exercise, content in hand_in.notebooks.items()}
        return {**notebooks, STAMP: stamp.encode(), _SECRET: self.random(_SECRET_BYTES).hex().encode()}

    def tidy(self) -> int:
        """After a start: give what was shown without a row its row, remove what was never shown; return how many rows were made."""
        folder = make_inbound(self.centre)
        unseen = set(hidden(folder))
        with session_of(self.centre) as session:
            known = indexed_folders(session)
        for _name, attempt in shown(folder, known=known):
            if attempt.twin in unseen:
                # Both halves were on the disk before the first was shown.
                show(folder, attempt.twin)
                unseen.discard(attempt.twin)
        take_away(folder, *unseen)
        with session_of(self.centre) as session:
            return sum(_entered_late(session, name, attempt) for name, attempt in shown(folder, known=known))


def enter(session: Session, folder: str, attempt: Attempt) -> HandedIn:
    """Enter an attempt into the index."""
    row = HandedIn(
        person=attempt.learner,
        module=attempt.module,
        attempt=next_attempt(session, attempt.learner, attempt.module),
        at=attempt.at,
        code=attempt.code,
        key=attempt.key,
        folder=folder,
        partner=attempt.partner,
    )
    session.add(row)
    session.flush()
    return row


def _entered_late(session: Session, folder: str, attempt: Attempt) -> bool:
    if session.get(Person, attempt.learner) is None:
        return False  # of somebody who was forgotten
    if same_attempt(session, attempt.learner, attempt.module, attempt.code, attempt.key):
        return False
    enter(session, folder, attempt)
    return True


def _expected(centre: Centre, module: str, hand_in: HandIn) -> HandIn:
    found = outline_of(centre).module(module)
    known = {exercise.slug for exercise in found.exercises} if found else set()
    if hand_in.module != module or not set(hand_in.notebooks) <= known:
        raise NotExpected(f"not the work of {module}")
    return hand_in
