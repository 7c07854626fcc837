"""`quiz`: a question with answers to choose from, and a reason if one is asked for."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from ailab.activities.activity import Activity
from ailab.activities.mistakes import named_texts, no_answer
from ailab.activities.phrases import choice_words
from ailab.activities.written import answer_text
from ailab.lang import Language, library_translations


def quiz(
    name: str,
    question: str,
    options: Mapping[str, str] | Sequence[str],
    *,
    several: bool = False,
    reasons: Mapping[str, str] | Sequence[str] | None = None,
) -> "Quiz":
    """Ask a question with answers to choose from.

    Parameters
    ----------
    name : str
        Name of the answer in the cell below, for instance `answer`.
    question : str
        What is asked.
    options : dict of str
        What can be chosen, by short names.
    several : bool, optional
        Whether more than one may be chosen; the answer is then a list.
    reasons : dict of str, optional
        Reasons to choose one from; the answer is then `{"choice": …, "reason": …}`.

    Returns
    -------
    Quiz
        The question; at the end of a cell it shows itself.

    Raises
    ------
    ActivityMisused
        When options or reasons are no texts.

    Examples
    --------
    >>> question = quiz("answer", "Which of them are even?", {"a": "2", "b": "3", "c": "4"}, several=True)
    >>> question.take(["c", "a"])
    >>> question.value
    ['a', 'c']
    """
    because = {} if reasons is None else named_texts("quiz", "reasons", reasons)
    return Quiz(name, question, named_texts("quiz", "options", options), several, because)


class Quiz(Activity):
    """A question with answers to choose from; made by `quiz`."""

    kind: ClassVar[str] = "quiz"
    views: ClassVar[tuple[str, ...]] = ("forms.js", "choosing.js")

    def __init__(self, name: str, question: str, options: dict[str, str], several: bool, reasons: dict[str, str]) -> None:
        """Begin with nothing chosen."""
        self.options, self.several, self.reasons = options, several, reasons
        super().__init__(name, question)

    def empty(self) -> Any:
        """Return no choice."""
        choice: Any = [] if self.several else None
        return {"choice": choice, "reason": None} if self.reasons else choice

    def fit(self, value: Any) -> Any:
        """Return a choice among the options; several in the order of the options."""
        if not self.reasons:
            return self._chosen(value)
        if not isinstance(value, dict) or not set(value) <= {"choice", "reason"} or value.get("reason") not in (None, *self.reasons):
            raise no_answer(value, self.example())
        return {"choice": self._chosen(value.get("choice")), "reason": value.get("reason")}

    def _chosen(self, choice: Any) -> Any:
        if not self.several and choice in (None, *self.options):
            return choice
        names = [] if choice is None else choice
        if not self.several or not isinstance(names, list | tuple | set) or not set(names) <= set(self.options):
            raise no_answer(choice, self.example())
        return [option for option in self.options if option in names]

    def example(self) -> str:
        """Return the first option as an answer."""
        first = next(iter(self.options))
        choice = [first] if self.several else first
        return answer_text(self.name, {"choice": choice, "reason": next(iter(self.reasons))} if self.reasons else choice)

    def shown(self) -> Any:
        """Return choices as lists, one or several alike."""
        value = self.value if self.reasons else {"choice": self.value, "reason": None}
        choice = value["choice"]
        return {"choice": choice if self.several else [choice] if choice else [], "reason": [value["reason"]] if value["reason"] else []}

    def unshown(self, data: Any) -> Any:
        """Return the answer that the front end holds as lists."""
        choice = data["choice"] if self.several else next(iter(data["choice"]), None)
        return {"choice": choice, "reason": next(iter(data["reason"]), None)} if self.reasons else choice

    def scene_parts(self, language: Language) -> dict[str, Any]:
        """Return options, reasons and words."""
        return {
            "options": [{"name": name, "label": text} for name, text in self.options.items()],
            "several": self.several,
            "reasons": [{"name": name, "label": text} for name, text in self.reasons.items()],
            "labels": choice_words(language),
        }

    def said(self, language: Language) -> str:
        """Tell what is still to be chosen."""
        say = library_translations(language)
        chosen = self.shown()
        if not chosen["choice"]:
            return say("Choose all that are right.") if self.several else say("Choose one.")
        if self.reasons and not chosen["reason"]:
            return say("And why? Choose a reason.")
        return ""

    def told(self, language: Language) -> list[str]:
        """Return options and reasons."""
        say = library_translations(language)
        reasons = [say("Why?"), *(f"{name}. {text}" for name, text in self.reasons.items())] if self.reasons else []
        return [*(f"{name}. {text}" for name, text in self.options.items()), *reasons]

    def answer_told(self, language: Language) -> list[str]:
        """Return what was chosen."""
        chosen = self.shown()
        return [self.options[name] for name in chosen["choice"]] + [self.reasons[name] for name in chosen["reason"]]
