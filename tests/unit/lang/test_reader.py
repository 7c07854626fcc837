"""Which language the reader reads."""

import json
from pathlib import Path

import pytest

from ailab.lang import Language, as_language, decimal_text, reader_language


@pytest.mark.parametrize(
    ("word", "language"), [("fr", "fr"), ("fr_FR", "fr"), ("ar-MA", "ar"), ("EN", "en"), ("de", None), ("", None), (7, None)]
)
def test_a_locale_names_a_language(word: object, language: str | None) -> None:
    assert as_language(word) == language


def test_ailab_lang_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AILAB_LANG", "ar")

    assert reader_language() == "ar"


def test_the_open_notebook_names_its_language_at_each_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notebook = tmp_path / "a.ipynb"
    monkeypatch.setenv("JPY_SESSION_NAME", str(notebook))
    notebook.write_text(json.dumps({"metadata": {"ailab": {"language": "fr"}}}), encoding="utf-8")
    first = reader_language()
    notebook.write_text(json.dumps({"metadata": {"ailab": {"language": "ar"}}}), encoding="utf-8")

    assert (first, reader_language()) == ("fr", "ar")


@pytest.mark.parametrize("content", ["", "{", "[]", '{"metadata": 3}', '{"metadata": {"ailab": {"language": "xx"}}}'])
def test_a_notebook_that_says_nothing_is_english(content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notebook = tmp_path / "a.ipynb"
    notebook.write_text(content, encoding="utf-8")
    monkeypatch.setenv("JPY_SESSION_NAME", str(notebook))

    assert reader_language() == "en"


@pytest.mark.parametrize(("number", "language", "text"), [(2.5, "fr", "2,5"), (2.5, "ar", "2,5"), (2.5, "en", "2.5"), (4.0, "fr", "4"), (2.857, "en", "2.86")])
def test_numbers_are_written_as_their_readers_do(number: float, language: Language, text: str) -> None:
    assert decimal_text(number, language) == text
