"""Certificates: earned with reasons, printed with consent alone, taken back with a reason."""

import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from sqlalchemy.orm import Session
from tests.unit.desk.conftest import Browser
from tests.unit.desk.sample import CLASS, MODULE, STAMP, learner_id

from ailab.errors import Refused
from ailab.office.centre import Centre, session_of
from ailab.office.centre.awards import (
    Standing,
    certificates_of,
    facts_for,
    issue,
    issued_in,
    policies_for,
    policies_of,
    results_of,
    standings_of,
)
from ailab.office.centre.consent import consents_of
from ailab.office.centre.outline import outline_of
from ailab.office.centre.people import learners_of
from ailab.office.centre.tables import Group, Person

PAGE = f"class/{CLASS}/certificates/"


@pytest.fixture
def session(centre: Centre) -> Iterator[Session]:
    with session_of(centre) as session:
        yield session


def group_of(session: Session) -> Group:
    found = session.get(Group, CLASS)
    assert found is not None
    return found


def standings(session: Session, centre: Centre) -> dict[tuple[str, str], Standing]:
    people = learners_of(session, CLASS)
    found = standings_of(
        session,
        group_of(session),
        people,
        results=results_of(centre),
        consents=consents_of(session, [person.id for person in people]),
        policies=policies_of(centre),
        outline=outline_of(centre),
        as_of=STAMP,
    )
    return {(each.person, each.policy.id): each for each in found}


def test_facts_hold_one_learners_records_and_every_exercise_of_the_class(session: Session, centre: Centre) -> None:
    person = session.get(Person, learner_id(1))
    assert person is not None
    facts = facts_for(session, group_of(session), person, results_of(centre), outline_of(centre))

    assert {score.learner for score in facts.scores} == {learner_id(1)}
    assert len(facts.works) == 5
    assert len(facts.presences) == 4


def test_each_obstacle_has_its_name(session: Session, centre: Centre) -> None:
    person = session.get(Person, learner_id(2))
    assert person is not None
    person.display_name = "\u202e!"
    found = {number: standings(session, centre)[learner_id(number), "module_statement"].obstacle for number in (1, 2, 4, 5, 6, 8)}

    # 1 has everything, 2 a name that cannot be printed, 4 waits for a mark, 5 said no, 6 said nothing, 8 handed in nothing.
    assert found == {1: "", 2: "no_name", 4: "not_eligible", 5: "no_consent", 6: "no_consent", 8: "not_eligible"}


def test_a_class_sees_the_policies_that_concern_it(session: Session, centre: Centre) -> None:
    group, every = group_of(session), policies_of(centre)
    group.modules, group.series = "no_such", "another"
    assert policies_for(group, every, outline_of(centre)) == ()

    group.modules, group.series = MODULE, "workshop"
    assert {policy.id for policy in policies_for(group, every, outline_of(centre))} == {"module_statement", "workshop_participation"}


def test_what_has_an_obstacle_is_never_printed(session: Session, centre: Centre) -> None:
    person = session.get(Person, learner_id(6))
    assert person is not None
    standing = standings(session, centre)[person.id, "module_statement"]

    with pytest.raises(Refused):
        issue(session, centre, group_of(session), person, standing, titles={}, by="t", at=STAMP)
    assert not list(centre.course.glob("certificates/*"))


def test_the_page_says_who_has_earned_it_and_why_not(trainer: Browser) -> None:
    page = trainer.page(PAGE)

    assert "earned" in page
    assert "no consent: paper certificate, filled in by hand" in page
    assert "Not handed in:" in page
    assert "Workshop" in page


def test_the_ticked_ones_are_printed_and_learners_find_theirs(centre: Centre, trainer: Browser) -> None:
    ticked = [learner_id(1), learner_id(2), learner_id(5)]  # 5 said no: a forged tick prints nothing

    page = trainer.press(PAGE, {"policy": "module_statement", "person": ticked}).text

    assert "Printed: 2" in page
    with session_of(centre) as session:
        assert [row.person for row in issued_in(session, CLASS)] == ticked[:2]
        (mine,) = certificates_of(session, learner_id(1))
        assert (centre.course / mine.file).read_bytes().startswith(b"%PDF")
        assert certificates_of(session, learner_id(5)) == ()


def test_a_second_press_prints_nothing_twice(centre: Centre, trainer: Browser) -> None:
    for _ in range(2):
        answer = trainer.press(PAGE, {"policy": "module_statement", "person": [learner_id(1)]})

    assert 'role="alert"' in answer.text
    with session_of(centre) as session:
        assert len(issued_in(session, CLASS)) == 1


def test_all_are_printed_as_one_file(trainer: Browser) -> None:
    assert trainer.get(f"{PAGE}all.pdf").status_code == 404
    trainer.press(PAGE, {"policy": "module_statement", "person": [learner_id(1), learner_id(2), learner_id(3)]})

    document = pypdfium2.PdfDocument(trainer.get(f"{PAGE}all.pdf").content)
    assert len(document) == 3
    document.close()


def test_a_certificate_is_taken_back_with_a_reason_and_earned_again(centre: Centre, trainer: Browser) -> None:
    page = trainer.press(PAGE, {"policy": "module_statement", "person": [learner_id(1)]}).text
    pdf = re.search(r"certificates/(\d+)\.pdf", page)
    assert pdf
    assert trainer.get(f"{PAGE}{pdf[1]}.pdf").headers["content-type"] == "application/pdf"

    assert 'role="alert"' in trainer.press(f"{PAGE}{pdf[1]}/revoke", {"why": " "}).text
    page = trainer.press(f"{PAGE}{pdf[1]}/revoke", {"why": "Another child’s work <b>"}).text

    assert "taken back on" in page
    assert "work &lt;b&gt;" in page
    assert trainer.get(f"{PAGE}{pdf[1]}.pdf").status_code == 404
    with session_of(centre) as session:
        assert certificates_of(session, learner_id(1)) == ()
        assert standings(session, centre)[learner_id(1), "module_statement"].obstacle == ""


def test_a_lost_file_is_said_with_a_remedy(centre: Centre, trainer: Browser) -> None:
    trainer.press(PAGE, {"policy": "module_statement", "person": [learner_id(1)]})
    for path in centre.course.glob("certificates/*.pdf"):
        path.unlink()

    answer = trainer.get(f"{PAGE}1.pdf")

    assert answer.status_code == 409
    assert "can&#39;t be read" in answer.text


def test_a_name_without_signs_in_the_font_stops_nobody_else(centre: Centre, trainer: Browser) -> None:
    with session_of(centre) as session:
        person = session.get(Person, learner_id(1))
        assert person is not None
        person.display_name = "学习者"
    page = trainer.press(PAGE, {"policy": "module_statement", "person": [learner_id(1), learner_id(2)]}).text

    assert "Printed: 1" in page
    assert "Gazelle 1" in page[page.index('role="alert"') :][:300]


def test_a_full_disk_is_said_and_nothing_is_written_down(centre: Centre, trainer: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, content: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    page = trainer.press(PAGE, {"policy": "module_statement", "person": [learner_id(1)]}).text

    assert "No space left" in page
    with session_of(centre) as session:
        assert issued_in(session, CLASS) == ()
