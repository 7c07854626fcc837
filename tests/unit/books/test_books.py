"""Books come out in each language as pages that print, read aloud and say the same every time."""

import shutil
import unicodedata
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from ailab.office.books import markdown_tree, printed_book, printed_books
from ailab.office.course import Course, read_course
from ailab.office.course.update import update_catalogues
from ailab.office.paper import SignLacking

TINY = Path(__file__).resolve().parents[2] / "tiny_course"
BOOK = """# Small steps

Welcome **everyone** to `robot.move(2)`. Pay in {{currency}}.

## Minute plan

| Minutes | What |
| --- | --- |
| 60 | Drive |

- [ ] chalk
- stones

> A quiet word.

```
robot.move(3)
```

![A robot at the well.](figures/well.svg)

<!-- page -->

Name: ________
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4"/></svg>'


@pytest.fixture
def course(tmp_path: Path) -> Course:
    shutil.copytree(TINY, tmp_path / "tiny")
    folder = tmp_path / "tiny" / "course" / "books" / "small_steps"
    (folder / "figures").mkdir(parents=True)
    (folder / "book.md").write_text(BOOK, encoding="utf-8")
    (folder / "figures" / "well.svg").write_text(SVG, encoding="utf-8")
    return read_course(tmp_path / "tiny").course


def text_of(pdf: bytes) -> str:
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]
    return unicodedata.normalize("NFKC", "\n".join(pages))


def test_every_language_has_its_file(course: Course) -> None:
    assert [str(printed.path) for printed in printed_books(course)] == [f"books/{each}/small_steps.pdf" for each in course.languages]


def test_words_code_and_places_of_the_edition_are_printed(course: Course) -> None:
    text = text_of(printed_book(course, course.books[0], "en"))

    assert "Pay in dirhams." in " ".join(text.split())
    assert {"robot.move(2)", "everyone", "☐"} <= set(text.split())


def test_a_picture_is_printed_with_its_words(course: Course) -> None:
    without = replace(course.books[0], text=BOOK.replace("![A robot at the well.](figures/well.svg)", ""))

    assert len(printed_book(course, course.books[0], "en")) > len(printed_book(course, without, "en")) + 200


def test_a_page_break_begins_a_page(course: Course) -> None:
    assert len(pypdfium2.PdfDocument(printed_book(course, course.books[0], "fr"))) == 2


def test_the_same_source_gives_the_same_bytes_and_declares_itself_for_screen_readers(course: Course) -> None:
    first = printed_book(course, course.books[0], "ar")

    assert first == printed_book(course, course.books[0], "ar")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in first


def test_translations_are_printed_and_unread_ones_say_so(course: Course) -> None:
    dict.fromkeys(update_catalogues(course))
    path = course.books[0].path.parent / "locale" / "ar.po"
    path.write_text(
        path.read_text(encoding="utf-8").replace('msgid "A quiet word."\nmsgstr ""', 'msgid "A quiet word."\nmsgstr "كلمة هادئة."'), encoding="utf-8"
    )
    again = read_course(course.root).course

    pages = [text_of(printed_book(again, again.books[0], language)) for language in ("ar", "en")]

    assert "هادئة" in pages[0]
    assert "A quiet word." in pages[1]
    assert ["يراجع" in page for page in pages] == [True, False]


def test_words_that_look_like_commands_stay_words(course: Course) -> None:
    book = replace(course.books[0], text="# T\n\n#panic() $x$ @ref #import\n")

    assert "#panic() $x$ @ref #import" in text_of(printed_book(course, book, "en"))


def test_a_sign_no_font_has_is_named(course: Course) -> None:
    with pytest.raises(SignLacking, match="𓀀"):
        printed_book(course, replace(course.books[0], text="# T\n\n𓀀\n"), "en")


def test_a_long_column_gets_more_room() -> None:
    table = markdown_tree("| a | b |\n| --- | --- |\n| 1 | a hundred words or nearly so, which need their room |\n", str)[0]

    assert table["widths"][1] > 2 * table["widths"][0]
