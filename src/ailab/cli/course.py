"""`ailab course`: the author's commands."""

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ailab.cli.options import as_json, root_option
from ailab.lang import LANGUAGES, Language, as_language
from ailab.office.build import build_course, owned_folders, write_files
from ailab.office.build.take_home import FOLDER, take_home_files
from ailab.office.course import Course, check_course, read_course
from ailab.office.course.coverage import coverage_table
from ailab.office.course.stats import statistics
from ailab.office.course.update import update_catalogues

if TYPE_CHECKING:
    from ailab.office.books import Printed


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
    found = _read_whole(root)
    _expect_edition(found, edition)
    files = build_course(found, edition=edition)
    target = out or found.root / "build"
    changed = write_files(files, target, owned=owned_folders(found))
    if as_json:
        click.echo(json.dumps({"out": str(target), "files": len(files), "changed": changed}))
    else:
        click.echo(f"{len(files)} files in {target}, {changed} changed.")


@course.command()
@root_option
@click.option("--out", type=click.Path(path_type=Path), default=None, help="Where to print (default: build/ beside course/).")
@click.option("--edition", default=None, help="Edition of the country, as ma or dz (default: the course's own).")
@click.argument("names", nargs=-1)
def books(root: Path, out: Path | None, edition: str | None, names: tuple[str, ...]) -> None:
    """Print the books for those who teach, all or those named, in every language, as PDF."""
    from ailab.office.books import printed_books

    found = _read_whole(root)
    _expect_edition(found, edition)
    unknown = set(names) - {book.slug for book in found.books}
    if unknown:
        raise click.UsageError(f"Unknown book '{min(unknown)}'. Known: {', '.join(book.slug for book in found.books)}.")
    target = out or found.root / "build"
    chosen = replace(found, books=tuple(book for book in found.books if not names or book.slug in names))
    for printed in _until_a_sign_is_lacking(printed_books(chosen, edition=edition)):
        path = target / printed.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(printed.pdf)
        click.echo(f"{path} ({len(printed.pdf) // 1000} kB)")


def _until_a_sign_is_lacking(printed: "Iterator[Printed]") -> "Iterator[Printed]":
    from ailab.office.paper import SignLacking

    try:
        yield from printed
    except SignLacking as error:
        raise click.ClickException(f"No font has the sign '{error.sign}', which stands in the next book. Write it in words.") from error


def _read_whole(root: Path) -> Course:
    """Return the course, or end with everything that could not be read."""
    reading = read_course(root)
    if reading.problems:
        for problem in reading.problems:
            click.echo(str(problem), err=True)
        raise SystemExit(1)
    return reading.course


def _expect_edition(course: Course, edition: str | None) -> None:
    if edition and edition not in course.editions:
        raise click.UsageError(f"Unknown edition '{edition}'. Known: {', '.join(course.editions)}.")


@course.command("take-home")
@root_option
@click.option("--out", type=click.Path(path_type=Path), default=None, help="The built course (default: build/ beside course/).")
@as_json
def take_home(root: Path, out: Path | None, as_json: bool) -> None:
    """Make a page for a phone of each built module, in every language."""
    target = out or root / "build"
    pages = {path: page for files in take_home_files(target) for path, page in files.items()}
    changed = write_files(pages, target, owned=(FOLDER,))
    if as_json:
        click.echo(json.dumps({"out": str(target / FOLDER), "pages": {str(path): len(page) for path, page in pages.items()}}))
    else:
        click.echo(
            f"{len(pages)} pages in {target / FOLDER}, {changed} changed; the largest takes {max(map(len, pages.values())) // 1000} kB."
        )


@course.command("project-page")
@root_option
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The page to write.")
@click.option("--language", type=click.Choice(LANGUAGES), default=None, help="Language of the page (default: that of the notebooks).")
@click.option("--nickname", default="", help="Stands on the page and nowhere else; a real name is not needed.")
def project_page(root: Path, folder: Path, out: Path, language: Language | None, nickname: str) -> None:
    """Make the page of a learner's own project, from the notebooks in FOLDER.

    What was typed runs in the sandbox, or not at all.
    """
    from ailab.office.build.take_home.project import read_project
    from ailab.office.build.take_home.project_page import project_page as made
    from ailab.office.build.take_home.project_source import MODULE, project_language
    from ailab.office.grading.engine.own_cells import sandboxed_answer

    chosen = language or as_language(project_language(folder)) or "en"
    words = root / "build" / "release" / chosen / MODULE
    found = read_project(folder, chosen, open_answer=sandboxed_answer, words=words if words.is_dir() else None)
    page = made(found, nickname=nickname)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(page)
    click.echo(f"{out} ({len(page) // 1000} kB): {', '.join(found.there)}")
    for each in found.left_out:
        click.echo(f"  {each.part}: {each.why}")


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
    for track, counts in found["tracks"].items():
        shown = (f"{count} {name.replace('_', ' ')}" for name, count in counts.items())
        click.echo(f"{track:22}{', '.join(shown)}")
    click.echo(f"Complete tracks: {', '.join(found['complete_tracks']) or 'none yet'}\n")
    for line in coverage_table(found["coverage"]):
        click.echo(line)


@course.command()
@root_option
def update(root: Path) -> None:
    """Bring the catalogues up to date with their sources."""
    for path, missing, dropped in update_catalogues(read_course(root).course):
        click.echo(f"{path}: {missing} to translate, {dropped} dropped.")
