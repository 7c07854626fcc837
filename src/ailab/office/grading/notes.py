"""What a learner and a trainer are told about a submission, besides its points."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ailab.lang import Language, library_translations


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One kind of message."""

    learner: str
    """English; translated in the library's catalogues."""
    trainer: str


NOTES: Final[Mapping[str, Note]] = {
    "missing": Note(
        learner="This notebook was not in what you handed in. Put it back into your folder and hand in again.",
        trainer="No notebook of this exercise was handed in. It counts as missing, not as zero.",
    ),
    "link": Note(
        learner="Instead of this notebook there was a link to another file. Put the notebook itself into your folder and hand in again.",
        trainer="A symbolic link stood in place of the notebook. Links are not followed; it counts as missing.",
    ),
    "damaged": Note(
        learner="This file is damaged and cannot be opened. Open your notebook, save it, and hand in again.",
        trainer="The file is not a notebook that can be read. It was not graded and is kept in received/.",
    ),
    "too_big": Note(
        learner="This file is too big. Clear the outputs of your notebook, save it, and hand in again.",
        trainer="The file is larger than the limit. It was not read and is kept in received/.",
    ),
    "renamed": Note(
        learner="Your notebook had another name. We recognized it, so nothing is lost. Next time, keep its name.",
        trainer="The notebook was handed in under another name and recognized by its contents.",
    ),
    "check_put_back": Note(
        learner="The check cell had been deleted. We put it back, so your answer counts in full.",
        trainer="A deleted check cell was put back from the release.",
    ),
    "given_put_back": Note(
        learner="A cell that belongs to the exercise had been deleted. We put it back, so nothing is lost.",
        trainer="A deleted cell of given code was put back from the release.",
    ),
    "written_put_back": Note(
        learner="The cell for your text had been deleted. We put it back empty. Write your text there and hand in again.",
        trainer="A deleted cell for a written answer was put back from the release, without text.",
    ),
    "answer_deleted": Note(
        learner="A cell for your answer was deleted. If your answer stands in another cell, nothing is lost.",
        trainer="An answer cell is gone. The other cells were run as they are.",
    ),
    "copied": Note(
        learner="A cell was copied. The first one counts; the copy ran as an ordinary cell.",
        trainer="A graded cell stood there twice. The first one kept its place; its copies became ordinary cells.",
    ),
    "retyped": Note(
        learner="A cell had changed between code and text. We changed it back.",
        trainer="A cell of the release had another type. It was changed back.",
    ),
    "labels": Note(
        learner="Hidden labels of your notebook were damaged. We renewed them, so nothing is lost.",
        trainer="nbgrader's metadata differed from the release (points, locks or format). It was renewed from the release.",
    ),
    "untouched": Note(
        learner="You have not written an answer here yet.",
        trainer="The answer cells are as they were released.",
    ),
    "syntax_error": Note(
        learner="Python cannot read one of your cells: it has a syntax error. Run the cell, look where the arrow points, mend it, and hand in again.",
        trainer="A cell stopped with a syntax error.",
    ),
    "endless": Note(
        learner="One of your cells did not stop, so we stopped it. Look for a loop that never ends.",
        trainer="A cell ran into the time limit and was interrupted.",
    ),
    "flood": Note(
        learner="One of your cells printed far too much, so we cut its output. Print less, above all inside a loop.",
        trainer="The output of a cell was cut.",
    ),
    "stopped": Note(
        learner="Your notebook stopped before its end, so it has no points yet. Your trainer looks at it.",
        trainer="The kernel died or nbgrader stopped at this notebook. It has no points; nbgrader.log says why.",
    ),
    "check_broken": Note(
        learner="The check of this exercise did not work. It is not your fault. Your trainer looks at it.",
        trainer="The check itself failed. Mend it and grade again: no points were recorded.",
    ),
    "late": Note(
        learner="You handed in after the agreed day. That costs no points here.",
        trainer="Handed in after the due date; no points are taken off.",
    ),
    "by_hand": Note(
        learner="Your trainer looked at this exercise and gave its points by hand.",
        trainer="A person gave the points of the check by hand, with a reason.",
    ),
}


def learner_text(kind: str, language: Language) -> str:
    """Return what the learner reads."""
    return library_translations(language)(NOTES[kind].learner)


def trainer_text(kind: str) -> str:
    """Return what the trainer reads, in English."""
    return NOTES[kind].trainer
