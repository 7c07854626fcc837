"""The report as a page, a PDF and a sheet, in three languages; leads alone get it."""

import csv
import io
import re

import pypdfium2
import pytest
from tests.unit.desk.conftest import Desk
from tests.unit.desk.sample import SIZE, learner_id

from ailab.lang import LANGUAGES, Language
from ailab.office.centre import Centre, session_of
from ailab.office.centre.report import About, Period, Row, Words, make_report, report, report_csv, report_pdf
from ailab.office.centre.tables import Person

PERIOD = Period(first="2026-09-01", last="2026-11-20")
ABOUT = About(centre="Sample center", place="Berkane", edition="ma", made_on="2026-11-20")


def words_for(language: Language, city: str = "وجدة", title: str = "Classe du lundi") -> Words:
    def row(group: str, gender: str, number: int) -> Row:
        return Row(
            group=group,
            title=title if group == "a" else "قسم المساء",
            city=city,
            gender=gender,
            band="11-14",
            minutes=300 + number,
            attended=True,
            completed=number % 2 == 0,
            certified=False,
        )

    rows = [row(group, gender, number) for group in "ab" for gender in ("f", "m", "") for number in range({"f": 9, "m": 12, "": 1}[gender])]
    return Words(report=report(rows, PERIOD), about=ABOUT, language=language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_is_the_same_each_time_and_holds_the_numbers(language: Language) -> None:
    first, again = (report_pdf(words_for(language)) for _ in range(2))

    document = pypdfium2.PdfDocument(first)
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    assert first == again
    assert b"pdfaid" in first
    assert b"pdfuaid" in first
    assert "44" in text
    assert "Sample" in text


@pytest.mark.parametrize(("language", "separator"), [("ar", ";"), ("fr", ";"), ("en", ",")])
def test_the_sheet_opens_with_a_double_click(language: Language, separator: str) -> None:
    content = report_csv(words_for(language))

    assert content.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=separator))
    heads = lines[2]
    totals = [line for line in lines[3:] if len(line) == len(heads) == 8]
    assert totals[0][3:] != ["", "", "", "", ""]
    assert len({line[0] for line in totals}) == 3


def test_a_sheet_runs_no_formula() -> None:
    content = report_csv(words_for("en", city="=HYPERLINK(1)", title="+1")).decode()

    assert "'=HYPERLINK(1)" in content
    assert not re.search(r"(?m)(^|,)\"?[=+@]", content)


def test_small_numbers_are_in_no_file_and_absent_is_not_zero() -> None:
    words = words_for("en")

    (gender,) = (table for table in words.report.sections[0].tables if table.dimension == "gender")
    cells = [words.cells("gender", line) for line in gender.lines]
    assert [line[0] for line in cells] == ["Girls and women", "Boys and men", "Not given", "Total"]
    assert cells[2][1:] == ["×"] * 5
    assert cells[3][4] == "×"
    assert "–" in {
        words.number(number) for table in report([], PERIOD).sections[0].tables for line in table.lines for number in line.numbers
    }


def test_letters_that_no_font_has_are_refused_in_words() -> None:
    from ailab.errors import Refused

    with pytest.raises(Refused, match="Write this city or class"):
        report_pdf(words_for("en", city="京都"))


def test_a_report_of_the_sample_class_names_nobody(centre: Centre) -> None:
    with session_of(centre) as session:
        words = make_report(session, centre, PERIOD, made_on="2026-11-20", language="fr")

    text = report_csv(words).decode() + str(words.plain())
    assert str(SIZE + 1) in text
    assert not [word for word in ("Gazelle", "Sample learner", "c1-") if word in text]


def test_leads_get_the_page_and_the_files(desk: Desk) -> None:
    lead = desk.browser("lead")
    page = lead.page("report/?first=2026-11-01&last=2026-11-20")

    assert "What the numbers mean" in page
    assert lead.get("report/pdf?first=2026-11-01&last=2026-11-20&language=ar").content.startswith(b"%PDF")
    sheet = lead.get("report/csv?first=2026-11-01&last=2026-11-20&language=fr")
    assert sheet.headers["content-disposition"] == 'attachment; filename="report-2026-11-01-2026-11-20-fr.csv"'
    assert "Report" in lead.page("")


@pytest.mark.parametrize("path", ["report/", "report/pdf", "report/csv"])
def test_a_trainer_gets_no_report(desk: Desk, path: str) -> None:
    trainer = desk.browser("trainer")

    assert trainer.get(path).status_code == 403
    assert 'href="/report/"' not in trainer.page("")


@pytest.mark.parametrize("query", ["first=x", "last=2026-13-01", "first=2026-12-01&last=2026-11-01", "first=%3Cscript%3E"])
def test_days_that_are_none_are_said_so_on_the_page(desk: Desk, query: str) -> None:
    page = desk.browser("lead").page(f"report/?{query}")

    assert 'role="alert"' in page
    assert "<script>" not in page


def test_names_of_cities_are_shown_and_never_run(desk: Desk, centre: Centre) -> None:
    with session_of(centre) as session:
        for number in range(1, SIZE + 1):
            session.get_one(Person, learner_id(number)).place = "<script>alert(1)</script>"

    page = desk.browser("lead").page("report/?first=2026-11-01&last=2026-11-20")

    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
