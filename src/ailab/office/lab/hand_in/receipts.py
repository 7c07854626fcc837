"""What was sent and when: one small file in `.ailab/sent/` for each attempt.

Written over once at most: when what was kept, since a centre could not be reached, has arrived there after all.
Nothing in it says who sent it.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final, Literal

from ailab.office.lab.files import Write
from ailab.office.lab.memory import STATE

FORMAT_VERSION: Final = 1
_NAME: Final = re.compile(r"(?P<module>[a-z_]+)-(?P<attempt>\d{1,6})\.json")

Way = Literal["exchange", "file", "kept", "centre"]
"""Through an exchange, as a file to hand in, as a file because the exchange or the centre could not be reached, or to the centre."""
_WAYS: Final = frozenset({"exchange", "kept", "centre"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What a centre said about an attempt."""

    attempt: int = 0
    """By the centre's count; 0 while it has not arrived."""
    late: bool = False
    due_at: str = ""
    """The agreed day: a UTC instant, or empty."""
    zone: str = ""
    """Of the class, in which its days and hours are read."""
    partner: str = ""
    """With whom it counts, by pseudonym."""
    refused: str = ""
    """Why the centre does not take it, in the learner's words; it is not sent again."""


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
    key: str = ""
    """How the centre knows this attempt when it comes twice; empty for every other way."""
    arrival: Arrival = Arrival()

    @property
    def waits(self) -> bool:
        """Tell whether it still has to be sent to the centre."""
        return self.way == "kept" and bool(self.key) and not self.arrival.refused


def read_receipts(folder: Path, module: str) -> tuple[Receipt, ...]:
    """Return the attempts of a module in order; a damaged receipt is left out."""
    found = (_read(path) for path in (folder / STATE / "sent").glob(f"{module}-*.json"))
    own = (receipt for receipt in found if receipt and receipt.module == module)
    return tuple(sorted(own, key=lambda receipt: receipt.attempt))


def every_receipt(folder: Path) -> tuple[Receipt, ...]:
    """Return the attempts of all modules, the earliest first."""
    found = (_read(path) for path in (folder / STATE / "sent").glob("*-*.json"))
    return tuple(sorted((receipt for receipt in found if receipt), key=lambda receipt: (receipt.at, receipt.module, receipt.attempt)))


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
        **({"key": receipt.key, "arrival": asdict(receipt.arrival)} if receipt.key else {}),
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
            way=data["way"] if data["way"] in _WAYS else "file",
            file=str(data["file"]),
            answers={str(exercise): str(mark) for exercise, mark in data["answers"].items()},
            key=str(data.get("key", "")),
            arrival=Arrival(**data.get("arrival", {})),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
