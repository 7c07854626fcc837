"""How an answer is asked, compared and understood.

A check file (`<exercise>_check.py`) imports its whole vocabulary from here. Nothing here knows
notebooks, languages or grades: `screen` shows, `office` grades.
"""

from ailab.checks.answer import Answer, Outcome, Partner
from ailab.checks.arrange import any_order
from ailab.checks.ask import call, read, use
from ailab.checks.case import Case, Misconception
from ailab.checks.compare import close, equal, same_items
from ailab.checks.findings import Finding, Findings
from ailab.checks.meet import EndOfRun, meet
from ailab.checks.recognise import all_of, any_of, behaves_like, fails, gives, uses_name, uses_node
from ailab.checks.run import run_checks

__all__ = [
    "Answer",
    "Case",
    "EndOfRun",
    "Finding",
    "Findings",
    "Misconception",
    "Outcome",
    "Partner",
    "all_of",
    "any_of",
    "any_order",
    "behaves_like",
    "call",
    "close",
    "equal",
    "fails",
    "gives",
    "meet",
    "read",
    "run_checks",
    "same_items",
    "use",
    "uses_name",
    "uses_node",
]
