"""`ailab demo`: a whole class in one go."""

from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from ailab.cli.engines import engine_option, opened_engine
from ailab.cli.options import root_option
from ailab.office.course import read_course
from ailab.office.demo import Watch, play_class

_CLASS = 24
_QUICK = 12
"""One learner for each way of handing in."""


@click.command()
@root_option
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), default=None, help="Where to play (default: build/demo beside course/)."
)
@click.option("--learners", type=click.IntRange(min=1, max=500), default=None, help=f"How many sample learners (default: {_CLASS}).")
@click.option("--quick", is_flag=True, help=f"A small class of {_QUICK}.")
@engine_option
def demo(root: Path, out: Path | None, learners: int | None, quick: bool, engine: str) -> None:
    """Play a class of sample learners from release to certificates."""
    reading = read_course(root)
    if reading.problems:
        for problem in reading.problems:
            click.echo(str(problem), err=True)
        raise SystemExit(1)
    size = learners or (_QUICK if quick else _CLASS)
    with opened_engine(engine) as chosen, _bars() as bars:
        page = play_class(reading.course, out or reading.course.root / "build" / "demo", size=size, engine=chosen, watch=_watch(bars))
    click.echo(f"The report is in {page}, its data in {page.with_name('report.json')}.")


def _bars() -> Progress:
    columns = (TextColumn("{task.description:32}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True))


def _watch(bars: Progress) -> Watch:
    tasks: dict[str, TaskID] = {}

    def watch(what: str, done: int, of: int) -> None:
        if what not in tasks:
            tasks[what] = bars.add_task(what, total=of)
        bars.update(tasks[what], completed=done, total=of)

    return watch
