"""A class whose answers wait to be marked."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.unit.marking.marked_class import lay_out

from ailab.office.centre import Centre, open_centre
from ailab.office.centre.database import engine_of
from ailab.office.course import Course


@pytest.fixture(scope="session")
def laid_out(tmp_path_factory: pytest.TempPathFactory, course: Course) -> Path:
    """Return the folder of a centre with four answers, and one learner who wrote nothing."""
    made = lay_out(tmp_path_factory.mktemp("class") / "centre", course, size=4, blank=1)
    engine_of(made.database_url()).dispose()
    return made.folder


@pytest.fixture
def centre(tmp_path: Path, laid_out: Path) -> Iterator[Centre]:
    """Return such a centre for one test."""
    shutil.copytree(laid_out, tmp_path / "centre")
    made = open_centre(tmp_path / "centre")
    yield made
    engine_of(made.database_url()).dispose()
