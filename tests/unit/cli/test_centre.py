"""`ailab centre`: a class, its list, its cards, its trainer, its report, without a hub."""

import json
import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.built_course import built

from ailab.cli.main import cli
from ailab.errors import AilabError, Refused
from ailab.office.centre import Centre, Settings, make_centre, session_of, upgrade
from ailab.office.centre.database import engine_of
from ailab.office.centre.people import authenticate
from ailab.office.centre.people.doors import Admitted
from ailab.office.centre.tables import Person

LIST = "display_name;birth_year;gender;place;secret_kind\nSample learner 1;2014;f;Berkane;pin\nSample learner 2;2015;m;Oujda;pictures\n"


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[Centre]:
    made = make_centre(tmp_path / "centre", Settings(code="c1", name="Sample centre", place="Berkane", language="ar"))
    upgrade(made)
    yield made
    engine_of(made.database_url()).dispose()


def run(centre: Centre, *words: str) -> Result:
    name, *rest = words
    found = CliRunner().invoke(cli, ["centre", name, *rest, "--state", str(centre.folder)])
    if isinstance(found.exception, AilabError):
        raise found.exception
    return found


def make_class(centre: Centre) -> None:
    assert run(centre, "class", "monday", "--title", "Monday", "--language", "ar").exit_code == 0


def test_a_list_becomes_learners_with_cards_that_nobody_else_reads(centre: Centre, tmp_path: Path) -> None:
    make_class(centre)
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")

    found = run(centre, "roster", "monday", str(tmp_path / "list.csv"), "--cards", str(tmp_path / "cards.pdf"))

    assert found.exit_code == 0, found.output
    assert "2 added" in found.output
    assert (tmp_path / "cards.pdf").read_bytes().startswith(b"%PDF")
    assert stat.S_IMODE((tmp_path / "cards.pdf").stat().st_mode) == 0o600
    with session_of(centre) as session:
        people = session.query(Person).all()
        assert {person.place for person in people} == {"Berkane", "Oujda"}
        assert all("Sample" not in person.id for person in people)


def test_a_wrong_list_is_told_line_by_line_and_takes_nobody_in(centre: Centre, tmp_path: Path) -> None:
    make_class(centre)
    (tmp_path / "list.csv").write_text(LIST.replace("2014", "last year").replace(";m;", ";x;"), encoding="utf-8")

    found = run(centre, "roster", "monday", str(tmp_path / "list.csv"), "--cards", str(tmp_path / "cards.pdf"))

    assert found.exit_code == 1
    assert "line 2" in found.output
    assert "line 3" in found.output
    assert not (tmp_path / "cards.pdf").exists()
    with session_of(centre) as session:
        assert session.query(Person).count() == 0


def test_the_same_list_twice_changes_nobody_and_makes_no_new_secrets(centre: Centre, tmp_path: Path) -> None:
    make_class(centre)
    (tmp_path / "list.csv").write_text(
        LIST.replace("display_name", "login;display_name").replace("\nS", "\na1;S", 1).replace("\nS", "\na2;S", 1), encoding="utf-8"
    )
    run(centre, "roster", "monday", str(tmp_path / "list.csv"), "--cards", str(tmp_path / "cards.pdf"))
    (tmp_path / "cards.pdf").unlink()

    found = run(centre, "roster", "monday", str(tmp_path / "list.csv"), "--cards", str(tmp_path / "cards.pdf"))

    assert "0 added, 0 changed, 2 as they were" in found.output
    assert not (tmp_path / "cards.pdf").exists()


def test_a_trainers_passphrase_is_printed_once_and_works_and_a_reset_makes_another(centre: Centre) -> None:
    make_class(centre)
    first = run(centre, "trainer", "trainer1", "--class", "monday").output.splitlines()[0].partition(": ")[2]
    second = run(centre, "reset", "trainer1").output.splitlines()[0].partition(": ")[2]

    assert first != second
    with session_of(centre) as session:
        now = datetime.now(UTC)
        assert isinstance(authenticate(session, login="trainer1", secret=second, address="127.0.0.1", now=now), Admitted)
        assert not isinstance(authenticate(session, login="trainer1", secret=first, address="127.0.0.1", now=now), Admitted)


def test_a_name_nobody_has_is_refused_with_words(centre: Centre) -> None:
    with pytest.raises(AilabError, match="nobody-here"):
        run(centre, "reset", "nobody-here")


def test_a_report_is_written_as_a_page_a_table_and_for_programs(centre: Centre, tmp_path: Path) -> None:
    period = ("--from", "2026-09-01", "--to", "2026-12-31")
    run(centre, "report", *period, "--out", str(tmp_path / "r.pdf"))
    run(centre, "report", *period, "--out", str(tmp_path / "r.csv"))

    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF")
    assert "Sample centre" in (tmp_path / "r.csv").read_text(encoding="utf-8-sig")
    assert json.loads(run(centre, "report", *period, "--json").output)["period"]


def test_a_centre_without_name_is_not_made_by_mistake(tmp_path: Path) -> None:
    found = CliRunner().invoke(cli, ["centre", "up", "--state", str(tmp_path / "none"), "--root", str(tmp_path)])

    assert isinstance(found.exception, Refused)
    assert "--sample" in str(found.exception)
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("target", ["z2jh", "tljh"])
def test_the_same_centre_is_written_for_bigger_machines(centre: Centre, target: str) -> None:
    found = run(centre, "render", "--for", target, "--image", "example/ailab:1", "--hub-image", "example/hub:1")

    assert found.exit_code == 0, found.output
    assert "ailab" in found.output


def test_a_visit_is_opened_seen_and_ended(centre: Centre) -> None:
    (centre.build / "map.json").write_text((built() / "map.json").read_text(encoding="utf-8"), encoding="utf-8")

    assert "code" in run_visit(centre, "open", "--place", "Berkane").output
    assert "minutes left" in run_visit(centre, "status").output
    assert "over" in run_visit(centre, "end").output


def run_visit(centre: Centre, verb: str, *words: str) -> Result:
    return CliRunner().invoke(cli, ["centre", "visit", verb, *words, "--state", str(centre.folder)], catch_exceptions=False)
