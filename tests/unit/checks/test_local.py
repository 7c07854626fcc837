"""An answer asked in this process."""

import ast
import time
from typing import Any

import pytest

from ailab.checks.local import LocalAnswer


def answer(source: str, *, patience_s: float = 2.0) -> LocalAnswer:
    namespace: dict[str, Any] = {}
    exec(source, namespace)
    return LocalAnswer(namespace, [source], patience_s=patience_s)


def test_a_call_gives_a_copy_of_the_result() -> None:
    assert answer("def f(x): return [x]").call("f", 2).value == [2]


def test_arguments_are_copies() -> None:
    items = [3, 1]

    outcome = answer("def f(x):\n    x.sort()\n    return x").call("f", items)

    assert (outcome.value, items) == ([1, 3], [3, 1])


def test_prints_are_caught_and_kept(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = answer("def f(): print('hello')").call("f")

    assert (outcome.printed, outcome.value) == ("hello\n", None)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("def f(): return 1 / 0", "ZeroDivisionError"),
        ("def f(): raise SystemExit(0)", "SystemExit"),
        ("def f(): return f()", "RecursionError"),
        ("def f(): return object()", "NotPlainData"),
        ("f = 3", "TypeError"),
        ("g = 3", "NotDefined"),
        ("class E(Exception):\n    def __str__(self): raise ValueError\ndef f(): raise E", "E"),
    ],
)
def test_whatever_happens_is_an_outcome(source: str, error: str) -> None:
    assert answer(source).call("f").error == error


def test_an_endless_loop_ends() -> None:
    source = "def f():\n    while True:\n        try:\n            pass\n        except Exception:\n            pass"
    begin = time.monotonic()

    outcome = answer(source, patience_s=0.2).call("f")

    assert outcome.error == "TimeUp"
    assert time.monotonic() - begin < 5


def test_use_asks_methods_and_attributes() -> None:
    source = "class M:\n    size = 3\n    def twice(self, x): return 2 * x\nmodel = M()"

    assert answer(source).use("model", "twice", 4).value == 8
    assert answer(source).use("model", "size").value == 3


def test_tree_is_of_the_last_cell_that_binds_the_name() -> None:
    found = LocalAnswer({}, ["x = 1", "x = max([1])", "syntax error here", "y = 2"])

    tree = found.tree("x")

    assert tree is not None
    assert ast.unparse(tree) == "x = max([1])"
    assert found.tree("z") is None
