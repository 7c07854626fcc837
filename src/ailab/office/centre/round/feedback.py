"""Feedback pages on their way to learners: released into nbgrader's exchange, found again for the one who handed in."""

from collections.abc import Iterable, Mapping
from hashlib import md5
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from ailab.lang import Language, as_language
from ailab.office.centre.folder import COURSE_ID, Centre, expect_id
from ailab.office.centre.tables import Enrolment, Group, Person
from ailab.office.grading.work import FEEDBACK


def released_page(centre: Centre, learner: str, module: str, exercise: str) -> Path | None:
    """Return the page of an exercise that its learner may read; None while there is none."""
    try:
        secret = (_folder(centre, learner, module) / "submission_secret.txt").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None
    page = centre.exchange / COURSE_ID / FEEDBACK / released_name(secret, exercise)
    return page if page.is_file() else None


def released_name(secret: str, exercise: str) -> str:
    """Return the name under which nbgrader's exchange keeps a page: only who handed in can know it."""
    return f"{md5(f'{secret}{exercise}'.encode(), usedforsecurity=False).hexdigest()}.html"


def release_pages(centre: Centre, module: str, learners: Iterable[str]) -> int:
    """Put these learners' pages where they can read them and return for how many there were any."""
    from ailab.office.gradebook import release_feedback  # nbgrader takes a second to load, and who reads pages doesn't need it

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
