"""Attempts as folders of nbgrader's exchange: written beside first, whole on the disk, then shown by one rename.

    exchange/ailab/inbound/<learner>+<module>+<UTC time>+<random>/   <exercise>.ipynb … timestamp.txt submission_secret.txt attempt.json

The layout is nbgrader's own; attempt.json is ours and says what the index is to say. A folder that begins with a dot was
never whole, or never shown.
"""

import json
import os
import re
import shutil
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from ailab.office.centre.folder import COURSE_ID, Centre

FORMAT_VERSION: Final = 1
OURS: Final = "attempt.json"
_NAME: Final = re.compile(r"(?P<learner>[^+/]+)\+(?P<module>[a-z_]+)\+(?P<stamp>[^+/]+)(\+[A-Za-z0-9_=-]+)?")
_STAMP: Final = re.compile(r"(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)\.\d+ UTC")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """What an attempt says about itself."""

    learner: str
    module: str
    at: str
    """UTC instant by the centre's clock."""
    code: str
    key: str
    partner: str = ""
    twin: str = ""
    """The folder of the partner's half."""


def inbound(centre: Centre) -> Path:
    """Return where nbgrader looks for what was handed in."""
    return centre.exchange / COURSE_ID / "inbound"


def folder_name(learner: str, module: str, stamp: str, random: str) -> str:
    """Return a folder's name as nbgrader takes it apart again; `stamp` is its own way to write a time."""
    return f"{learner}+{module}+{stamp}+{random}"


def write_aside(folder: Path, name: str, files: Mapping[str, bytes], attempt: Attempt) -> None:
    """Write an attempt under a hidden name; what returns is on the disk, not on its way to it.

    Raises
    ------
    OSError
        When the disk says no: nothing is left then.
    """
    hidden = folder / f".{name}"
    hidden.mkdir(mode=0o700)
    try:
        for path, content in {**files, OURS: _json(attempt)}.items():
            _write(hidden / path, content)
        _sync(hidden)
    except BaseException:
        shutil.rmtree(hidden, ignore_errors=True)
        raise


def show(folder: Path, *names: str) -> None:
    """Give hidden attempts their names, and see to it that the disk knows."""
    for name in names:
        (folder / f".{name}").rename(folder / name)
    _sync(folder)


def take_away(folder: Path, *names: str) -> None:
    """Remove attempts, hidden or shown, that nobody was told of."""
    for name in names:
        if (folder / name).is_dir():
            # By one step out of sight: what stays after a power cut is a hidden folder.
            (folder / name).rename(folder / f".{name}")
        shutil.rmtree(folder / f".{name}", ignore_errors=True)


def shown(folder: Path, *, known: Collection[str] = ()) -> tuple[tuple[str, Attempt], ...]:
    """Return the attempts that stand in the exchange and are not known, the earliest first; also those that stock nbgrader wrote."""
    unknown = [path for path in folder.iterdir() if not path.name.startswith(".") and path.name not in known]
    found = [(path.name, attempt) for path in unknown if (attempt := read_attempt(path))]
    return tuple(sorted(found, key=lambda each: (each[1].at, each[0])))


def hidden(folder: Path) -> tuple[str, ...]:
    """Return the names that hidden attempts were to have."""
    return tuple(sorted(path.name[1:] for path in folder.glob(".*") if path.is_dir()))


def read_attempt(path: Path) -> Attempt | None:
    """Return what a folder of the exchange says, from its name alone where it is stock nbgrader's; None when it is none."""
    named = _NAME.fullmatch(path.name)
    if named is None or not path.is_dir():
        return None
    try:
        data: dict[str, Any] = json.loads((path / OURS).read_text(encoding="utf-8"))
        facts = {name: str(data.get(name, "")) for name in ("at", "code", "key", "partner", "twin")}
    except (OSError, ValueError, AttributeError):
        facts = {"at": _instant(named["stamp"]), "code": "", "key": path.name}
    return Attempt(learner=named["learner"], module=named["module"], **facts) if facts["at"] else None


def make_inbound(centre: Centre) -> Path:
    """Make the folder for what is handed in, for this machine's graders alone, and return it."""
    folder = inbound(centre)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def _instant(stamp: str) -> str:
    found = _STAMP.fullmatch(stamp)
    return f"{found[1]}T{found[2]}Z" if found else ""


def _json(attempt: Attempt) -> bytes:
    return (json.dumps({"format_version": FORMAT_VERSION, **asdict(attempt)}, indent=1, sort_keys=True) + "\n").encode()


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    path.chmod(0o600)


def _sync(folder: Path) -> None:
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
