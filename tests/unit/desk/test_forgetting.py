"""Forgetting a learner: asked twice, then nothing of them is left in the state folder."""

import pytest
from tests.unit.desk.conftest import Desk
from tests.unit.desk.sample import CLASS, learner_id

from ailab.office.centre import Centre, session_of
from ailab.office.centre.awards import results_of
from ailab.office.centre.tables import Person

CHILD = learner_id(1)
FORGET = f"class/{CLASS}/learner/{CHILD}/forget/"


def holds(centre: Centre, text: str) -> list[str]:
    """Return every file of the state folder in which, or in whose path, this text stands."""
    return [
        str(path)
        for path in centre.folder.rglob("*")
        if text in str(path.relative_to(centre.folder)) or (path.is_file() and text.encode() in path.read_bytes())
    ]


@pytest.mark.parametrize("data", [{}, {"sure": "1"}, {"pseudonym": "Gazelle 1"}, {"sure": "1", "pseudonym": "Gazelle 2"}])
def test_half_a_yes_destroys_nothing(centre: Centre, desk: Desk, data: dict[str, str]) -> None:
    assert 'role="alert"' in desk.browser("lead").press(FORGET, data).text
    with session_of(centre) as session:
        assert session.get(Person, CHILD) is not None


def test_a_learner_is_forgotten_everywhere(centre: Centre, desk: Desk) -> None:
    lead = desk.browser("lead")
    home = centre.home(CHILD)
    home.mkdir(parents=True)
    (home / "diary.txt").write_text("what only this child wrote", encoding="utf-8")
    log = centre.logs / "hub.log"
    log.write_text(f"{CHILD} came\n{learner_id(2)} came\n{CHILD}{CHILD}\n", encoding="utf-8")
    (centre.logs / "empty.log").touch()
    (centre.logs / "servers").mkdir()
    (centre.logs / "servers" / f"{CHILD}.log").write_text("started", encoding="utf-8")
    lead.press(f"class/{CLASS}/certificates/", {"policy": "module_statement", "person": [CHILD]})
    assert results_of(centre, [CHILD])

    page = lead.press(FORGET, {"sure": "1", "pseudonym": "gazelle 1"}).text

    assert "Destroyed:" in page
    assert desk.let_go == [CHILD]
    assert not home.exists()
    assert results_of(centre, [CHILD]) == ()
    with session_of(centre) as session:
        assert session.get(Person, CHILD) is None
    assert holds(centre, CHILD) == []
    assert f"\n{learner_id(2)} came\n" in log.read_text(encoding="utf-8")
    assert "Gazelle 2" in lead.page(f"class/{CLASS}/learners/")


def test_a_home_that_can_not_be_removed_keeps_the_learner_in_the_list(centre: Centre, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(_path: object) -> None:
        raise OSError(16, "Device or resource busy")

    monkeypatch.setattr("ailab.office.centre.forgetting.shutil.rmtree", busy)
    page = desk.browser("lead").press(FORGET, {"sure": "1", "pseudonym": "Gazelle 1"}).text

    assert "Device or resource busy" in page
    with session_of(centre) as session:
        assert session.get(Person, CHILD) is not None
