"""A learner's notebook and a release become one: nothing the learner wrote is lost."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ailab.office.lab.merge import laid, merge

Make = Callable[..., Any]
OUTPUT = {"output_type": "stream", "name": "stdout", "text": "40\n"}


def sources(notebook: dict[str, Any]) -> list[str]:
    return [cell["source"] for cell in notebook["cells"]]


def by_id(notebook: dict[str, Any], id_: str) -> dict[str, Any]:
    return next(dict(cell) for cell in notebook["cells"] if cell["id"] == id_)


def edited(notebook: dict[str, Any], id_: str, source: str, **facts: Any) -> dict[str, Any]:
    """Return the notebook after the learner changed one cell."""
    changed = deepcopy(notebook)
    for cell in changed["cells"]:
        if cell["id"] == id_:
            cell.update(source=source, **facts)
    return changed


def with_note(notebook: dict[str, Any], after: str | None, source: str, **facts: Any) -> dict[str, Any]:
    """Return the notebook after the learner added a cell."""
    changed = deepcopy(notebook)
    note = {"cell_type": "markdown", "id": f"note-{len(source)}", "source": source, "metadata": {}, **facts}
    place = 0 if after is None else 1 + next(i for i, cell in enumerate(changed["cells"]) if cell["id"] == after)
    changed["cells"].insert(place, note)
    return changed


def without(notebook: dict[str, Any], *ids: str) -> dict[str, Any]:
    return {**notebook, "cells": [cell for cell in notebook["cells"] if cell.get("id") not in ids]}


def test_release_merged_into_itself_changes_nothing(exercise: Make) -> None:
    mine = laid(exercise())

    assert merge(mine, exercise()) == mine


def test_untouched_notebook_becomes_the_release(exercise: Make) -> None:
    assert merge(laid(exercise("en")), exercise("ar", release="two")) == laid(exercise("ar", release="two"))


def test_inputs_are_not_changed(exercise: Make) -> None:
    old, new = edited(laid(exercise()), "answer", "price = 40"), exercise("fr")
    before = deepcopy((old, new))

    merge(old, new)

    assert (old, new) == before


@pytest.mark.parametrize(
    ("id_", "source", "kept"),
    [
        ("answer", "price = 40", True),
        ("try", "price + 1", True),
        ("title", "# My own title", True),
        ("end", "The end in en\n\nMy note", True),
        ("given", "prices = []", False),
        ("check", "1 / 0", False),
    ],
)
def test_edit_survives_a_language_switch_unless_the_cell_is_locked(exercise: Make, id_: str, source: str, *, kept: bool) -> None:
    release = exercise("ar", release="two")

    merged = merge(edited(laid(exercise("en")), id_, source), release)

    assert by_id(merged, id_)["source"] == (source if kept else by_id(release, id_)["source"])
    assert [cell["id"] for cell in merged["cells"]] == [cell["id"] for cell in release["cells"]]


def test_prose_around_an_answer_is_switched(exercise: Make) -> None:
    merged = merge(edited(laid(exercise("en")), "answer", "price = 40"), exercise("ar"))

    assert sources(merged) == ["# Title in ar", "prices = [3, 40]", "price = 40", "price", 'check("find_price")', "The end in ar"]
    assert merged["metadata"]["ailab"]["language"] == "ar"


def test_own_note_in_a_text_is_never_duplicated(exercise: Make) -> None:
    mine = edited(laid(exercise("en")), "title", "# My own title")

    there_and_back = merge(merge(merge(mine, exercise("ar")), exercise("fr")), exercise("en"))

    assert sources(there_and_back) == sources(mine)


def test_answer_keeps_its_outputs(exercise: Make) -> None:
    mine = edited(laid(exercise("en")), "answer", "price = 40", outputs=[OUTPUT], execution_count=7)

    kept = by_id(merge(mine, exercise("ar")), "answer")

    assert (kept["outputs"], kept["execution_count"]) == ([OUTPUT], 7)


def test_unchanged_check_keeps_its_outputs(exercise: Make) -> None:
    mine = edited(laid(exercise("en")), "check", 'check("find_price")', outputs=[OUTPUT], execution_count=8)

    assert by_id(merge(mine, exercise("ar")), "check")["outputs"] == [OUTPUT]


def test_outputs_of_a_replaced_cell_go(exercise: Make) -> None:
    mine = edited(laid(exercise()), "given", "prices = []", outputs=[OUTPUT], execution_count=2)

    assert by_id(merge(mine, exercise()), "given")["outputs"] == []


def test_untouched_stub_follows_the_release(exercise: Make) -> None:
    merged = merge(laid(exercise()), exercise(stub="price: int = ...  # ✎"))

    assert by_id(merged, "answer")["source"] == "price: int = ...  # ✎"


def test_answer_keeps_the_metadata_of_the_release(exercise: Make) -> None:
    mine = edited(laid(exercise()), "answer", "price = 40", metadata={})

    assert by_id(merge(mine, exercise()), "answer")["metadata"]["nbgrader"]["solution"] is True


def test_answer_turned_into_text_is_code_again(exercise: Make) -> None:
    mine = laid(exercise())
    cell = next(cell for cell in mine["cells"] if cell["id"] == "answer")
    for key in ("outputs", "execution_count"):
        del cell[key]
    cell.update(cell_type="markdown", source="price = 40")

    kept = by_id(merge(mine, exercise()), "answer")

    assert (kept["cell_type"], kept["source"], kept["outputs"]) == ("code", "price = 40", [])


@pytest.mark.parametrize("after", [None, "title", "answer", "end"])
def test_own_cell_stays_after_the_cell_it_followed(exercise: Make, after: str | None) -> None:
    mine = with_note(laid(exercise("en")), after, "mine")

    merged = merge(mine, exercise("ar"))

    assert [cell["id"] for cell in merged["cells"]] == [cell["id"] for cell in mine["cells"]]
    assert sources(merge(merged, exercise("ar"))) == sources(merged)


def test_note_below_a_text_that_goes_stands_before_the_next_one(exercise: Make) -> None:
    mine = with_note(laid(exercise()), "try", "mine")

    assert sources(merge(mine, without(exercise(), "try"))) == [
        "# Title in en",
        "prices = [3, 40]",
        "price = ...  # ✎",
        "mine",
        'check("find_price")',
        "The end in en",
    ]


def test_deleted_cell_comes_back(exercise: Make) -> None:
    assert merge(without(laid(exercise()), "check", "title"), exercise()) == laid(exercise())


def test_new_cell_of_the_release_is_put_in(exercise: Make, cell: Make) -> None:
    release = exercise(release="two")
    release["cells"].insert(2, cell("more", "One more thing", "prose"))

    merged = merge(edited(laid(exercise()), "answer", "price = 40"), release)

    assert [cell["id"] for cell in merged["cells"]] == ["title", "given", "more", "answer", "try", "check", "end"]


def test_untouched_cell_that_the_release_dropped_goes(exercise: Make) -> None:
    assert merge(laid(exercise()), without(exercise(), "try", "end")) == laid(without(exercise(), "try", "end"))


@pytest.mark.parametrize(("id_", "source"), [("title", "# My own"), ("answer", "price = 40"), ("try", "price + 1")])
def test_edited_cell_that_the_release_dropped_becomes_a_note(exercise: Make, id_: str, source: str) -> None:
    merged = merge(edited(laid(exercise()), id_, source), without(exercise(), id_))

    assert by_id(merged, id_)["source"] == source
    assert by_id(merged, id_)["metadata"] == {}
    assert sources(merge(merged, without(exercise(), id_))).count(source) == 1


def test_copy_of_an_answer_is_no_second_answer(exercise: Make) -> None:
    mine = edited(laid(exercise()), "answer", "price = 40")
    copy = {**by_id(mine, "answer"), "id": "pasted", "source": "price = 41"}
    mine["cells"].insert(2, copy)

    merged = merge(mine, exercise())

    assert by_id(merged, "answer")["source"] == "price = 40"
    assert by_id(merged, "pasted")["source"] == "price = 41"
    assert "nbgrader" not in by_id(merged, "pasted")["metadata"]


def test_answer_that_lost_its_id_is_found_by_its_grade_id(exercise: Make) -> None:
    mine = edited(laid(exercise()), "answer", "price = 40")
    for cell in mine["cells"]:
        del cell["id"]

    merged = merge(mine, exercise())

    assert by_id(merged, "answer")["source"] == "price = 40"
    assert sources(merged).count("price = 40") == 1


def test_ids_in_metadata_are_understood(exercise: Make) -> None:
    mine = edited(laid(exercise("en")), "answer", "price = 40")
    for cell in mine["cells"]:
        cell["metadata"] = {"id": cell.pop("id")}

    merged = merge(mine, exercise("en"))

    assert sources(merged) == sources(edited(laid(exercise("en")), "answer", "price = 40"))


def test_double_ids_are_told_apart_and_the_graded_cell_keeps_its_own(exercise: Make) -> None:
    mine = edited(laid(exercise()), "answer", "price = 40")
    mine["cells"].append({**by_id(mine, "answer"), "source": "price = 41"})

    ids = [cell["id"] for cell in merge(mine, exercise())["cells"]]

    assert len(set(ids)) == len(ids)
    assert by_id(merge(mine, exercise()), "answer")["source"] == "price = 40"


def test_foreign_notebook_ends_below_the_release(exercise: Make) -> None:
    foreign = {"cells": [{"cell_type": "markdown", "source": "mine", "metadata": {}}], "metadata": {}, "nbformat": 4, "nbformat_minor": 2}

    assert sources(merge(foreign, exercise())) == [*sources(exercise()), "mine"]


@pytest.fixture
def pad(cell: Make, notebook: Make) -> Make:
    def make(language: str = "en") -> Any:
        return notebook(
            [cell("title", f"# {language}", "prose"), cell("answer-pad", 'play("""""")', "answer")], language=language, form="pad"
        )

    return make


@pytest.fixture
def python(cell: Make, notebook: Make) -> Make:
    def make(language: str = "en") -> Any:
        return notebook([cell("title", f"# {language}", "prose"), cell("answer-python", "...", "answer")], language=language)

    return make


def test_answers_of_both_forms_survive_switching(pad: Make, python: Make) -> None:
    pressed = edited(laid(pad()), "answer-pad", 'play("go")', outputs=[OUTPUT], execution_count=3)
    typed = edited(merge(pressed, python()), "answer-python", "go()")

    back = merge(typed, pad("ar"))
    again = merge(back, python("fr"))

    assert sources(back) == ["# ar", 'play("go")']
    assert by_id(back, "answer-pad")["outputs"] == [OUTPUT]
    assert by_id(back, "answer-pad")["metadata"]["nbgrader"]["grade_id"] == "answer-pad"
    assert sources(again) == ["# fr", "go()"]


def test_answer_of_the_other_form_waits_through_releases(pad: Make, python: Make) -> None:
    pressed = edited(laid(pad()), "answer-pad", 'play("go")')

    waited = merge(merge(merge(pressed, python()), python("fr")), python("ar"))

    assert sources(waited) == ["# ar", "..."]
    assert sources(merge(waited, pad())) == ["# en", 'play("go")']


def test_untouched_answer_of_the_other_form_leaves_nothing_behind(pad: Make, python: Make) -> None:
    assert merge(laid(pad()), python()) == laid(python())


@given(
    edits=st.dictionaries(st.sampled_from(["title", "answer", "try", "end"]), st.text(max_size=20).filter(bool)),
    notes=st.lists(
        st.tuples(st.sampled_from([None, "title", "answer", "end"]), st.text(min_size=1, max_size=20)),
        max_size=3,
        unique_by=lambda note: len(note[1]),
    ),
    path=st.lists(st.sampled_from(["en", "fr", "ar"]), min_size=1, max_size=4),
)
def test_nothing_written_is_ever_lost(edits: dict[str, str], notes: list[tuple[str | None, str]], path: list[str]) -> None:
    release = {language: _exercise(language) for language in path}
    mine = laid(_exercise("en"))
    for id_, source in edits.items():
        mine = edited(mine, id_, source)
    for after, source in notes:
        mine = with_note(mine, after, source)

    for language in path:
        mine = merge(mine, release[language])

    assert {*edits.values(), *(source for _, source in notes)} <= set(sources(mine))
    assert len({cell["id"] for cell in mine["cells"]}) == len(mine["cells"]) == 4 + len(notes)
    assert merge(mine, release[path[-1]]) == mine


def _exercise(language: str) -> dict[str, Any]:
    def cell(id_: str, kind: str, source: str) -> dict[str, Any]:
        extra: dict[str, Any] = {"outputs": [], "execution_count": None} if kind == "code" else {}
        return {"id": id_, "cell_type": kind, "source": source, "metadata": {}, **extra}

    cells = [
        cell("title", "markdown", f"# {language}"),
        cell("answer", "code", "..."),
        cell("try", "code", "1"),
        cell("end", "markdown", f"end {language}"),
    ]
    return {"cells": cells, "metadata": {"ailab": {"language": language, "form": "python"}}, "nbformat": 4, "nbformat_minor": 5}
