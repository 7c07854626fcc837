"""The page of results drawn: from what the centre says to the records the template lays out, in the reader's language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ailab.checks.findings import MOST_STARS
from ailab.checks.show import drawn_stars
from ailab.lang import Language, Translations, decimal_text, library_translations
from ailab.office.lab.coursemap import CourseMap, Module, word
from ailab.office.lab.hand_in.of_round import RESULTS
from ailab.office.lab.hand_in.send import day_text, when_text, zone_named


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One exercise that came back."""

    title: str
    link: str
    stars: str
    """As shapes, or empty."""
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """One attempt."""

    words: str
    code: str
    partner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One module."""

    slug: str
    title: str
    due: str
    attempts: tuple[Handed, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One certificate."""

    link: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultsPage:
    """Everything on the page."""

    language: Language
    direction: str
    home: str
    parts: tuple[Part, ...]
    papers: tuple[Paper, ...]
    trouble: str = ""


def results_page(mine: Mapping[str, Any], course: CourseMap, language: Language, *, address: str) -> ResultsPage:
    """Return what the page shows of what the centre says.

    Raises
    ------
    KeyError, TypeError, ValueError
        When the centre speaks another language than ours.
    """
    draw = _Draw(mine=mine, course=course, language=language, address=address, say=library_translations(language))
    return ResultsPage(
        language=language,
        direction="rtl" if language == "ar" else "ltr",
        home=f"{address}ailab",
        parts=tuple(draw.parts()),
        papers=tuple(draw.papers()),
    )


def no_results_page(language: Language, trouble: str, *, address: str) -> ResultsPage:
    """Return the page when the centre says nothing."""
    direction = "rtl" if language == "ar" else "ltr"
    return ResultsPage(language=language, direction=direction, home=f"{address}ailab", parts=(), papers=(), trouble=trouble)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draw:
    """Records for one reader."""

    mine: Mapping[str, Any]
    course: CourseMap
    language: Language
    address: str
    say: Translations

    def parts(self) -> Iterator[Part]:
        for module in self.course.modules:
            facts = self.mine["modules"].get(module.slug)
            if facts and (facts["results"] or facts["attempts"]):
                yield self._part(module, facts)

    def papers(self) -> Iterator[Paper]:
        for each in self.mine["certificates"]:
            day = day_text(str(each["at"]), self.language, self.course.edition, zone_named(str(self.mine["zone"])))
            yield Paper(link=f"{self.address}{RESULTS}/certificate/{int(each['number'])}", words=self._paper(str(each["kind"]), day))

    def _paper(self, kind: str, day: str) -> str:
        titles = {"participation": self.say("Certificate of participation"), "statement": self.say("Statement of modules passed")}
        return f"{titles[kind]} · {day}" if kind in titles else self.say("Certificate of {when}").format(when=day)

    def _part(self, module: Module, facts: Mapping[str, Any]) -> Part:
        came = [(entry, facts["results"].get(entry.slug)) for entry in module.exercises]
        return Part(
            slug=module.slug,
            title=word(module.title, self.language),
            due=self._when(str(facts["due_at"])) if facts["due_at"] else "",
            attempts=tuple(map(self._handed, facts["attempts"])),
            lines=tuple(
                Line(
                    title=word(entry.title, self.language),
                    link=f"{self.address}{RESULTS}/{module.slug}/{entry.slug}",
                    stars=drawn_stars(int(result["stars"])) if result["stars"] is not None else "",
                    words=self._words(result),
                )
                for entry, result in came
                if result
            ),
        )

    def _handed(self, attempt: Mapping[str, Any]) -> Handed:
        text = self.say("Attempt {attempt}: late, on {when}") if attempt["late"] else self.say("Attempt {attempt}: on {when}")
        words = text.format(attempt=int(attempt["attempt"]), when=self._when(str(attempt["at"])))
        return Handed(words=words, code=str(attempt["code"]), partner=str(attempt["partner"]))

    def _words(self, result: Mapping[str, Any]) -> str:
        status = result["status"]
        if status == "missing":
            return self.say("This notebook was not in what you handed in.")
        if status == "unreadable":
            return self.say("This file could not be read. The page says what helps.")
        if result["points"] is None:
            return self.say("Your trainer looks at it.")
        waits = float(result["written_maximum"]) > 0 and result["written_points"] is None
        return f"{self._score(result)} {self.say('Your trainer has still to read your text.')}" if waits else self._score(result)

    def _score(self, result: Mapping[str, Any]) -> str:
        if result["stars"] is not None:
            return self.say("{stars} of {all} stars").format(stars=int(result["stars"]), all=MOST_STARS)
        earned = float(result["points"]) + float(result["written_points"] or 0)
        possible = float(result["maximum"]) + float(result["written_maximum"])
        return self.say("{points} of {maximum} points.").format(points=self._number(earned), maximum=self._number(possible))

    def _number(self, value: float) -> str:
        return decimal_text(value, self.language)

    def _when(self, instant: str) -> str:
        return when_text(instant, self.language, self.course.edition, zone_named(str(self.mine["zone"])))
