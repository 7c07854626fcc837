"""`predict`: first the prediction is written down, then the program runs."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any, ClassVar

from ailab.activities.activity import Activity
from ailab.activities.mistakes import ActivityMisused, named_texts, no_answer, say
from ailab.activities.phrases import predict_words
from ailab.activities.presence import code_line
from ailab.activities.tracing import trace
from ailab.activities.written import answer_text, number_or_text
from ailab.lang import Language, library_translations

_MOST = 20_000
_LONGEST = 400


def predict(
    name: str,
    question: str,
    options: Mapping[str, str] | Sequence[str] | None = None,
    *,
    code: str = "",
    result: object | Callable[[], object] = None,
) -> "Prediction":
    """Ask what will happen; only when a prediction is written down does it happen.

    Parameters
    ----------
    name : str
        Name of the answer in the cell below, for instance `prediction`.
    question : str
        What is asked.
    options : dict of str, optional
        Predictions to choose from, by short names; a line to write into when left out.
    code : str, optional
        A program that is shown, and runs once a prediction is there; what it prints is the outcome.
    result : object or function, optional
        The outcome, or a function that makes it, in place of a program.

    Returns
    -------
    Prediction
        The question; at the end of a cell it shows itself.

    Raises
    ------
    ActivityMisused
        When options are no texts, or the program is no Python.

    Examples
    --------
    >>> asked = predict("prediction", "What does it print?", code="print(2 + 2 * 3)")
    >>> asked.outcome is None
    True
    >>> asked.take(12)
    >>> asked.outcome
    '8'
    """
    known = {} if options is None else named_texts("predict", "options", options)
    program = str(code).strip("\n")
    try:
        compile(program, "<predicted>", "exec")
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 1
        raise ActivityMisused(say("`predict` needs a program. Python cannot read line {line} of this one.").format(line=line)) from None
    return Prediction(name, question, known, program, result)


class Prediction(Activity):
    """A question whose answer comes before the outcome; made by `predict`."""

    kind: ClassVar[str] = "predict"
    views: ClassVar[tuple[str, ...]] = ("forms.js", "predicting.js")

    def __init__(self, name: str, question: str, options: dict[str, str], code: str, result: object) -> None:
        """Begin without prediction and without outcome."""
        self.options, self.code, self._result = options, code, result
        self._outcome: object = None
        super().__init__(name, question)

    def fit(self, value: Any) -> Any:
        """Return one of the options, or a number or short text."""
        if value is None or (self.options and isinstance(value, str) and value in self.options):
            return value
        if self.options or isinstance(value, bool) or not isinstance(value, int | float | str) or len(str(value)) > _LONGEST:
            raise no_answer(value, self.example())
        return value.strip() or None if isinstance(value, str) else value

    def example(self) -> str:
        """Return an answer as it may look."""
        return answer_text(self.name, next(iter(self.options), 8))

    @property
    def outcome(self) -> object:
        """What happens: text that was printed, or the result; None as long as nothing is predicted.

        Examples
        --------
        >>> predict("prediction", "What is it?", result=7).outcome is None
        True
        """
        if self.value is None:
            return None
        if self._outcome is None:
            self._outcome = self._happens()
        return self._outcome

    def _happens(self) -> object:
        if not self.code:
            return self._result() if callable(self._result) else self._result
        run = trace(self.code, _MOST)
        return "\n".join(filter(None, (run.printed.rstrip(), run.error, "…" * run.cut)))

    def shown(self) -> Any:
        """Return a chosen option as a list, or the text that was written."""
        value = self.value
        if self.options:
            return [value] if value is not None else []
        return "" if value is None else str(value)

    def unshown(self, data: Any) -> Any:
        """Return the prediction that the front end holds; a number where one was written."""
        if self.options:
            return next(iter(data), None)
        return number_or_text(data) if data.strip() else None

    def scene_parts(self, language: Language) -> dict[str, Any]:
        """Return program, options and words."""
        options = [{"name": name, "label": text} for name, text in self.options.items()]
        return {"code": self.code, "options": options, "labels": predict_words(language)}

    def play_parts(self, language: Language) -> dict[str, Any]:
        """Return the outcome, once something was predicted."""
        outcome = self.outcome
        if self.value is None:
            return {"outcome": None}
        return {"outcome": _page(outcome), "predicted": self._predicted(), "same": self._is_same()}

    def _predicted(self) -> str:
        return self.options.get(str(self.value), str(self.value))

    def _is_same(self) -> bool | None:
        """Tell whether the outcome is what was predicted; None when it is no text to compare."""
        if not isinstance(self.outcome, str | int | float):
            return None
        return number_or_text(self._predicted()) == number_or_text(str(self.outcome))

    def said(self, language: Language) -> str:
        """Tell what to do next, or how prediction and outcome compare."""
        say = library_translations(language)
        if self.value is None:
            return say("Predict first. Then it runs.")
        if self._is_same() is None:
            return say("Compare: is this what you predicted?")
        if self._is_same():
            return say("Just as predicted.")
        return say("Not as predicted. Look at each line again: where does it go another way?")

    def told(self, language: Language) -> list[str]:
        """Return program and options."""
        lines = [code_line(line, language) for line in self.code.split("\n")] if self.code else []
        return [*lines, *(f"{name}. {text}" for name, text in self.options.items())]

    def answer_told(self, language: Language) -> list[str]:
        """Return prediction and outcome."""
        if self.value is None:
            return []
        say = library_translations(language)
        return [self._predicted(), say("What happens:"), *_words(self.outcome).splitlines()]

    def picture(self, language: Language) -> str:
        """Return program and options."""
        code = f'<pre dir="ltr" style="text-align:left">{escape(self.code)}</pre>' if self.code else ""
        options = "".join(f"<li>{escape(text)}</li>" for text in self.options.values())
        return code + (f"<ul>{options}</ul>" if options else "")


def _words(outcome: object) -> str:
    bundle: dict[str, Any] = getattr(outcome, "_repr_mimebundle_", dict)()
    return str(bundle.get("text/plain", outcome))


def _page(outcome: object) -> str:
    """Return an outcome as HTML: its own page where it has one, else its text."""
    bundle: dict[str, Any] = getattr(outcome, "_repr_mimebundle_", dict)()
    own = bundle.get("text/html") or getattr(outcome, "_repr_html_", str)()
    return str(own) or f'<pre dir="ltr">{escape(str(outcome))}</pre>'
