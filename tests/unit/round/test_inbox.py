"""What a learner hands in stands whole in the exchange before anybody says so, and only once."""

import errno
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from ailab.lang import library_translations
from ailab.office.centre import Centre, session_of
from ailab.office.centre.round import inbound as inbound_module
from ailab.office.centre.round.collect import collect_attempts
from ailab.office.centre.round.forget import forget_hand_ins
from ailab.office.centre.round.inbound import Attempt, inbound, write_aside
from ailab.office.centre.round.inbox import NotExpected
from ailab.office.centre.round.index import attempts_of, grid, latest_of, learners_of_group
from ailab.office.centre.round.pairs import ask_pair
from ailab.office.centre.tables import HandedIn, Person
from ailab.office.grading.archive import ArchiveForeign, zipped
from ailab.office.grading.handing import HandIn, packed

from .conftest import EXERCISES, MODULE, NOW, ONE, RIGHT, THREE, TWO, WRONG, Ticking, answered, inbox_of, sent

SAY = library_translations("en")


def folders(centre: Centre) -> list[str]:
    return sorted(path.name for path in inbound(centre).iterdir())


def rows(centre: Centre, person: str = ONE) -> list[tuple[int, str]]:
    with session_of(centre) as session:
        return [(row.attempt, row.folder) for row in attempts_of(session, person, MODULE)]


def test_attempt_stands_in_nbgraders_own_layout(centre: Centre) -> None:
    row = inbox_of(centre).take_in(ONE, MODULE, sent(centre), key="1")

    folder = inbound(centre) / row.folder
    learner, module, stamp, _random = row.folder.split("+")
    assert (learner, module, stamp) == (ONE, MODULE, "2026-11-20 10:00:00.000000 UTC")
    assert sorted(path.name for path in folder.glob("*.ipynb")) == [f"{exercise}.ipynb" for exercise in EXERCISES]
    assert (folder / "timestamp.txt").read_text(encoding="utf-8") == stamp
    assert len((folder / "submission_secret.txt").read_text(encoding="utf-8")) == 128
    assert (row.attempt, row.at) == (1, NOW)


def test_the_centres_clock_counts_and_not_the_one_in_the_file(centre: Centre) -> None:
    data = packed(HandIn(module=MODULE, at="1999-01-01T00:00:00Z", notebooks=answered(centre, RIGHT)))

    assert inbox_of(centre).take_in(ONE, MODULE, data, key="1").at == NOW


def test_second_press_is_the_same_attempt(centre: Centre) -> None:
    inbox = inbox_of(centre)
    first = inbox.take_in(ONE, MODULE, sent(centre), key="1")
    again = inbox.take_in(ONE, MODULE, sent(centre), key="1")

    assert (first.id, first.at) == (again.id, again.at)
    assert folders(centre) == [first.folder]


def test_every_attempt_is_kept_and_numbered(centre: Centre) -> None:
    # Two within one second: the clock stands still.
    inbox = inbox_of(centre, Ticking(step=timedelta(0)))
    for key, code in (("1", WRONG), ("2", RIGHT), ("3", RIGHT)):
        inbox.take_in(ONE, MODULE, sent(centre, code), key=key)

    assert [number for number, _ in rows(centre)] == [1, 2, 3]
    assert len(folders(centre)) == 3


def test_the_same_press_at_the_same_moment_is_one_attempt(centre: Centre) -> None:
    inbox, data = inbox_of(centre), sent(centre)
    with ThreadPoolExecutor(4) as pool:
        made = set(pool.map(lambda _: inbox.take_in(ONE, MODULE, data, key="1").folder, range(8)))

    assert folders(centre) == [*made]
    assert len(rows(centre)) == 1


def test_numbers_hold_when_many_hand_in_at_once(centre: Centre) -> None:
    inbox = inbox_of(centre)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: inbox.take_in((ONE, TWO, THREE)[n % 3], MODULE, sent(centre, f"# {n}"), key=str(n)), range(12)))

    assert [number for number, _ in rows(centre)] == [1, 2, 3, 4]
    assert len(folders(centre)) == 12


@pytest.mark.parametrize("module", ["no_such_module", "../tiny_steps", "", "tiny_lesson"])
def test_only_modules_of_the_course_are_taken(centre: Centre, module: str) -> None:
    with pytest.raises(NotExpected):
        inbox_of(centre).take_in(ONE, module, sent(centre), key="1")


def test_only_the_modules_own_notebooks_are_taken(centre: Centre) -> None:
    notebooks = {**answered(centre, RIGHT), "surprise": b"{}"}
    with pytest.raises(NotExpected):
        inbox_of(centre).take_in(ONE, MODULE, packed(HandIn(module=MODULE, at=NOW, notebooks=notebooks)), key="1")
    assert folders(centre) == []


@pytest.mark.parametrize(
    "name", ["../x.ipynb", "/etc/x.ipynb", f"{MODULE}/../../x.ipynb", f"{MODULE}/.x.ipynb", f"{MODULE}/run.sh", "c:\\x.ipynb"]
)
def test_names_that_lead_elsewhere_are_refused(centre: Centre, name: str) -> None:
    with pytest.raises(ArchiveForeign):
        inbox_of(centre).take_in(ONE, MODULE, zipped(iter([(name, b"{}")])), key="1")
    assert folders(centre) == []


@pytest.mark.parametrize("data", [b"", b"PK", b"nothing of the kind"])
def test_what_is_no_zip_is_refused(centre: Centre, data: bytes) -> None:
    with pytest.raises(ArchiveForeign):
        inbox_of(centre).take_in(ONE, MODULE, data, key="1")


def test_full_disk_leaves_nothing_behind(centre: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: Path, _content: bytes) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(inbound_module, "_write", full)
    with pytest.raises(OSError, match="No space"):
        inbox_of(centre).take_in(ONE, MODULE, sent(centre), key="1")

    assert folders(centre) == []
    assert rows(centre) == []


def test_database_that_says_no_leaves_nothing_behind(centre: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_facts: object) -> None:
        raise RuntimeError("the database says no")

    monkeypatch.setattr("ailab.office.centre.round.inbox.enter", refuse)
    with pytest.raises(RuntimeError):
        inbox_of(centre).take_in(ONE, MODULE, sent(centre), key="1")

    assert folders(centre) == []


class PowerCut(BaseException):
    """Everything ends here: no handler of ours runs."""


def cut_at(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Cut the power in this step; what cleans up is dead too."""

    def cut(*_facts: object, **_more: object) -> None:
        raise PowerCut

    monkeypatch.setattr(f"ailab.office.centre.round.inbox.{name}", cut)
    monkeypatch.setattr("ailab.office.centre.round.inbox.take_away", lambda *_names: None)


@pytest.mark.parametrize(("step", "attempts"), [("show", 0), ("enter", 1)])
def test_start_after_a_power_cut_tidies(centre: Centre, step: str, attempts: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        cut_at(patch, step)
        with pytest.raises(PowerCut):
            inbox_of(centre).take_in(ONE, MODULE, sent(centre), key="1")
    inbox = inbox_of(centre)

    assert inbox.tidy() == attempts
    assert len(folders(centre)) == len(rows(centre)) == attempts
    assert inbox.tidy() == 0
    # Who was told nothing presses again, and has one attempt.
    assert inbox.take_in(ONE, MODULE, sent(centre), key="1").attempt == 1
    assert len(folders(centre)) == 1


def test_both_halves_of_a_pair_stand_or_none(centre: Centre) -> None:
    with session_of(centre) as session:
        ask_pair(session, ONE, MODULE, TWO, now=NOW, say=SAY)
        ask_pair(session, TWO, MODULE, ONE, now=NOW, say=SAY)
    with pytest.MonkeyPatch.context() as patch:
        shown: list[str] = []
        patch.setattr("ailab.office.centre.round.inbox.show", _show_one(shown))
        patch.setattr("ailab.office.centre.round.inbox.take_away", lambda *_names: None)
        with pytest.raises(PowerCut):
            inbox_of(centre).take_in(ONE, MODULE, sent(centre), key="1")
    assert sum(not name.startswith(".") for name in folders(centre)) == 1

    assert inbox_of(centre).tidy() == 2
    assert len(rows(centre, ONE)) == len(rows(centre, TWO)) == 1


def _show_one(shown: list[str]) -> Callable[..., None]:
    def show(folder: Path, *names: str) -> None:
        (folder / f".{names[0]}").rename(folder / names[0])
        shown.append(names[0])
        raise PowerCut

    return show


def test_half_written_folder_goes_away(centre: Centre) -> None:
    half = inbound(centre) / f".{ONE}+{MODULE}+2026-11-20 10:00:00.000000 UTC+abc"
    half.mkdir()
    (half / "double_number.ipynb").write_text("{", encoding="utf-8")

    assert inbox_of(centre).tidy() == 0
    assert folders(centre) == []


def test_attempt_that_stock_nbgrader_wrote_enters_the_index(centre: Centre) -> None:
    folder = inbound(centre) / f"{ONE}+{MODULE}+2026-11-20 09:00:00.000000 UTC+abc_-DEF"
    folder.mkdir()
    for name, content in answered(centre, RIGHT).items():
        (folder / f"{name}.ipynb").write_bytes(content)

    assert inbox_of(centre).tidy() == 1
    assert rows(centre) == [(1, folder.name)]


@pytest.mark.parametrize(
    "name", ["nonsense", "c1-zzzzzz+tiny_steps+2026-11-20 09:00:00.000000 UTC+abc", "a+b", f"{ONE}+{MODULE}+yesterday+abc"]
)
def test_folders_of_nobody_are_left_alone(centre: Centre, name: str) -> None:
    (inbound(centre) / name).mkdir()

    assert inbox_of(centre).tidy() == 0
    assert folders(centre) == [name]


def test_last_attempt_is_collected_though_the_clock_went_back(centre: Centre) -> None:
    inbox_of(centre, Ticking("2031-01-01T00:00:00Z")).take_in(ONE, MODULE, sent(centre, WRONG), key="1")
    with session_of(centre) as session:
        assert collect_attempts(session, centre, MODULE, None, now=NOW) == 1
    inbox_of(centre).take_in(ONE, MODULE, sent(centre, RIGHT), key="2")

    with session_of(centre) as session:
        assert collect_attempts(session, centre, MODULE, (TWO,), now=NOW) == 0
        assert collect_attempts(session, centre, MODULE, (ONE,), now=NOW) == 1
        assert collect_attempts(session, centre, MODULE, None, now=NOW) == 0
    received = centre.course / "received" / ONE / MODULE
    assert "number + number" in (received / "double_number.ipynb").read_text(encoding="utf-8")
    assert not (received / "attempt.json").exists()
    assert len(folders(centre)) == 2


def test_grid_counts_attempts_and_says_late(centre: Centre) -> None:
    from ailab.office.centre.round.dates import set_dates

    with session_of(centre) as session:
        set_dates(session, "monday", MODULE, due_at="2026-11-20T09:00:00Z")
    inbox = inbox_of(centre)
    inbox.take_in(ONE, MODULE, sent(centre, WRONG), key="1")
    last = inbox.take_in(ONE, MODULE, sent(centre), key="2")

    with session_of(centre) as session:
        seen = grid(session, learners_of_group(session, "monday"), [MODULE])
        assert [(key, each.attempts, each.last.id, each.late) for key, each in seen.items()] == [((ONE, MODULE), 2, last.id, True)]
        assert list(latest_of(session, MODULE)) == [ONE]


def test_forgetting_a_learner_takes_their_attempts_and_their_name_out_of_a_pair(centre: Centre) -> None:
    with session_of(centre) as session:
        ask_pair(session, ONE, MODULE, TWO, now=NOW, say=SAY)
        ask_pair(session, TWO, MODULE, ONE, now=NOW, say=SAY)
    inbox_of(centre).take_in(ONE, MODULE, sent(centre), key="1")

    assert forget_hand_ins(centre, ONE) == 1
    with session_of(centre) as session:
        session.delete(session.get_one(Person, ONE))
    inbox_of(centre).tidy()

    with session_of(centre) as session:
        (row,) = session.query(HandedIn).all()
        assert (row.person, row.partner) == (TWO, "")
    assert ONE not in "".join(folders(centre))
    assert ONE not in (inbound(centre) / row.folder / "attempt.json").read_text(encoding="utf-8")


def test_a_folder_is_written_once(tmp_path: Path) -> None:
    attempt = Attempt(learner=ONE, module=MODULE, at=NOW, code="x", key="1")
    write_aside(tmp_path, "name", {"a.ipynb": b"{}"}, attempt)
    with pytest.raises(FileExistsError):
        write_aside(tmp_path, "name", {"a.ipynb": b"other"}, attempt)

    assert (tmp_path / ".name" / "a.ipynb").read_bytes() == b"{}"
