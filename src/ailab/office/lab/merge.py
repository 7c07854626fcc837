"""A learner's notebook and a release into one: new prose, old answers. Pure, no files.

    cell of the release        in the learner's notebook      becomes
    prose, run, try, answer    untouched or missing           the release's
    prose, run, try, answer    edited                         the learner's, where it stood
    given, check (locked)      anything                       the release's
    none                       ours and untouched             nothing
    none                       ours and edited, or their own  kept after the cell it followed

Outputs stay with a source that stays. Answers of the form that is switched off wait in the
notebook's metadata until it is switched on again. Cells are paired by id; nbgrader's grade_id and
Colab's own id help where a tool lost the ids.
"""

import ast
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import chain, count
from typing import Any, Final

from ailab.office.lab.notebook import Cell, Notebook, ailab_metadata, grading_metadata, is_edited, source_hash

_LOCKED_ROLES: Final = frozenset({"given", "check"})
_OURS: Final = ("ailab", "nbgrader")
_ID: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")
STASH: Final = "stash"


def laid(release: Notebook) -> Notebook:
    """Return a release as it is put into a learner's folder: each cell notes what it was."""
    notebook = deepcopy(release)
    for cell in notebook["cells"]:
        cell["metadata"]["ailab"] = {**ailab_metadata(cell), "hash": source_hash(cell["source"])}
    return notebook


def merge(old_notebook: Notebook, new_release: Notebook) -> Notebook:
    """Return the release with everything the learner wrote in the old notebook."""
    new = laid(new_release)
    pairs, others = _paired(deepcopy(old_notebook), new)
    stash = _stash_of(old_notebook)
    waiting = stash.pop(_form(new), {})
    if _form(old_notebook) != _form(new):
        put_away = [cell for cell in others.ours_edited() if cell.get("id")]
        stash[_form(old_notebook)] = {**stash.get(_form(old_notebook), {}), **{cell["id"]: _without_ours(cell) for cell in put_away}}
        others = others.without(put_away)
    returning = {id_: cell for id_, cell in waiting.items() if id_ in _ids(new) and id_ not in pairs}
    unclaimed = {id_: cell for id_, cell in waiting.items() if id_ not in returning}
    if unclaimed:
        stash[_form(new)] = unclaimed
    return {
        **new,
        "cells": list(_with_ids(_assembled(new, {**returning, **pairs}, others))),
        "metadata": _notebook_metadata(old_notebook, new, {form: cells for form, cells in stash.items() if cells}),
    }


@dataclass(frozen=True, slots=True)
class _Others:
    """Cells without a partner in the release, each with the place it had."""

    top: list[Cell] = field(default_factory=list)
    after: dict[str, list[Cell]] = field(default_factory=dict)
    before: dict[str, list[Cell]] = field(default_factory=dict)
    end: list[Cell] = field(default_factory=list)

    def groups(self) -> Iterator[list[Cell]]:
        """Yield the cells, group by group."""
        yield from (self.top, *self.after.values(), *self.before.values(), self.end)

    def ours_edited(self) -> list[Cell]:
        """Return the cells of the course that the learner changed."""
        return [cell for group in self.groups() for cell in group if is_edited(cell)]

    def without(self, cells: list[Cell]) -> "_Others":
        """Return the same without these cells."""
        gone = {id(cell) for cell in cells}

        def rest(group: list[Cell]) -> list[Cell]:
            return [cell for cell in group if id(cell) not in gone]

        return _Others(
            rest(self.top),
            {key: rest(group) for key, group in self.after.items()},
            {key: rest(group) for key, group in self.before.items()},
            rest(self.end),
        )


def _paired(old: Notebook, new: Notebook) -> tuple[dict[str, Cell], _Others]:
    pairs: dict[str, Cell] = {}
    partner = _partners(old["cells"], new["cells"])
    others = _Others()
    place = others.top
    lost: list[Cell] = []
    for position, cell in enumerate(old["cells"]):
        id_ = partner.get(position)
        if id_ is not None:
            pairs[id_] = cell
            if lost:
                others.before[id_], lost = lost, []
            place = others.after.setdefault(id_, [])
        elif is_edited(cell) is False:
            # The release took away the cell that notes below it followed: they go before the next one that is still there.
            place = lost
        else:
            place.append(cell)
    others.end.extend(lost)
    return pairs, others if pairs else _Others(end=[*others.top, *others.end])


def _partners(old: list[Cell], new: list[Cell]) -> dict[int, str]:
    """Return, by position in the old notebook, the id of the partner in the release."""
    known = {cell["id"] for cell in new}
    by_grade = {grading_metadata(cell)["grade_id"]: cell["id"] for cell in new if "grade_id" in grading_metadata(cell)}
    ways: tuple[Callable[[Cell], object], ...] = (
        lambda cell: cell.get("id"),
        lambda cell: cell["metadata"].get("id"),
        lambda cell: by_grade.get(grading_metadata(cell).get("grade_id")),
    )
    found: dict[int, str] = {}
    for way in ways:
        for position, cell in enumerate(old):
            id_ = way(cell)
            if isinstance(id_, str) and position not in found and id_ in known and id_ not in found.values():
                found[position] = id_
    return found


def _assembled(new: Notebook, pairs: Mapping[str, Cell], others: _Others) -> Iterator[Cell]:
    yield from map(_without_ours, others.top)
    for cell in new["cells"]:
        yield from map(_without_ours, others.before.get(cell["id"], ()))
        yield _renewed(pairs[cell["id"]], cell) if cell["id"] in pairs else cell
        yield from map(_without_ours, others.after.get(cell["id"], ()))
    yield from map(_without_ours, others.end)


def _renewed(old: Cell, new: Cell) -> Cell:
    if old["source"] == new["source"]:
        return _with_results(new, old)
    if _is_locked(new) or is_edited(old) is False:
        # Comments in another language are the same program: it has been run, and what it showed is shown again when it is run again.
        return {**new, "execution_count": old["execution_count"]} if _same_program(old, new) else new
    return _with_results({**new, "source": old["source"]}, old)


def _same_program(old: Cell, new: Cell) -> bool:
    if not old["cell_type"] == new["cell_type"] == "code":
        return False
    try:
        return ast.dump(ast.parse(old["source"])) == ast.dump(ast.parse(new["source"]))
    except (SyntaxError, ValueError, RecursionError):
        return False


def _with_results(cell: Cell, old: Cell) -> Cell:
    """Return the cell with what running it gave, and pictures pasted into its text."""
    same_kind = cell["cell_type"] == old["cell_type"]
    kept = ("outputs", "execution_count") if cell["cell_type"] == "code" else ("attachments",)
    return {**cell, **{key: old[key] for key in kept if same_kind and key in old}}


def _is_locked(cell: Cell) -> bool:
    grading = grading_metadata(cell)
    return ailab_metadata(cell).get("role") in _LOCKED_ROLES or (grading.get("locked") is True and grading.get("solution") is not True)


def _without_ours(cell: Cell) -> Cell:
    """Return a cell that is the learner's own now: nbgrader must not take a copy for the original."""
    metadata = {key: value for key, value in cell["metadata"].items() if key not in (*_OURS, "editable", "deletable")}
    return {**cell, "metadata": metadata}


def _with_ids(cells: Iterable[Cell]) -> Iterator[Cell]:
    """Yield the cells, each with an id of its own; a missing one comes from the text, never from chance."""
    merged = list(cells)
    seen = {cell["id"] for cell in merged if _is_ours(cell)}
    for cell in merged:
        id_ = cell["id"] if _is_ours(cell) else _free_id(cell, seen)
        seen.add(id_)
        yield {**cell, "id": id_}


def _free_id(cell: Cell, taken: set[str]) -> str:
    wanted = cell.get("id")
    stem = wanted if isinstance(wanted, str) and _ID.fullmatch(wanted) else f"own-{source_hash(cell['source'])[:10]}"
    numbered = (f"{stem[:56]}-{number}" for number in count(2))
    return next(id_ for id_ in chain([stem], numbered) if id_ not in taken)


def _is_ours(cell: Cell) -> bool:
    return "ailab" in cell["metadata"]


def _notebook_metadata(old: Notebook, new: Notebook, stash: dict[str, Any]) -> dict[str, Any]:
    ours = {**ailab_metadata(new), **({STASH: stash} if stash else {})}
    return {**old["metadata"], **new["metadata"], "ailab": ours}


def _stash_of(notebook: Notebook) -> dict[str, dict[str, Cell]]:
    found = ailab_metadata(notebook).get(STASH)
    if not isinstance(found, dict):
        return {}
    return {
        form: {id_: cell for id_, cell in cells.items() if _is_cell(cell)}
        for form, cells in deepcopy(found).items()
        if isinstance(cells, dict)
    }


def _is_cell(cell: object) -> bool:
    return isinstance(cell, dict) and isinstance(cell.get("source"), str) and isinstance(cell.get("metadata"), dict) and "cell_type" in cell


def _form(notebook: Notebook) -> str:
    return str(ailab_metadata(notebook).get("form", ""))


def _ids(notebook: Notebook) -> set[str]:
    return {cell["id"] for cell in notebook["cells"]}
