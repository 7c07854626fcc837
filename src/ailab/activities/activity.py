"""What every activity is: a question, an answer in plain data, a still page that needs no script.

The answer lives in the notebook's answer cell and nowhere else. A front end writes it there (`live.py` and
`front/`), or the learner types it; a check reads it from there.
"""

from html import escape
from typing import Any, ClassVar

from ailab.activities.mistakes import ActivityMisused, answer_name, no_answer
from ailab.activities.presence import direction, mimebundle, prose, sided
from ailab.activities.written import answer_text
from ailab.lang import Language, library_translations, reader_language


class Activity:
    """Something to press, drag or write, whose answer is plain data.

    Each kind says what an answer is (`fit`), what its front end draws (`scene_parts`), and tells both in words.
    """

    kind: ClassVar[str] = ""
    views: ClassVar[tuple[str, ...]] = ()
    """Files of the front end that this kind needs besides the desk that all share."""

    def __init__(self, name: str, prompt: str) -> None:
        """Begin with an empty answer; an activity without a name has none."""
        self.name = answer_name(self.kind, name) if name else ""
        self.prompt = prompt
        self._value = self.empty()

    @property
    def value(self) -> Any:
        """The answer as plain data; a copy.

        Examples
        --------
        >>> from ailab.activities import quiz
        >>> question = quiz("planet", "Where are we?", {"a": "Earth", "b": "Mars"})
        >>> question.take("a")
        >>> question.value
        'a'
        """
        return self.fit(self._value)

    def take(self, value: Any) -> None:
        """Take an answer, as a front end or an answer cell gives it.

        Parameters
        ----------
        value : plain data
            What an answer of this kind looks like.

        Raises
        ------
        ActivityMisused
            When it is no answer here.

        Examples
        --------
        >>> from ailab.activities import quiz
        >>> quiz("planet", "Where are we?", {"a": "Earth", "b": "Mars"}).take("a")
        """
        try:
            self._value = self.fit(value)
        except ActivityMisused:
            raise
        except (TypeError, ValueError, KeyError, AttributeError, RecursionError):
            raise no_answer(value, self.example()) from None

    def empty(self) -> Any:
        """Return the answer before anything was done."""
        return None

    def fit(self, value: Any) -> Any:
        """Return an answer in its usual form; anything else raises."""
        return value

    def example(self) -> str:
        """Return what an answer may look like."""
        return answer_text(self.name, self.empty())

    def shown(self) -> Any:
        """Return the answer as the front end holds it."""
        return self.value

    def unshown(self, data: Any) -> Any:
        """Return the answer that the front end holds."""
        return data

    def scene_parts(self, language: Language) -> dict[str, Any]:
        """Return what the front end draws once."""
        return {}

    def play_parts(self, language: Language) -> dict[str, Any]:
        """Return what the front end shows for the answer of now."""
        return {}

    def told(self, language: Language) -> list[str]:
        """Return the activity in words, without its answer."""
        return []

    def answer_told(self, language: Language) -> list[str]:
        """Return the answer in words."""
        return []

    def said(self, language: Language) -> str:
        """Return one sentence on how far the answer is."""
        return ""

    def picture(self, language: Language) -> str:
        """Return the still page between question and answer, as HTML."""
        return "".join(f"<p>{prose(line)}</p>" for line in self.told(language))

    def scene(self, language: Language) -> dict[str, Any]:
        """Return what stays the same while the activity is used."""
        from ailab.activities.phrases import desk_words

        return {
            "kind": self.kind,
            "name": self.name,
            "language": language,
            "direction": direction(language),
            "prompt": self.prompt,
            "words": desk_words(language),
            **self.scene_parts(language),
        }

    def play(self, language: Language) -> dict[str, Any]:
        """Return what changes with the answer."""
        return {
            "value": self.shown(),
            "text": answer_text(self.name, self.value) if self.name else "",
            "twin": self.as_text(language),
            "said": self.said(language),
            **self.play_parts(language),
        }

    def as_text(self, language: Language | None = None) -> str:
        """Return the activity in words: question, what there is to choose from, answer.

        Parameters
        ----------
        language : {"ar", "en", "fr"}, optional
            The reader's when left out.

        Returns
        -------
        str
            Several lines.

        Examples
        --------
        >>> from ailab.activities import quiz
        >>> print(quiz("planet", "Where are we?", {"a": "Earth", "b": "Mars"}).as_text("en"))
        Where are we?
        a. Earth
        b. Mars
        My answer:
        nothing yet
        """
        chosen = language or reader_language()
        lines = [*([self.prompt] if self.prompt else []), *self.told(chosen), *self._told_answer(chosen)]
        return "\n".join(sided(part, chosen) for line in lines for part in line.split("\n"))

    def _told_answer(self, language: Language) -> list[str]:
        if not self.name:
            return []
        say = library_translations(language)
        return [say("My answer:"), *(self.answer_told(language) or [say("nothing yet")])]

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        language = reader_language()
        still = {"text/html": self._html(language), "text/plain": self.as_text(language)}
        return mimebundle(still, lambda: self._widget(language))

    def _widget(self, language: Language) -> Any:
        from ailab.activities.live import widget_for  # anywidget is needed only where something can be pressed

        return widget_for(self, language)

    def _html(self, language: Language) -> str:
        answer = "".join(f"<p>{prose(line)}</p>" for line in self._told_answer(language))
        return (
            f'<div class="ailab-activity-still" dir="{direction(language)}" lang="{escape(language)}" style="text-align:start;line-height:1.7">'
            f"<p><b>{prose(self.prompt)}</b></p>{self.picture(language)}{answer}</div>"
        )
