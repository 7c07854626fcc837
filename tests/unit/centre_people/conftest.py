"""A centre with two classes and nobody in them."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from ailab.office.centre import Centre, Settings, make_centre, open_centre, session_of, upgrade
from ailab.office.centre.database import engine_of
from ailab.office.centre.people import hashes, make_group

NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)


@pytest.fixture(scope="session")
def new_centre(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a centre that tests copy: its schema is made once."""
    made = make_centre(tmp_path_factory.mktemp("new") / "centre", Settings(code="c1", name="Sample", place="Berkane"))
    upgrade(made)
    with session_of(made) as session:
        for slug, title, language in (("monday", "Classe du lundi", "fr"), ("young", "الصغار", "ar")):
            make_group(session, id=slug, title=title, language=language, edition="ma", time_zone="Africa/Casablanca", now=NOW)
    engine_of(made.database_url()).dispose()
    return made.folder


@pytest.fixture
def centre(new_centre: Path, tmp_path: Path) -> Iterator[Centre]:
    made = open_centre(Path(shutil.copytree(new_centre, tmp_path / "centre")))
    yield made
    engine_of(made.database_url()).dispose()


@pytest.fixture
def session(centre: Centre) -> Iterator[Session]:
    with session_of(centre) as opened:
        yield opened


@pytest.fixture(autouse=True)
def _quick_hashes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Most tests ask who gets in, not how long it takes."""
    if "full_work" not in request.fixturenames:
        monkeypatch.setattr(hashes, "_WORK", 4)


@pytest.fixture
def full_work() -> None:
    """Hash as a centre does."""
