"""`ailab start`: the course for one person."""

import os
from pathlib import Path

import click

from ailab.cli.options import root_option
from ailab.errors import Refused
from ailab.office.build import build_course, owned_folders, write_files
from ailab.office.course import read_course
from ailab.office.lab import start as open_lab
from ailab.office.lab import start_with


@click.command(context_settings={"ignore_unknown_options": True})
@root_option
@click.option(
    "--path", envvar="AILAB_PATH", default="", metavar="SLUG", help="A short path of the course, for a visit: only its steps are shown."
)
@click.argument("command", nargs=-1, type=click.UNPROCESSED)
def start(root: Path, path: str, command: tuple[str, ...]) -> None:
    """Open the course in JupyterLab, built when needed.

    AILAB_PORT, AILAB_BROWSER=0, AILAB_FOLDER and AILAB_PATH are honored. A COMMAND (as Binder gives it) is
    started in place of our own JupyterLab, with the same folder and settings.
    """
    reading = read_course(root)
    if reading.problems:
        raise Refused("The course cannot be built. Run: ailab course check\n" + "\n".join(str(problem) for problem in reading.problems))
    course = reading.course
    write_files(build_course(course), course.root / "build", owned=owned_folders(course))
    environ = {**os.environ, "AILAB_PATH": path}
    if command:
        start_with(course.root, list(command), environ=environ)
    raise SystemExit(open_lab(course.root, environ=environ))
