"""A right program with one thing wrong: every way a slip of the hand could spoil it, in a fixed order.

The operators are the classic ones (DeMillo, Lipton and Sayward 1978, doi 10.1109/C-M.1978.218136): constants, comparisons, operators,
removed statements, off-by-one, swapped branches.

One thing is left out, by name and in the open: data of the learner's own choice (a drawn map, chosen examples, pixels of which some may
be wrong). Another number there is another right answer, and a table of 64 squares would make 64 such mutants, right or wrong, beside
the few that tell something. Rows and entries of such data are still left out, one at a time.
"""

import ast
from collections.abc import Callable, Collection, Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

Change = Callable[[Any], None]
Changes = Iterator[tuple[str, Change]]

_COMPARISONS: Final[dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
_OPERATORS: Final[dict[type[ast.operator], type[ast.operator]]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
}

_STEPS: Final = ("cards", "order")


@dataclass(frozen=True)
class Mutant:
    """A program with one change."""

    what: str
    """The change and its line, for people."""
    source: str


def mutants(source: str, *, own_data: Collection[str] = ()) -> Iterator[Mutant]:
    """Yield every program that differs from this one by one change, made between the solution's marks where there are some.

    Constants in what is assigned to a name of `own_data` stay as they are.
    """
    tree = ast.parse(source)
    nodes = list(ast.walk(tree))
    kept = {id(node.body[0].value) for node in nodes if _has_docstring(node)} | set(_constants_of(nodes, own_data))  # type: ignore[attr-defined]
    inside, lines = _solution_lines(source), source.splitlines()
    seen = {ast.unparse(tree)}
    for index, node in enumerate(nodes):
        if id(node) in kept:
            continue
        for what, change, line in _changes(node):
            if line not in inside:
                continue
            copy = deepcopy(tree)
            change(list(ast.walk(copy))[index])
            text = ast.unparse(ast.fix_missing_locations(copy))
            if text not in seen:
                seen.add(text)
                yield Mutant(what if what.endswith("is gone") else f"{what} in `{lines[line - 1].strip()}`", text)


def _constants_of(nodes: list[ast.AST], names: Collection[str]) -> Iterator[int]:
    for node in nodes:
        if isinstance(node, ast.Assign) and any(isinstance(target, ast.Name) and target.id in names for target in node.targets):
            yield from (id(part) for part in ast.walk(node.value))


def _solution_lines(source: str) -> range | set[int]:
    lines = source.splitlines()
    begins = [number for number, line in enumerate(lines, 1) if "### BEGIN SOLUTION" in line]
    ends = [number for number, line in enumerate(lines, 1) if "### END SOLUTION" in line]
    if not begins:
        return range(len(lines) + 1)
    return {number for begin, end in zip(begins, ends, strict=True) for number in range(begin + 1, end)}


def _has_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node, clean=False) is not None


def _changes(node: ast.AST) -> Iterator[tuple[str, Change, int]]:
    for make in (_constants, _comparisons, _operators, _branches, _sequences):
        yield from ((what, change, node.lineno) for what, change in make(node))  # type: ignore[attr-defined]
    yield from _removals(node)


def _constants(node: ast.AST) -> Changes:
    if not isinstance(node, ast.Constant):
        return
    match node.value:
        case bool(value):
            yield f"{value} becomes {not value}", _set("value", not value)
        case int(value) | float(value):
            for other in (value + 1, value - 1):
                yield f"{value} becomes {other}", _set("value", other)
        case str(value) if value:
            yield f"{value!r} becomes {value + 'x'!r}", _set("value", value + "x")


def _comparisons(node: ast.AST) -> Changes:
    if isinstance(node, ast.Compare):
        for other in _COMPARISONS[type(node.ops[0])]:
            yield f"{type(node.ops[0]).__name__} becomes {other.__name__}", _set_op(other)


def _set_op(other: type[ast.cmpop]) -> Change:
    def change(node: ast.Compare) -> None:
        node.ops[0] = other()

    return change


def _operators(node: ast.AST) -> Changes:
    match node:
        case ast.BinOp(op=op) | ast.AugAssign(op=op) if type(op) in _OPERATORS:
            other = _OPERATORS[type(op)]
            yield f"{type(op).__name__} becomes {other.__name__}", _set("op", other())
        case ast.BoolOp(op=op):
            yield (
                "and becomes or" if isinstance(op, ast.And) else "or becomes and",
                _set("op", ast.Or() if isinstance(op, ast.And) else ast.And()),
            )
        case ast.UnaryOp(op=ast.USub()):
            yield "the minus is lost", _set("op", ast.UAdd())
        case ast.UnaryOp(op=ast.Not()):
            yield "not is lost", _twice


def _twice(node: ast.UnaryOp) -> None:
    node.operand = ast.UnaryOp(op=ast.Not(), operand=node.operand)


def _branches(node: ast.AST) -> Changes:
    if isinstance(node, ast.If | ast.IfExp) and node.orelse:
        yield "branches are swapped", _swap
    if isinstance(node, ast.Return) and not _gives_none(node):
        yield "nothing is returned", _set("value", None)


def _gives_none(node: ast.stmt) -> bool:
    return isinstance(node, ast.Return) and (node.value is None or (isinstance(node.value, ast.Constant) and node.value.value is None))


def _swap(node: Any) -> None:
    node.body, node.orelse = node.orelse, node.body


def _removals(node: ast.AST) -> Iterator[tuple[str, Change, int]]:
    for field in ("body", "orelse"):
        block = getattr(node, field, None)
        if isinstance(block, list):
            for place, statement in enumerate(block):
                # A function that ends gives None: to take its last `return None` away changes nothing.
                is_idle_end = isinstance(node, ast.FunctionDef) and statement is block[-1] and _gives_none(statement)
                if _does_something(statement) and not is_idle_end:
                    yield f"`{ast.unparse(statement).splitlines()[0]}` is gone", _without(field, place), statement.lineno


def _does_something(statement: ast.stmt) -> bool:
    is_text = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    return not is_text and not isinstance(statement, ast.Pass | ast.Import | ast.ImportFrom)


def _without(field: str, place: int) -> Change:
    def change(node: Any) -> None:
        getattr(node, field)[place] = ast.Pass()

    return change


def _sequences(node: ast.AST) -> Changes:
    # Order matters in a list of steps; in other lists leaving one out is slip enough.
    match node:
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.List(elts=steps)):
            for place, step in enumerate(steps):
                yield f"`{ast.unparse(step)}` is left out", _in_value(_cut(place))
            if name in _STEPS:
                for place, (one, other) in enumerate(pairwise(steps)):
                    if ast.dump(one) != ast.dump(other):
                        yield f"`{ast.unparse(one)}` and `{ast.unparse(other)}` are swapped", _in_value(_exchange(place))


def _in_value(change: Change) -> Change:
    return lambda node: change(node.value)


def _cut(place: int) -> Change:
    def change(node: ast.List) -> None:
        del node.elts[place]

    return change


def _exchange(place: int) -> Change:
    def change(node: ast.List) -> None:
        node.elts[place], node.elts[place + 1] = node.elts[place + 1], node.elts[place]

    return change


def _set(field: str, value: Any) -> Change:
    return lambda node: setattr(node, field, value)
