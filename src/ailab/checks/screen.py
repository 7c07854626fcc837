"""`check`: what a learner calls, on their own screen and under stock nbgrader.

Shows the visible cases and a hint in the notebook's language, and returns the points; each failed check in one kernel
brings the next hint of the ladder. Where AILAB_GRADERS is set the hidden cases count too, nothing is ever shown of them
but how many passed, and every check is the first.
"""

from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from ailab.checks.case import Case
from ailab.checks.files import CheckFile, Manifest, graders_folder, hidden_path, read_check, read_hidden, read_manifest
from ailab.checks.findings import Findings, points
from ailab.checks.history import History, next_rungs
from ailab.checks.local import LocalAnswer
from ailab.checks.run import run_checks
from ailab.checks.seed import seed_of
from ailab.checks.show import Report
from ailab.errors import AilabError
from ailab.lang import folder_translations, reader_language

_HISTORIES: Final[dict[str, History]] = {}
"""By exercise: what this kernel has shown. It ends with the kernel, and no grade depends on it."""


def check(exercise: str) -> float:
    """Check your answer and say what is right already.

    Parameters
    ----------
    exercise : str
        The name of the exercise, as it stands in the cell.

    Returns
    -------
    float
        Your points, from 0 to the points of the exercise.
    """
    from IPython.core.getipython import get_ipython
    from IPython.display import display

    shell = get_ipython()
    namespace: dict[str, Any] = shell.user_ns if shell is not None else _main_namespace()
    cells = [cell for cell in namespace.get("In", []) if isinstance(cell, str)]
    report = check_folder(Path.cwd(), exercise, LocalAnswer(namespace, cells), history=_HISTORIES.get(exercise, History()))
    if report.history:
        _HISTORIES[exercise] = report.history
    if shell is None:
        print(report.as_text())
    else:
        display(report)
    return report.points


def check_folder(folder: Path, exercise: str, answer: LocalAnswer, *, history: History | None = None) -> Report:
    """Return the report on an answer, with the check shipped in this folder and what was shown before.

    Raises
    ------
    AilabError
        Where grading happens, when the check itself cannot be used: no grade is better than a wrong one.
    """
    language = reader_language()
    graders = graders_folder()
    try:
        manifest = read_manifest(folder, exercise)
        definition = read_check(folder / f"{exercise}_check.py", exercise)
        hidden = _hidden(graders, manifest) if graders else ()
    except AilabError as error:
        if graders:
            raise
        return Report.broken(exercise, str(error), language=language)
    findings = _run(definition, hidden, manifest, answer)
    report = Report(
        findings=findings,
        points=points(findings.share, manifest.points),
        maximum=manifest.points,
        language=language,
        translate=folder_translations(folder, language),
        results=manifest.results,
    )
    return report if graders or history is None else _with_history(report, history, definition)


def _with_history(report: Report, history: History, definition: CheckFile) -> Report:
    rungs = next_rungs(report.findings, history, misconceptions=definition.misconceptions, ladder=definition.ladder)
    return replace(report, rungs=rungs, before=history.last, history=history.after(report.findings, rungs))


def _hidden(graders: Path, manifest: Manifest) -> tuple[Case, ...]:
    seed = seed_of(manifest.release, manifest.exercise)
    return read_hidden(hidden_path(graders, manifest.module, manifest.exercise), seed)


def _run(definition: CheckFile, hidden: tuple[Case, ...], manifest: Manifest, answer: LocalAnswer) -> Findings:
    return run_checks(
        answer,
        exercise=manifest.exercise,
        visible=definition.visible,
        hidden=hidden,
        misconceptions=definition.misconceptions,
        names=manifest.names,
        compare=definition.compare,
    )


def _main_namespace() -> dict[str, Any]:
    import __main__

    return vars(__main__)
