"""A check that runs in the grader, never in the learner's process.

It travels as text, so that a worker on another machine needs no files of the course.
"""

from dataclasses import dataclass
from functools import lru_cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from ailab.checks.answer import Answer
from ailab.checks.case import Case
from ailab.checks.files import CheckFile, Manifest, read_check, read_hidden
from ailab.checks.findings import Findings, points
from ailab.checks.run import run_checks
from ailab.checks.show import Report
from ailab.lang import EMPTY, Language, Translations


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
        """Return what the check finds out about an answer."""
        return run_checks(
            answer,
            exercise=self.manifest.exercise,
            visible=self.definition.visible,
            hidden=self.hidden,
            misconceptions=self.definition.misconceptions,
            names=self.manifest.names,
            compare=self.definition.compare,
        )

    def report(self, findings: Findings) -> Report:
        """Return what a learner reads of the findings."""
        earned = points(findings.share, self.manifest.points)
        return Report(findings=findings, points=earned, maximum=self.manifest.points, language=self.language, translate=self.translate)


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
