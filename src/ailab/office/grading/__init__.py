"""From what was handed in to results and feedback.

    received/ ─ repair (pure) ─▶ submitted/ ─ autograde ─▶ gradebook, autograded/ ─ results ─▶ ledger.jsonl ─▶ feedback/

One bad submission costs nobody else anything: it is repaired where its meaning is clear, else it gets one message.
"""

from ailab.office.grading.feedback import write_feedback
from ailab.office.grading.intake import Intake, Learner, read_intake, read_releases, spoken_languages
from ailab.office.grading.notes import learner_text, trainer_text
from ailab.office.grading.repair import Repaired, repair_notebook
from ailab.office.grading.results import LEDGER, record_results
from ailab.office.grading.run import LOG, Progress, grade_module

__all__ = [
    "LEDGER",
    "LOG",
    "Intake",
    "Learner",
    "Progress",
    "Repaired",
    "grade_module",
    "learner_text",
    "read_intake",
    "read_releases",
    "record_results",
    "repair_notebook",
    "spoken_languages",
    "trainer_text",
    "write_feedback",
]
