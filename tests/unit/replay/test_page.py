"""The page to take home, the film, the table and the player."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbconvert import HTMLExporter
from PIL import Image

from ailab.office.gradebook.feedback import harmless
from ailab.robot import replay
from ailab.robot.trace import Outcome, Trace

VIEW = "application/vnd.jupyter.widget-view+json"
NOTEBOOK = """
from ailab.robot import simulate
def program(robot):
    robot.forward(4)
run = simulate(program, "first_steps")
run.play()
"""


def test_page_stands_alone(drive_trace: Trace, drive_outcome: Outcome) -> None:
    page = replay.html(drive_trace, drive_outcome, "fr")

    assert page.startswith('<!DOCTYPE html>\n<html lang="fr" dir="ltr">')
    assert not re.search(r'(?:src|href)="(?!#|data:)', page)
    assert "default-src 'none'" in page
    assert len(page) < 60_000


def test_source_cannot_close_the_script_of_a_page(grid_trace: Trace, grid_outcome: Outcome) -> None:
    nasty = replace(grid_trace, source='robot.say("</script><script>alert(1)</script>")')

    page = replay.html(nasty, grid_outcome, "en")

    assert page.count("</script>") == 2


def test_arabic_page_reads_from_right_to_left(grid_trace: Trace, grid_outcome: Outcome) -> None:
    assert '<html lang="ar" dir="rtl">' in replay.html(grid_trace, grid_outcome, "ar")


def test_film_has_few_pictures_and_the_same_bytes_each_time(grid_trace: Trace, tmp_path: Path) -> None:
    one, two = (replay.gif(grid_trace, tmp_path / name) for name in ("one.gif", "two.gif"))

    with Image.open(one) as film:
        assert 10 < film.n_frames <= 37  # type: ignore[attr-defined]
        assert film.info["loop"] == 0
    assert one.read_bytes() == two.read_bytes()


def test_film_of_a_long_drive_stays_small(drive_trace: Trace, tmp_path: Path) -> None:
    path = replay.gif(drive_trace, tmp_path / "drive.gif")

    with Image.open(path) as film:
        assert 100 < film.n_frames <= 300  # type: ignore[attr-defined]
    assert path.stat().st_size < 600_000


def test_table_has_a_row_a_pose_and_a_column_a_sensor(grid_trace: Trace) -> None:
    frame = replay.frame(grid_trace)

    assert list(frame.columns) == ["time", "x", "y", "heading", "command", "line", "bump", "wall_ahead", "color"]
    assert frame["bump"].tolist() == [False] * 6 + [True] + [False] * 3
    assert frame["wall_ahead"].dropna().to_dict() == {1: False, 5: True}
    assert frame["color"].dropna().to_dict() == {5: "red"}


def test_table_of_an_arena_has_numbers_for_a_sensor_that_measures(drive_trace: Trace) -> None:
    frame = replay.frame(drive_trace)

    assert frame["distance"].dtype == float
    assert frame["distance"].count() == 600
    assert "command" not in frame


def test_player_holds_the_whole_run_in_one_message(drive_trace: Trace, drive_outcome: Outcome) -> None:
    player = replay.play(drive_trace, drive_outcome, "en")

    run = json.loads(player.run)

    assert sum(count for _, count in run["lines"]) == run["poses"] == 1200
    assert [event[:2] for event in run["events"]] == [[400, "bump"], [900, "goal"]]
    assert run["plots"][0]["sensor"] == "distance"
    assert len(player.run) < 32_000


def test_player_keeps_picture_and_twin_next_to_its_view(grid_trace: Trace, grid_outcome: Outcome) -> None:
    data, _ = replay.play(grid_trace, grid_outcome, "en")._repr_mimebundle_()

    assert VIEW in data
    assert {kind: data[kind] for kind in ("text/html", "text/plain")} == replay.mimebundle(grid_trace, grid_outcome, "en")


@pytest.mark.filterwarnings("ignore")
def test_exported_player_shows_the_picture_without_a_network() -> None:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(NOTEBOOK)])
    NotebookClient(notebook, store_widget_state=False, timeout=60).execute()

    page, _ = HTMLExporter().from_notebook_node(notebook)
    # nbconvert's own cleaning knows no pictures at all; ours stands in for it by name.
    cleaned, _ = HTMLExporter(sanitize_html=True, filters={"clean_html": harmless}).from_notebook_node(notebook)

    for exported in (page, cleaned):
        assert "data:image/svg+xml;base64," in exported
        assert VIEW not in exported


def test_pictures_need_the_standard_library_only() -> None:
    code = (
        "import sys; from ailab.robot import replay, simulate; run = simulate(lambda robot: robot.forward(), 'first_steps');"
        "replay.svg(run.trace); replay.mimebundle(run.trace, run.outcome); replay.html(run.trace, run.outcome);"
        "print([name for name in ('numpy', 'pandas', 'PIL', 'anywidget', 'ipywidgets', 'polib') if name in sys.modules])"
    )

    told = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "[]"
    assert told.stderr == ""
