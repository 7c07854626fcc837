"""World files: TOML with a drawing inside. Every problem is found before anything is said.

* `format_version = 1`, `kind = "grid"` or `"arena"`, `title`, and `map`: a drawing, its letters are in `drawing`.
* Cells: `goal_map` draws how things and paint shall lie at the end; without it `[wanted] watered = true, cleared = true`
  is the rule. `battery` counts steps, and `charge` is what a battery on the floor adds.
* Arena: tables `[[boxes]]`, `[[discs]]`, `[[stripes]]`, `[[patches]]`, `[goal]`, `[noise]` with the fields of the records
  in `world`, in centimeters. `battery` counts seconds at full speed.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, replace
from pathlib import Path
from typing import Any, Final, TypeVar

from ailab.robot.drawing import Drawing, arena_from, everything_wanted, grid_from, read_drawing, wanted_from
from ailab.robot.mistakes import WorldUnreadable, say, shown
from ailab.robot.problem import Problem, together
from ailab.robot.reach import unreachable
from ailab.robot.sound import faults
from ailab.robot.world import Arena, Box, Disc, Goal, GridWorld, Noise, Patch, Stripe, Wanted

FORMAT_VERSION: Final = 1

_ALWAYS: Final = frozenset({"format_version", "kind", "title", "map", "battery"})
_KEYS: Final = {
    "grid": _ALWAYS | {"goal_map", "wanted", "charge"},
    "arena": _ALWAYS | {"boxes", "discs", "stripes", "patches", "goal", "noise"},
}
_Record = TypeVar("_Record")


class _Notes:
    """The text being read, and what was found wrong in it so far."""

    def __init__(self, text: str, file: str) -> None:
        self.text, self.file = text, file
        self.problems: list[Problem] = []

    def line(self, key: str) -> int:
        """Return the line on which a key or table stands; 0 when it is not there."""
        found = re.search(rf"^\s*(\[\[?\s*{re.escape(key)}\s*\]\]?|{re.escape(key)}\s*=)", self.text, re.MULTILINE)
        return self.text.count("\n", 0, found.start() + len(found[0]) - len(found[0].lstrip())) + 1 if found else 0

    def add(self, what: str, remedy: str, key: str = "") -> None:
        """Keep a problem at the line of a key."""
        self.problems.append(Problem(what=what, remedy=remedy, file=self.file, line=self.line(key) if key else 0))

    def fatal(self) -> bool:
        """Say whether no world can be made of this text."""
        return any(problem.fatal for problem in self.problems)


def read_world(text: str, *, name: str, file: str = "") -> GridWorld | Arena:
    """Return the world of a TOML text, or raise `WorldUnreadable` with every problem."""
    world, problems = look_at_world(text, name=name, file=file)
    if world is None:
        raise WorldUnreadable(together(problem for problem in problems if problem.fatal))
    return world


def read_map(text: str, *, name: str, kind: str = "grid") -> GridWorld | Arena:
    """Return the world of a drawing without any TOML."""
    drawing = read_drawing(text, kind=kind)
    fatal = [problem for problem in drawing.problems if problem.fatal]
    if not fatal:
        world = _drawn(drawing, kind, name, "")
        fatal = faults(world)
        if not fatal:
            return world
    raise WorldUnreadable(together(fatal))


def check_world(path: Path) -> list[Problem]:
    """Return everything that is wrong with a world file, unreachable goals included."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return [
            Problem(what=say("The file cannot be read: {why}.").format(why=error), remedy=say("Save it as UTF-8 text."), file=path.name)
        ]
    world, problems = look_at_world(text, name=path.stem, file=path.name)
    lost = [replace(problem, file=path.name) for problem in unreachable(world)] if world else []
    return [*problems, *lost]


def look_at_world(text: str, *, name: str, file: str = "") -> tuple[GridWorld | Arena | None, list[Problem]]:
    """Return the world of a TOML text, if there is one, and everything that is wrong with the text."""
    notes = _Notes(text, file)
    data = _toml(text, notes)
    if data is None:
        return None, notes.problems
    kind = _kind(data, notes)
    _check_keys(data, kind, notes)
    drawing = _drawing(data, "map", kind, notes)
    if drawing is None or notes.fatal():
        return None, notes.problems
    title = data.get("title", "")
    world = _drawn(drawing, kind, name, title if isinstance(title, str) else "")
    world = _with_wishes(world, data, notes) if isinstance(world, GridWorld) else _with_tables(world, data, notes)
    if notes.fatal():
        return None, notes.problems
    notes.problems += [replace(fault, file=file, line=notes.line("map")) for fault in faults(world)]
    return (None if notes.fatal() else world), notes.problems


def _toml(text: str, notes: _Notes) -> Mapping[str, Any] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+)", str(error))
        what = say("This is not TOML: {why}.").format(why=error)
        remedy = say("A world is written as lines `name = value`; text stands in quotation marks.")
        notes.problems.append(Problem(what=what, remedy=remedy, file=notes.file, line=int(place[1]) if place else 0))
        return None


def _kind(data: Mapping[str, Any], notes: _Notes) -> str:
    version = data.get("format_version")
    if version != FORMAT_VERSION:
        notes.add(
            say("format_version is {given}.").format(given=shown(version)),
            say("This ailab reads {known}: write it, or update ailab when the file is newer.").format(known=FORMAT_VERSION),
            "format_version",
        )
    kind = data.get("kind")
    if kind not in _KEYS:
        notes.add(say("kind is {given}.").format(given=shown(kind)), say("It is one of: {known}.").format(known='"grid", "arena"'), "kind")
        return "grid"
    return str(kind)


def _check_keys(data: Mapping[str, Any], kind: str, notes: _Notes) -> None:
    for key in sorted(set(data) - _KEYS[kind]):
        notes.add(
            say("Nobody knows `{word}`.").format(word=key), say("Use one of: {known}.").format(known=", ".join(sorted(_KEYS[kind]))), key
        )
    if not isinstance(data.get("title", ""), str):
        notes.add(say("The title is not a text."), say("Write it in quotation marks."), "title")


def _drawing(data: Mapping[str, Any], key: str, kind: str, notes: _Notes) -> Drawing | None:
    text = data.get(key)
    if not isinstance(text, str):
        notes.add(
            say("There is no `{key}`.").format(key=key),
            say("Draw it between `{begin}` and `{end}`.").format(begin=f'{key} = """', end='"""'),
            key,
        )
        return None
    # TOML drops the newline right after the opening quotation marks.
    drawing = read_drawing(text, kind=kind, file=notes.file, line=notes.line(key) + 1)
    notes.problems += drawing.problems
    return drawing


def _drawn(drawing: Drawing, kind: str, name: str, title: str) -> GridWorld | Arena:
    if kind == "arena":
        return arena_from(drawing, name=name, title=title)
    world = grid_from(drawing, name=name, title=title)
    return replace(world, wanted=everything_wanted(world))


def _with_wishes(world: GridWorld, data: Mapping[str, Any], notes: _Notes) -> GridWorld:
    world = replace(
        world,
        battery=data.get("battery"),
        charge=_positive(data.get("charge", world.charge), "charge", notes),
        wanted=_chosen(world, data.get("wanted", {}), notes),
    )
    if "goal_map" not in data:
        return world
    wish = _drawing(data, "goal_map", "wish", notes)
    if wish is None or (wish.width, len(wish.rows)) != (world.width, world.height):
        notes.add(say("goal_map and map differ in size."), say("Draw both with the same rows and columns."), "goal_map")
        return world
    return replace(world, wanted=wanted_from(wish, world), goal=world.goal | set(wish.cells("G")))


def _chosen(world: GridWorld, chosen: Any, notes: _Notes) -> Wanted:
    wanted = everything_wanted(world)
    if not isinstance(chosen, dict) or set(chosen) - {"watered", "cleared"} or not all(type(each) is bool for each in chosen.values()):
        notes.add(
            say("[wanted] holds {given}.").format(given=shown(chosen)), say("Write watered = false or cleared = false below it."), "wanted"
        )
        return wanted
    return replace(
        wanted,
        watered=wanted.watered if chosen.get("watered", True) else frozenset(),
        cleared=wanted.cleared if chosen.get("cleared", True) else frozenset(),
    )


def _positive(value: Any, key: str, notes: _Notes) -> int:
    if type(value) is int and value > 0:
        return value
    notes.add(say("`{key}` is {given}.").format(key=key, given=shown(value)), say("Give it a whole number above zero."), key)
    return 1


def _with_tables(world: Arena, data: Mapping[str, Any], notes: _Notes) -> Arena:
    tables: dict[str, Any] = {
        key: tuple(_record(kind, each, key, notes) for each in _tables(data, key, notes)) for key, kind in _TABLES.items()
    }
    noise: Any = _record(Noise, data.get("noise", {}), "noise", notes)
    goal = _record(Goal, _placed(data["goal"], world.goal), "goal", notes) if "goal" in data else world.goal
    if notes.fatal():
        return world
    return replace(
        world,
        boxes=(*world.boxes, *tables["boxes"]),
        discs=(*world.discs, *tables["discs"]),
        stripes=tables["stripes"],
        patches=tables["patches"],
        noise=noise,
        goal=goal,
        battery=data.get("battery"),
    )


_TABLES: Final[Mapping[str, Callable[..., Any]]] = {"boxes": Box, "discs": Disc, "stripes": Stripe, "patches": Patch}


def _tables(data: Mapping[str, Any], key: str, notes: _Notes) -> list[Any]:
    found = data.get(key, [])
    if isinstance(found, list):
        return found
    notes.add(say("`{key}` is {given}.").format(key=key, given=shown(found)), say("Begin each with a line [[{key}]].").format(key=key), key)
    return []


def _placed(values: Any, drawn: Goal | None) -> Any:
    """Return the table of a goal, with G of the map as its path unless it names one."""
    return {"path": drawn.path if drawn else (), **values} if isinstance(values, dict) else values


def _record(kind: Callable[..., _Record], values: Any, key: str, notes: _Notes) -> _Record | None:
    """Return a record made of a table; what does not fit is a problem."""
    known = fields(kind)  # type: ignore[arg-type]
    needed = {field.name for field in known if field.default is MISSING and field.default_factory is MISSING}
    names = [field.name for field in known]
    if not isinstance(values, dict) or set(values) - set(names) or needed - set(values):
        remedy = say("It has these fields: {known}.").format(known=", ".join(names))
        notes.add(say("`{key}` is {given}.").format(key=key, given=shown(values)), remedy, key)
        return None
    kept = {name: _tuples(value) for name, value in values.items()}
    wrong = [name for name, value in kept.items() if not _fits(name, value)]
    for name in wrong:
        notes.add(say("`{key}` is {given}.").format(key=f"{key}.{name}", given=shown(values[name])), _expected(name), key)
    return None if wrong else kind(**kept)


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


def _fits(name: str, value: Any) -> bool:
    if name == "color":
        return isinstance(value, str)
    if name in ("points", "path"):
        return isinstance(value, tuple) and all(
            isinstance(point, tuple) and len(point) == 2 and all(map(_number, point)) for point in value
        )
    return _number(value)


def _number(value: Any) -> bool:
    return type(value) in (int, float)


def _expected(name: str) -> str:
    if name == "color":
        return say("Write a color in quotation marks.")
    if name in ("points", "path"):
        return say("Write pairs of numbers in centimeters: [[20, 30], [120, 30]].")
    return say("Write a number.")
