"""`ailab start`: the course for one person."""

from pathlib import Path

import click

from ailab.cli.options import root_option
from ailab.errors import Refused
from ailab.office.build import build_course, owned_folders, write_files
from ailab.office.course import read_course
from ailab.office.lab import start as open_lab


@click.command()
@root_option
def start(root: Path) -> None:
    """Open the course in JupyterLab, built when needed; AILAB_PORT, AILAB_BROWSER=0 and AILAB_FOLDER are honored."""
    reading = read_course(root)
    if reading.problems:
        raise Refused("The course cannot be built. Run: ailab course check\n" + "\n".join(str(problem) for problem in reading.problems))
    course = reading.course
    write_files(build_course(course), course.root / "build", owned=owned_folders(course))
    raise SystemExit(open_lab(course.root))
