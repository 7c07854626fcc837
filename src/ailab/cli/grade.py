"""`ailab grade`: from what was handed in to points, pages and records."""

import gc
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

import click

from ailab.checks.files import MANIFEST
from ailab.cli.engines import cluster_options, engine_option, opened_runner
from ailab.cli.options import as_json
from ailab.errors import Refused, UnknownName
from ailab.office.grading.alone import AlreadyGraded, graded_by_us_alone
from ailab.office.grading.archive import LARGEST_UPLOAD
from ailab.office.grading.engine.warm import modules_for
from ailab.office.grading.work import Mode

if TYPE_CHECKING:
    from ailab.office.grading.engine.cluster import Scheduler

_WRONG_USAGE: Final = 2
_INTERRUPTED: Final = 130
"""As shells have it: 128 and the number of SIGINT."""
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
@cluster_options
@as_json
def run(
    folder: Path,
    module: str,
    learner: str | None,
    engine: str,
    mode: Mode | None,
    workers: int | None,
    scheduler: "Scheduler | None",
    as_json: bool,
) -> None:
    """Repair, run and record the submissions of a module.

    COURSE_DIR is an nbgrader course such as build/nbgrader, with submissions in received/ or submitted/. A course that is
    not ours, and any with --mode parity, is graded from submitted/ by stock nbgrader's rules, without repair and records.

    With --scheduler, Dask workers run the notebooks: "dask scheduler" on one machine and "dask worker" on each, with the same
    ailab installed, all with certificates of a CA made for this alone. Several graders can share a gradebook in PostgreSQL:
    c.CourseDirectory.db_url in nbgrader_config.py.
    """
    root = folder.resolve()
    ours = (root / "source" / module / MANIFEST).is_file()
    if mode == "certificate" and not ours:
        raise click.UsageError(f"{module} is no module of ours: it has no {MANIFEST}. Use --mode parity.")
    if engine == "nbgrader":
        _only_here(ours, scheduler)
        with _alone(root, module, as_json=as_json):
            from ailab.cli.graded import run_ours

            raise SystemExit(run_ours(root, module, learner, mode="certificate", runner=None, as_json=as_json))
    handed_in = sorted(path for step in ("received", "submitted") for path in (root / step).glob(f"*/{module}/*.ipynb"))
    with (
        _in_words(folder),
        _alone(root, module, as_json=as_json),
        opened_runner(workers, scheduler, modules=modules_for(handed_in)) as runner,
        _patience(),
        _no_search_for_garbage() as loaded,
    ):
        # Here, not above: the template warms up while nbgrader is loaded.
        from ailab.cli.graded import run_like_stock, run_ours

        loaded()
        if ours and mode != "parity":
            code = run_ours(root, module, learner, mode="certificate", runner=runner, as_json=as_json)
        else:
            code = run_like_stock(root, module, learner, runner=runner, as_json=as_json)
    raise SystemExit(code)


@contextmanager
def _alone(root: Path, module: str, *, as_json: bool) -> Iterator[None]:
    try:
        with graded_by_us_alone(root, module, since=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")):
            yield
    except AlreadyGraded as error:
        if as_json:
            click.echo(
                json.dumps({"module": module, "graded_by": asdict(error.holder), "problem": str(error)}, ensure_ascii=False, indent=1)
            )
        click.echo(f"ailab: {error}", err=True)
        raise SystemExit(_WRONG_USAGE) from None


@contextmanager
def _no_search_for_garbage() -> Iterator[Callable[[], None]]:
    """Let the collector rest until all is loaded, which is said by a call, and pass over it from then on: to search it takes a third of a second."""

    def loaded() -> None:
        gc.freeze()
        gc.enable()

    gc.disable()
    try:
        yield loaded
    finally:
        gc.enable()
        gc.unfreeze()


@contextmanager
def _patience() -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        click.echo("ailab: Interrupted. The notebooks at work end first.", err=True)
        raise


@contextmanager
def _in_words(folder: Path) -> Iterator[None]:
    """Say what the machine said no to, in one line."""
    try:
        yield
    except KeyboardInterrupt:
        click.echo("ailab: Interrupted. Who has been graded stays graded; to go on, run the same command again.", err=True)
        raise SystemExit(_INTERRUPTED) from None
    except OSError as error:
        where = error.filename or folder
        raise Refused(f"{where}: {error.strerror or error}. What has been graded stays graded; then run the same command again.") from error
    except Refused as error:
        raise Refused(_with_layers(str(error))) from error


def _with_layers(said: str) -> str:
    if "ailab doctor" not in said:
        return said
    from ailab.office.sandbox import probe

    missing = [each.layer for each in probe() if each.layer.required and not each.works]
    lacks = "; ".join(f"{layer.name} (stops {layer.stops})" for layer in missing)
    return f"{said}. Missing here: {lacks}. Strangers' notebooks are not graded without." if missing else said


def _only_here(ours: bool, scheduler: "Scheduler | None") -> None:
    if scheduler is not None:
        raise click.UsageError("Stock nbgrader runs on this machine alone. Leave out --scheduler, or use --engine ailab.")
    if not ours:
        raise click.UsageError("This is no course of ours: call nbgrader autograde itself.")


@grade.command()
@_folder
@click.option("--learner", required=True, help="Whose records are destroyed.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@as_json
def forget(folder: Path, learner: str, yes: bool, as_json: bool) -> None:
    """Destroy everything that COURSE_DIR keeps about one learner: submissions, marks, feedback, recorded results.

    There is no way back. An exchange, sticks, paper and copies are not reached.
    """
    from ailab.office.grading.forget import forget as forget_everything

    if not yes:
        click.confirm(f"Destroy everything about {learner} in {folder}?", abort=True)
    try:
        with _in_words(folder):
            gone = forget_everything(folder.resolve(), learner)
    except UnknownName as error:
        raise click.UsageError(str(error)) from error
    if as_json:
        click.echo(json.dumps({"learner": learner, **asdict(gone)}, ensure_ascii=False, indent=1))
        return
    click.echo(
        f"{learner}: {len(gone.folders)} folders and {gone.results} results destroyed{', and the gradebook entry' if gone.gradebook else ''}."
    )


@grade.command()
@_folder
@click.argument("file", metavar="ZIP", type=click.File("rb"))
@click.option("--learner", required=True, help="Who handed it in: the file does not say it.")
@click.option("--use-this", is_flag=True, help="Grade this attempt even if its clock says that an earlier one is later.")
@as_json
def receive(folder: Path, file: BinaryIO, learner: str, use_this: bool, as_json: bool) -> None:
    """Take in the file that a learner handed in ("Hand in my work").

    COURSE_DIR is build/nbgrader, ZIP the file named ailab-<module>-<code>.zip. Every attempt is kept in handed_in/; the latest
    one stands in received/, where "ailab grade run" grades it.
    """
    from ailab.office.grading.receive import receive

    with _in_words(folder):
        received = receive(folder.resolve(), file.read(LARGEST_UPLOAD + 1), learner, whatever_its_time=use_this)
    hand_in = received.hand_in
    facts = {"module": hand_in.module, "learner": learner, "at": hand_in.at, "code": hand_in.code, "exercises": sorted(hand_in.notebooks)}
    if as_json:
        click.echo(json.dumps({**facts, "is_latest": received.is_latest}, ensure_ascii=False, indent=1))
        return
    click.echo(
        f"{hand_in.module} of {learner}: {len(hand_in.notebooks)} notebooks, sent {hand_in.at or 'at an unknown time'}, code {hand_in.code}."
    )
    if not received.is_latest:
        click.echo("It is kept, and a later attempt stays the one to grade. To grade this one instead, add --use-this.")


@grade.command()
@_folder
@_module
@_learner
@as_json
def report(folder: Path, module: str, learner: str | None, as_json: bool) -> None:
    """Print the points of a module."""
    from ailab.cli.graded import print_report

    print_report(folder.resolve(), module, learner, as_json=as_json)


@grade.command()
@_folder
@_module
def feedback(folder: Path, module: str) -> None:
    """Write the feedback pages of a module."""
    from ailab.cli.graded import write_pages

    write_pages(folder.resolve(), module)
    click.echo(f"The pages are in {folder / 'feedback'}.")
