"""`ailab course project-page`: strangers' notebooks on a facilitator's machine."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.project_work import lay_pad_project, lay_python_project

from ailab.checks.answer import Answer
from ailab.cli.course import course
from ailab.errors import Refused
from ailab.office.grading.engine import own_cells


def made(folder: Path, *more: str) -> tuple[str, Path]:
    out = folder / "out" / "page.html"
    result = CliRunner().invoke(
        course, ["project-page", str(folder), "--out", str(out), "--root", str(folder), *more], catch_exceptions=False
    )
    assert result.exit_code == 0, result.output
    return result.output, out


def test_page_is_written_in_the_language_of_the_notebooks(tmp_path: Path) -> None:
    said, out = made(lay_pad_project(tmp_path), "--nickname", "Zaytuna")

    assert '<html lang="en"' in out.read_text(encoding="utf-8")
    assert "Zaytuna" in out.read_text(encoding="utf-8")
    assert "My robot at work, My sorting robot, My plan, My slides, My promise" in said


def test_language_may_be_chosen(tmp_path: Path) -> None:
    _, out = made(lay_pad_project(tmp_path), "--language", "ar")

    assert '<html lang="ar" dir="rtl">' in out.read_text(encoding="utf-8")


def test_typed_program_is_never_run_without_a_sandbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_cells: Sequence[str]) -> AbstractContextManager[Answer]:
        raise Refused("no sandbox")

    monkeypatch.setattr(own_cells, "sandboxed_answer", refuse)
    mark = tmp_path / "was-run"

    said, out = made(lay_python_project(tmp_path, program=f"open({str(mark)!r}, 'w')\ndef program(robot):\n    robot.forward()\n"))

    assert not mark.exists()
    assert "A typed program runs in a sandbox only" in said
    assert out.is_file()


def test_folder_without_a_project_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="nothing to show"):
        made(tmp_path)
