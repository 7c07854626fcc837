"""A check that runs in the grader, never in the learner's process.

It travels as text, so that a worker on another machine needs no files of the course.
"""

import builtins
from dataclasses import dataclass, replace
from functools import lru_cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from ailab.checks.answer import Answer
from ailab.checks.case import Case
from ailab.checks.files import CheckFile, Manifest, read_check, read_hidden
from ailab.checks.findings import Finding, Findings, points
from ailab.checks.run import run_checks
from ailab.checks.show import Report
from ailab.lang import EMPTY, Language, Translations

_OUR_ERRORS: Final = frozenset({"NotDefined", "NotPlainData", "TimeUp", "Died"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckText:
    """Everything a check is made of."""

    visible: str
    hidden: str
    messages: bytes
    """The .mo file of its labels and hints in the learner's language, or nothing."""
    manifest: Manifest
    seed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCheck:
    """A check ready to be used."""

    definition: CheckFile
    hidden: tuple[Case, ...]
    manifest: Manifest
    language: Language
    translate: Translations

    @property
    def cell(self) -> str:
        """Return the source of the cell whose place it takes."""
        return f'check("{self.manifest.exercise}")'

    def examine(self, answer: Answer) -> Findings:
        """Return what the check finds out about an answer, without a word of the answer's about hidden cases."""
        found = run_checks(
            answer,
            exercise=self.manifest.exercise,
            visible=self.definition.visible,
            hidden=self.hidden,
            misconceptions=self.definition.misconceptions,
            names=self.manifest.names,
            compare=self.definition.compare,
        )
        return replace(found, cases=tuple(map(_discreet, found.cases)))

    def report(self, findings: Findings) -> Report:
        """Return what a learner reads of the findings."""
        earned = points(findings.share, self.manifest.points)
        return Report(
            findings=findings,
            points=earned,
            maximum=self.manifest.points,
            language=self.language,
            translate=self.translate,
            results=self.manifest.results,
        )


def _discreet(finding: Finding) -> Finding:
    # An exception's text, and the name of a class, can carry the input that was asked to where the learner reads it.
    if not finding.hidden or not finding.error:
        return finding
    known = finding.error in _OUR_ERRORS or isinstance(getattr(builtins, finding.error, None), type)
    return replace(finding, error=finding.error if known else "Exception", message="")


def open_check(text: CheckText, language: Language) -> OpenCheck:
    """Return a check from its text.

    Raises
    ------
    CheckBroken
        When it cannot be used.
    """
    return OpenCheck(
        definition=_definition(text.manifest.exercise, text.visible),
        hidden=_hidden(text.manifest.exercise, text.hidden, text.seed),
        manifest=text.manifest,
        language=language,
        translate=_translations(text.messages),
    )


@lru_cache(maxsize=256)
def _definition(exercise: str, source: str) -> CheckFile:
    with TemporaryDirectory(prefix="ailab-check-") as folder:
        path = Path(folder) / f"{exercise}_check.py"
        path.write_text(source, encoding="utf-8")
        return read_check(path, exercise)


@lru_cache(maxsize=256)
def _hidden(exercise: str, source: str, seed: int) -> tuple[Case, ...]:
    with TemporaryDirectory(prefix="ailab-check-") as folder:
        path = Path(folder) / f"{exercise}.py"
        path.write_text(source, encoding="utf-8")
        return read_hidden(path, seed)


@lru_cache(maxsize=64)
def _translations(messages: bytes) -> Translations:
    return GNUTranslations(BytesIO(messages)).gettext if messages else EMPTY
