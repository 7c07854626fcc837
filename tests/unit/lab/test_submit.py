"""Handing in from the learner's folder: what goes out, what is remembered, what happens when something stops on the way."""

import errno
import json
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from traitlets.config import Config

from ailab.errors import Refused
from ailab.lang import EMPTY
from ailab.office.gradebook import StepFailed
from ailab.office.grading.handing import unpacked
from ailab.office.lab.coursemap import Module, read_map
from ailab.office.lab.files import write_whole
from ailab.office.lab.folder import lay_out
from ailab.office.lab.hand_in.exchange import Exchange, configured_exchange
from ailab.office.lab.hand_in.receipts import Receipt, next_attempt, read_receipts
from ailab.office.lab.hand_in.send import Sending, answers_mark, is_changed, send, sending_of, when_text

EXERCISE = "exercises/souk/find_price.ipynb"
NOW = datetime(2026, 11, 20, 10, 42, 7, tzinfo=UTC)
EXCHANGE = Exchange(config=Config(), learner="oujda-abc123")


@pytest.fixture
def souk(build: Path, folder: Path) -> Module:
    lay_out(build, folder)
    return read_map(build).modules[0]


def answer(folder: Path, source: str, **facts: Any) -> None:
    notebook = json.loads((folder / EXERCISE).read_text(encoding="utf-8"))
    next(cell for cell in notebook["cells"] if cell["id"] == "answer").update(source=source, **facts)
    (folder / EXERCISE).write_text(json.dumps(notebook), encoding="utf-8")


def sent(module: Module, folder: Path, attempt: int = 1, **facts: Any) -> Receipt:
    return send(module, attempt, **{"folder": folder, "exchange": None, "now": NOW, "say": EMPTY, **facts})


def card(module: Module, folder: Path, *, begun: bool = True) -> Sending | None:
    return sending_of(module, folder=folder, begun=begun, address="/", language="en", edition="ma", say=EMPTY)


def mark(folder: Path) -> str:
    return answers_mark((folder / EXERCISE).read_bytes())


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise StepFailed("nbgrader submit stopped: no exchange")

    monkeypatch.setattr("ailab.office.gradebook.hand_in", fail)


@pytest.fixture
def reached(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    reached: list[Any] = []
    monkeypatch.setattr(
        "ailab.office.gradebook.hand_in", lambda module, notebooks, **facts: reached.append((module, set(notebooks), facts))
    )
    return reached


def test_file_to_hand_in_holds_the_notebooks_as_they_are(souk: Module, folder: Path) -> None:
    answer(folder, "price = 40")

    receipt = sent(souk, folder)

    hand_in = unpacked((folder / "sent" / receipt.file).read_bytes())
    assert hand_in.notebooks == {"find_price": (folder / EXERCISE).read_bytes()}
    assert (hand_in.module, hand_in.at, hand_in.code) == ("souk", "2026-11-20T10:42:07Z", receipt.code)
    assert (receipt.way, receipt.file) == ("file", f"ailab-souk-{receipt.code}.zip")


def test_receipt_is_remembered_and_says_nothing_of_the_learner(souk: Module, folder: Path) -> None:
    receipt = sent(souk, folder, exchange=None)

    kept = json.loads((folder / ".ailab" / "sent" / "souk-1.json").read_text(encoding="utf-8"))
    assert read_receipts(folder, "souk") == (receipt,)
    assert set(kept) == {"format_version", "module", "attempt", "at", "code", "way", "file", "answers"}


def test_second_press_sends_nothing_new(souk: Module, folder: Path, reached: list[Any]) -> None:
    first = sent(souk, folder, exchange=EXCHANGE)

    assert sent(souk, folder, exchange=EXCHANGE, now=NOW + timedelta(seconds=1)) == first
    assert len(reached) == len(read_receipts(folder, "souk")) == 1


def test_every_attempt_is_kept(souk: Module, folder: Path) -> None:
    answer(folder, "price = 40")
    first = sent(souk, folder)
    answer(folder, "price = 41")
    second = sent(souk, folder, next_attempt(folder, "souk"))

    assert read_receipts(folder, "souk") == (first, second)
    assert {path.name for path in (folder / "sent").iterdir()} == {first.file, second.file}


def test_damaged_receipt_is_left_out_and_never_written_over(souk: Module, folder: Path) -> None:
    sent(souk, folder)
    (folder / ".ailab" / "sent" / "souk-2.json").write_text("half a rec", encoding="utf-8")

    third = sent(souk, folder, next_attempt(folder, "souk"))

    assert [receipt.attempt for receipt in read_receipts(folder, "souk")] == [1, 3]
    assert third.attempt == 3


def test_exchange_gets_the_module_with_its_time(souk: Module, folder: Path, reached: list[Any]) -> None:
    receipt = sent(souk, folder, exchange=EXCHANGE)

    [(module, notebooks, facts)] = reached
    assert (module, notebooks, receipt.way) == ("souk", {"find_price"}, "exchange")
    assert (facts["learner"], facts["stamp"]) == ("oujda-abc123", "2026-11-20 10:42:07.000000 UTC")


@pytest.mark.usefixtures("failing")
def test_exchange_that_cannot_be_reached_leaves_a_file(souk: Module, folder: Path) -> None:
    receipt = sent(souk, folder, exchange=EXCHANGE)

    assert receipt.way == "kept"
    assert unpacked((folder / "sent" / receipt.file).read_bytes()).code == receipt.code


@pytest.mark.parametrize("stops_at", [0, 1], ids=["at the file", "at the receipt"])
def test_full_disk_is_said_and_leaves_nothing_half(souk: Module, folder: Path, stops_at: int) -> None:
    written: list[Path] = []

    def write(path: Path, data: bytes) -> None:
        if len(written) == stops_at:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written.append(path)
        write_whole(path, data)

    with pytest.raises(Refused, match="full"):
        sent(souk, folder, write=write)

    assert read_receipts(folder, "souk") == ()
    assert sent(souk, folder).attempt == 1


def test_folder_that_is_read_only_is_said(souk: Module, folder: Path, reached: list[Any]) -> None:
    def write(path: Path, data: bytes) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    with pytest.raises(Refused, match="read-only"):
        sent(souk, folder, exchange=EXCHANGE, write=write)

    assert reached == []


def test_nothing_to_hand_in_is_said(souk: Module, folder: Path) -> None:
    (folder / EXERCISE).unlink()

    with pytest.raises(Refused, match="nothing to hand in"):
        sent(souk, folder)


def test_notebook_that_leads_out_of_the_folder_stays_here(souk: Module, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.ipynb").write_text("{}", encoding="utf-8")
    (folder / EXERCISE).unlink()
    (folder / EXERCISE).symlink_to(tmp_path / "secret.ipynb")

    with pytest.raises(Refused, match="nothing to hand in"):
        sent(souk, folder)


def test_unreadable_notebook_is_handed_in_all_the_same(souk: Module, folder: Path) -> None:
    (folder / EXERCISE).write_bytes(b"?")

    receipt = sent(souk, folder)

    assert unpacked((folder / "sent" / receipt.file).read_bytes()).notebooks == {"find_price": b"?"}
    assert receipt.answers["find_price"]


@pytest.mark.parametrize("again", ["run again", "other language", "new release"])
def test_only_answers_count_as_a_change(souk: Module, folder: Path, tmp_path: Path, write_build: Callable[..., Path], again: str) -> None:
    answer(folder, "price = 40")
    before = mark(folder)

    if again == "run again":
        answer(folder, "price = 40", execution_count=9)
    elif again == "other language":
        lay_out(tmp_path / "build", folder, language="ar")
    else:
        lay_out(write_build(tmp_path, release="two"), folder)

    assert before
    assert mark(folder) == before


def test_untouched_stub_has_no_mark(souk: Module, folder: Path) -> None:
    assert mark(folder) == ""


def test_untouched_exercise_that_came_since_is_no_change() -> None:
    receipt = Receipt(module="souk", attempt=1, at="", code="", way="file", file="", answers={"find_price": "a"})

    assert not is_changed(receipt, {"find_price": "a", "new_one": ""})
    assert is_changed(receipt, {"find_price": "a", "new_one": "b"})
    assert is_changed(receipt, {"find_price": ""})


def test_card_offers_to_hand_in_what_was_begun(souk: Module, folder: Path) -> None:
    assert card(souk, folder, begun=False) is None
    assert card(souk, folder) == Sending(link="/ailab/submit/souk", word="Hand in my work")


def test_card_says_what_was_handed_in_and_whether_it_has_changed(souk: Module, folder: Path) -> None:
    answer(folder, "price = 40")
    receipt = sent(souk, folder)
    same = card(souk, folder)
    answer(folder, "price = 41")
    changed = card(souk, folder)

    assert same
    assert changed
    assert (same.word, same.code, same.file) == ("Hand in again", receipt.code, f"/ailab/submit/souk/{receipt.file}")
    assert same.note.startswith("Nothing has changed since.")
    assert changed.note.startswith("You have changed something since.")


@pytest.mark.parametrize(
    ("language", "edition", "words"),
    [
        ("en", "ma", "November 20, 2026, 11:42"),
        ("fr", "ma", "20 novembre 2026, 11:42"),
        ("ar", "ma", "20 نونبر 2026، 11:42"),
        ("ar", "dz", "20 نوفمبر 2026، 11:42"),
        ("fr", "xx", "20 novembre 2026, 11:42"),
    ],
)
def test_date_is_written_as_the_reader_does(language: Any, edition: str, words: str) -> None:
    assert when_text("2026-11-20T10:42:00Z", language, edition, ZoneInfo("Africa/Casablanca")) == words


def exchange_of(tmp_path: Path, *, server: Config | None = None, environ: dict[str, str] | None = None) -> Exchange | None:
    return configured_exchange(server or Config(), environ or {}, [tmp_path / "near", tmp_path / "far"], state=tmp_path)


def test_no_configuration_is_no_exchange(tmp_path: Path) -> None:
    assert exchange_of(tmp_path) is None
    assert exchange_of(tmp_path, server=Config({"Exchange": {"root": "/somewhere"}})) is None


def test_hub_names_the_exchange_in_the_environment(tmp_path: Path) -> None:
    found = exchange_of(tmp_path, environ={"AILAB_EXCHANGE": "/srv/exchange", "JUPYTERHUB_USER": "oujda-abc123"})

    assert found
    assert (found.config.Exchange.root, found.config.CourseDirectory.course_id, found.learner) == ("/srv/exchange", "ailab", "oujda-abc123")
    assert found.config.Exchange.cache == str(tmp_path / "nbgrader_cache")


def test_nearest_configuration_of_nbgrader_wins(tmp_path: Path) -> None:
    for name, text in (
        ("near", "c.CourseDirectory.course_id = 'near'"),
        ("far", "c.CourseDirectory.course_id = 'far'\nc.Exchange.root = '/far'"),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "nbgrader_config.py").write_text(f"c = get_config()\n{text}\n", encoding="utf-8")

    found = exchange_of(tmp_path)

    assert found
    assert (found.config.CourseDirectory.course_id, found.config.Exchange.root) == ("near", "/far")


def test_server_may_name_the_exchange_itself(tmp_path: Path) -> None:
    found = exchange_of(tmp_path, server=Config({"CourseDirectory": {"course_id": "robots"}, "ServerApp": {"port": 1}}))

    assert found
    assert found.config.CourseDirectory.course_id == "robots"
    assert "ServerApp" not in found.config
