"""Seasons: good work scores well, bad work badly, rubbish is told, and all of it can be seen and read."""

import hashlib
import re
import signal
import threading
import time
from typing import Any, cast
from xml.etree import ElementTree as ET

import numpy
import pytest
from nbconvert.exporters.html import HTMLExporter
from nbformat.v4 import new_code_cell, new_notebook, new_output

from ailab.devices import grow, season
from ailab.devices.errors import NoEnd, WrongValue
from ailab.office.gradebook.feedback import harmless

Reading = dict[str, float]


def careful(reading: Reading) -> dict[str, bool]:
    orders = {"fan": reading["temperature"] > 29}
    hour = reading["minute"] // 60 % 24
    orders["lamp"] = bool(5 <= hour < 19 and reading["light"] < 3000)
    if reading["soil"] < 19:
        orders["pump"] = True
    elif reading["soil"] > 24:
        orders["pump"] = False
    return orders


def nothing(_reading: Reading) -> dict[str, bool]:
    return {}


def everything(_reading: Reading) -> dict[str, bool]:
    return {"pump": True, "fan": True, "lamp": True}


def water_alone(reading: Reading) -> dict[str, bool]:
    return {"pump": reading["soil"] < 20}


@pytest.mark.parametrize("seed", range(6))
def test_careful_control_is_far_better_than_none_or_all(seed: int) -> None:
    scores = [grow(control, days=3, seed=seed).score for control in (careful, water_alone, nothing, everything)]

    assert scores[0] >= 85
    assert scores[0] > scores[1] > max(scores[2:])
    assert max(scores[2:]) <= 15


def test_two_thresholds_switch_the_pump_less_than_one() -> None:
    one, two = grow(water_alone, days=3), grow(careful, days=3)

    assert two.switches["pump"] * 2 <= grow(lambda reading: careful(reading) | water_alone(reading), days=3).switches["pump"]
    assert one.switches["pump"] > 0


def test_a_machine_that_is_missing_stays_as_it_is() -> None:
    run = grow(lambda reading: {"fan": True} if reading["minute"] == 0 else {}, days=1)

    assert all(run.machines["fan"])
    assert run.energy == pytest.approx(6.0)
    assert run.switches["fan"] == 1


def test_the_same_seed_gives_the_same_season_and_picture() -> None:
    first, second = grow(careful, days=2, seed=7), grow(careful, days=2, seed=7)

    assert first == second
    assert first.to_svg() == second.to_svg()
    assert first != grow(careful, days=2, seed=8)


def test_a_season_is_the_same_on_every_machine() -> None:
    run = grow(careful, days=3, seed=3)
    text = repr((run.readings, run.machines, run.well, run.water, run.energy, run.needed, run.score))

    assert hashlib.sha256(text.encode()).hexdigest()[:16] == GOLDEN


GOLDEN = "ea8138ae2ed73a59"


def test_a_season_as_a_table() -> None:
    table = grow(careful, days=1).to_frame()

    assert list(table.columns) == ["minute", "temperature", "humidity", "soil", "light", "fan", "lamp", "pump", "health"]
    assert table["minute"].tolist() == list(range(0, 1440, 10))
    assert table["fan"].dtype == bool


@pytest.mark.parametrize(
    "answer",
    [
        None,
        True,
        "pump",
        3,
        ["pump"],
        {"pump": "on"},
        {"pump": 1},
        {"pump": None},
        {"pump": float("nan")},
        {"pmup": True},
        {1: True},
        {"pump": [True]},
    ],
)
def test_rubbish_is_told(answer: Any) -> None:
    with pytest.raises(WrongValue):
        grow(lambda reading: answer, days=1)


def test_a_misspelt_machine_is_recognized() -> None:
    with pytest.raises(WrongValue, match=r"Did you mean `pump`\?"):
        grow(lambda reading: {"pmup": True}, days=1)


def test_truth_from_numpy_is_truth() -> None:
    assert grow(lambda reading: {"fan": cast("bool", numpy.bool_(True))}, days=1).switches["fan"] == 1


def test_an_error_of_the_learner_reaches_the_learner() -> None:
    with pytest.raises(KeyError, match="sole"):
        grow(lambda reading: {"pump": reading["sole"] < 20}, days=1)


def endless(_reading: Reading) -> dict[str, bool]:
    try:
        while True:
            pass
    except Exception:
        return {}


def test_control_without_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(season, "_PATIENCE_S", 0.3)

    with pytest.raises(NoEnd, match="endless"):
        grow(endless, days=1)


def test_a_shorter_limit_from_outside_keeps_its_turn() -> None:
    class Outer(BaseException):
        pass

    def ring(_number: int, _frame: object) -> None:
        raise Outer

    before = signal.signal(signal.SIGALRM, ring)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.3)
        with pytest.raises(Outer):
            grow(endless, days=1)
        signal.setitimer(signal.ITIMER_REAL, 60)
        grow(nothing, days=1)
        left = signal.getitimer(signal.ITIMER_REAL)[0]
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)

    assert 50 < left < 60


def test_a_season_runs_on_any_thread() -> None:
    scores: list[int] = []
    thread = threading.Thread(target=lambda: scores.append(grow(careful, days=1).score))
    thread.start()
    thread.join(20)

    assert scores == [grow(careful, days=1).score]


@pytest.mark.parametrize("days", [0, -1, 61, float("nan"), "3", None, True])
def test_impossible_lengths_are_told(days: Any) -> None:
    with pytest.raises(WrongValue):
        grow(nothing, days=days)


@pytest.mark.parametrize("control", [None, "control", lambda a, b: {}, {}])
def test_what_is_no_control_is_told(control: Any) -> None:
    with pytest.raises(WrongValue):
        grow(control)


def test_a_shortest_season_has_one_reading() -> None:
    run = grow(nothing, days=1 / 144)

    assert len(run.minute) == 1
    assert run.to_svg()


def test_a_season_is_quick() -> None:
    began = time.perf_counter()
    grow(careful, days=3)

    assert time.perf_counter() - began < 1


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_picture_and_words_in_three_languages(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AILAB_LANG", language)
    bundle = grow(careful, days=2)._repr_mimebundle_()
    drawing = ET.fromstring(grow(careful, days=2).to_svg())

    assert len(bundle["text/plain"].splitlines()) == 9
    assert f'lang="{language}"' in bundle["text/html"]
    assert ('dir="rtl"' in bundle["text/html"]) == (language == "ar")
    assert drawing.get("lang") == language


def test_the_picture_survives_a_cautious_page() -> None:
    bundle = grow(careful, days=1)._repr_mimebundle_()
    cell = new_code_cell("run", outputs=[new_output("execute_result", data=bundle, execution_count=1)])
    # nbconvert's own cleaning knows no pictures at all; that of our feedback pages takes its place.
    page, _ = HTMLExporter(sanitize_html=True, filters={"clean_html": harmless}).from_notebook_node(new_notebook(cells=[cell]))

    found = re.search(r"data:image/svg\+xml;base64,[^\"]+", bundle["text/html"])
    assert found is not None
    assert found[0] in page
    assert "Health of the plants" in page


def test_the_picture_holds_no_script_and_no_address() -> None:
    text = grow(careful, days=1).to_svg()

    assert "<script" not in text
    assert "href" not in text
    assert re.findall(r"https?://[^\"]*", text) == ["http://www.w3.org/2000/svg"]
