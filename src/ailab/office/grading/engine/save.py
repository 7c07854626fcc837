"""What was graded goes where nbgrader keeps it: points into the gradebook, then the autograded folder into its place."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from ailab.office.gradebook import Scored, Submission, Writer, submitted_at
from ailab.office.grading.engine.assignment import Assignment, Failed
from ailab.office.grading.engine.beside import files_beside, printable, together, write_folder

_NOTHING_KNOWN: Final = "no notebook of this assignment is in the folder; it has {names}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """One learner before anything of theirs counts."""

    failed: list[Failed]
    """What has no points."""
    submission: Submission | None = None
    """None where not even nbgrader would enter one."""
    place: Path | None = None
    """The autograded folder that is no longer true."""
    part: Path | None = None
    """What takes its place, if anything does."""


def save(assignment: Assignment, writer: Writer, learners: Mapping[str, Sequence[Scored | Failed]]) -> Iterator[tuple[str, list[Failed]]]:
    """Save learners, and yield each with what of theirs has no points once they are."""
    drafts, trouble = _drafts(assignment, learners)
    yield from ((learner, draft.failed) for learner, draft in drafts.items() if draft.submission is None)
    for submission in writer.write([draft.submission for draft in drafts.values() if draft.submission is not None]):
        draft = drafts[submission.learner]
        # Only now: an autograded folder says that its points are saved.
        if draft.place is not None:
            shutil.rmtree(draft.place, ignore_errors=True)
            if draft.part is not None:
                draft.part.replace(draft.place)
        yield submission.learner, draft.failed
    if trouble:
        raise trouble


def _drafts(assignment: Assignment, learners: Mapping[str, Sequence[Scored | Failed]]) -> tuple[dict[str, _Draft], OSError | None]:
    """Return the drafts of those for whom the disk had room, and what it said then: who came before is saved all the same."""
    drafts: dict[str, _Draft] = {}
    try:
        for learner, results in learners.items():
            drafts[learner] = _draft(assignment, learner, results)
    except OSError as error:
        return drafts, error
    return drafts, None


def _draft(assignment: Assignment, learner: str, results: Sequence[Scored | Failed]) -> _Draft:
    folder = assignment.root / "submitted" / learner / assignment.module
    ordered = sorted(results, key=lambda each: each.name)
    try:
        handed_in_at = submitted_at(folder)
    except Exception as error:  # noqa: BLE001 - a stranger's file; without a time nobody knows how late it is
        return _Draft(failed=[Failed(name=each.name, why=f"timestamp.txt: {printable(error)}") for each in ordered])
    if assignment.mode == "parity" and not results:
        return _nothing_known(assignment, learner, handed_in_at)
    failed = [_failure(each) for each in ordered if isinstance(each, Failed) or each.refused]
    stopped = assignment.mode == "parity" and bool(failed)
    # nbgrader stops a learner at the first notebook it cannot grade; what it saved before stays.
    scored = [each for each in ordered if isinstance(each, Scored) and not (stopped and each.name > failed[0].name)]
    handed_in = {path.stem for path in folder.glob("*.ipynb")}
    place = assignment.root / "autograded" / learner / assignment.module
    return _Draft(
        failed=failed,
        submission=Submission(learner=learner, timestamp=handed_in_at, scored=scored, handed_in=handed_in),
        place=place,
        part=None if stopped else _write_part(assignment, folder, place, scored),
    )


def _nothing_known(assignment: Assignment, learner: str, handed_in_at: Any) -> _Draft:
    # nbgrader has entered the submission when it finds no notebook of the assignment in it.
    names = assignment.snapshot.notebooks
    return _Draft(
        failed=[Failed(name="", why=_NOTHING_KNOWN.format(names=", ".join(names)))],
        submission=Submission(learner=learner, timestamp=handed_in_at, scored=(), handed_in=names),
    )


def _failure(result: Scored | Failed) -> Failed:
    return result if isinstance(result, Failed) else Failed(name=result.name, why=result.refused)


def _write_part(assignment: Assignment, folder: Path, place: Path, scored: Sequence[Scored]) -> Path:
    part = place.with_name(f".{place.name}.part")
    write_folder(part, together(files_beside(folder), assignment.source_files), {each.name: each.notebook for each in scored})
    return part
