"""Marking by people: answers without names, rubric levels, comments, corrections of a check, and the way back.

answers.py   a pile of answers in an order of its own      tokens.py    names that hide whose answer it is
rubric.py    criteria, and from levels to points           comments.py  the bank of comments
marks.py     given, undone, done again                     overrides.py points of a check replaced, with a reason
telling.py   ledger and feedback brought up to date        reading.py   a learner's notebook as harmless markup
"""

from ailab.office.centre.marking.answers import Answer, Pile, Waiting, pile_of, set_aside, waiting_of
from ailab.office.centre.marking.comments import Banked, add_comment, bank_of, change_comment, comment_for, fill_bank, take_comment_away
from ailab.office.centre.marking.gradebook_moves import sight_of
from ailab.office.centre.marking.marks import Given, Mark, MarkedMeanwhile, Said, give_mark, given_mark, redo, undo
from ailab.office.centre.marking.overrides import override, reason_of, take_back
from ailab.office.centre.marking.rubric import Criterion, Level, points_of, rubric_for, rubric_lines
from ailab.office.centre.marking.telling import tell, tell_apart, untold
from ailab.office.centre.marking.tokens import TOKEN, token_of

__all__ = [
    "TOKEN",
    "Answer",
    "Banked",
    "Criterion",
    "Given",
    "Level",
    "Mark",
    "MarkedMeanwhile",
    "Pile",
    "Said",
    "Waiting",
    "add_comment",
    "bank_of",
    "change_comment",
    "comment_for",
    "fill_bank",
    "give_mark",
    "given_mark",
    "override",
    "pile_of",
    "points_of",
    "reason_of",
    "redo",
    "rubric_for",
    "rubric_lines",
    "set_aside",
    "sight_of",
    "take_back",
    "take_comment_away",
    "tell",
    "tell_apart",
    "token_of",
    "undo",
    "untold",
    "waiting_of",
]
