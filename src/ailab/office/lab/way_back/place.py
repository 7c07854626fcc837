"""Where one was: for each notebook the cell worked on last, in the learner's folder, so that any browser finds it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from ailab.office.lab.files import Write
from ailab.office.lab.memory import STATE
from ailab.office.lab.notebook import Notebook, NotebookBroken, NotebookTooNew, read_notebook

FORMAT_VERSION: Final = 1
AWAY: Final = timedelta(days=3)
_LONGEST_ID: Final = 64
_HEADING: Final = re.compile(r"^#{1,6}[ \t]+(.+?)[ \t#]*$", re.MULTILINE)
_FENCE: Final = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_LINK: Final = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A cell and when one was there."""

    cell: str
    at: str
    """UTC instant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Every spot, by notebook, and the last return after an absence."""

    spots: Mapping[str, Spot] = field(default_factory=dict)
    """By path relative to the learner's folder, the latest at the end: clocks of machines on loan jump."""
    returned: str = ""
    """When one came back after days away; empty before."""

    @property
    def latest(self) -> tuple[str, Spot] | None:
        """Return the notebook worked on last."""
        return next(reversed(tuple(self.spots.items())), None)


def noted(places: Places, path: str, cell: str, now: datetime) -> Places:
    """Return the places with one more: here, now."""
    at = _text(now)
    returned = at if is_away(places, now) else places.returned
    others = {other: spot for other, spot in places.spots.items() if other != path}
    return replace(places, spots={**others, path: Spot(cell=cell[:_LONGEST_ID], at=at)}, returned=returned)


def is_away(places: Places, now: datetime, *, after: timedelta = AWAY) -> bool:
    """Tell whether somebody who worked here has been away for days."""
    last = places.latest
    return last is not None and now - _instant(last[1].at) >= after


def part_of(notebook: Notebook, cell: str) -> str:
    """Return the heading above a cell, without marks; empty when that is the title or the cell has gone."""
    ids = [each.get("id") for each in notebook["cells"]]
    if cell not in ids:
        return ""
    above = [each["source"] for each in notebook["cells"][: ids.index(cell) + 1] if each["cell_type"] == "markdown"]
    headings = _HEADING.findall(_FENCE.sub("", "\n".join(above)))
    return _LINK.sub(r"\1", headings[-1]).replace("`", "").replace("*", "") if len(headings) > 1 else ""


def part_at(path: Path, cell: str) -> str:
    """Return the same for a notebook in a file; empty when it cannot be read."""
    try:
        return part_of(read_notebook(path.read_bytes()), cell)
    except (OSError, NotebookBroken, NotebookTooNew):
        return ""


def places_path(folder: Path) -> Path:
    """Return where the places are kept."""
    return folder / STATE / "places.json"


def read_places(folder: Path) -> Places:
    """Return the places; a damaged file is none, since nothing but comfort is lost."""
    try:
        data: dict[str, Any] = json.loads(places_path(folder).read_text(encoding="utf-8"))
        spots = {str(spot["path"]): Spot(cell=str(spot["cell"]), at=_text(_instant(spot["at"]))) for spot in data["spots"]}
        returned = data.get("returned")
        return Places(spots=spots, returned=_text(_instant(returned)) if returned else "")
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Places()


def places_write(folder: Path, places: Places) -> Write:
    """Return the write that keeps these places."""
    spots = [{"path": path, "cell": spot.cell, "at": spot.at} for path, spot in places.spots.items()]
    data = {"format_version": FORMAT_VERSION, "returned": places.returned, "spots": spots}
    return Write(places_path(folder), (json.dumps(data, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode())


def has_just_returned(places: Places, now: datetime, *, within: timedelta) -> bool:
    """Tell whether the way back has begun and is not over."""
    return bool(places.returned) and timedelta() <= now - _instant(places.returned) < within


def _text(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _instant(at: str) -> datetime:
    return datetime.fromisoformat(at).replace(tzinfo=UTC)
