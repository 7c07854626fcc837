"""What families answered, and how a class is set up."""

from typing import Any

import pytest
from tests.unit.desk.addresses import CHILD
from tests.unit.desk.conftest import Browser
from tests.unit.desk.sample import CLASS, MODULE, SIZE, STAMP, learner_id

from ailab.errors import Refused
from ailab.office.centre import Centre, session_of
from ailab.office.centre.consent import agreed, consents_of, enter_consent, unanswered
from ailab.office.centre.groups import groups_of, modules_of
from ailab.office.centre.outline import outline_of
from ailab.office.centre.round.dates import dates_of, due_of
from ailab.office.centre.tables import Group

CONSENT = f"class/{CLASS}/consent/"
SETTINGS = f"class/{CLASS}/settings/"
SILENT = learner_id(6)
GROUP = {
    "title": "Tuesday class",
    "language": "fr",
    "band": "11-14",
    "edition": "dz",
    "time_zone": "Africa/Algiers",
    "form": "pad",
    "starts_on": "2026-11-02",
    "ends_on": "2026-12-18",
}


def answers(centre: Centre, person: str) -> dict[str, bool]:
    with session_of(centre) as session:
        return {purpose: row.is_given for purpose, row in consents_of(session, [person])[person].items()}


def group_now(centre: Centre) -> Group:
    with session_of(centre) as session:
        found = session.get(Group, CLASS)
        assert found is not None
        return found


def test_no_answer_is_no_yes_and_another_thing_than_a_no(centre: Centre) -> None:
    with session_of(centre) as session:
        found = consents_of(session, [learner_id(1), learner_id(5), SILENT])

    assert [agreed(found[each], "results", "certificate") for each in found] == [True, False, False]
    assert [len(unanswered(found[each])) for each in found] == [0, 0, 3]


def test_a_paper_is_entered_question_by_question(centre: Centre, trainer: Browser) -> None:
    page = trainer.press(CONSENT, {"person": SILENT, "results": "yes", "certificate": "no", "on": "2026-11-12"}).text

    assert answers(centre, SILENT) == {"results": True, "certificate": False}
    assert "Written down for" in page


@pytest.mark.parametrize("changed", [{"on": ""}, {"on": "2026-11-21"}, {"on": "soon"}, {"results": "perhaps"}])
def test_a_paper_without_a_date_or_an_answer_is_refused(centre: Centre, trainer: Browser, changed: dict[str, str]) -> None:
    data = {"person": SILENT, "results": "yes", "on": "2026-11-12"} | changed

    assert 'role="alert"' in trainer.press(CONSENT, data).text
    assert answers(centre, SILENT) == {}


def test_an_unknown_question_is_refused(centre: Centre) -> None:
    with session_of(centre) as session, pytest.raises(Refused):
        enter_consent(session, SILENT, "photos", is_given=True, on="2026-11-01", today="2026-11-20", by="t", at=STAMP)


def test_a_yes_is_taken_back_from_today(centre: Centre, trainer: Browser) -> None:
    trainer.press(f"{CONSENT}{CHILD}/withdraw", {"purpose": "results"})

    assert answers(centre, CHILD) == {"results": False, "certificate": True, "showing": True}


def test_forms_are_printed_for_all_for_the_silent_and_for_one(trainer: Browser) -> None:
    sheets = [trainer.page(f"{CONSENT}sheets/{query}").count('class="block sheet"') for query in ("", "?open=1", f"?person={CHILD}")]

    assert sheets == [SIZE, SIZE // 6, 1]


def test_a_form_speaks_the_language_of_the_family(trainer: Browser) -> None:
    page = trainer.page(f"{CONSENT}sheets/?person={CHILD}")

    assert 'class="block sheet" lang="ar" dir="rtl"' in page  # the class is Arabic, and the child has no language of their own
    assert 'lang="fr" dir="ltr"' in trainer.page(f"{CONSENT}sheets/?person={CHILD}&language=fr")


def test_the_page_for_parents_is_offered_once_it_is_built(centre: Centre, trainer: Browser) -> None:
    assert trainer.get("parents-page-fr.pdf").status_code == 404
    book = centre.build / "books" / "fr" / "parents_page.pdf"
    book.parent.mkdir(parents=True)
    book.write_bytes(b"%PDF sample")

    assert "parents-page-fr.pdf" in trainer.page(CONSENT)
    assert trainer.get("parents-page-fr.pdf").content == b"%PDF sample"


def test_settings_are_kept(centre: Centre, trainer: Browser) -> None:
    trainer.press(f"{SETTINGS}group", GROUP)

    group = group_now(centre)
    assert {name: getattr(group, name) for name in GROUP} == GROUP


@pytest.mark.parametrize(
    "changed",
    [
        {"title": ""},
        {"title": "x" * 81},
        {"title": "a\u202eb"},
        {"language": "de"},
        {"band": "99"},
        {"edition": "fr"},
        {"form": "voice"},
        {"time_zone": "Mars/Olympus"},
        {"time_zone": "../../etc/passwd"},
        {"starts_on": "soon"},
        {"ends_on": "2026-10-01"},
    ],
)
def test_a_wrong_setting_changes_nothing(centre: Centre, trainer: Browser, changed: dict[str, str]) -> None:
    assert 'role="alert"' in trainer.press(f"{SETTINGS}group", GROUP | changed).text
    assert (group_now(centre).title, group_now(centre).language) == ("Monday class", "ar")


def test_modules_and_their_days_are_kept_in_the_places_own_time(centre: Centre, trainer: Browser) -> None:
    data: dict[str, Any] = {
        "module": ["classifiers"],
        "opens classifiers": "2026-11-23",
        "due classifiers": "2026-11-30",
        f"due {MODULE}": "",
    }
    trainer.press(f"{SETTINGS}modules", data)

    group = group_now(centre)
    assert [module.slug for module in modules_of(group, outline_of(centre))] == ["classifiers"]
    with session_of(centre) as session:
        dates = dates_of(session, CLASS)
        assert (dates["classifiers"].opens_at, dates["classifiers"].due_at[:13]) == ("2026-11-22T23:00:00Z", "2026-11-30T22")
        assert dates[MODULE].due_at == ""


def test_days_the_wrong_way_round_are_refused_as_a_whole(centre: Centre, trainer: Browser) -> None:
    data: dict[str, Any] = {"module": ["classifiers"], "opens classifiers": "2026-11-30", "due classifiers": "2026-11-23"}

    assert "Classifiers" in (page := trainer.press(f"{SETTINGS}modules", data).text)
    assert 'role="alert"' in page
    assert group_now(centre).modules == ""


def test_more_time_is_given_with_a_reason_and_taken_back(centre: Centre, trainer: Browser) -> None:
    data = {"person": CHILD, "module": MODULE, "day": "2026-12-01", "reason": "Was ill"}
    page = trainer.press(f"{SETTINGS}extend", data).text
    assert "Was ill" in page
    with session_of(centre) as session:
        assert due_of(session, CHILD, MODULE).startswith("2026-12-01T22")

    assert "Was ill" not in trainer.press(f"{SETTINGS}extend", {"do": "back", "person": CHILD, "module": MODULE}).text


def test_more_time_without_a_reason_is_refused(trainer: Browser) -> None:
    assert (
        'role="alert"' in trainer.press(f"{SETTINGS}extend", {"person": CHILD, "module": MODULE, "day": "2026-12-01", "reason": " "}).text
    )
    assert trainer.press(f"{SETTINGS}extend", {"person": CHILD, "module": "none", "day": "2026-12-01", "reason": "x"}).status_code == 404


def test_the_classes_of_a_person(centre: Centre) -> None:
    with session_of(centre) as session:
        assert [group.id for group in groups_of(session, CHILD)] == [CLASS]
