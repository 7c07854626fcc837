"""One grading run at a time for an assignment of a course folder: two would share the parts they put in place, and the ledger."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Final
from urllib.parse import quote

from ailab.errors import AilabError

_BUSY: Final = "{module} is being graded in {root} by another run: {who}. Wait until it has ended, or end it ({end}), then run this again."


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """The run that is at work; pid 0 in the moment before it has said who it is."""

    pid: int = 0
    host: str = ""
    since: str = ""


class AlreadyGraded(AilabError):
    """Another run grades the same assignment of the same course folder now."""

    def __init__(self, root: Path, module: str, holder: Holder) -> None:
        """Say which run holds it, and what helps."""
        self.holder = holder
        who = f"process {holder.pid} on {holder.host}, since {holder.since}" if holder.pid else "it has only just begun"
        super().__init__(_BUSY.format(module=module, root=root, who=who, end=f"kill {holder.pid}" if holder.pid else "Ctrl-C there"))


@contextmanager
def graded_by_us_alone(root: Path, module: str, *, since: str) -> Iterator[None]:
    """Keep every other run away from an assignment. The kernel lets go when this process ends, however it ends.

    Raises
    ------
    AlreadyGraded
        When another run is at it.
    """
    # The file stays: whoever removed it could remove the one that the next run has just locked.
    with (root / f".grading-{quote(module, safe='')}.lock").open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyGraded(root, module, _holder(file)) from None
        file.truncate(0)
        json.dump(asdict(Holder(pid=os.getpid(), host=os.uname().nodename, since=since)), file)
        file.flush()
        yield


def _holder(file: IO[str]) -> Holder:
    file.seek(0)
    try:
        return Holder(**json.load(file))
    except (ValueError, TypeError):
        return Holder()
