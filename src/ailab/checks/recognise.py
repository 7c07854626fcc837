"""Recognisers of misconceptions: they watch what an answer does or how it is built."""

import ast
from collections.abc import Callable, Sequence
from copy import deepcopy
from typing import Any

from ailab.checks.answer import Answer, Outcome
from ailab.checks.compare import Compare, equal

When = Callable[[Answer], bool]


def behaves_like(function: str, wrong: Callable[..., Any], probes: Sequence[tuple[Any, ...]], *, compare: Compare = equal) -> When:
    """Recognise a function that does the same as this wrong one on every probe.

    Parameters
    ----------
    function : str
        Name of the learner's function.
    wrong : callable
        The misconception as a program. An exception it raises counts as its behaviour.
    probes : sequence of tuples
        Arguments; choose them so that a right function differs on at least one.
    """

    def when(answer: Answer) -> bool:
        return all(_alike(answer.call(function, *probe), wrong, probe, compare) for probe in probes)

    return when


def _alike(outcome: Outcome, wrong: Callable[..., Any], probe: tuple[Any, ...], compare: Compare) -> bool:
    try:
        expected = wrong(*deepcopy(probe))  # a wrong program may well change its arguments
    except Exception as error:  # noqa: BLE001 - whatever the wrong program raises is its behavior
        return outcome.error == type(error).__name__
    return not outcome.error and compare(outcome.value, expected)


def gives(ask: Callable[[Answer], Outcome], value: Any, *, compare: Compare = equal) -> When:
    """Recognise an answer that gives exactly this wrong value."""

    def when(answer: Answer) -> bool:
        outcome = ask(answer)
        return not outcome.error and compare(outcome.value, value)

    return when


def fails(ask: Callable[[Answer], Outcome], error: str) -> When:
    """Recognise an answer that stops with this exception, as `fails(call("f", {}), "KeyError")`."""
    return lambda answer: ask(answer).error == error


def uses_name(name: str, *words: str) -> When:
    """Recognise code that uses any of these names (`max`, `sorted`) in the cell that binds `name`."""

    def when(answer: Answer) -> bool:
        tree = answer.tree(name)
        return tree is not None and any(
            (isinstance(node, ast.Name) and node.id in words) or (isinstance(node, ast.Attribute) and node.attr in words)
            for node in ast.walk(tree)
        )

    return when


def uses_node(name: str, *kinds: type[ast.AST]) -> When:
    """Recognise code that holds such a construct (`ast.For`) in the cell that binds `name`."""

    def when(answer: Answer) -> bool:
        tree = answer.tree(name)
        return tree is not None and any(isinstance(node, kinds) for node in ast.walk(tree))

    return when


def all_of(*conditions: When) -> When:
    """Recognise when every condition does."""
    return lambda answer: all(condition(answer) for condition in conditions)


def any_of(*conditions: When) -> When:
    """Recognise when at least one condition does."""
    return lambda answer: any(condition(answer) for condition in conditions)
