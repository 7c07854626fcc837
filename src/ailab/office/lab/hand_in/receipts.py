"""What was sent and when: one small file in `.ailab/sent/` for each attempt, none ever written over.

Nothing in it says who sent it.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from ailab.office.lab.files import Write
from ailab.office.lab.memory import STATE

FORMAT_VERSION: Final = 1
_NAME: Final = re.compile(r"(?P<module>[a-z_]+)-(?P<attempt>\d{1,6})\.json")

Way = Literal["exchange", "file", "kept"]
"""Through an exchange, as a file to hand in, or as a file because the exchange could not be reached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """One attempt."""

    module: str
    attempt: int
    """1 for the first."""
    at: str
    """UTC instant."""
    code: str
    way: Way
    file: str
    """Name of the copy in `sent/`."""
    answers: Mapping[str, str]
    """By exercise: a mark of its answers as they were sent, empty where nothing was written."""


def read_receipts(folder: Path, module: str) -> tuple[Receipt, ...]:
    """Return the attempts of a module in order; a damaged receipt is left out."""
    found = (_read(path) for path in (folder / STATE / "sent").glob(f"{module}-*.json"))
    own = (receipt for receipt in found if receipt and receipt.module == module)
    return tuple(sorted(own, key=lambda receipt: receipt.attempt))


def next_attempt(folder: Path, module: str) -> int:
    """Return the number of the attempt to come; damaged receipts count."""
    names = (_NAME.fullmatch(path.name) for path in (folder / STATE / "sent").glob(f"{module}-*.json"))
    return 1 + max((int(name["attempt"]) for name in names if name and name["module"] == module), default=0)


def receipt_write(folder: Path, receipt: Receipt) -> Write:
    """Return the write that keeps this receipt."""
    data = {
        "format_version": FORMAT_VERSION,
        "module": receipt.module,
        "attempt": receipt.attempt,
        "at": receipt.at,
        "code": receipt.code,
        "way": receipt.way,
        "file": receipt.file,
        "answers": dict(receipt.answers),
    }
    path = folder / STATE / "sent" / f"{receipt.module}-{receipt.attempt}.json"
    return Write(path, (json.dumps(data, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode())


def _read(path: Path) -> Receipt | None:
    try:
        data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return Receipt(
            module=str(data["module"]),
            attempt=int(data["attempt"]),
            at=str(data["at"]),
            code=str(data["code"]),
            way=data["way"] if data["way"] in ("exchange", "kept") else "file",
            file=str(data["file"]),
            answers={str(exercise): str(mark) for exercise, mark in data["answers"].items()},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
