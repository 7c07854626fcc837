"""Feedback pages of a module: nbgrader's for what ran, one short page for what could not be read."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Final

from ailab.lang import Language
from ailab.office.gradebook import generate_feedback, message_page
from ailab.office.grading.intake import SUBMITTED
from ailab.office.grading.notes import learner_text
from ailab.office.grading.results import AUTOGRADED
from ailab.office.grading.work import FEEDBACK
from ailab.office.ledger import Result

_RECEIPTS: Final = ("timestamp.txt", "submission_secret.txt")


def write_feedback(
    root: Path, module: str, results: Sequence[Result], languages: Mapping[str, Language], *, only: Collection[str] | None = None
) -> None:
    """Write a page for every notebook that was handed in or should have been; of everybody, or of these learners."""
    own = {
        (result.learner, result.exercise): result
        for result in results
        if result.module == module and (only is None or result.learner in only)
    }

    def messages(learner: str, exercise: str) -> tuple[str, ...]:
        found = own.get((learner, exercise))
        return tuple(learner_text(note, languages.get(learner, "en")) for note in found.notes) if found else ()

    for learner in ("*",) if only is None else sorted(only):
        if any((root / AUTOGRADED).glob(f"{learner}/{module}/*.ipynb")):
            generate_feedback(root, module, learner, messages=messages)
    for (learner, exercise), result in own.items():
        if result.status in ("missing", "unreadable") or (result.status == "pending" and result.points is None):
            _write_page(root, module, result, messages(learner, exercise), languages.get(learner, "en"))


def _write_page(root: Path, module: str, result: Result, messages: tuple[str, ...], language: Language) -> None:
    path = feedback_page(root, module, result.learner, result.exercise)
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(message_page(result.exercise, messages, language), encoding="utf-8")
    for name in _RECEIPTS:
        # release_feedback names the learner's copy after these.
        receipt = root / SUBMITTED / result.learner / module / name
        if receipt.is_file() and not (path.parent / name).exists():
            (path.parent / name).write_bytes(receipt.read_bytes())


def feedback_page(root: Path, module: str, learner: str, exercise: str) -> Path:
    """Return where a learner's page of an exercise stands."""
    return root / FEEDBACK / learner / module / f"{exercise}.html"
