"""Append-only result records: what a learner reached, attempt by attempt.

One JSON line a record, named by the hash of its content. Nothing is ever changed: a later record of the same
attempt names the one it takes the place of. What is kept about a learner can be destroyed as a whole. Absent is not zero: points exist only where something was measured.
"""

from ailab.office.ledger.record import CaseResult, Findings, Result, Status
from ailab.office.ledger.store import LEDGER, LedgerDamaged, append_results, attempt_number, forget_results, latest_results, read_ledger

__all__ = [
    "LEDGER",
    "CaseResult",
    "Findings",
    "LedgerDamaged",
    "Result",
    "Status",
    "append_results",
    "attempt_number",
    "forget_results",
    "latest_results",
    "read_ledger",
]
