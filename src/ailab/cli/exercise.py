"""`ailab exercise`: one exercise at a time."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from ailab.cli.options import as_json, root_option
from ailab.errors import UnknownName
from ailab.office.course import Course, Exercise, read_course
from ailab.office.course.scaffold import new_exercise
from ailab.office.course.trial import Trial, try_exercise


@click.group()
def exercise() -> None:
    """Start a new exercise, or try one against its known answers."""


@exercise.command("try")
@click.argument("slug")
@root_option
@click.option("--seeds", default=1, show_default=True, help="How many seeds of hidden cases to try.")
@as_json
def try_(slug: str, root: Path, seeds: int, as_json: bool) -> None:
    """Run solution, stub and every known answer against the checks."""
    course = read_course(root).course
    found = _find(course, slug)
    trials = [trial for seed in range(seeds) for trial in try_exercise(course, found, seed=seed)]
    if as_json:
        click.echo(json.dumps([asdict(trial) | {"is_right": trial.is_right} for trial in trials], ensure_ascii=False, indent=1))
    else:
        for trial in dict.fromkeys(trials):
            click.echo(_line(trial, found.points))
    raise SystemExit(0 if all(trial.is_right for trial in trials) else 1)


@exercise.command()
@click.argument("module")
@click.argument("slug")
@root_option
def new(module: str, slug: str, root: Path) -> None:
    """Lay out every file of a new exercise."""
    for path in new_exercise(read_course(root).course, module, slug):
        click.echo(f"wrote {path}")


def _find(course: Course, slug: str) -> Exercise:
    found = {each.slug: each for each in course.exercises}
    if slug not in found:
        raise UnknownName("exercise", slug, found)
    return found[slug]


def _line(trial: Trial, maximum: int) -> str:
    mark = "ok " if trial.is_right else "NOT"
    wanted = "" if trial.is_right else f"   expected {trial.expected_points:g}, {trial.expected_hint or 'no hint'}"
    return f"{mark} {trial.name:34} {trial.points:g}/{maximum}  {trial.hint or 'no hint'}{wanted}  {trial.trouble}".rstrip()
