"""A centre with a sample class: 24 sample learners, a week of sessions, hand-ins and graded results. Nobody here is real."""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from random import Random

from sqlalchemy.orm import Session

from ailab.office.centre import Centre, Settings, make_centre, session_of, upgrade
from ailab.office.centre.attendance import enter, make_meetings, meetings_of, plan_meetings
from ailab.office.centre.consent import PURPOSES, enter_consent
from ailab.office.centre.people import add_trainer, make_group
from ailab.office.centre.people.logins import folded
from ailab.office.centre.round.dates import set_dates
from ailab.office.centre.tables import Enrolment, Group, HandedIn, Person
from ailab.office.ledger import CaseResult, Findings, Result, append_results

ROOT = Path(__file__).resolve().parents[3]
NOW = datetime(2026, 11, 20, 8, 15, tzinfo=UTC)
STAMP = "2026-11-20T08:15:00Z"
SIZE = 24
CLASS, OTHER = "monday", "evening"
MODULE = "collections_and_files"
IDEAS = {"find_item_price": ("stops_on_unknown_item", "gives_zero"), "update_basket": ("", ""), "sort_stock": ("", "")}


def learner_id(number: int) -> str:
    return f"c1-smp{number:03d}"


def new_centre(folder: Path) -> Centre:
    """Return a centre whose database is up to date, with the course's map and one module's checks in place."""
    centre = make_centre(folder, Settings(code="c1", name="Sample center", place="Berkane", language="fr"))
    upgrade(centre)
    put_course(centre)
    return centre


def put_course(centre: Centre) -> None:
    (centre.build / "map.json").write_text(json.dumps(course_map()), encoding="utf-8")
    source = centre.course / "source" / MODULE
    source.mkdir(parents=True)
    for path in (ROOT / "course" / "exercises" / MODULE).glob("*_check.py"):
        (source / path.name).write_bytes(path.read_bytes())
    policies = centre.course / "graders" / "policies"
    policies.mkdir(parents=True)
    for path in (ROOT / "graders" / "policies").glob("*.toml"):
        (policies / path.name).write_bytes(path.read_bytes())


def course_map() -> dict[str, object]:
    """Return a small map: two modules, three exercises each."""

    def words(en: str, fr: str, ar: str) -> dict[str, str]:
        return {"en": en, "fr": fr, "ar": ar}

    def exercise(slug: str, written: int, title: dict[str, str]) -> dict[str, object]:
        return {"slug": slug, "title": title, "points": 4, "written_points": written, "core": True, "after": "", "minutes": 15}

    first = [
        exercise("update_basket", 0, words("Update a basket", "Mettre à jour un panier", "تحديث سلّة")),
        exercise("find_item_price", 0, words("Find a price", "Trouver un prix", "إيجاد سعر")),
        exercise("sort_stock", 2, words("Sort the stock", "Trier le stock", "ترتيب المخزون")),
    ]
    second = [
        exercise("write_rule_by_hand", 0, words("A rule by hand", "Une règle à la main", "قاعدة باليد")),
        exercise("choose_metric_for_sick_trees", 6, words("Sick trees", "Les arbres malades", "الأشجار المريضة")),
    ]

    def module(slug: str, title: dict[str, str], lesson: str, exercises: list[dict[str, object]]) -> dict[str, object]:
        lessons = [{"slug": lesson, "title": words("A lesson", "Une leçon", "درس"), "minutes": 40}]
        return {"slug": slug, "title": title, "summary": title, "minutes": 90, "picture": "", "lessons": lessons, "exercises": exercises}

    modules = [
        module(MODULE, words("Collections and files", "Collections et fichiers", "المجموعات والملفات"), "baskets", first),
        module("classifiers", words("Classifiers", "Classifieurs", "المصنّفات"), "near_or_far", second),
    ]
    track = {"id": "foundations", "title": words("Foundations", "Bases", "أسس"), "results": "points", "modules": modules}
    return {
        "format_version": 1,
        "title": words("ailab", "ailab", "ailab"),
        "release": "sample",
        "languages": ["ar", "fr", "en"],
        "tracks": [track],
    }


def fill(centre: Centre) -> dict[str, str]:
    """Fill the centre and return the ids of its staff: trainer (of the class), other (of another class), lead."""
    with session_of(centre) as session:
        for slug, title in ((CLASS, "Monday class"), (OTHER, "Evening class")):
            make_group(session, id=slug, title=title, language="ar", edition="ma", time_zone="Africa/Casablanca", now=NOW)
        staff = {
            name: add_trainer(
                session,
                centre,
                login=name,
                display_name=f"Sample {name}",
                language="en",
                groups=groups,
                lead=name == "lead",
                now=NOW,
                passphrase="a sample passphrase with nine plain words in it",
            ).person
            for name, groups in (("trainer", [CLASS]), ("other", [OTHER]), ("lead", []))
        }
        people = list(_learners(session))
        _plan(session, people, staff["trainer"])
        _consent(session, people, staff["trainer"])
        _hand_in(session, people)
        set_dates(session, CLASS, MODULE, opens_at="2026-11-09T08:00:00Z", due_at="2026-11-18T22:59:00Z")
    append_results(centre.course / "ledger.jsonl", results(people))
    return staff


def _learners(session: Session) -> Iterator[str]:
    for number in range(1, SIZE + 1):
        session.add(
            Person(
                id=learner_id(number),
                kind="learner",
                login=folded(f"Gazelle {number}"),
                pseudonym=f"Gazelle {number}",
                display_name=f"Sample learner {number}",
                language=("", "fr", "en")[number % 3],
                secret_kind="pin" if number % 4 else "pictures",
                secret="x",
                created_at=STAMP,
            )
        )
        session.flush()
        session.add(Enrolment(person=learner_id(number), group=CLASS, role="learner", since=STAMP))
        yield learner_id(number)
    session.add(
        Person(
            id="c1-other1", kind="learner", login=folded("Jerboa"), pseudonym="Jerboa", display_name="Sample learner 99", created_at=STAMP
        )
    )
    session.flush()
    session.add(Enrolment(person="c1-other1", group=OTHER, role="learner", since=STAMP))
    session.flush()


def _plan(session: Session, people: Sequence[str], trainer: str) -> None:
    group = session.get(Group, CLASS)
    assert group is not None
    planned = plan_meetings(
        first=date(2026, 11, 16), last=date(2026, 11, 27), weekdays=range(5), hours=[time(9)], minutes=180, zone=group.time_zone
    )
    make_meetings(session, group, planned)
    random = Random(7)
    for meeting in [each for each in meetings_of(session, CLASS) if each.starts_at < "2026-11-20"]:
        for number, person in enumerate(people, 1):
            state = "absent" if number == 5 else random.choice(["here"] * 8 + ["late", "excused"])
            enter(session, meeting, person, state, by=trainer, at=STAMP)


def _consent(session: Session, people: Sequence[str], trainer: str) -> None:
    for number, person in enumerate(people, 1):
        if number % 6:
            for purpose in PURPOSES:
                enter_consent(session, person, purpose, is_given=number % 5 > 0, on="2026-11-10", today="2026-11-20", by=trainer, at=STAMP)


def _hand_in(session: Session, people: Sequence[str]) -> None:
    for number, person in enumerate(people, 1):
        for attempt in range(1, 2 + (number % 3 == 0)) if number % 8 else ():
            at = f"2026-11-{17 + attempt:02d}T{9 + number % 8:02d}:30:00Z"
            folder = f"{person}+{MODULE}+{at}+{attempt}"
            row = HandedIn(person=person, module=MODULE, attempt=attempt, at=at, code="A1B2-C3D4", folder=folder, key=str(attempt))
            row.collected_at = "" if number % 7 == 0 else "2026-11-19T12:00:00Z"
            session.add(row)
    session.flush()


def results(people: Sequence[str]) -> Iterator[Result]:
    """Yield what the grader would have found."""
    for number, person in enumerate(people, 1):
        if number % 8 == 0:
            continue
        for at, exercise in enumerate(("update_basket", "find_item_price", "sort_stock")):
            wrong = (number + at) % 3 == 0
            idea = "stops_on_unknown_item" if exercise == "find_item_price" and wrong else ""
            for attempt in (1, 2) if wrong else (1,):
                yield _result(person, exercise, attempt, wrong=wrong, idea=idea, number=number)


def _result(person: str, exercise: str, attempt: int, *, wrong: bool, idea: str, number: int) -> Result:
    written = exercise == "sort_stock"
    unreadable = number == 10 and exercise == "update_basket"
    return Result(
        learner=person,
        module=MODULE,
        exercise=exercise,
        attempt=attempt,
        submission=f"{person}{exercise}{attempt}",
        release="sample",
        check="sample",
        status="unreadable" if unreadable else "pending" if written and number % 4 == 0 else "graded",
        points=None if unreadable else "1.5" if wrong else "4",
        maximum="4",
        written_points=None if not written or number % 4 == 0 else "2",
        written_maximum="2" if written else "0",
        findings=Findings(
            misconception=idea, cases=(CaseResult(case="known", passed=not wrong, hidden=False),), hints=9 if number == 9 else attempt - 1
        ),
        notes=("late",) if attempt == 2 else (),
        handed_in=f"2026-11-{17 + attempt:02d}T10:00:00Z",
        recorded_at="2026-11-19T12:00:00Z",
    )
