"""What strangers hand in is shown and never acts, whatever shape it has."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.marking.marked_class import EXERCISE, MODULE, learner, notebook

from ailab.office.centre import Centre
from ailab.office.centre.marking.reading import Read, question_of, read_answer

HOSTILE = '<script>alert(1)</script><img src=x onerror=alert(1)>\n\n[go](javascript:alert(1))\n\n<style>*{display:none}</style><form action="/"><button>x</button></form>'
TEETH = ("<script", "onerror=", '="javascript:', "<style", "<form", "<button", "<iframe", "<svg")


def path_of(centre: Centre) -> Path:
    return centre.course / "autograded" / learner(0) / MODULE / f"{EXERCISE}.ipynb"


def read(centre: Centre, data: object) -> Read:
    path_of(centre).write_text(json.dumps(data), encoding="utf-8")
    return read_answer(centre, learner(0), MODULE, EXERCISE)


def everything(found: Read) -> str:
    return "".join([found.written, *(part for cell in found.cells for part in (cell.source, *cell.outputs))])


def test_a_hostile_answer_loses_its_teeth(centre: Centre) -> None:
    found = read(centre, notebook(HOSTILE))

    assert not [tooth for tooth in TEETH if tooth in found.written]


def test_hostile_cells_and_outputs_lose_their_teeth(centre: Centre) -> None:
    data: Any = notebook("text")
    data["cells"][0]["source"] = HOSTILE
    data["cells"][1]["source"] = HOSTILE
    data["cells"][1]["outputs"] = [
        {"output_type": "stream", "name": "stdout", "text": [HOSTILE]},
        {"output_type": "error", "ename": HOSTILE, "evalue": HOSTILE, "traceback": []},
        {"output_type": "display_data", "data": {"text/html": [HOSTILE]}, "metadata": {}},
        {"output_type": "display_data", "data": {"image/png": f'x" onerror="{HOSTILE}'}, "metadata": {}},
        {"output_type": "display_data", "data": {"application/javascript": HOSTILE}, "metadata": {}},
    ]
    data["cells"][2]["outputs"][0]["data"]["text/html"] = [HOSTILE]

    markup = everything(read(centre, data))

    escaped = markup.replace("&lt;script", "").replace("&lt;style", "").replace("&lt;form", "").replace("&lt;button", "")
    assert not [tooth for tooth in ("<script", "<style", "<form", "<button", "<iframe", "<svg") if tooth in escaped]
    assert "<img src=x" not in markup


def test_a_traceback_of_the_check_is_never_shown(centre: Centre) -> None:
    data: Any = notebook("text")
    data["cells"][2]["outputs"] = [
        {"output_type": "error", "ename": "CheckBroken", "evalue": "hidden case 38", "traceback": ["hidden case 38"]}
    ]

    assert "hidden case" not in everything(read(centre, data))


@pytest.mark.parametrize(
    "data", [[], {}, {"cells": 3}, {"cells": [None, 3, {"cell_type": 4}]}, {"cells": [{"source": None, "metadata": []}]}]
)
def test_a_notebook_of_any_shape_can_be_looked_at(centre: Centre, data: object) -> None:
    assert read(centre, data).written == ""


def test_a_missing_file_has_no_answer(centre: Centre) -> None:
    path_of(centre).unlink()

    assert read_answer(centre, learner(0), MODULE, EXERCISE) == Read(written="", signs=0, cells=())


def test_the_question_is_what_stands_before_the_answer_in_the_release(centre: Centre) -> None:
    release = centre.build / "release" / "fr" / MODULE / f"{EXERCISE}.ipynb"
    release.parent.mkdir(parents=True)
    release.write_text(json.dumps(notebook("")), encoding="utf-8")

    assert question_of(centre, MODULE, EXERCISE, "fr") == "<p>Say why.</p>\n"
    assert question_of(centre, MODULE, EXERCISE, "ar") == ""


Anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["source", "cell_type", "metadata", "outputs", "data", "text", "nbgrader", "output_type", "text/html", "cells"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=15,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(Anything, st.sampled_from(["code", "markdown"]), st.sampled_from(["display_data", "stream", "error", "x"]))
def test_no_notebook_upsets_the_page(centre: Centre, data: object, kind: str, output: str) -> None:
    cell = {
        "cell_type": kind,
        "source": data,
        "metadata": data,
        "outputs": [{"output_type": output, "data": data, "text": data, "ename": data}, data],
    }

    assert "<script" not in everything(read(centre, {"cells": [cell, data]}))
