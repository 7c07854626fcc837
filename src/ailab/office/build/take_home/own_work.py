"""What stands in a learner's own notebook: answers that are plain data, read without running anything.

A stranger's file is data to be judged: whatever is wrong with it, it is unreadable or says nothing.
"""

import ast
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any, Final

_LARGEST: Final = 50_000_000
_LONGEST_CELL: Final = 100_000
_MOST_CELLS: Final = 200
_HARD_TO_READ: Final = (SyntaxError, ValueError, TypeError, RecursionError, MemoryError)
"""What Python's parser may say of a cell."""

Cell = Mapping[str, Any]
NOTHING: Final = object()
"""In place of a value that cannot be told without running the cell."""


class Unreadable(Exception):
    """These bytes are no notebook of ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnNotebook:
    """An exercise as a learner left it."""

    form: str
    cells: tuple[str, ...]
    """Sources of what is given and of what was answered, in order."""
    begun: bool
    """Whether an answer is another one than was laid out."""
    values: Mapping[str, Any]
    """What names of the answers are bound to last; NOTHING where that is no plain data."""
    words: Mapping[str, Mapping[str, str]]
    """By name of an activity: what its cards, boxes, options and questions say, in English."""
    given: Mapping[str, Any]
    """The same as `values`, of what is given."""

    def value(self, name: str) -> Any:
        """Return a plain value, NOTHING when there is none."""
        return self.values.get(name, NOTHING)


def read_own_notebook(path: Path) -> OwnNotebook | None:
    """Return a learner's notebook, None when there is none.

    Raises
    ------
    Unreadable
        When the file is broken, too large, or no notebook.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise Unreadable("too large")
        notebook = json.loads(path.read_text(encoding="utf-8-sig"))
        cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"][:_MOST_CELLS]
        facts = _facts(notebook)
        return _own(cells, str(facts.get("form", "")))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise Unreadable(f"{type(error).__name__}") from None


def language_of(path: Path) -> str:
    """Return the language a notebook says it is in, empty when it says none."""
    try:
        return str(_facts(json.loads(path.read_text(encoding="utf-8-sig"))).get("language", ""))
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return ""


def _own(cells: list[Cell], form: str) -> OwnNotebook:
    answers = [cell for cell in cells if _role(cell) == "answer"]
    given = [cell for cell in cells if _role(cell) == "given"]
    return OwnNotebook(
        form=form,
        cells=tuple(_source(cell) for cell in cells if _role(cell) in ("given", "answer")),
        begun=any(_is_changed(cell) for cell in answers),
        values=dict(chain.from_iterable(_bound(_tree(cell)) for cell in answers)),
        words=_words(given),
        given=dict(chain.from_iterable(_bound(_tree(cell)) for cell in given)),
    )


def _facts(part: Mapping[str, Any]) -> Mapping[str, Any]:
    found = part.get("metadata", {}).get("ailab", {})
    return found if isinstance(found, dict) else {}


def _role(cell: Cell) -> str:
    return str(_facts(cell).get("role", ""))


def _source(cell: Cell) -> str:
    source = cell["source"]
    text = source if isinstance(source, str) else "".join(source)
    return text[:_LONGEST_CELL]


def _is_changed(cell: Cell) -> bool:
    """Tell whether a cell is another than was laid; where nobody noted what was laid, it counts as changed."""
    return _facts(cell).get("hash") != sha256(_source(cell).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _tree(cell: Cell) -> ast.Module:
    try:
        return ast.parse(_source(cell))
    except _HARD_TO_READ:
        return ast.Module([], [])


def _bound(tree: ast.Module) -> Iterator[tuple[str, Any]]:
    for statement in tree.body:
        if isinstance(statement, ast.Assign):
            yield from ((target.id, _plain(statement.value)) for target in statement.targets if isinstance(target, ast.Name))
        elif isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name) and statement.value:
            yield statement.target.id, _plain(statement.value)
        elif isinstance(statement, ast.AugAssign) and isinstance(statement.target, ast.Name):
            yield statement.target.id, NOTHING


def _plain(value: ast.expr) -> Any:
    try:
        return ast.literal_eval(value)
    except _HARD_TO_READ:
        return NOTHING


def _words(cells: list[Cell]) -> dict[str, dict[str, str]]:
    """Return what activities say: `quiz("promise", t("…"), {"look": t("I check.")})` gives promise, look, I check."""
    found: dict[str, dict[str, str]] = {}
    for cell in cells:
        for node in ast.walk(_tree(cell)):
            if isinstance(node, ast.Call) and node.args and (name := _text(node.args[0])):
                pairs = chain.from_iterable(zip(each.keys, each.values, strict=True) for each in node.args if isinstance(each, ast.Dict))
                said = {key: text for at, value in pairs if (key := _text(at)) and (text := _said(value))}
                found[name] = {**found.get(name, {}), **said} if said else found.get(name, {})
    return {name: said for name, said in found.items() if said}


def _text(node: ast.expr | None) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _said(node: ast.expr) -> str:
    return _text(node.args[0]) if isinstance(node, ast.Call) and node.args else _text(node)
