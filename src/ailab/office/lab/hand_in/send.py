"""Sending a module's exercises: what stands in them, what goes out, what is remembered.

    notebooks as they are ──▶ sent/ailab-<module>-<code>.zip ──▶ exchange, if there is one ──▶ receipt
                                                             └─▶ receipt ──▶ a centre (centre.py) ──▶ receipt that says so

In this order: whatever stops on the way, the file is whole and nothing is called sent that wasn't.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from hashlib import sha256
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ailab.errors import AilabError, Refused
from ailab.lang import Language, Translations
from ailab.office.grading.handing import HandIn, packed
from ailab.office.lab.coursemap import Module
from ailab.office.lab.files import Write, Writer, write_all, write_whole
from ailab.office.lab.hand_in.exchange import Exchange
from ailab.office.lab.hand_in.receipts import Receipt, Way, next_attempt, read_receipts, receipt_write
from ailab.office.lab.notebook import SUFFIX, NotebookBroken, NotebookTooNew, is_answer, is_edited, read_notebook

SENT: Final = "sent"
ADDRESS: Final = "ailab/submit"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """What the card of a module says about sending it."""

    link: str
    word: str
    """What the button says."""
    when: str = ""
    """Date and time of the last attempt, empty before the first."""
    code: str = ""
    way: Way = "file"
    file: str = ""
    """Where the copy of the last attempt can be had."""
    note: str = ""
    """Whether anything has changed since."""
    waits: bool = False
    """Whether it is still to be sent to the centre."""
    number: int = 0
    """The attempt by the centre's count."""


def notebooks_to_send(folder: Path, module: Module) -> dict[str, bytes]:
    """Return the exercises of a module as they stand in the learner's folder; those that are lost are left out."""
    found: dict[str, bytes] = {}
    for exercise in module.exercises:
        path = folder / "exercises" / module.slug / f"{exercise.slug}{SUFFIX}"
        if path.is_file() and path.resolve().is_relative_to(folder.resolve()):
            found[exercise.slug] = path.read_bytes()
    return found


def answers_mark(content: bytes) -> str:
    """Return a mark that changes with the answers of a notebook and with nothing else; empty when none was written."""
    try:
        cells = read_notebook(content)["cells"]
    except (NotebookBroken, NotebookTooNew):
        return _mark(content)
    answers = [cell for cell in cells if is_answer(cell)]
    if all(is_edited(cell) is False for cell in answers):
        return ""
    return _mark("\0".join(cell["source"] for cell in answers).encode("utf-8", "surrogatepass"))


def is_changed(receipt: Receipt, answers: Mapping[str, str]) -> bool:
    """Tell whether the answers are others than those of this attempt; an exercise that came since, untouched, changes nothing."""
    return any(receipt.answers.get(exercise, "") != mark for exercise, mark in answers.items())


def send(
    module: Module,
    attempt: int,
    *,
    folder: Path,
    exchange: Exchange | None,
    now: datetime,
    say: Translations,
    write: Writer = write_whole,
) -> Receipt:
    """Send a module and return the receipt. A second press sends nothing new: it has the number of an attempt that was made.

    Raises
    ------
    Refused
        When there is nothing to send, or the disk says no.
    """
    if made := _made(folder, module, attempt):
        return made
    hand_in = _filed(module, folder=folder, now=now, say=say, write=write)
    receipt = _receipt(hand_in, folder, _way(hand_in, exchange, now.astimezone(UTC)))
    write_all([receipt_write(folder, receipt)], folder=folder, say=say, write=write)
    return receipt


def make_ready(module: Module, attempt: int, *, folder: Path, now: datetime, say: Translations, write: Writer = write_whole) -> Receipt:
    """Make what goes to a centre: the file, and a receipt that says it has not arrived. A second press makes nothing new.

    Raises
    ------
    Refused
        When there is nothing to send, or the disk says no.
    """
    if made := _made(folder, module, attempt):
        return made
    hand_in = _filed(module, folder=folder, now=now, say=say, write=write)
    receipt = _receipt(hand_in, folder, "kept")
    receipt = replace(receipt, key=f"{receipt.attempt}-{hand_in.at}")
    write_all([receipt_write(folder, receipt)], folder=folder, say=say, write=write)
    return receipt


def _made(folder: Path, module: Module, attempt: int) -> Receipt | None:
    return next((receipt for receipt in read_receipts(folder, module.slug) if receipt.attempt == attempt), None)


def _filed(module: Module, *, folder: Path, now: datetime, say: Translations, write: Writer) -> HandIn:
    at = now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    hand_in = HandIn(module=module.slug, at=at, notebooks=_readable(folder, module, say))
    write_all([Write(folder / SENT / hand_in.file_name, packed(hand_in))], folder=folder, say=say, write=write)
    return hand_in


def _receipt(hand_in: HandIn, folder: Path, way: Way) -> Receipt:
    return Receipt(
        module=hand_in.module,
        attempt=next_attempt(folder, hand_in.module),
        at=hand_in.at,
        code=hand_in.code,
        way=way,
        file=hand_in.file_name,
        answers={exercise: answers_mark(content) for exercise, content in hand_in.notebooks.items()},
    )


def sending_of(
    module: Module, *, folder: Path, begun: bool, address: str, language: Language, edition: str, say: Translations
) -> Sending | None:
    """Return what the card of a module says; None while there is nothing to send."""
    receipts = read_receipts(folder, module.slug)
    link = f"{address}{ADDRESS}/{module.slug}"
    if not receipts:
        return Sending(link=link, word=say("Hand in my work")) if begun else None
    last = receipts[-1]
    answers = {exercise: answers_mark(content) for exercise, content in notebooks_to_send(folder, module).items()}
    changed = say("You have changed something since. You may hand in again: every attempt is kept.")
    same = say("Nothing has changed since. You may hand in again: every attempt is kept.")
    return Sending(
        link=link,
        word=say("Hand in again"),
        when=when_text(last.at, language, edition, zone_of(last)),
        code=last.code,
        way=last.way,
        waits=last.waits,
        number=last.arrival.attempt,
        file=f"{link}/{last.file}",
        note=changed if is_changed(last, answers) else same,
    )


def when_text(at: str, language: Language, edition: str, zone: tzinfo | None = None) -> str:
    """Return an instant as the reader writes date and time, digits 0–9; without a zone it is this machine's."""
    try:
        local = datetime.fromisoformat(at).astimezone(zone)
    except ValueError:
        return at
    comma = "،" if language == "ar" else ","
    return f"{day_text(at, language, edition, zone)}{comma} {local:%H:%M}"


def day_text(at: str, language: Language, edition: str, zone: tzinfo | None = None) -> str:
    """Return the day of an instant as the reader writes it, digits 0–9; without a zone it is this machine's."""
    from babel import Locale, UnknownLocaleError
    from babel.dates import format_date

    try:
        local = datetime.fromisoformat(at).astimezone(zone)
    except ValueError:
        return at
    name = language if language == "en" else f"{language}_{edition.upper()}"
    try:
        locale = Locale.parse(name)
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse(language)
    return format_date(local, "long", locale)


def zone_of(receipt: Receipt) -> tzinfo | None:
    """Return the zone in which the receipt's time is read: that of the class, else this machine's."""
    return zone_named(receipt.arrival.zone)


def zone_named(name: str) -> tzinfo | None:
    """Return a time zone; None, which is this machine's, for an unknown one."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _readable(folder: Path, module: Module, say: Translations) -> dict[str, bytes]:
    try:
        found = notebooks_to_send(folder, module)
    except OSError as error:
        words = say("“{path}” could not be read ({reason}). Nothing was handed in. Show these words to your trainer.")
        raise Refused(words.format(path=error.filename, reason=error.strerror)) from error
    if not found:
        raise Refused(say("There is nothing to hand in here yet."))
    return found


def _way(hand_in: HandIn, exchange: Exchange | None, at: datetime) -> Way:
    if exchange is None:
        return "file"
    from ailab.office.gradebook import hand_in as through_nbgrader  # nbgrader takes a second to load

    try:
        stamp = at.strftime("%Y-%m-%d %H:%M:%S.%f UTC")
        through_nbgrader(hand_in.module, hand_in.notebooks, config=exchange.config, learner=exchange.learner, stamp=stamp)
    except AilabError as error:
        _log.warning("%s", error)
        return "kept"
    return "exchange"


def _mark(content: bytes) -> str:
    return sha256(content).hexdigest()[:16]
