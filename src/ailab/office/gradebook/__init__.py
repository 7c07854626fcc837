"""The one room that imports nbgrader: its release steps, folders, metadata and database.

release.py   source → release, in memory            steps.py     nbgrader's steps on a course folder
course.py    the folder: configuration, environment  turns.py     one process at a time at the database
marks.py     points read and written                 feedback.py  pages a learner can read
"""

from traitlets.config import Config

from ailab.office.gradebook.autograde import (
    Scored,
    finish,
    sanitize,
    submitted_at,
)
from ailab.office.gradebook.course import COURSE, DATABASE, NotACourseFolder, expect_module, grading_environment, logging_to, open_course
from ailab.office.gradebook.database import database_url
from ailab.office.gradebook.feedback import Messages, feedback_options, harmless, harmless_markdown, message_page
from ailab.office.gradebook.marks import Mark, Marks, due, forget_learner, is_known, mark_by_hand, name_learner, read_marks, set_due
from ailab.office.gradebook.release import release_notebook
from ailab.office.gradebook.snapshot import NotebookEntry, Snapshot, read_snapshot
from ailab.office.gradebook.steps import (
    RECEIVED,
    StepFailed,
    autograde,
    collect,
    generate_assignment,
    generate_feedback,
    hand_in,
    release_assignment,
    release_feedback,
    submit,
)
from ailab.office.gradebook.turns import TRUNCATED, Turn
from ailab.office.gradebook.writer import Submission, Writer

__all__ = [
    "COURSE",
    "DATABASE",
    "RECEIVED",
    "TRUNCATED",
    "Config",
    "Mark",
    "Marks",
    "Messages",
    "NotACourseFolder",
    "NotebookEntry",
    "Scored",
    "Snapshot",
    "StepFailed",
    "Submission",
    "Turn",
    "Writer",
    "autograde",
    "collect",
    "database_url",
    "due",
    "expect_module",
    "feedback_options",
    "finish",
    "forget_learner",
    "generate_assignment",
    "generate_feedback",
    "grading_environment",
    "hand_in",
    "harmless",
    "harmless_markdown",
    "is_known",
    "logging_to",
    "mark_by_hand",
    "message_page",
    "name_learner",
    "open_course",
    "read_marks",
    "read_snapshot",
    "release_assignment",
    "release_feedback",
    "release_notebook",
    "sanitize",
    "set_due",
    "submit",
    "submitted_at",
]
