"""Sources in percent format."""

import pytest

from ailab.office.course.records import Cell, Problem
from ailab.office.course.source import read_source

SOURCE = """# %% [markdown]
# # Title
#
# A story.

# %% given
from ailab import check

# %% answer form="pad"
x = 1

# %% answer form="python" name="mine"
x = 2

# %% [markdown] written
# words

# %% check
check("tiny")
"""


def read(text: str, kind: str = "exercise") -> tuple[tuple[Cell, ...], list[Problem]]:
    return read_source(text, slug="tiny", kind=kind, path="tiny.py")


def test_roles_forms_lines_and_ids() -> None:
    cells, problems = read(SOURCE)

    assert problems == []
    assert [(cell.role, cell.form, cell.line) for cell in cells] == [
        ("prose", None, 1),
        ("given", None, 6),
        ("answer", "pad", 9),
        ("answer", "python", 12),
        ("written", None, 15),
        ("check", None, 18),
    ]
    assert [cell.id for cell in cells[1:]] == ["tiny-given", "tiny-answer-pad", "mine", "tiny-written", "tiny-check"]


def test_a_paragraph_put_in_before_changes_no_id() -> None:
    before, _ = read(SOURCE)
    after, _ = read("# %% [markdown]\n# New.\n\n" + SOURCE)

    assert {cell.id for cell in before} <= {cell.id for cell in after}


@pytest.mark.parametrize(
    ("source", "kind", "line", "what"),
    [
        ("# %% anwser\nx = 1\n", "exercise", 1, "Unknown role 'anwser'"),
        ("# %% [markdown]\n# a\n\n# %%\nx = 1\n", "exercise", 4, "has no role"),
        ("# %% written\nx = 1\n", "exercise", 1, "Unknown role 'written' for a code cell"),
        ("# %% answer\nx = 1\n", "lesson", 1, "Unknown role 'answer'"),
        ('# %% answer form="blocks"\nx = 1\n', "exercise", 1, "Unknown form 'blocks'"),
        ('# %% [markdown] phase="think"\n# a\n', "lesson", 1, "Unknown phase 'think'"),
        ('# %% answer points="3"\nx = 1\n', "exercise", 1, "Unknown key 'points'"),
        ("x = 1\n", "lesson", 1, "does not begin with a cell marker"),
        ("", "lesson", 1, "does not begin with a cell marker"),
    ],
)
def test_a_wrong_marker_is_a_problem_with_its_line(source: str, kind: str, line: int, what: str) -> None:
    _, problems = read(source, kind)

    assert [(problem.line, what in problem.what) for problem in problems] == [(line, True)]
    assert problems[0].remedy
