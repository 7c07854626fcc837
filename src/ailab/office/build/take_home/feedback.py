"""What the visible cases of an exercise say to every answer an activity can take, found out beforehand.

A page without Python looks an answer up: by its fingerprint, so that nobody reads the right one in the page's text at a
glance. Hidden cases have no part in this: their files are never opened, and the page says that more is checked later.
"""

import ast
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any, Final

from ailab.activities.activity import Activity
from ailab.activities.ordering import Parsons
from ailab.checks.answer import Outcome
from ailab.checks.files import CheckFile, Manifest, read_check, read_manifest
from ailab.checks.findings import Finding, Findings
from ailab.checks.local import LocalAnswer, bound_names
from ailab.checks.run import run_checks
from ailab.lang import Language, Translations, folder_translations
from ailab.office.build.take_home.answers import count, fingerprint, key_of, values
from ailab.office.build.take_home.drives import Drives

MOST: Final = 2000
"""So many answers are tried at most; an activity with more gets no feedback on a page."""


def visible_feedback(
    notebook: Mapping[str, Any],
    namespace: Mapping[str, Any],
    folder: Path,
    exercise: str,
    activities: Sequence[Activity],
    language: Language,
) -> dict[str, dict[str, Any]]:
    """Return, by the name of an activity, what a page needs to judge its answers."""
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    trial = _Trial(
        namespace=dict(namespace),
        cells=["".join(cell["source"]) for cell in code],
        answers=["".join(cell["source"]) for cell in code if cell["metadata"]["ailab"]["role"] == "answer"],
        check=read_check(folder / f"{exercise}_check.py", exercise),
        manifest=read_manifest(folder, exercise),
    )
    judged = {each.name: each for each in activities if each.name and 0 < count(each) <= MOST}
    best = _best(trial, judged) if len(judged) > 1 else {}
    translate = folder_translations(folder, language)
    tables = {
        name: _table(trial, each, {other: best[other] for other in best if other != name}, translate) for name, each in judged.items()
    }
    return {name: table for name, table in tables.items() if table}


def _best(trial: "_Trial", judged: Mapping[str, Activity]) -> dict[str, Any]:
    """Return a good answer to each: an activity is judged beside them, for what is missing there says nothing about this one."""
    return {name: max(values(each), key=lambda value: trial.share({name: value})) for name, each in judged.items()}


class _Remembering(LocalAnswer):
    """An answer that is asked the same question many times, and works it out once."""

    @cached_property
    def _known(self) -> dict[tuple[Any, ...], Outcome]:
        return {}

    def meet(self, function: str, partner: Any, /, *args: Any) -> Outcome:
        """Call a function with a partner, or remember what came of it."""
        key = (function, id(partner), repr(args))
        if key not in self._known:
            self._known[key] = super().meet(function, partner, *args)
        return self._known[key]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Trial:
    """An exercise whose answer cells are run again with other answers."""

    namespace: dict[str, Any]
    cells: list[str]
    answers: list[str]
    check: CheckFile
    manifest: Manifest

    def share(self, given: Mapping[str, Any]) -> Fraction:
        """Return how much of the visible cases these values pass."""
        return self.run(given).share

    def run(self, given: Mapping[str, Any], drives: Drives | None = None) -> Findings:
        """Return what the visible cases say when these names have these values."""
        space = {**self.namespace, **given}
        for source in self.answers:
            shown = _again(source, frozenset(given), space)
            if drives is not None:
                drives.see(shown)
        return run_checks(
            _Remembering(space, self.cells),
            exercise=self.check.exercise,
            visible=self.check.visible,
            misconceptions=self.check.misconceptions,
            names=self.manifest.names,
            compare=self.check.compare,
        )


def _again(source: str, names: frozenset[str], space: dict[str, Any]) -> object:
    """Run an answer cell without the assignments of these names and return the value it ends with; one that stops has none."""
    body = [statement for statement in ast.parse(source).body if not _assigns(statement, names)]
    last = body[-1] if body else None
    try:
        if not isinstance(last, ast.Expr):
            exec(compile(ast.Module(body, []), "<answer>", "exec"), space)  # noqa: S102  the course's own cells
            return None
        exec(compile(ast.Module(body[:-1], []), "<answer>", "exec"), space)  # noqa: S102
        return eval(compile(ast.Expression(last.value), "<answer>", "eval"), space)  # noqa: S307
    except Exception:  # noqa: BLE001  an order of lines that is no program
        for name in bound_names(source):
            if name not in names:
                space.pop(name, None)
        return None


def _assigns(statement: ast.stmt, names: frozenset[str]) -> bool:
    return isinstance(statement, ast.Assign) and any(isinstance(target, ast.Name) and target.id in names for target in statement.targets)


@dataclass(slots=True)
class _Tried:
    """Answers tried so far: fingerprint, findings and the number of the robot's run; equal meanings are tried once."""

    drives: Drives = field(default_factory=Drives)
    known: dict[str, tuple[Findings, int]] = field(default_factory=dict)
    found: list[tuple[str, Findings, int]] = field(default_factory=list)

    def take(self, trial: "_Trial", activity: Activity, value: Any, others: Mapping[str, Any]) -> None:
        """Try one more answer."""
        activity.take(value)
        # Lines with the same text are the same line, whatever their names are.
        meaning = activity.source() if isinstance(activity, Parsons) else repr(value)
        if meaning not in self.known:
            self.known[meaning] = trial.run({**others, activity.name: activity.value}, self.drives), self.drives.last()
        self.found.append((fingerprint(key_of(activity)), *self.known[meaning]))


def _table(trial: _Trial, activity: Activity, others: Mapping[str, Any], translate: Translations) -> dict[str, Any] | None:
    """Return fingerprints with their reports; None when no case depends on this activity."""
    tried = _Tried()
    for value in values(activity):
        tried.take(trial, activity, value, others)
    activity.take(activity.empty())
    telling = _telling([findings.cases for _, findings, _ in tried.found])
    return _as_data(trial, tried, telling, translate) if telling else None


def _as_data(trial: _Trial, tried: _Tried, telling: frozenset[str], translate: Translations) -> dict[str, Any]:
    """Return a table as a page holds it: equal reports, hints and runs stand in it once."""
    texts: dict[str, int] = {}
    reports: dict[str, int] = {}
    table: dict[str, list[int]] = {}
    for key, findings, drive in tried.found:
        report = json.dumps(_report(trial, findings, telling, texts))
        table[key] = [reports.setdefault(report, len(reports)), *([drive] if tried.drives.stage else [])]
    return {
        "labels": [translate(case.label) for case in trial.check.visible if case.name in telling],
        "texts": [translate(text) for text in texts],
        "reports": [json.loads(report) for report in reports],
        "table": table,
        **tried.drives.as_data(),
    }


def _telling(found: Sequence[Sequence[Finding]]) -> frozenset[str]:
    """Return the cases whose fate depends on the answer."""
    fates: dict[str, set[bool]] = {}
    for finding in chain.from_iterable(found):
        fates.setdefault(finding.case, set()).add(finding.passed)
    return frozenset(case for case, seen in fates.items() if len(seen) > 1)


def _report(trial: _Trial, findings: Findings, telling: frozenset[str], texts: dict[str, int]) -> list[list[int]]:
    """Return which telling cases passed, and the numbers of the hints, lowest first."""
    passed = [int(finding.passed) for finding in findings.cases if finding.case in telling]
    if all(passed):
        return [passed, []]
    steps = next((each.steps for each in trial.check.misconceptions if each.id == findings.misconception), ())
    hints = [*filter(None, [findings.hint]), *(steps or trial.check.ladder)]
    return [passed, [texts.setdefault(hint, len(texts)) for hint in hints]]
