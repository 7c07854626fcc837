"""Every file of a new exercise, with what must be written marked by words."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ailab.errors import Refused, UnknownName
from ailab.office.course.records import Course

_SOURCE: Final = """# %% [markdown]
# # Title of the exercise
#
# The story, in two to four sentences.
#
# Write a function `answer(number)` that gives back …

# %% given
from ailab import check

# %% answer
def answer(number):
    ### BEGIN SOLUTION
    return number + 1
    ### END SOLUTION

# %% check
check("{slug}")

# %% [markdown]
# What was learned, in one sentence.
"""

_CHECK: Final = '''"""Visible cases of {slug}."""

from ailab.checks import Case, Misconception, behaves_like, call

CASES = (Case("small", call("answer", 1), 2, label="A small number"),)

MISCONCEPTIONS = (
    Misconception(
        "gives_number_back",
        behaves_like("answer", lambda number: number, [(1,), (5,)]),
        "Your function gives the number back as it came. Add one first.",
    ),
)

# A nudge, an idea, a worked step with another example. No rung holds the solution.
LADDER = (
    "Look at the first line with ✘. Which number went in, and which one came out?",
    "What is missing between the two? Say it in words, then find its place in your function.",
    "Another function gives back two more than it was given: for 5 it computes `5 + 2`, and `return` hands the 7 over.",
)
'''

_HIDDEN: Final = '''"""Hidden cases of {slug}."""

from random import Random

from ailab.checks import Case, call


def cases(seed):
    number = 10 + int(Random(seed).random() * 90)
    return (
        Case("large", call("answer", number), number + 1),
        Case("negative", call("answer", -number), 1 - number),
    )
'''

_RIGHT: Final = "# points: 4\n# hint: none\n# why: another right way\ndef answer(number):\n    return 1 + number\n"
_WRONG: Final = "# points: 0\n# hint: gives_number_back\n# why: forgets to add\ndef answer(number):\n    return number\n"

_TABLE: Final = """
[exercises.{slug}]
title = "Title of the exercise"
kinds = ["K"]
points = 4
names = ["answer"]
outcomes = []
minutes = 20
"""


def new_exercise(course: Course, module: str, slug: str) -> Iterator[str]:
    """Write the files of a new exercise and yield their paths; `course check` says what is missing.

    Raises
    ------
    UnknownName
        When there is no such module.
    Refused
        When one of the files exists already.
    """
    if module not in {each.slug for each in course.modules}:
        raise UnknownName("module", module, (each.slug for each in course.modules))
    folder = course.root / "course" / "exercises" / module
    answers = course.root / "tests" / "submissions" / module / slug
    files = {
        folder / f"{slug}.py": _SOURCE,
        folder / f"{slug}_check.py": _CHECK,
        course.root / "graders" / "checks" / module / f"{slug}.py": _HIDDEN,
        answers / "other_way.py": _RIGHT,
        answers / "forgets_to_add.py": _WRONG,
    }
    taken = next((path for path in files if path.exists()), None)
    if taken:
        raise Refused(f"{course.relative(taken)} exists already. Choose another name, or remove it.")
    for path, text in files.items():
        yield _write(course, path, text.replace("{slug}", slug))
    tables = folder / "exercises.toml"
    with tables.open("a", encoding="utf-8") as stream:
        stream.write(_TABLE.replace("{slug}", slug))
    yield course.relative(tables)


def _write(course: Course, path: Path, text: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return course.relative(path)
