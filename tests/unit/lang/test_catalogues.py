"""The library's own messages, and those beside a notebook."""

import ast
import re
from pathlib import Path
from typing import get_args

import polib
import pytest

from ailab.lang import LANGUAGES, Language, folder_translations, library_translations, t

ROOT = Path(__file__).resolve().parents[3]
SAID = re.compile(r"""\b(?:say|self\._say|self\.say)\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)""")


def said_in_the_library() -> set[str]:
    """Return every constant text given to say(…) in the package."""
    found = set()
    for path in (ROOT / "src").rglob("*.py"):
        for texts in SAID.findall(path.read_text(encoding="utf-8")):
            found.add(ast.literal_eval(f"({texts})"))
    return found


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_every_message_of_the_library_is_translated(language: Language) -> None:
    po = polib.pofile((ROOT / "src/ailab/locale" / f"{language}.po").read_text(encoding="utf-8"))
    translated = {entry.msgid for entry in po.translated_entries()}

    assert sorted(said_in_the_library() - translated) == []


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_translations_keep_placeholders_and_code(language: str) -> None:
    po = polib.pofile((ROOT / "src/ailab/locale" / f"{language}.po").read_text(encoding="utf-8"))
    kept = re.compile(r"\{[a-z_]+\}|`[^`]+`")

    assert [entry.msgid for entry in po if sorted(kept.findall(entry.msgid)) != sorted(kept.findall(entry.msgstr))] == []


def test_english_texts_are_their_own_translation() -> None:
    assert library_translations("en")("All right!") == "All right!"


def test_a_folder_without_catalogue_translates_nothing(tmp_path: Path) -> None:
    assert folder_translations(tmp_path, "ar")("Prices:") == "Prices:"


def test_t_prefers_the_words_beside_the_notebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "locale").mkdir()
    po = polib.POFile()
    po.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    po.append(polib.POEntry(msgid="Prices:", msgstr="Prix :"))
    po.save_as_mofile(str(tmp_path / "locale" / "fr.mo"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AILAB_LANG", "fr")

    assert t("Prices:") == "Prix :"


def test_three_languages() -> None:
    assert get_args(Language) == LANGUAGES == ("ar", "en", "fr")
