"""A notebook run in the sandbox looks as a kernel would have left it, whatever its cells do."""

import time

import nbformat
import pytest

from ailab.office.grading.engine.drive import Done
from ailab.office.sandbox import Limits

from .conftest import CHECK, RIGHT, Run, check_text, code, earned, outputs, said


def test_cells_leave_what_a_kernel_leaves(run: Run) -> None:
    done = run("print('out')\nimport sys\nprint('err', file=sys.stderr)\n2 * 21", "", "1 / 0", "_", "x = 3;\nx;")

    assert said(done, 0) == [("stdout", "out\n"), ("stderr", "err\n"), ("execute_result", "42")]
    assert said(done, 1) == []
    assert said(done, 2) == [("error", "ZeroDivisionError")]
    assert said(done, 3) == [("execute_result", "42")]
    assert [cell["execution_count"] for cell in done.notebook["cells"]] == [1, None, 2, 3, 4]
    assert (done.trouble, done.alive) == ("", True)
    nbformat.validate(
        nbformat.from_dict({**done.notebook, "cells": [{**cell, "id": f"c{i}"} for i, cell in enumerate(done.notebook["cells"])]})
    )


def test_figures_and_tables_are_shown(run: Run) -> None:
    done = run(
        "from IPython.display import display, HTML\ndisplay(HTML('<b>x</b>'))",
        "import matplotlib.pyplot as plt\nplt.plot([1, 2]);",
        "import pandas\npandas.DataFrame({'a': [1]})",
    )

    assert [set(output["data"]) for cell in (0, 1, 2) for output in outputs(done, cell)] == [
        {"text/plain", "text/html"},
        {"text/plain", "image/png"},
        {"text/plain", "text/html"},
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("input('name? ')", ("error", "StdinNotImplementedError")),
        ("import builtins\nbuiltins.input()", ("error", "StdinNotImplementedError")),
        ("raise SystemExit(3)", ("error", "SystemExit")),
        ("raise KeyboardInterrupt", ("error", "KeyboardInterrupt")),
        ("import asyncio\nawait asyncio.sleep(0)\nprint('slept')", ("stdout", "slept\n")),
        ("def f():\n    return f()\nf()", ("error", "RecursionError")),
        ("class E(BaseException):\n    def __str__(self):\n        raise self\nraise E", ("error", "E")),
        ("def f(:", ("error", "SyntaxError")),
        ("x = [0] * 10**11", ("error", "MemoryError")),
        ("%%time\npass", None),
        ("%matplotlib inline\nprint(1)", ("stdout", "1\n")),
        ("!echo hello", ("stdout", "hello\r\n")),
        ("%no_such_magic", ("stderr", "UsageError: Line magic function `%no_such_magic` not found.\n")),
    ],
)
def test_odd_cells_end_and_the_next_one_runs(run: Run, source: str, expected: tuple[str, str] | None) -> None:
    done = run(source, "'next'")

    if expected:
        assert expected in said(done, 0)
    assert said(done, 1) == [("execute_result", "'next'")]


@pytest.mark.parametrize(
    "trick",
    [
        "get_ipython().showtraceback = lambda *_, **__: None",
        "get_ipython().set_custom_exc((BaseException,), lambda *_, **__: None)",
        "get_ipython()._showtraceback = lambda *_: None",
        "class AssertionError(BaseException):\n    def __str__(self):\n        raise self",
        "class AssertionError(Exception):\n    def _render_traceback_(self):\n        pass",
        "class AssertionError(Exception):\n    def _render_traceback_(self):\n        raise SystemExit",
        "class M(type):\n    @property\n    def __name__(self):\n        raise SystemExit\nclass AssertionError(Exception, metaclass=M):\n    pass",
    ],
)
def test_an_error_that_nobody_shows_is_an_error(run: Run, trick: str) -> None:
    # So nbgrader has it: a failed test cell without an error would earn everything.
    done = run(trick, "raise AssertionError", "'next'")

    assert "error" in [kind for kind, _ in said(done, 1)] or "stderr" in [kind for kind, _ in said(done, 1)]


def test_leaving_politely_ends_nothing(run: Run) -> None:
    done = run("exit()", "quit()", "'next'")

    assert said(done, 2) == [("execute_result", "'next'")]
    assert not done.trouble


def test_a_cell_without_end_is_stopped_and_the_next_one_runs(run: Run) -> None:
    done = run("x = 1\nwhile True:\n    pass", "x", cell_seconds=0.5, timeout_output={"ename": "TimeUp", "evalue": "v", "traceback": ["t"]})

    assert [name for _, name in said(done, 0)] == ["KeyboardInterrupt", "TimeUp"]
    assert said(done, 1) == [("execute_result", "1")]
    assert (done.trouble, done.alive) == ("time_up", True)


STUBBORN = "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True:\n    pass"


def test_a_stubborn_cell_is_ended_with_its_process(run: Run) -> None:
    begin = time.monotonic()

    done = run("'before'", STUBBORN, "'after'", cell_seconds=0.5)

    assert said(done, 0) == [("execute_result", "'before'")]
    assert [said(done, cell)[-1][0] for cell in (1, 2)] == ["error", "error"]
    assert said(done, 2) == [("error", "DeadKernelError")]
    assert (done.trouble, done.alive) == ("time_up", False)
    assert time.monotonic() - begin < 8


def test_an_interrupt_that_comes_late_ends_nothing(run: Run) -> None:
    done = run(
        "import os, signal, threading, time\nthreading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()",
        "time.sleep(0.1)",
        "1",
        "time.sleep(0.4)",
        "'alive'",
    )

    assert said(done, 4) in ([("execute_result", "'alive'")], [])
    assert done.alive


@pytest.mark.parametrize(
    "death",
    [
        "import os\nos._exit(0)",
        "import ctypes\nctypes.string_at(0)",
        "import os, signal\nos.kill(os.getpid(), signal.SIGABRT) or os.abort()",
    ],
)
def test_a_process_that_ends_is_told_from_a_cell_that_fails(run: Run, death: str) -> None:
    done = run("'before'", death, "'after'")

    assert [said(done, cell)[-1] for cell in (0, 1, 2)] == [
        ("execute_result", "'before'"),
        ("error", "DeadKernelError"),
        ("error", "DeadKernelError"),
    ]
    assert (done.trouble, done.alive) == ("died", False)


def test_all_cells_together_have_a_limit_too(run: Run) -> None:
    begin = time.monotonic()

    done = run(*["import time\ntime.sleep(0.8)"] * 20, cell_seconds=5, limits=Limits(seconds=2))

    assert done.trouble == "time_up"
    assert time.monotonic() - begin < 8


@pytest.mark.parametrize(
    "flood",
    [
        "print('x' * 10**8)",
        "for n in range(10**6):\n    print('x' * 50)",
        "from IPython.display import display\nfor n in range(20000):\n    display(n)",
    ],
)
def test_a_flood_is_cut_and_its_error_kept(run: Run, flood: str) -> None:
    done = run(f"{flood}\nassert False", cell_seconds=20)

    assert said(done)[-1][0] == "error"
    assert sum(len(text) for _, text in said(done)) < 5_000_000


def test_a_flood_does_not_hide_a_line_on_stderr(run: Run) -> None:
    done = run("import sys\nprint('x' * 10**7)\nprint('wrong', file=sys.stderr)")

    assert "stderr" in [kind for kind, _ in said(done)]


def test_floods_of_many_cells_do_not_add_up(run: Run) -> None:
    done = run(*["print('x' * 3_999_999)\n1"] * 14)

    assert sum(len(text) for cell in range(14) for _, text in said(done, cell)) < 40_000_000
    assert said(done, 13) == [("execute_result", "1")]


def checked(run: Run, *cells: str, **options: object) -> Done:
    return run(RIGHT, *cells, check=check_text(), **options)


def test_a_check_is_asked_from_outside(run: Run) -> None:
    done = checked(run, CHECK)

    assert earned(done, 1) == 4.0
    assert [kind for kind, _ in said(done, 1)] == ["display_data", "execute_result"]
    assert done.findings["double_number"].share == 1


def test_a_check_that_is_shadowed_is_asked_all_the_same(run: Run) -> None:
    assert earned(run("double = lambda n: n", "check = lambda name: 4.0", CHECK, check=check_text()), 2) == 0.0


def test_a_copy_of_a_check_asks_nothing(run: Run) -> None:
    done = run(RIGHT, CHECK, code(CHECK, grade=True, grade_id="c", points=4), CHECK, check=check_text())

    assert said(done, 1) == said(done, 3) == []
    assert earned(done, 2) == 4.0


def test_what_a_check_asked_is_shown_by_no_later_cell(run: Run) -> None:
    remembers = "seen = []\ndef double(number):\n    seen.append(number)\n    open('seen', 'a').write(str(number))\n    return 2 * number"

    done = run(remembers, CHECK, "print(seen)", "import os\nos.path.exists('seen')", check=check_text())

    assert earned(done, 1) == 4.0
    assert said(done, 2) == [("stdout", "[]\n")]
    assert said(done, 3) == [("execute_result", "False")]
    assert [cell["execution_count"] for cell in done.notebook["cells"]] == [1, 2, 3, 4]


def test_a_dead_process_earns_nothing(run: Run) -> None:
    done = checked(run, "import os\nos._exit(0)", CHECK)

    assert earned(done, 2) == 0.0
    assert done.trouble == "died"


def test_functions_that_never_end_cost_a_bounded_time(run: Run) -> None:
    begin = time.monotonic()

    done = run("def double(number):\n    import time\n    time.sleep(60)", CHECK, check=check_text(), cell_seconds=1.5)

    assert earned(done, 1) == 0.0
    assert time.monotonic() - begin < 8


def test_a_check_that_stumbles_tells_nothing(run: Run) -> None:
    hidden = "from ailab.checks import Case, call\n\ndef cases(seed):\n    return (Case('x', call('double', 77123), accept=lambda outcome: 1 / 0),)\n"

    done = run(RIGHT, CHECK, check=check_text(hidden=hidden))

    assert earned_or_error(done) in ("CheckStumbled", 2.67)
    assert "77123" not in str(outputs(done, 1))


def earned_or_error(done: Done) -> str | float:
    return said(done, 1)[-1][1] if said(done, 1)[-1][0] == "error" else earned(done, 1)
