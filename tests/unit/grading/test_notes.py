"""Every kind of note has words for its two readers."""

import pytest

from ailab.lang import LANGUAGES, Language
from ailab.office.grading.notes import NOTES, learner_text, trainer_text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", NOTES)
def test_a_note_speaks_to_the_learner_in_their_language(kind: str, language: Language) -> None:
    text = learner_text(kind, language)

    assert text.endswith(".")
    assert (text == NOTES[kind].learner) == (language == "en")


@pytest.mark.parametrize("kind", NOTES)
def test_a_note_tells_the_trainer_something_else(kind: str) -> None:
    assert trainer_text(kind) != NOTES[kind].learner
