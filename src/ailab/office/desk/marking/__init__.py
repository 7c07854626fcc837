"""Marking at the desk: one exercise, all learners, names hidden; everything by keys, and everything by plain buttons too."""

from ailab.office.desk.marking.answer import AnswerPage
from ailab.office.desk.marking.bank import BankPage
from ailab.office.desk.marking.overview import ExercisePage, OverviewPage
from ailab.office.desk.marking.place import ANSWER, BANK, EXERCISE, OVERVIEW
from ailab.office.desk.page import DeskPage
from ailab.office.desk.site import Entry

__all__ = ["addresses", "entries"]


def addresses() -> list[tuple[str, type[DeskPage]]]:
    """Return the pages of this room."""
    return [(OVERVIEW, OverviewPage), (BANK, BankPage), (EXERCISE, ExercisePage), (ANSWER, AnswerPage)]


def entries() -> list[Entry]:
    """Return the ways to them."""
    return [Entry(words="Mark answers", path="class/{group}/marking/", sign="✎")]
