"""The ledger on disk: read whole, append only what is new."""

import fcntl
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Final

from ailab.errors import AilabError
from ailab.office.ledger.record import Result, result_line, result_of

LEDGER: Final = "ledger.jsonl"
"""Its name in a course folder."""


class LedgerDamaged(AilabError):
    """A line of the ledger is not what was written."""


def read_ledger(path: Path) -> tuple[Result, ...]:
    """Return every record, oldest first; a ledger that is not there yet is empty.

    Raises
    ------
    LedgerDamaged
        With the line that does not fit.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return ()
    return _results(content, path)


def append_results(path: Path, results: Iterable[Result]) -> int:
    """Add the records that say something new and return how many did."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)  # two runs at once must not both find the same record missing
        stream.seek(0)
        content = stream.read()
        known = {result.key: result for result in _results(content, path)}
        new = _new(results, known)
        _cut_torn_line(stream, content)
        stream.write("".join(f"{result_line(result)}\n" for result in new).encode())
        stream.flush()
        os.fsync(stream.fileno())
    return len(new)


def forget_results(path: Path, learner: str) -> int:
    """Take out every record of a learner and return how many there were.

    The one exception to "append only": a person may ask that what is kept about a child is destroyed.

    Raises
    ------
    LedgerDamaged
        When a line is not what was written; nothing is changed then.
    """
    if not path.is_file():
        return 0
    with path.open("r+b") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        content = stream.read()
        results = _results(content, path)
        kept = [result for result in results if result.learner != learner]
        if len(kept) < len(results):
            _rewrite(stream, path, "".join(f"{result_line(result)}\n" for result in kept).encode())
    return len(results) - len(kept)


def _rewrite(stream: BinaryIO, path: Path, content: bytes) -> None:
    # In place, because others wait for the lock of this very file; the copy is there should the power fail in between.
    copy = path.with_name(f"{path.name}.rewriting")
    copy.write_bytes(content)
    stream.seek(0)
    stream.write(content)
    stream.truncate()
    stream.flush()
    os.fsync(stream.fileno())
    copy.unlink()


def latest_results(results: Iterable[Result]) -> tuple[Result, ...]:
    """Return the record that holds for each attempt, in order of learner, module, exercise and attempt."""
    latest = {result.key: result for result in results}
    return tuple(latest[key] for key in sorted(latest))


def attempt_number(results: Sequence[Result], learner: str, module: str, exercise: str, submission: str) -> int:
    """Return the number of this attempt: each notebook that differs from the earlier ones is a new one."""
    earlier = {
        result.submission: result.attempt
        for result in results
        if (result.learner, result.module, result.exercise) == (learner, module, exercise) and result.submission
    }
    return earlier.get(submission) or len(earlier) + 1


def _new(results: Iterable[Result], known: dict[tuple[str, str, str, int], Result]) -> list[Result]:
    new = []
    for result in results:
        before = known.get(result.key)
        if before is None or not result.says_the_same_as(before):
            known[result.key] = replace(result, follows=before.id if before else "")
            new.append(known[result.key])
    return new


def _results(content: bytes, path: Path) -> tuple[Result, ...]:
    lines = content.split(b"\n")[:-1]  # what follows the last line end was never finished
    return tuple(_result(line, number, path) for number, line in enumerate(lines, 1))


def _result(line: bytes, number: int, path: Path) -> Result:
    try:
        return result_of(json.loads(line))
    except (ValueError, TypeError, KeyError) as error:
        raise LedgerDamaged(f"{path}:{number}: {error}. Restore the ledger from a copy; nothing was added to it.") from error


def _cut_torn_line(stream: BinaryIO, content: bytes) -> None:
    whole = content.rfind(b"\n") + 1
    if whole < len(content):
        stream.truncate(whole)
