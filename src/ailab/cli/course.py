"""`ailab course`: the author's commands."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from ailab.cli.options import as_json, root_option
from ailab.office.build import build_course, owned_folders, write_files
from ailab.office.course import check_course, read_course
from ailab.office.course.stats import statistics
from ailab.office.course.update import update_catalogues


@click.group()
def course() -> None:
    """Check, build and count the course."""


@course.command()
@root_option
@as_json
def check(root: Path, as_json: bool) -> None:
    """List everything that needs attention, with line and remedy."""
    reading = read_course(root)
    problems = [*reading.problems, *check_course(reading.course)]
    if as_json:
        click.echo(
            json.dumps({**statistics(reading.course), "problems": [asdict(problem) for problem in problems]}, ensure_ascii=False, indent=1)
        )
    else:
        for problem in problems:
            click.echo(str(problem))
        click.echo(f"{len(problems)} problems." if problems else "No problems.")
    raise SystemExit(1 if problems else 0)


@course.command()
@root_option
@click.option("--out", type=click.Path(path_type=Path), default=None, help="Where to build (default: build/ beside course/).")
@click.option("--edition", default=None, help="Edition of the country, as ma or dz (default: the course's own).")
@as_json
def build(root: Path, out: Path | None, edition: str | None, as_json: bool) -> None:
    """Build lessons, releases and the nbgrader source of every language."""
    reading = read_course(root)
    if reading.problems:
        for problem in reading.problems:
            click.echo(str(problem), err=True)
        raise SystemExit(1)
    if edition and edition not in reading.course.editions:
        raise click.UsageError(f"Unknown edition '{edition}'. Known: {', '.join(reading.course.editions)}.")
    files = build_course(reading.course, edition=edition)
    target = out or reading.course.root / "build"
    changed = write_files(files, target, owned=owned_folders(reading.course))
    if as_json:
        click.echo(json.dumps({"out": str(target), "files": len(files), "changed": changed}))
    else:
        click.echo(f"{len(files)} files in {target}, {changed} changed.")


@course.command()
@root_option
@as_json
def stats(root: Path, as_json: bool) -> None:
    """Count modules, exercises, known answers and translations."""
    found = statistics(read_course(root).course)
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for key in ("modules", "lessons", "exercises", "other_right_answers", "wrong_answers", "points"):
        click.echo(f"{key.replace('_', ' '):22}{found[key]:>6}")
    for language, state in found["translations"].items():
        click.echo(
            f"{language:22}{state['translated']:>6} of {state['messages']} messages; reviewed by: {state['reviewed_by'] or 'nobody yet'}"
        )
    for framework, codes in found["frameworks"].items():
        click.echo(f"{framework:22}{', '.join(codes)}")
    click.echo(f"Complete tracks: {', '.join(found['complete_tracks']) or 'none yet'}")


@course.command()
@root_option
def update(root: Path) -> None:
    """Bring the catalogues up to date with their sources."""
    for path, missing, dropped in update_catalogues(read_course(root).course):
        click.echo(f"{path}: {missing} to translate, {dropped} dropped.")
