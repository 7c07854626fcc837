"""`reflect` and `stars`: looking back in one's own words, or with stars."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from ailab.activities.activity import Activity
from ailab.activities.mistakes import named_texts, no_answer, say, whole_number
from ailab.activities.phrases import reflect_words
from ailab.activities.written import answer_text
from ailab.lang import Language, library_translations

_LONGEST = 2000


def reflect(name: str, questions: Mapping[str, str] | Sequence[str], *, prompt: str = "") -> "Reflection":
    """Show questions to look back on, each with room for a few words.

    Parameters
    ----------
    name : str
        Name of the answer in the cell below, for instance `looking_back`.
    questions : dict of str
        The questions, by short names.
    prompt : str, optional
        What there is to do; a sentence of ours when left out.

    Returns
    -------
    Reflection
        The card; at the end of a cell it shows itself.

    Raises
    ------
    ActivityMisused
        When the questions are no texts.

    Examples
    --------
    >>> card = reflect("looking_back", {"new": "What was new?"})
    >>> card.take({"new": "The loop"})
    >>> card.value
    {'new': 'The loop'}
    """
    return Reflection(name, prompt or say("Look back."), named_texts("reflect", "questions", questions))


def stars(name: str, statements: Mapping[str, str] | Sequence[str], *, most: int = 3, prompt: str = "") -> "Stars":
    """Show statements to be rated with stars, for those who accompany a group.

    Parameters
    ----------
    name : str
        Name of the answer in the cell below, for instance `rating`.
    statements : dict of str
        What is rated, by short names.
    most : int, optional
        How many stars there are at most, 2 to 5.
    prompt : str, optional
        What there is to do; a sentence of ours when left out.

    Returns
    -------
    Stars
        The statements; at the end of a cell they show themselves.

    Raises
    ------
    ActivityMisused
        When the statements are no texts, or the number of stars is out of bounds.

    Examples
    --------
    >>> rating = stars("rating", {"works": "The robot arrives"})
    >>> rating.take({"works": 2})
    >>> rating.value
    {'works': 2}
    """
    known = named_texts("stars", "statements", statements)
    return Stars(name, prompt or say("How many stars?"), known, whole_number("stars", "most", most, 2, 5))


class Reflection(Activity):
    """Questions with room for words; made by `reflect`."""

    kind: ClassVar[str] = "reflect"
    views: ClassVar[tuple[str, ...]] = ("forms.js", "reflecting.js")

    def __init__(self, name: str, prompt: str, questions: dict[str, str]) -> None:
        """Begin without words."""
        self.questions = questions
        super().__init__(name, prompt)

    def empty(self) -> Any:
        """Return no words."""
        return dict.fromkeys(self.questions, "")

    def fit(self, value: Any) -> Any:
        """Return the words to each question."""
        fits = isinstance(value, dict) and set(value) <= set(self.questions)
        if not fits or not all(isinstance(text, str) and len(text) <= _LONGEST for text in value.values()):
            raise no_answer(value, self.example())
        return {name: value.get(name, "").strip() for name in self.questions}

    def scene_parts(self, language: Language) -> dict[str, Any]:
        """Return questions and words."""
        return {"questions": [{"name": name, "label": text} for name, text in self.questions.items()], "longest": _LONGEST}

    def said(self, language: Language) -> str:
        """Tell how many questions have words."""
        say = library_translations(language)
        count = sum(1 for text in self.value.values() if text)
        return say("Answered: {count} of {all}").format(count=count, all=len(self.questions))

    def told(self, language: Language) -> list[str]:
        """Return the questions."""
        return [f"{name}. {text}" for name, text in self.questions.items()]

    def answer_told(self, language: Language) -> list[str]:
        """Return the words."""
        return [f"{name}. {text}" for name, text in self.value.items() if text]


class Stars(Activity):
    """Statements to be rated; made by `stars`."""

    kind: ClassVar[str] = "stars"
    views: ClassVar[tuple[str, ...]] = ("forms.js", "rating.js")

    def __init__(self, name: str, prompt: str, statements: dict[str, str], most: int) -> None:
        """Begin without stars."""
        self.statements, self.most = statements, most
        super().__init__(name, prompt)

    def empty(self) -> Any:
        """Return no rating, which is not the same as no star."""
        return dict.fromkeys(self.statements)

    def fit(self, value: Any) -> Any:
        """Return a number of stars, or None, for each statement."""
        fits = isinstance(value, dict) and set(value) <= set(self.statements)
        if not fits or not all(count is None or (type(count) is int and 0 <= count <= self.most) for count in value.values()):
            raise no_answer(value, self.example())
        return {name: value.get(name) for name in self.statements}

    def example(self) -> str:
        """Return all stars for the first statement."""
        return answer_text(self.name, {next(iter(self.statements)): self.most})

    def scene_parts(self, language: Language) -> dict[str, Any]:
        """Return statements and words."""
        words = reflect_words(language)
        counts = [words["stars"].format(count=count, most=self.most) for count in range(self.most + 1)]
        return {
            "statements": [{"name": name, "label": text} for name, text in self.statements.items()],
            "most": self.most,
            "counts": counts,
        }

    def said(self, language: Language) -> str:
        """Tell how much is rated."""
        say = library_translations(language)
        count = sum(1 for number in self.value.values() if number is not None)
        return say("Rated: {count} of {all}").format(count=count, all=len(self.statements))

    def told(self, language: Language) -> list[str]:
        """Return the statements."""
        return [f"{name}. {text}" for name, text in self.statements.items()]

    def answer_told(self, language: Language) -> list[str]:
        """Return the stars, as signs and as numbers."""
        rated = ((name, count) for name, count in self.value.items() if count is not None)
        return [f"{self.statements[name]}: {'★' * count}{'☆' * (self.most - count)} {count}/{self.most}" for name, count in rated]
