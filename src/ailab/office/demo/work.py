"""What sample learners hand in: known answers of the course, put into the notebooks they would have.

right  wrong  mixed  partial  blank  late       in every exercise
syntax_error … missing                          right but for one exercise, which is broken in this one way
"""

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, Final, Literal

import nbformat

from ailab.lang import Language, library_translations
from ailab.office.build.cells import notebook_bytes
from ailab.office.course import Course, Exercise
from ailab.office.course.records import Form
from ailab.office.course.trial import KnownAnswer, known_answers

Text = Literal["full", "thin", "none"]
"""How much a sample text says."""

_TEXTS: Final[Mapping[Text, str]] = {
    "full": "This is a sample text for the demonstration. It says what was chosen, what that costs and for whom, and it gives numbers.",
    "thin": "This is a short sample text for the demonstration.",
}
_MARKERS: Final = ("### BEGIN SOLUTION", "### END SOLUTION")

Files = dict[str, bytes]
Answers = tuple[str, ...] | None
"""Sources of the answer cells; None leaves the notebook as it was released."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One exercise as a sample learner did it."""

    answers: Answers
    text: Text = "full"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """The answers to choose from for one exercise."""

    right: tuple[Answers, ...]
    partial: tuple[Answers, ...]
    wrong: tuple[Answers, ...]


def benches(course: Course, exercises: Sequence[Exercise]) -> Mapping[str, Bench]:
    """Return what the course knows of right and wrong answers, by exercise."""
    return {exercise.slug: _bench(exercise, known_answers(course, exercise)) for exercise in exercises}


def _bench(exercise: Exercise, known: Sequence[KnownAnswer]) -> Bench:
    known = [answer for answer in known if answer.form == _form(exercise)]
    right = tuple(answer.cells for answer in known if answer.points == exercise.points)
    partial = tuple(answer.cells for answer in known if 0 < answer.points < exercise.points)
    wrong = tuple(answer.cells for answer in known if answer.points < exercise.points)
    return Bench(right=(_solution(exercise), *right), partial=partial, wrong=wrong)


def _form(exercise: Exercise) -> Form:
    return "python" if "python" in exercise.forms else exercise.forms[0]


def _solution(exercise: Exercise) -> tuple[str, ...]:
    cells = [cell.source for cell in exercise.cells if cell.role == "answer" and cell.form in (None, _form(exercise))]
    return tuple("\n".join(line for line in source.splitlines() if line.strip() not in _MARKERS) for source in cells)


def choose(kind: str, bench: Bench, at: int, random: Random) -> Answered:
    """Return what a learner of this kind does with the exercise at this position."""
    right = random.choice(bench.right)
    wrong = random.choice(bench.wrong or (None,))
    if kind == "blank":
        return Answered(answers=None, text="none")
    if kind == "wrong" or (kind == "mixed" and random.random() < 1 / 3):
        return Answered(answers=wrong, text="thin")
    if kind == "partial":
        odd = random.choice(bench.partial) if bench.partial else None
        return Answered(answers=right, text="thin") if at % 2 == 0 else Answered(answers=odd, text="none")
    return Answered(answers=right, text="thin" if kind == "mixed" else "full")


def filled(release: Any, answered: Answered, language: Language) -> Any:
    """Return a learner's release with their answers and text in it."""
    notebook = deepcopy(release)
    given = iter(answered.answers or ())
    for cell in notebook.cells:
        role = cell.metadata.get("ailab", {}).get("role")
        if role == "answer":
            cell.source = next(given, cell.source)
        if role == "written" and answered.text != "none":
            cell.source = library_translations(language)(_TEXTS[answered.text])
    return notebook


def hand_in(notebooks: Mapping[str, Any], kind: str, at: int) -> Files:
    """Return the files of a submission, the notebook at this position (counted round) broken when the kind says so."""
    names = list(notebooks)
    broken = names[at % len(names)]
    files = {f"{name}.ipynb": notebook_bytes(notebook) for name, notebook in notebooks.items() if name != broken or kind not in BREAKERS}
    return files | (BREAKERS[kind](broken, deepcopy(notebooks[broken])) if kind in BREAKERS else {})


def read_notebook(path: Path) -> Any:
    """Return the notebook in a file."""
    return nbformat.read(path, as_version=4)


def _in_first_answer(change: Callable[[str], str]) -> Callable[[str, Any], Files]:
    def broken(name: str, notebook: Any) -> Files:
        cell = next(cell for cell in notebook.cells if cell.metadata.get("ailab", {}).get("role") == "answer")
        cell.source = change(cell.source)
        return {f"{name}.ipynb": notebook_bytes(notebook)}

    return broken


def _is_check(cell: Any) -> bool:
    return bool(cell.metadata.get("ailab", {}).get("role") == "check")


def _without_check(name: str, notebook: Any) -> Files:
    notebook.cells = [cell for cell in notebook.cells if not _is_check(cell)]
    return {f"{name}.ipynb": notebook_bytes(notebook)}


def _with_copied_check(name: str, notebook: Any) -> Files:
    copied = deepcopy(next(cell for cell in notebook.cells if _is_check(cell)))
    copied["id"] = "copied-by-hand"
    notebook.cells.append(copied)
    return {f"{name}.ipynb": notebook_bytes(notebook)}


BREAKERS: Final[Mapping[str, Callable[[str, Any], Files]]] = {
    "syntax_error": _in_first_answer(lambda source: f"{source}\nprint("),
    "endless_loop": _in_first_answer(lambda source: f"while True:\n    pass\n\n{source}"),
    "huge_output": _in_first_answer(lambda source: f"{source}\n\nfor number in range(50_000):\n    print(number, 'and so on')"),
    "deleted_check": _without_check,
    "duplicated_check": _with_copied_check,
    "renamed": lambda name, notebook: {f"{name}-Copy1.ipynb": notebook_bytes(notebook)},
    "broken_json": lambda name, notebook: {f"{name}.ipynb": notebook_bytes(notebook)[: len(notebook_bytes(notebook)) // 2]},
    "missing": lambda _name, _notebook: {},
}
