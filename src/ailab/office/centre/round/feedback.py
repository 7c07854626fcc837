"""Feedback pages on their way to learners: released into nbgrader's exchange, found again for the one who handed in."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from ailab.lang import Language, as_language
from ailab.office.centre.folder import COURSE_ID, Centre, expect_id
from ailab.office.centre.tables import Enrolment, Group, Person
from ailab.office.gradebook import release_feedback
from ailab.office.gradebook import released_page as page_in_exchange
from ailab.office.grading.feedback import FEEDBACK


def released_page(centre: Centre, learner: str, module: str, exercise: str) -> Path | None:
    """Return the page of an exercise that its learner may read; None while there is none."""
    return page_in_exchange(_folder(centre, learner, module), centre.exchange / COURSE_ID, exercise)


def release_pages(centre: Centre, module: str, learners: Iterable[str]) -> int:
    """Put these learners' pages where they can read them and return for how many there were any."""
    ready = [learner for learner in learners if (_folder(centre, learner, module) / "submission_secret.txt").is_file()]
    for learner in ready:
        release_feedback(centre.course, module, learner, exchange=centre.exchange)
    return len(ready)


def languages_of(session: Session, people: Iterable[str], otherwise: Language) -> Mapping[str, Language]:
    """Return in which language each of these learners reads: their own, else that of their class."""
    wanted = set(people)
    of_class = (
        select(Enrolment.person, Group.language)
        .join(Group, Group.id == Enrolment.group)
        .where(Enrolment.left_at == "")
        .order_by(Enrolment.since, Group.id)
    )
    found = {person: language for person, language in session.execute(of_class) if person in wanted}
    own = session.execute(select(Person.id, Person.language).where(Person.language != ""))
    found |= {person: language for person, language in own if person in wanted}
    return {person: as_language(found.get(person, "")) or otherwise for person in wanted}


def _folder(centre: Centre, learner: str, module: str) -> Path:
    return centre.course / FEEDBACK / expect_id(learner) / module
