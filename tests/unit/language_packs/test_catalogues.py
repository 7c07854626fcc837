"""The catalogues people write: complete, placeholders kept, words of the glossary, alive in the installed front end."""

import re
from pathlib import Path
from types import ModuleType

import polib
import pytest

from ailab.lang import Language
from ailab.office.course import Course

from .front_end import Message

ROOT = Path(__file__).resolve().parents[3]
CATALOGUES = sorted((ROOT / "language_packs").rglob("*.po"))
SEEN = polib.pofile(str(Path(__file__).with_name("seen.pot")))

# JupyterLab puts its English word for the kind of document here: Arabic leaves it out.
NAMES_THE_DOCUMENT = {
    "Are you sure you want to reload the %1 from the disk?",
    "Are you sure you want to revert the %1 to checkpoint? ",
    "Delete %1",
    "Duplicate %1",
    "New View for %1",
    "No checkpoints are available for this %1.",
    "Reload %1 from Disk",
    "Rename%1…",
    "Revert %1 to Checkpoint…",
    "Revert %1 to checkpoint",
    "Save %1",
    "Save %1 As…",
}
FORMS = {"ar": 6, "fr": 2}


def name(path: Path) -> str:
    return f"{path.parent.name}-{path.stem}"


@pytest.fixture(params=CATALOGUES, ids=name)
def path(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


@pytest.fixture
def catalogue(path: Path) -> polib.POFile:
    return polib.pofile(str(path))


def message(entry: polib.POEntry) -> Message:
    return Message(entry.msgctxt or "", entry.msgid)


def texts(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) or [entry.msgstr]


def test_every_message_is_translated_once(catalogue: polib.POFile) -> None:
    assert not [entry.msgid for entry in catalogue if entry.fuzzy or not all(texts(entry))]
    assert len({message(entry) for entry in catalogue}) == len(catalogue)


def test_messages_stand_in_order(catalogue: polib.POFile) -> None:
    keys = [(entry.msgid.lower(), entry.msgctxt or "", entry.msgid) for entry in catalogue]

    assert [key[0] for key in keys] == sorted(key[0] for key in keys)


def test_header_names_language_forms_and_reviewer(path: Path, catalogue: polib.POFile) -> None:
    language = path.parent.name

    assert catalogue.metadata["Language"] == language
    assert catalogue.metadata["Plural-Forms"].startswith(f"nplurals={FORMS[language]};")
    assert catalogue.metadata["X-Reviewed-By"]
    assert {len(entry.msgstr_plural) for entry in catalogue if entry.msgid_plural} <= {FORMS[language]}


def test_placeholders_are_kept(catalogue: polib.POFile) -> None:
    wrong = []
    for entry in catalogue:
        wanted = set(re.findall(r"%\d", entry.msgid + entry.msgid_plural))
        # A form for exactly one or two says so in words.
        found = [set(re.findall(r"%\d", text)) for text in texts(entry)]
        kept = all(each <= wanted for each in found) and (entry.msgid_plural or found[0] == wanted)
        if not kept and entry.msgid not in NAMES_THE_DOCUMENT:
            wrong.append(entry.msgid)

    assert wrong == []


def test_spaces_at_the_ends_are_kept(catalogue: polib.POFile) -> None:
    edges = re.compile(r"^[ \n]*|[ \n]*$")

    assert not [entry.msgid for entry in catalogue if any(edges.findall(text) != edges.findall(entry.msgid) for text in texts(entry))]


def test_every_message_is_asked_for_by_the_installed_front_end(catalogue: polib.POFile, asked: frozenset[Message]) -> None:
    stale = [message(entry) for entry in catalogue if message(entry) not in asked]

    assert stale == [], "JupyterLab no longer asks for these: take them out of language_packs/"


def test_words_follow_the_glossary(path: Path, catalogue: polib.POFile, course: Course) -> None:
    language: Language = "ar" if path.parent.name == "ar" else "fr"
    wrong = [form for term in course.glossary for form in term.forbidden[language]]
    pattern = re.compile(r"(?<!\w)(?:[وفبكل]?ال|[وفبكل])?(" + "|".join(map(re.escape, wrong)) + r")(?!\w)", re.IGNORECASE)

    assert not [text for entry in catalogue for text in texts(entry) if pattern.search(text)]


@pytest.mark.parametrize("path", [path for path in CATALOGUES if path.parent.name == "ar"], ids=name)
def test_arabic_has_its_own_marks_and_latin_digits(catalogue: polib.POFile) -> None:
    foreign = re.compile("[٠-٩۰-۹?]|[ء-ي][,;]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]")

    assert not [text for entry in catalogue for text in texts(entry) if foreign.search(text)]


@pytest.mark.parametrize("path", [path for path in CATALOGUES if path.parent.name == "fr"], ids=name)
def test_french_has_no_break_spaces_and_its_own_apostrophe(catalogue: polib.POFile) -> None:
    wrong = re.compile("'|[^\u00a0\\d%][?!;»]|[^\u00a0]:(?![%\\d])|«[^\u00a0]")

    assert not [text for entry in catalogue for text in texts(entry) if wrong.search(text)]


def test_what_learners_see_is_still_asked_for(asked: frozenset[Message]) -> None:
    assert not [message(entry) for entry in SEEN if message(entry) not in asked]


def test_everything_learners_see_is_in_arabic() -> None:
    arabic = {message(entry) for path in CATALOGUES if path.parent.name == "ar" for entry in polib.pofile(str(path))}

    assert len(SEEN) > 400
    assert not [message(entry) for entry in SEEN if message(entry) not in arabic]


def test_everything_learners_see_is_in_french(build: ModuleType) -> None:
    pytest.importorskip("jupyterlab_language_pack_fr_FR", reason="the French pack is missing: make setup")
    pack = next(pack for pack in build.PACKS if pack.locale == "fr")
    french = {message(entry) for found in build.catalogues(pack).values() for entry in found if build.translations(entry)}

    assert not [message(entry) for entry in SEEN if message(entry) not in french]
