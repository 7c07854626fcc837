"""A report on the learner's screen: a picture in words, in HTML and in plain text.

Hidden cases appear as a count and nothing else.
"""

import re
from dataclasses import asdict, dataclass
from html import escape
from typing import Any, Final, Self

from ailab.checks.better import better_words
from ailab.checks.findings import MOST_STARS, Finding, Findings, Results, stars
from ailab.checks.history import History, Rung
from ailab.lang import EMPTY, Language, Translations, decimal_text, library_translations

FINDINGS_TYPE: Final = "application/vnd.ailab.findings+json"
"""Mime type under which the findings travel in a notebook; a convenience for feedback, never a grade."""

_LONGEST_VALUE: Final = 60
_LONGEST_IN_LINE: Final = 24
_GREEN, _AMBER, _GREY = "#1a7f37", "#9a6700", "#57606a"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What `check` shows, and the points it returns."""

    findings: Findings
    points: float
    maximum: int
    language: Language
    translate: Translations = EMPTY
    trouble: str = ""
    results: Results = "points"
    rungs: tuple[Rung, ...] = ()
    """Hints to show, lowest first; without them the hint of the findings stands alone."""
    before: Findings | None = None
    """What the check before this one found out in the same kernel."""
    history: History | None = None
    """What has been shown, this report included; None where nobody keeps count."""

    @classmethod
    def broken(cls, exercise: str, trouble: str, *, language: Language) -> Self:
        """Return the report for a check that cannot run: nobody's answer is to blame."""
        return cls(findings=Findings(exercise=exercise, cases=()), points=0.0, maximum=0, language=language, trouble=trouble)

    def lines(self) -> list["Line"]:
        """Return what there is to say, one thing a line, in the reader's language."""
        say = library_translations(self.language)
        if self.trouble:
            return [
                Line(mark="!", text=say("This check cannot run here. It is not your fault: show this line to your trainer.")),
                Line(text=self.trouble),
            ]
        return [
            *self._missing(say),
            *(self._case(finding, say) for finding in self.findings.cases if not finding.hidden),
            *self._hidden(say),
            *self._better(say),
            *self._hints(say),
            self._score(say),
        ]

    def _missing(self, say: Translations) -> list["Line"]:
        return [
            Line(
                mark="?",
                text=say("There is no `{name}` yet. Did you mean it when you wrote `{near}`? Give it exactly the name `{name}`.").format(
                    name=name, near=near
                ),
            )
            if near
            else Line(mark="?", text=say("There is no `{name}` yet. Write it, run its cell, then run this one again.").format(name=name))
            for name, near in self.findings.missing
        ]

    def _case(self, finding: Finding, say: Translations) -> "Line":
        label = self.translate(finding.label)
        if finding.passed:
            return Line(mark="✔", text=label)
        difference = self._difference(finding, say)
        return Line(mark="✘", text=say("{label}: {difference}").format(label=label, difference=difference[0]) if difference else label)

    def _difference(self, finding: Finding, say: Translations) -> list[str]:
        if finding.error == "NotDefined":
            return []
        if finding.error == "TimeUp":
            return [say("Your program did not stop. Look for a loop that never ends.")]
        if finding.error == "NotPlainData":
            return [say("What it gave is not something this check can read.")]
        if finding.error:
            return [say("It stopped with `{error}`.").format(error=finding.error)]
        if not finding.expected:
            return []
        if finding.given is ...:
            return []
        if repr(finding.given) == finding.expected:
            # It `needs` a case that is not right: two equal values would tell nothing.
            return [say("This counts once the lines above are right.")]
        return [
            say("You gave `{given}`; expected `{expected}`.").format(given=_short(repr(finding.given)), expected=_short(finding.expected))
        ]

    def _hidden(self, say: Translations) -> list["Line"]:
        hidden = [finding for finding in self.findings.cases if finding.hidden]
        passed = sum(finding.passed for finding in hidden)
        if not hidden:
            return []
        mark = "✔" if passed == len(hidden) else "✘"
        return [Line(mark=mark, text=say("With other values: {passed} of {all} right.").format(passed=passed, all=len(hidden)))]

    def _better(self, say: Translations) -> list["Line"]:
        words = better_words(self.before, self.findings, say) if self.before else ""
        return [Line(mark="▲", text=words)] if words else []

    def _hints(self, say: Translations) -> list["Line"]:
        hint = self.findings.hint
        rungs = self.rungs or ((Rung(text=hint, number=1, of=1),) if hint else ())
        return [Line(mark="➜", text=f"{_rung_title(rung, say)} {self.translate(rung.text)}") for rung in rungs]

    def _score(self, say: Translations) -> "Line":
        mark, text = self._stars(say) if self.results == "stars" else self._points(say)
        if self.findings.share == 1:
            return Line(mark=mark, text=f"{say('All right!')} {text}")
        return Line(mark=mark, text=f"{text} {say('Change your answer and check again as often as you like.')}")

    def _points(self, say: Translations) -> tuple[str, str]:
        text = say("{points} of {maximum} points.").format(points=decimal_text(self.points, self.language), maximum=self.maximum)
        return "★" if self.findings.share == 1 else "•", text

    def _stars(self, say: Translations) -> tuple[str, str]:
        count = stars(self.findings.share)
        text = say("{stars} of {all} stars.").format(stars=count, all=MOST_STARS) if count else say("No star yet.")
        return drawn_stars(count), text

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        return {
            "text/html": _html(self.lines(), self.language),
            "text/plain": self.as_text(),
            FINDINGS_TYPE: self.as_data(),
        }

    def as_text(self) -> str:
        """Return the report as plain text: the twin of its picture."""
        return "\n".join(f"{line.mark} {line.text}".strip() for line in self.lines())

    def as_data(self) -> dict[str, Any]:
        """Return the findings as JSON data without any value of the learner or the check."""
        kept = ("case", "passed", "weight", "hidden", "error")
        return {
            "exercise": self.findings.exercise,
            "points": self.points,
            "maximum": self.maximum,
            "misconception": self.findings.misconception,
            "cases": [{key: asdict(finding)[key] for key in kept} for finding in self.findings.cases],
            **({"stars": stars(self.findings.share)} if self.results == "stars" else {}),
            # Since the kernel started, told to the trainer; like everything here it is no grade.
            **({} if self.history is None else {"hints": len(self.history.hints)}),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a report: a mark that is a shape, not only a colour, and words."""

    text: str
    mark: str = ""


def drawn_stars(count: int) -> str:
    """Return stars as shapes: filled ones that are reached, then empty ones."""
    return "★" * count + "☆" * (MOST_STARS - count)


def _rung_title(rung: Rung, say: Translations) -> str:
    return say("Hint:") if rung.of == 1 else say("Hint {number} of {all}:").format(number=rung.number, all=rung.of)


def _html(lines: list[Line], language: Language) -> str:
    direction = "rtl" if language == "ar" else "ltr"
    # Two columns, so that a long line never runs on below its mark.
    rows = "".join(
        f'<li style="display:flex;gap:.4em;margin:.25em 0"><b style="color:{_color(line.mark)}" aria-hidden="true">{_drawn(line.mark, direction)}</b>'
        f"<span>{_prose(line.text)}</span></li>"
        for line in lines
    )
    return (
        f'<div class="ailab-check" dir="{direction}" lang="{language}" style="text-align:start;line-height:1.7">'
        f'<ul style="list-style:none;margin:0;padding:0">{rows}</ul></div>'
    )


def _color(mark: str) -> str:
    return {"✔": _GREEN, "▲": _GREEN, "★": _GREEN, "★★★": _GREEN, "✘": _AMBER, "➜": _AMBER, "?": _AMBER}.get(mark, _GREY)


def _drawn(mark: str, direction: str) -> str:
    # The arrow points at its words.
    return "←" if mark == "➜" and direction == "rtl" else escape(mark)


def _prose(text: str) -> str:
    """Return escaped text whose `code` stays left-to-right inside an Arabic sentence, and a long value in one piece."""
    return re.sub(r"`([^`]+)`", _code, escape(text, quote=False))


def _code(found: re.Match[str]) -> str:
    style = ' style="display:inline-block;max-width:100%;text-align:left"' if len(found[1]) > _LONGEST_IN_LINE else ""
    return f'<bdi dir="ltr"{style}><code>{found[1]}</code></bdi>'


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_VALUE else text[: _LONGEST_VALUE - 1] + "…"
