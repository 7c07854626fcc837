"""Every page in three languages, whatever people are called."""

import re
from pathlib import Path

import polib
import pytest
from tests.unit.desk.addresses import CHILD, PAGES
from tests.unit.desk.conftest import Browser, Desk
from tests.unit.desk.sample import CLASS, MODULE, ROOT, STAMP

from ailab.office.centre import Centre, session_of
from ailab.office.centre.groups import in_order
from ailab.office.centre.tables import Extension, Group, Person

HOSTILE = '<script>alert("1")</script><img src=x onerror=alert(2)>'
DESK = ROOT / "src" / "ailab" / "office" / "desk"


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("fr", "ltr"), ("en", "ltr")])
def test_every_page_says_its_language_and_direction(trainer: Browser, language: str, direction: str) -> None:
    trainer.press("language", {"language": language, "here": ""})

    for path in ("", *PAGES):
        assert f'<html lang="{language}" dir="{direction}">' in trainer.page(path)


def test_no_page_holds_a_script_or_a_style_of_its_own(trainer: Browser) -> None:
    for path in ("", *PAGES):
        page = trainer.page(path)
        assert not re.search(r"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=", page), path


def test_names_and_reasons_are_shown_and_never_run(desk: Desk, centre: Centre, trainer: Browser) -> None:
    with session_of(centre) as session:
        person, group, teacher = session.get(Person, CHILD), session.get(Group, CLASS), session.get(Person, desk.staff["trainer"])
        assert person
        assert group
        assert teacher
        person.pseudonym = person.display_name = teacher.display_name = HOSTILE
        group.title = HOSTILE
        session.add(Extension(person=CHILD, module=MODULE, due_at="2026-12-01T22:59:00Z", reason=HOSTILE, by="x", at=STAMP))

    for path in ("", *PAGES):
        page = trainer.page(path)
        assert "<script>alert" not in page, path
        assert "<img src=x" not in page, path
    assert "&lt;script&gt;" in trainer.page(f"class/{CLASS}/learners/")


def test_the_language_stays_chosen_and_leads_back_to_the_page(trainer: Browser) -> None:
    answer = trainer.press("language", {"language": "fr", "here": f"class/{CLASS}/hard/"})

    assert answer.url.path == f"/class/{CLASS}/hard/"
    assert 'lang="fr"' in trainer.page()


@pytest.mark.parametrize("here", ["//elsewhere.example/", "https://elsewhere.example/", "/\\elsewhere.example", "javascript:1"])
def test_the_language_never_leads_elsewhere(trainer: Browser, here: str) -> None:
    assert trainer.press("language", {"language": "ar", "here": here}).url.path == "/"


def test_the_morning_says_what_waits(trainer: Browser) -> None:
    page = trainer.page()

    assert "Today at 09:00" in page
    assert f"class/{CLASS}/attendance/5/" in page
    assert '<span class="count">3</span> handed in, to grade' in page
    assert "learners who may need you" in page


def test_people_are_sorted_as_a_person_would() -> None:
    names = ["Gazelle 10", "gazelle 2", "Fennec", "غزالة 3"]
    people = [Person(id=str(at), kind="learner", login=name, pseudonym=name, created_at=STAMP) for at, name in enumerate(names)]

    assert [each.pseudonym for each in in_order(people)] == ["Fennec", "gazelle 2", "Gazelle 10", "غزالة 3"]


def said_on_pages(folder: Path) -> set[str]:
    texts = re.compile(r"""\b(?:say|tell)\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')""")
    return {double or single for path in folder.glob("*.html") for double, single in texts.findall(path.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_everything_on_the_pages_is_translated(language: str) -> None:
    po = polib.pofile((ROOT / "src/ailab/locale" / f"{language}.po").read_text(encoding="utf-8"))
    entries = set(re.findall(r'Entry\(words="([^"]+)"', (DESK / "own.py").read_text(encoding="utf-8")))

    assert sorted((said_on_pages(DESK / "templates") | entries) - {entry.msgid for entry in po.translated_entries()}) == []
