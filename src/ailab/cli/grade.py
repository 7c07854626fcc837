"""`ailab grade`: from what was handed in to points, pages and records."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import click

from ailab.cli.options import as_json
from ailab.errors import UnknownName
from ailab.office.gradebook import expect_module, grading_environment, logging_to
from ailab.office.grading.feedback import write_feedback
from ailab.office.grading.intake import spoken_languages
from ailab.office.grading.notes import trainer_text
from ailab.office.grading.results import LEDGER
from ailab.office.grading.run import LOG, grade_module
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
@click.option("--engine", type=click.Choice(["nbgrader"]), default="nbgrader", show_default=True, help="What runs the notebooks.")
@as_json
def run(folder: Path, module: str, learner: str | None, engine: str, as_json: bool) -> None:
    """Repair, run and record the submissions of a module.

    COURSE_DIR is an nbgrader course such as build/nbgrader, with submissions in received/ or submitted/.
    """
    root = folder.resolve()
    with _known_names(), logging_to(root / LOG), grading_environment(root):
        new = grade_module(root, module, only=learner, recorded_at=_now())
    results = _results(root, module, learner)
    troubles = [result for result in results if _PROBLEMS & set(result.notes)]
    if as_json:
        click.echo(json.dumps({"module": module, "engine": engine, "new": new, "results": [_data(result) for result in results]}, ensure_ascii=False, indent=1))
    else:
        for result in troubles:
            click.echo(f"{result.learner} {result.exercise}: {' '.join(trainer_text(note) for note in result.notes)}")
        click.echo(f"{len(results)} results, {new} of them new. See: ailab grade report {folder} {module}")
    raise SystemExit(1 if troubles else 0)


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
