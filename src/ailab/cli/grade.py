"""`ailab grade`: from what was handed in to points, pages and records."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NoReturn

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.progress import Progress as Bars

from ailab.checks.files import MANIFEST
from ailab.cli.engines import engine_option, opened_engine, worker_count
from ailab.cli.options import as_json
from ailab.errors import UnknownName
from ailab.office.gradebook import expect_module, grading_environment, logging_to
from ailab.office.grading.engine.run import Mode, grade_like_stock
from ailab.office.grading.engine.runners import local_runner
from ailab.office.grading.feedback import write_feedback
from ailab.office.grading.intake import spoken_languages
from ailab.office.grading.notes import trainer_text
from ailab.office.grading.results import LEDGER
from ailab.office.grading.run import grade_module
from ailab.office.grading.work import LOG, Progress
from ailab.office.ledger import Result, latest_results, read_ledger

_PROBLEMS: Final = frozenset({"damaged", "too_big", "stopped", "check_broken"})

_folder = click.argument("folder", metavar="COURSE_DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
_module = click.argument("module")
_learner = click.option("--learner", default=None, help="Only this learner.")


@click.group()
def grade() -> None:
    """Grade what was handed in."""


@grade.command()
@_folder
@_module
@_learner
@engine_option
@click.option(
    "--mode",
    type=click.Choice(["certificate", "parity"]),
    default=None,
    help="certificate for our courses; parity is stock's rules, for any.",
)
@click.option("--workers", type=click.IntRange(1, 64), default=None, help="Notebooks at a time (default: the cores of this machine).")
@as_json
def run(folder: Path, module: str, learner: str | None, engine: str, mode: Mode | None, workers: int | None, as_json: bool) -> None:
    """Repair, run and record the submissions of a module.

    COURSE_DIR is an nbgrader course such as build/nbgrader, with submissions in received/ or submitted/. A course that is
    not ours is graded in parity mode: from submitted/, by stock nbgrader's rules, without repair and records.
    """
    root = folder.resolve()
    ours = (root / "source" / module / MANIFEST).is_file()
    if mode == "certificate" and not ours:
        raise click.UsageError(f"{module} is no module of ours: it has no {MANIFEST}. Use --mode parity.")
    with _known_names(), logging_to(root / LOG), grading_environment(root), _progress(as_json) as progress:
        if engine == "ailab" and not ours:
            _run_parity(root, module, learner, workers, progress, as_json=as_json)
        with opened_engine(engine, mode=mode or "certificate", workers=workers) as chosen:
            new = grade_module(root, module, only=learner, recorded_at=_now(), engine=chosen, progress=progress)
    results = _results(root, module, learner)
    troubles = [result for result in results if _PROBLEMS & set(result.notes)]
    if as_json:
        click.echo(
            json.dumps(
                {"module": module, "engine": engine, "new": new, "results": [_data(result) for result in results]},
                ensure_ascii=False,
                indent=1,
            )
        )
    else:
        for result in troubles:
            click.echo(f"{result.learner} {result.exercise}: {' '.join(trainer_text(note) for note in result.notes)}")
        click.echo(f"{len(results)} results, {new} of them new. See: ailab grade report {folder} {module}")
    raise SystemExit(1 if troubles else 0)


def _run_parity(root: Path, module: str, learner: str | None, workers: int | None, progress: Progress, *, as_json: bool) -> NoReturn:
    with local_runner(worker_count(workers)) as runner:
        failed = grade_like_stock(root, module, only=learner, runner=runner, progress=progress)
    problems = [{"learner": name, "notebook": each.name, "why": each.why} for name, all_failed in failed.items() for each in all_failed]
    if as_json:
        click.echo(
            json.dumps(
                {"module": module, "engine": "ailab", "mode": "parity", "learners": len(failed), "problems": problems},
                ensure_ascii=False,
                indent=1,
            )
        )
    else:
        for problem in problems:
            click.echo(f"{problem['learner']} {problem['notebook']}: {problem['why']}")
        click.echo(f"{len(failed)} learners graded, {len(problems)} notebooks refused. nbgrader's formgrader opens {root}.")
    raise SystemExit(1 if problems else 0)


@contextmanager
def _progress(quiet: bool) -> Iterator[Progress]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    with Bars(*columns, console=Console(stderr=True), disable=quiet) as bars:
        task = bars.add_task("grading", total=None)
        yield lambda done, of: bars.update(task, completed=done, total=of)


@grade.command()
@_folder
@_module
@_learner
@as_json
def report(folder: Path, module: str, learner: str | None, as_json: bool) -> None:
    """Print the points of a module."""
    root = folder.resolve()
    with _known_names():
        expect_module(root, module)
        results = _results(root, module, learner)
    if as_json:
        click.echo(json.dumps({"module": module, "results": [_data(result) for result in results]}, ensure_ascii=False, indent=1))
        return
    for line in _table(results):
        click.echo(line)


@grade.command()
@_folder
@_module
def feedback(folder: Path, module: str) -> None:
    """Write the feedback pages of a module."""
    root = folder.resolve()
    with _known_names(), logging_to(root / LOG), grading_environment(root):
        expect_module(root, module)
        write_feedback(root, module, _results(root, module, None), spoken_languages(root, module))
    click.echo(f"The pages are in {folder / 'feedback'}.")


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
        yield f"{result.learner:{wide}}  {result.exercise:32}  {result.attempt:>2}  {points:16}  {result.status:10}  {', '.join(result.notes)}".rstrip()


def _shown(points: str | None) -> str:
    return "-" if points is None else points
