"""Programs under watch."""

import sys

import pytest

from ailab.activities import watch
from ailab.activities.mistakes import ActivityMisused
from ailab.activities.tracing import trace
from ailab.lang import LANGUAGES, Language

SUM = "total = 0\nfor step in range(2):\n    total = total + step\nprint(total)"


def test_steps_tell_line_variables_and_what_was_printed() -> None:
    run = trace(SUM, 100)

    assert [step.line for step in run.steps] == [1, 2, 3, 2, 3, 2, 4, 0]
    assert run.steps[2].names == (("total", "0"), ("step", "0"))
    assert (run.steps[-2].printed, run.steps[-1].printed) == ("", "1\n")


def test_inside_a_function_its_own_variables_are_shown() -> None:
    run = trace("def double(n):\n    return n * 2\n\nx = double(4)", 100)

    inside = next(step for step in run.steps if step.function)
    assert (inside.function, inside.line, inside.names) == ("double", 2, (("n", "4"),))


@pytest.mark.parametrize(
    "code",
    [
        "while True:\n    pass",
        "while True:\n    try:\n        x = 1\n    except:\n        pass",
        "while 1:\n    try:\n        x = 1\n    except BaseException:\n        x = 2",
    ],
    ids=["endless", "catches everything", "catches BaseException"],
)
def test_run_without_end_is_ended(code: str) -> None:
    run = trace(code, 50)

    assert run.cut
    assert len(run.steps) == 51


def test_error_ends_the_run_and_is_kept() -> None:
    run = trace("x = 1\ny = x / 0", 50)

    assert run.error == "ZeroDivisionError: division by zero"
    assert run.steps[-1].names == (("x", "1"),)


def test_other_tracers_are_left_as_they_were() -> None:
    def mine(_frame: object, _event: str, _value: object) -> None:
        return None

    before = sys.gettrace()
    try:
        sys.settrace(mine)
        trace(SUM, 10)
        after = sys.gettrace()
    finally:
        sys.settrace(before)

    assert after is mine


def test_long_values_are_shortened() -> None:
    (value,) = [text for name, text in trace("x = list(range(1000))", 10).steps[-1].names if name == "x"]

    assert len(value) < 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_steps_are_told_in_each_language(language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AILAB_LANG", language)

    bundle = watch(SUM)._repr_mimebundle_()

    assert "total = 1, step = 1" in bundle["text/plain"]
    assert "total = 1, step = 1" in bundle["text/html"]
    assert bundle == watch(SUM)._repr_mimebundle_()


def test_text_that_is_no_program_is_told() -> None:
    with pytest.raises(ActivityMisused, match="line 2"):
        watch("x = 1\ny = (")


def test_stopped_run_says_so() -> None:
    assert "stopped here, after 5 steps" in watch("while True:\n    pass", most=5).as_text("en")
