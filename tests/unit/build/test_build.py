"""Course → notebooks."""

import ast
import json
from pathlib import Path, PurePosixPath
from typing import Any

import nbformat
import pytest

from ailab.errors import Refused
from ailab.office.build import build_course, write_files
from ailab.office.build.site import Files
from ailab.office.course import Course, read_course


@pytest.fixture(scope="module")
def files(tiny_course: Course) -> Files:
    return build_course(tiny_course)


def notebook(files: Files, path: str) -> Any:
    return nbformat.reads(files[PurePosixPath(path)].decode(), as_version=4)


def code_and_grading(cells: list[Any]) -> list[tuple[str, str, Any]]:
    return [
        (cell.id, cell.source, cell.metadata.get("nbgrader")) for cell in cells if cell.cell_type == "code" or "nbgrader" in cell.metadata
    ]


def test_two_builds_are_the_same_bytes(files: Files, tiny_root: Path) -> None:
    # Another folder, read anew: nothing of the place or the moment gets in.
    assert build_course(read_course(tiny_root).course) == files


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("exercise", ["double_number", "explain_doubling"])
def test_code_and_grading_are_the_same_in_every_language(files: Files, language: str, exercise: str) -> None:
    english = notebook(files, f"release/en/tiny_steps/{exercise}.ipynb")
    other = notebook(files, f"release/{language}/tiny_steps/{exercise}.ipynb")

    assert code_and_grading(other.cells) == code_and_grading(english.cells)
    assert [cell.id for cell in other.cells] == [cell.id for cell in english.cells]


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_lessons_translate_comments_and_keep_the_program(files: Files, language: str) -> None:
    english = notebook(files, "en/lessons/tiny_steps/tiny_lesson.ipynb")
    other = notebook(files, f"{language}/lessons/tiny_steps/tiny_lesson.ipynb")
    programs = [(a.source, b.source) for a, b in zip(english.cells, other.cells, strict=True) if a.cell_type == "code"]

    assert all(ast.dump(ast.parse(a)) == ast.dump(ast.parse(b)) for a, b in programs)
    assert programs[0][0].startswith("# twice")
    assert not programs[0][1].startswith("# twice")


def test_arabic_prose_stands_in_a_right_to_left_block(files: Files) -> None:
    cells = [cell for cell in notebook(files, "ar/lessons/tiny_steps/tiny_lesson.ipynb").cells if cell.cell_type == "markdown"]

    assert all(cell.source.startswith('<div dir="rtl" lang="ar">\n\n') and cell.source.endswith("\n\n</div>") for cell in cells)


def test_no_solution_reaches_a_release(files: Files) -> None:
    for path, content in files.items():
        if path.parts[0] == "release" and path.suffix == ".ipynb":
            assert b"SOLUTION" not in content, path
            assert b"2 * number" not in content, path
            assert b"I counted 21 twice" not in content, path


def test_no_hidden_case_reaches_a_learner(files: Files) -> None:
    learners = {path for path in files if path.parts[0] != "nbgrader"} | {
        path for path in files if path.parts[:2] == ("nbgrader", "source")
    }

    assert not [path for path in learners if b"negative" in files[path]]
    assert b"negative" in files[PurePosixPath("nbgrader/graders/checks/tiny_steps/double_number.py")]


def test_stubs_run_and_never_raise(files: Files) -> None:
    for cell in notebook(files, "release/en/tiny_steps/double_number.ipynb").cells:
        if cell.metadata["ailab"]["role"] == "answer":
            assert "...  # ✎" in cell.source
            exec(compile(cell.source, "cell", "exec"), {})


def test_the_check_cell_holds_check_alone_and_is_locked(files: Files) -> None:
    [cell] = [
        cell for cell in notebook(files, "release/ar/tiny_steps/double_number.ipynb").cells if cell.metadata["ailab"]["role"] == "check"
    ]

    assert cell.source == 'check("double_number")'
    assert (cell.metadata.nbgrader.locked, cell.metadata.nbgrader.grade, cell.metadata.nbgrader.points) == (True, True, 4)


def test_no_markdown_cell_is_locked(files: Files) -> None:
    # nbgrader restores locked cells from its gradebook: Arabic would turn into English.
    for path in files:
        if path.suffix == ".ipynb":
            locked = [
                cell
                for cell in notebook(files, str(path)).cells
                if cell.cell_type == "markdown" and cell.metadata.get("nbgrader", {}).get("locked")
            ]
            assert not locked, path


@pytest.mark.parametrize(
    ("folder", "mine", "other"),
    [
        ("release/fr", "double-number-answer-python", "double-number-answer-pad"),
        ("release/fr-pad", "double-number-answer-pad", "double-number-answer-python"),
    ],
)
def test_a_form_has_its_own_answer_and_the_same_check(files: Files, folder: str, mine: str, other: str) -> None:
    made = notebook(files, f"{folder}/tiny_steps/double_number.ipynb")
    ids = [cell.id for cell in made.cells]

    assert mine in ids
    assert other not in ids
    assert "double-number-check" in ids
    assert made.metadata.ailab.form == ("pad" if "pad" in mine else "python")


def test_an_edition_changes_words_and_no_code(tiny_course: Course, files: Files) -> None:
    algeria = build_course(tiny_course, edition="dz")
    here, there = (notebook(made, "release/fr/tiny_steps/double_number.ipynb") for made in (files, algeria))

    assert "Salma" in here.cells[0].source
    assert "Yasmine" in there.cells[0].source
    assert code_and_grading(here.cells) == code_and_grading(there.cells)


@pytest.mark.parametrize(("edition", "month"), [("ma", "غشت"), ("dz", "أوت")])
def test_months_are_those_of_the_country(tiny_course: Course, edition: str, month: str) -> None:
    made = build_course(tiny_course, edition=edition)

    assert month in made[PurePosixPath("ar/lessons/tiny_steps/tiny_lesson.ipynb")].decode()


def test_a_notebook_says_what_it_is(files: Files) -> None:
    facts = notebook(files, "release/ar-pad/tiny_steps/double_number.ipynb").metadata.ailab

    assert {key: facts[key] for key in ("module", "exercise", "language", "form", "edition")} == {
        "module": "tiny_steps",
        "exercise": "double_number",
        "language": "ar",
        "form": "pad",
        "edition": "ma",
    }
    assert facts.release == json.loads(files[PurePosixPath("map.json")])["release"]


def test_results_and_core_reach_the_learner(tiny_root: Path) -> None:
    top, table = tiny_root / "course/course.toml", tiny_root / "course/exercises/tiny_steps/exercises.toml"
    top.write_text(top.read_text(encoding="utf-8") + 'results = "stars"\n', encoding="utf-8")
    marked = table.read_text(encoding="utf-8").replace("minutes = 10", 'minutes = 10\ncore = true\nafter = "tiny_lesson"', 1)
    table.write_text(marked, encoding="utf-8")

    built = build_course(read_course(tiny_root).course)

    track = json.loads(built[PurePosixPath("map.json")])["tracks"][0]
    assert json.loads(built[PurePosixPath("release/ar/tiny_steps/ailab.json")])["results"] == track["results"] == "stars"
    assert [(each["core"], each["after"]) for each in track["modules"][0]["exercises"]] == [(True, "tiny_lesson"), (False, "")]


def test_rungs_are_translated_beside_the_notebook(tiny_root: Path) -> None:
    folder = tiny_root / "course/exercises/tiny_steps"
    check, words = folder / "double_number_check.py", folder / "locale/ar.po"
    check.write_text(check.read_text(encoding="utf-8") + '\nLADDER = ("Look again.", "Think of pairs.")\n', encoding="utf-8")
    words.write_text(words.read_text(encoding="utf-8") + '\nmsgid "Look again."\nmsgstr "ننظر مرة أخرى."\n', encoding="utf-8")

    built = build_course(read_course(tiny_root).course)

    assert "ننظر مرة أخرى.".encode() in built[PurePosixPath("release/ar/tiny_steps/locale/ar.mo")]


def test_a_changed_source_is_another_release(tiny_root: Path, files: Files) -> None:
    source = tiny_root / "course/exercises/tiny_steps/double_number.py"
    source.write_text(source.read_text(encoding="utf-8").replace("double(4)", "double(5)"), encoding="utf-8")

    changed = build_course(read_course(tiny_root).course)

    assert json.loads(changed[PurePosixPath("map.json")])["release"] != json.loads(files[PurePosixPath("map.json")])["release"]


def test_writing_again_changes_nothing_and_removes_leftovers(files: Files, tmp_path: Path) -> None:
    write_files(files, tmp_path, owned=("release",))
    old = tmp_path / "release" / "en" / "gone" / "old.ipynb"
    old.parent.mkdir()
    old.write_text("{}")

    assert write_files(files, tmp_path, owned=("release",)) == 0
    assert not old.parent.exists()


def test_a_folder_that_cannot_be_written_is_said_plainly(files: Files, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, no folder")

    with pytest.raises(Refused, match=r"Cannot write .*taken"):
        write_files(files, tmp_path / "taken")
