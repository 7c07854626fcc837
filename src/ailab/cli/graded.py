"""What `ailab grade` does once its options are read.

Apart from `grade`, because it loads nbgrader: a template warms up while that takes its second.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import click

from ailab.errors import UnknownName
from ailab.office.gradebook import expect_module, grading_environment, logging_to
from ailab.office.grading.engine.run import engine as engine_of
from ailab.office.grading.engine.run import grade_like_stock
from ailab.office.grading.engine.runners import Runner
from ailab.office.grading.feedback import write_feedback
from ailab.office.grading.intake import spoken_languages
from ailab.office.grading.notes import trainer_text
from ailab.office.grading.run import grade_module
from ailab.office.grading.stock import run_stock
from ailab.office.grading.work import LOG, Mode, Progress
from ailab.office.ledger import LEDGER, Result, latest_results, read_ledger

_PROBLEMS: Final = frozenset({"damaged", "too_big", "stopped", "check_broken"})


def run_ours(root: Path, module: str, learner: str | None, *, mode: Mode, runner: Runner | None, as_json: bool) -> int:
    """Repair, run and record a module of ours, through stock nbgrader where there is no runner; return the exit code."""
    engine = run_stock if runner is None else engine_of(mode, runner)
    with _at_work(root, quiet=as_json) as progress:
        new = grade_module(root, module, only=learner, recorded_at=_now(), engine=engine, progress=progress)
    results = _results(root, module, learner)
    troubles = [result for result in results if _PROBLEMS & set(result.notes)]
    if as_json:
        name = "nbgrader" if runner is None else "ailab"
        _print_json({"module": module, "engine": name, "new": new, "results": [_data(result) for result in results]})
    else:
        for result in troubles:
            click.echo(f"{result.learner} {result.exercise}: {' '.join(trainer_text(note) for note in result.notes)}")
        click.echo(f"{len(results)} results, {new} of them new. See: ailab grade report {root} {module}")
    return 1 if troubles else 0


def run_like_stock(root: Path, module: str, learner: str | None, *, runner: Runner, as_json: bool) -> int:
    """Grade the submissions of any nbgrader course by stock's rules; return the exit code."""
    with _at_work(root, quiet=as_json) as progress:
        failed = grade_like_stock(root, module, only=learner, runner=runner, progress=progress)
    problems = [{"learner": name, "notebook": each.name, "why": each.why} for name, all_failed in failed.items() for each in all_failed]
    if as_json:
        _print_json({"module": module, "engine": "ailab", "mode": "parity", "learners": len(failed), "problems": problems})
    else:
        for problem in problems:
            click.echo(f"{problem['learner']} {problem['notebook']}: {problem['why']}")
        click.echo(f"{len(failed)} learners graded, {len(problems)} notebooks refused. nbgrader's formgrader opens {root}.")
    return 1 if problems else 0


def print_report(root: Path, module: str, learner: str | None, *, as_json: bool) -> None:
    """Print the points of a module."""
    with _known_names():
        expect_module(root, module)
        results = _results(root, module, learner)
    if as_json:
        _print_json({"module": module, "results": [_data(result) for result in results]})
        return
    for line in _table(results):
        click.echo(line)


def write_pages(root: Path, module: str) -> None:
    """Write the feedback pages of a module."""
    with _known_names(), logging_to(root / LOG), grading_environment(root):
        expect_module(root, module)
        write_feedback(root, module, _results(root, module, None), spoken_languages(root, module))


@contextmanager
def _at_work(root: Path, *, quiet: bool) -> Iterator[Progress]:
    with _known_names(), logging_to(root / LOG), grading_environment(root), _bars(quiet=quiet) as progress:
        yield progress


@contextmanager
def _bars(*, quiet: bool) -> Iterator[Progress]:
    """Show how far a run is, where somebody looks."""
    if quiet or not sys.stderr.isatty():
        yield lambda _done, _of: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    with Bars(*columns, console=Console(stderr=True)) as bars:
        task = bars.add_task("grading", total=None)
        yield lambda done, of: bars.update(task, completed=done, total=of)


def _print_json(answer: dict[str, object]) -> None:
    click.echo(json.dumps(answer, ensure_ascii=False, indent=1))


@contextmanager
def _known_names() -> Iterator[None]:
    try:
        yield
    except UnknownName as error:
        raise click.UsageError(str(error)) from error


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _results(root: Path, module: str, learner: str | None) -> list[Result]:
    found = [result for result in latest_results(read_ledger(root / LEDGER)) if result.module == module]
    if learner is None:
        return found
    known = {result.learner for result in found}
    if learner not in known:
        raise UnknownName("learner", learner, known)
    return [result for result in found if result.learner == learner]


def _data(result: Result) -> dict[str, object]:
    return {"id": result.id, **asdict(result)}


def _table(results: Sequence[Result]) -> Iterator[str]:
    wide = max((len(result.learner) for result in results), default=0)
    for result in results:
        written = f" + {_shown(result.written_points)}/{result.written_maximum}" if result.written_maximum != "0" else ""
        points = f"{_shown(result.points)}/{result.maximum}{written}"
        yield f"{result.learner:{wide}}  {result.exercise:32}  {result.attempt:>2}  {points:16}  {result.status:10}  {', '.join((*_hints(result), *result.notes))}".rstrip()


def _hints(result: Result) -> tuple[str, ...]:
    return (f"hints: {result.findings.hints}",) if result.findings.hints else ()


def _shown(points: str | None) -> str:
    return "-" if points is None else points
