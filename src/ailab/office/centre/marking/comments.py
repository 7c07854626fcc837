"""The bank of comments: worth giving again, in three languages; the learner reads theirs."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from ailab.errors import Refused
from ailab.lang import LANGUAGES, Language, Translations
from ailab.office.centre.tables import Comment

MOST_WITH_KEYS: Final = 9
_START: Final = Path(__file__).parent / "comments.toml"
_LONGEST: Final = 500
_NEAREST: Final[dict[Language, tuple[Language, ...]]] = {"ar": ("ar", "fr", "en"), "fr": ("fr", "en", "ar"), "en": ("en", "fr", "ar")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Banked:
    """A comment of the bank."""

    number: int
    exercise: str
    """Empty when it fits everywhere."""
    words: dict[Language, str]

    def text(self, language: Language) -> str:
        """Return it in a language, or in the nearest one that it has."""
        return next((self.words[each] for each in _NEAREST[language] if self.words[each]), "")

    def has(self, language: Language) -> bool:
        """Tell whether it was written in this language."""
        return bool(self.words[language])


def bank_of(session: Session, exercise: str) -> tuple[Banked, ...]:
    """Return the comments for an exercise: its own first, then those for every exercise."""
    wanted = select(Comment).where(or_(Comment.exercise == exercise, Comment.exercise == "")).order_by(Comment.exercise.desc(), Comment.id)
    return tuple(_banked(row) for row in session.scalars(wanted))


def every_comment(session: Session) -> tuple[Banked, ...]:
    """Return the whole bank, by exercise."""
    return tuple(_banked(row) for row in session.scalars(select(Comment).order_by(Comment.exercise, Comment.id)))


def _banked(row: Comment) -> Banked:
    return Banked(number=row.id, exercise=row.exercise, words={"en": row.en, "fr": row.fr, "ar": row.ar})


def add_comment(session: Session, *, exercise: str, words: dict[Language, str], by: str, now: str, say: Translations) -> int:
    """Put a comment into the bank and return its number.

    Raises
    ------
    Refused
        When it is empty or too long.
    """
    row = Comment(exercise=exercise, by=by, at=now, **_checked(words, say))
    session.add(row)
    session.flush()
    return row.id


def change_comment(session: Session, number: int, *, words: dict[Language, str], by: str, now: str, say: Translations) -> None:
    """Write a comment anew; what learners were told stays as it is.

    Raises
    ------
    Refused
        When there is none of this number, or nothing is written.
    """
    row = session.get(Comment, number)
    if row is None:
        raise Refused(say("This comment is no longer in the bank."))
    texts = _checked(words, say)
    row.en, row.fr, row.ar, row.by, row.at = texts["en"], texts["fr"], texts["ar"], by, now


def take_comment_away(session: Session, number: int) -> None:
    """Take a comment out of the bank."""
    if (row := session.get(Comment, number)) is not None:
        session.delete(row)


def _checked(words: dict[Language, str], say: Translations) -> dict[Language, str]:
    texts: dict[Language, str] = {language: " ".join(words.get(language, "").split()) for language in LANGUAGES}
    if not any(texts.values()):
        raise Refused(say("Write the comment in one language at least."))
    if any(len(text) > _LONGEST for text in texts.values()):
        raise Refused(say("This comment is too long. Two short sentences are best."))
    return texts


def comment_for(bank: Sequence[Banked], chosen: Sequence[int], *, own: str, rubric: Sequence[str], language: Language) -> str:
    """Return what the learner reads: what the levels say, the comments in their language, and the trainer's own words."""
    by_number = {each.number: each for each in bank}
    said = [by_number[number].text(language) for number in chosen if number in by_number]
    return "\n".join([*rubric, *said, *(line.strip() for line in own.splitlines() if line.strip())])


def fill_bank(session: Session, *, now: str) -> int:
    """Put the starting comments into a bank that is empty and return how many there were; the desk does so when somebody looks."""
    if session.scalars(select(Comment.id)).first() is not None:
        return 0
    comments = starting_comments()
    for exercise, words in comments:
        session.add(Comment(exercise=exercise, by="", at=now, en=words["en"], fr=words["fr"], ar=words["ar"]))
    session.flush()
    return len(comments)


@lru_cache(maxsize=1)
def starting_comments() -> tuple[tuple[str, dict[Language, str]], ...]:
    """Return the comments that travel with ailab, each with its exercise."""
    data = tomllib.loads(_START.read_text(encoding="utf-8"))
    return tuple((each.get("exercise", ""), {language: each[language] for language in LANGUAGES}) for each in data["comments"])
