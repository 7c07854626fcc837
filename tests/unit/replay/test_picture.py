"""The picture of a run: whole, small, quick, and the same each time."""

import itertools
import re
import time
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from ailab.robot import replay
from ailab.robot.replay.motion import CELL, path, seconds, thin
from ailab.robot.trace import Event, Trace

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(params=["grid_trace", "drive_trace"])
def trace(request: pytest.FixtureRequest) -> Trace:
    found: Trace = request.getfixturevalue(request.param)
    return found


def test_picture_is_well_formed_and_asks_for_nothing_outside(trace: Trace) -> None:
    svg = replay.svg(trace, language="en")

    root = ElementTree.fromstring(svg)

    assert root.tag == f"{SVG}svg"
    assert not list(root.iter(f"{SVG}script"))
    assert "http" not in svg.replace("http://www.w3.org/2000/svg", "")
    assert all(link.startswith("#") for link in re.findall(r'href="([^"]*)"', svg))


def test_picture_is_the_same_each_time(trace: Trace) -> None:
    assert replay.svg(trace, language="fr") == replay.svg(trace, language="fr")


def test_every_id_begins_with_the_pictures_own(trace: Trace) -> None:
    svg = replay.svg(trace, language="en")

    name, *others = re.findall(r' id="([^"]*)"', svg)

    assert others
    assert all(other.startswith(name) for other in others)
    assert "§" not in svg


def test_two_runs_have_ids_of_their_own(grid_trace: Trace) -> None:
    other = replace(grid_trace, events=grid_trace.events[:-1])

    ids = [set(re.findall(r' id="([^"]*)"', replay.svg(trace, language="en"))) for trace in (grid_trace, other)]

    assert not ids[0] & ids[1]


def test_minute_of_driving_fits_fifteen_kilobytes(drive_trace: Trace) -> None:
    assert len(replay.svg(drive_trace, language="en").encode()) <= 15_000


def test_minute_of_driving_is_drawn_in_a_few_milliseconds(drive_trace: Trace) -> None:
    took = []
    for _ in range(7):
        began = time.perf_counter()
        replay.svg(drive_trace, language="en")
        took.append(time.perf_counter() - began)

    # 1.3 ms on an idle machine; other work may go on beside a test.
    assert min(took) < 0.010


def test_thinned_way_is_never_far_from_the_way_driven(drive_trace: Trace) -> None:
    kept = thin(drive_trace.x, drive_trace.y, 0.25)

    assert len(kept) < 400
    for before, after in itertools.pairwise(kept):
        for at in range(before, after):
            share = (at - before) / (after - before)
            for place in (drive_trace.x, drive_trace.y):
                assert abs(place[before] + share * (place[after] - place[before]) - place[at]) <= 0.25 + 1e-9


def test_way_through_cells_is_never_simplified(grid_trace: Trace) -> None:
    zigzag = tuple(float(step // 2 % 4) for step in range(1000))
    trace = replace(grid_trace, time=tuple(map(float, range(1000))), x=zigzag, y=(0.0,) * 1000, heading=(90.0,) * 1000, events=())

    assert {key.x for key in path(trace)} == {round((x + 0.5) * CELL) for x in range(4)}
    assert len(path(trace)) > 900


@pytest.mark.parametrize(("poses", "expected"), [(2, 0.4), (11, 4.0), (2001, 20.0)])
def test_step_in_a_grid_takes_four_tenths_of_a_second_unless_there_are_many(grid_trace: Trace, poses: int, expected: float) -> None:
    assert seconds(replace(grid_trace, time=tuple(map(float, range(poses))))) == expected


def test_arena_plays_in_real_time_up_to_twelve_seconds(drive_trace: Trace) -> None:
    assert seconds(drive_trace) == 12.0
    assert seconds(replace(drive_trace, time=drive_trace.time[:101])) == 5.0


def test_things_that_change_have_their_time(grid_trace: Trace) -> None:
    svg = replay.svg(grid_trace, language="en")

    date = re.search(r'<use href="#\w+date"[^>]*><animate [^>]*values="1;0" keyTimes="0;([.\d]+)"', svg)
    palm = re.search(r'<use href="#\w+watered"[^>]*><animate [^>]*values="0;1" keyTimes="0;([.\d]+)"', svg)

    assert date is not None
    assert palm is not None
    assert float(palm[1]) < float(date[1])


def test_still_picture_shows_the_end_and_never_moves(grid_trace: Trace) -> None:
    svg = replay.svg(grid_trace, language="en", animate=False)

    assert "<animate" not in svg
    assert f"translate({2.5 * CELL:.0f} {1.5 * CELL:.0f})" in svg
    assert "watered" in svg
    assert not re.search(r'<use href="#\w+date"', svg)


def test_words_of_a_program_are_text_and_nothing_else(grid_trace: Trace) -> None:
    nasty = replace(grid_trace, events=(Event(1, "say", '</text><script>alert("x")</script>\x00\n§'),))

    root = ElementTree.fromstring(replay.svg(nasty, language="en"))

    assert any("</text><script>" in (text.text or "") for text in root.iter(f"{SVG}text"))


def test_run_without_a_move_is_a_still_picture(grid_trace: Trace) -> None:
    waiting = replace(grid_trace, time=(0.0,), x=(0.0,), y=(0.0,), heading=(90.0,), command=("",), line=(0,), events=(), readings=())

    assert "<animate" not in replay.svg(waiting, language="en")


def test_endless_painting_does_not_fill_the_page(grid_trace: Trace) -> None:
    count = 2000
    colors = ("red", "blue")
    trace = replace(
        grid_trace,
        time=tuple(map(float, range(count))),
        x=(0.0,) * count,
        y=(0.0,) * count,
        heading=(90.0,) * count,
        events=tuple(Event(at, "paint", colors[at % 2]) for at in range(1, count)),
    )

    assert len(replay.svg(trace, language="en")) < 60_000


def test_wall_met_again_and_again_is_marked_once(grid_trace: Trace) -> None:
    trace = replace(grid_trace, events=tuple(Event(6, "bump") for _ in range(500)))

    assert len(re.findall(r'<use href="#\w+bump"', replay.svg(trace, language="en"))) == 1


def test_every_color_of_the_floor_has_a_mark_of_its_own() -> None:
    from ailab.robot.replay.art import MARKS, PAINTS
    from ailab.robot.world import COLORS

    assert set(MARKS) == set(PAINTS) == set(COLORS)
    assert len(set(MARKS.values())) == len(COLORS)
