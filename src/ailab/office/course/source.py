"""A percent-format source into cells. jupytext knows the format, this module the markers."""

import re
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, cast, get_args

import jupytext

from ailab.office.course.records import FORMS, PHASES, Cell, Form, Phase, Problem, Role

_MARKER: Final = re.compile(r"^# ?%%")
_ALLOWED: Final = frozenset({"title", "form", "name", "phase", "lines_to_next_cell", "cell_marker"})
_EXERCISE_ROLES: Final = ("given", "try", "answer", "check", "written")


def read_source(text: str, *, slug: str, kind: str, path: str) -> tuple[tuple[Cell, ...], list[Problem]]:
    """Return the cells of a lesson or an exercise (`kind`) and what is wrong with its markers."""
    lines = [number for number, line in enumerate(text.splitlines(), 1) if _MARKER.match(line)]
    first = next((line for line in text.splitlines() if line.strip()), "")
    if not lines or not _MARKER.match(first):
        what = "The file does not begin with a cell marker."
        return (), [Problem(path=path, line=1, what=what, remedy='Begin with "# %% [markdown]" and a title.')]
    raw = jupytext.reads(text, fmt="py:percent").cells
    if len(raw) != len(lines):
        return (), [
            Problem(
                path=path,
                line=lines[0],
                what="A line that looks like a cell marker stands inside a text.",
                remedy='Write "%%" differently there.',
            )
        ]
    cells: list[Cell] = []
    problems: list[Problem] = []
    seen: Counter[str] = Counter()
    for cell, line in zip(raw, lines, strict=True):
        role, wrong = _role(cell, kind)
        problems += [Problem(path=path, line=line, what=what, remedy=remedy) for what, remedy in [*wrong, *_wrong_keys(cell.metadata)]]
        form, phase = cell.metadata.get("form"), cell.metadata.get("phase", "")
        cells.append(
            Cell(
                role=role,
                source=cell.source,
                line=line,
                id=_cell_id(slug, role, cell.source, cell.metadata.get("name"), form, seen),
                form=cast("Form", form) if form in FORMS else None,
                phase=cast("Phase", phase) if phase in PHASES else "",
            )
        )
    return tuple(cells), problems


def _role(cell: Any, kind: str) -> tuple[Role, list[tuple[str, str]]]:
    word = cell.metadata.get("title", "")
    is_code = cell.cell_type == "code"
    if not word:
        if is_code and kind == "exercise":
            return "try", [("A code cell of an exercise has no role.", f"Write one of: {', '.join(_EXERCISE_ROLES[:-1])}.")]
        return ("run" if is_code else "prose"), []
    known = get_args(Role) if kind == "exercise" else ("run", "try")
    if word not in known or (word == "written") == is_code or word == "prose":
        fallback: Role = "try" if is_code else "prose"
        allowed = _EXERCISE_ROLES if kind == "exercise" else ("try",)
        return fallback, [(f"Unknown role '{word}' for a {cell.cell_type} cell.", f"Use one of: {', '.join(allowed)}.")]
    return cast("Role", word), []


def _wrong_keys(metadata: dict[str, Any]) -> list[tuple[str, str]]:
    wrong = [(f"Unknown key '{key}' in a cell marker.", "Allowed: form, name, phase.") for key in metadata if key not in _ALLOWED]
    if metadata.get("form") not in (None, *FORMS):
        wrong.append((f"Unknown form '{metadata['form']}'.", f"Use one of: {', '.join(FORMS)}."))
    if metadata.get("phase") not in (None, *PHASES):
        wrong.append((f"Unknown phase '{metadata['phase']}'.", f"Use one of: {', '.join(PHASES)}."))
    return wrong


def _cell_id(slug: str, role: str, source: str, name: str | None, form: str | None, seen: Counter[str]) -> str:
    if name:
        return name
    # From the text itself, where there is one: a paragraph put in before it does not change it.
    own = f"{role}-{sha256(source.encode()).hexdigest()[:10]}"
    stem = own if role in ("prose", "run") else "-".join(filter(None, [slug.replace("_", "-"), role, form]))
    seen[stem] += 1
    return stem if seen[stem] == 1 else f"{stem}-{seen[stem]}"


def slug_of(path: Path) -> str:
    """Return the slug a source has by its file name."""
    return path.stem


def title_of(cells: tuple[Cell, ...]) -> str:
    """Return the first heading."""
    for cell in cells:
        found = re.search(r"^# +(.+)$", cell.source, flags=re.MULTILINE) if cell.role == "prose" else None
        if found:
            return found[1].strip()
    return ""
