"""Feedback pages hold nothing that runs, loads or spoils their direction."""

from pathlib import Path

import nbformat
import pytest

from ailab.office.gradebook import message_page
from ailab.office.gradebook.feedback import comment_markup, error_line, harmless, score_line, with_pictures


@pytest.mark.parametrize(
    "markup",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<a href='javascript:alert(1)'>x</a>",
        "<iframe src='https://example.org'></iframe>",
        "<div style='position:fixed;background:url(https://example.org/x)'>x</div>",
        "<svg onload=alert(1)></svg>",
        "<style>body{display:none}</style>",
        "<img src='https://example.org/onerror'>",
        "<img src='data:text/html;base64,onerror'>",
        "<img src='//example.org/onerror'>",
        "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    ],
)
def test_markup_that_could_act_loses_its_teeth(markup: str) -> None:
    cleaned = harmless(markup)

    assert not any(word in cleaned for word in ("<script", "onerror", "javascript:", "<iframe", "url(", "position", "<svg", "<style"))


def test_direction_and_language_survive() -> None:
    block = '<div dir="rtl" lang="ar"><p>نص</p></div>'

    assert harmless(block) == block


def test_a_picture_that_carries_itself_stays() -> None:
    picture = '<img alt="A robot at the well." src="data:image/svg+xml;base64,PHN2Zy8+">'

    assert harmless(picture) == picture


def test_links_and_pictures_keep_class_and_direction() -> None:
    markup = '<a class="anchor-link" href="#x">¶</a><img alt="" class="wide" dir="ltr" src="a.png">'

    assert harmless(markup) == markup


def test_pictures_beside_the_notebook_are_put_inside_and_no_others(tmp_path: Path) -> None:
    folder = tmp_path / "work"
    (folder / "figures").mkdir(parents=True)
    (folder / "figures" / "dots.svg").write_text("<svg/>", encoding="utf-8")
    (tmp_path / "secret.png").write_bytes(b"x")
    resources = {"metadata": {"path": str(folder)}}

    assert 'src="data:image/svg+xml;base64,' in with_pictures('<img alt="" src="figures/dots.svg">', resources)
    assert with_pictures('<img src="../secret.png">', resources) == '<img src="">'


def test_an_error_is_one_line_without_its_traceback() -> None:
    output = nbformat.from_dict(
        {"output_type": "error", "ename": "ValueError", "evalue": "\x1b[31mbad\x1b[0m", "traceback": ["secret line"]}
    )

    assert error_line(output) == "ValueError: bad"


def test_a_comment_is_escaped_and_nbgraders_own_is_left_out() -> None:
    def cell(comment: str) -> nbformat.NotebookNode:
        made: nbformat.NotebookNode = nbformat.from_dict({"metadata": {"nbgrader": {"comment": comment}}})
        return made

    assert comment_markup(cell("<b>\nصحيح")) == '<p dir="auto">&lt;b&gt;</p><p dir="auto">صحيح</p>'
    assert comment_markup(cell("No response.")) == ""


def test_a_page_of_messages_reads_in_its_direction() -> None:
    page = message_page("double_number", ("<نص>",), "ar")

    assert '<html lang="ar" dir="rtl">' in page
    assert "&lt;نص&gt;" in page


@pytest.mark.parametrize(("points", "drawn"), [(4, "★★★"), (2.7, "★★☆"), (0, "☆☆☆")])
def test_a_track_of_stars_shows_stars_and_their_words(points: float, drawn: str) -> None:
    notebook = nbformat.v4.new_notebook(metadata={"ailab": {"language": "ar", "results": "stars"}})

    assert score_line(points, notebook, 4).startswith(drawn)
    assert "4" not in score_line(points, notebook, 4)  # no points


def test_other_tracks_show_points() -> None:
    notebook = nbformat.v4.new_notebook(metadata={"ailab": {"language": "en", "results": "points"}})

    assert score_line(2.5, notebook, 4) == "2.5 of 4 points."
    assert score_line(None, notebook, 0) == "0 of 0 points."
