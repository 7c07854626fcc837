"""What families agreed to on paper, question by question. No answer is a no, and another thing than a no that was given.

The questions are those of the parents' page: may results be kept, may a certificate bear the name, may the project be shown.
"""

from collections.abc import Collection, Mapping
from typing import Final, Literal, get_args

from sqlalchemy import select
from sqlalchemy.orm import Session

from ailab.errors import Refused
from ailab.lang import EMPTY, Translations
from ailab.office.centre.groups import expect_day
from ailab.office.centre.tables import Consent

Purpose = Literal["results", "certificate", "showing"]
PURPOSES: Final[tuple[Purpose, ...]] = get_args(Purpose)
Answers = Mapping[str, Consent]
"""By purpose; what nobody has answered is not there."""


def consents_of(session: Session, people: Collection[str]) -> dict[str, Answers]:
    """Return the answers of each of these people."""
    found: dict[str, dict[str, Consent]] = {person: {} for person in people}
    for row in session.scalars(select(Consent).where(Consent.person.in_(list(people)))):
        found[row.person][row.purpose] = row
    return dict(found)


def agreed(answers: Answers, *purposes: Purpose) -> bool:
    """Tell whether there is a yes to every one of these."""
    return all(purpose in answers and answers[purpose].is_given for purpose in purposes)


def unanswered(answers: Answers) -> tuple[Purpose, ...]:
    """Return the questions that have no answer yet."""
    return tuple(purpose for purpose in PURPOSES if purpose not in answers)


def enter_consent(
    session: Session, person: str, purpose: str, *, is_given: bool, on: str, today: str, by: str, at: str, say: Translations = EMPTY
) -> None:
    """Write down an answer, in place of an earlier one.

    Raises
    ------
    Refused
        When there is no such question, or the date on the paper is missing or lies ahead.
    """
    if purpose not in PURPOSES:
        raise Refused(say("“{given}” can't be chosen here. Choose one of: {known}.").format(given=purpose, known=", ".join(PURPOSES)))
    if not expect_day(on, say=say):
        raise Refused(say("Write the date that stands on the paper."))
    if on > today:
        raise Refused(say("The date on the paper, {day}, has not come yet. Look at the paper again.").format(day=on))
    row = session.scalars(select(Consent).where(Consent.person == person, Consent.purpose == purpose)).first()
    if row is None:
        row = Consent(person=person, purpose=purpose)
        session.add(row)
    row.is_given, row.on, row.by, row.at = is_given, on, by, at
    session.flush()
