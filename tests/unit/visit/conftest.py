"""A centre with a path for visits, a clock that a test sets, and a hub that only notes who was removed."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ailab.office.centre import Centre, Settings, make_centre, session_of, upgrade
from ailab.office.centre.database import engine_of
from ailab.office.centre.visit import Admitted, Clock, Status, admit_guest, open_visit

BEGIN = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
LAST_STEP = "lessons/near/nearest_example.ipynb"
MAP = {
    "short_paths": [{"id": "caravan_visit", "steps": ["first_drive", "nearest_example"]}],
    "tracks": [
        {
            "modules": [
                {"slug": "hello", "lessons": [{"slug": "first_drive"}], "exercises": []},
                {"slug": "near", "lessons": [{"slug": "nearest_example"}], "exercises": []},
            ]
        }
    ],
}


def at(minutes: float, *, boot: str = "first", since_boot: float | None = None, wall: float | None = None) -> Clock:
    """Return an instant: minutes after the opening, in this run of the machine, its clock perhaps saying something else."""
    shown = minutes if wall is None else wall
    return Clock(wall=BEGIN + timedelta(minutes=shown), boot=boot, boot_s=1000 + 60 * (minutes if since_boot is None else since_boot))


@dataclass(slots=True)
class FakeHub:
    """JupyterHub: its users, and who is busy."""

    users: set[str] = field(default_factory=set)
    pending: set[str] = field(default_factory=set)

    async def names(self) -> list[str]:
        return sorted(self.users)

    async def remove(self, person: str) -> bool:
        if person in self.pending:
            return False
        self.users.discard(person)
        return True


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[Centre]:
    made = make_centre(tmp_path / "centre", Settings(code="c1", name="Sample", place="Berkane"))
    upgrade(made)
    (made.build / "map.json").write_text(json.dumps(MAP), encoding="utf-8")
    yield made
    engine_of(made.database_url()).dispose()


@pytest.fixture
def visit(centre: Centre) -> Status:
    return open_now(centre)


def open_now(centre: Centre, clock: Clock | None = None, *, minutes: int = 90, most: int = 60) -> Status:
    with session_of(centre) as session:
        return open_visit(session, centre, place="A school", language="ar", clock=clock or at(0), minutes=minutes, most=most)


def come_in(centre: Centre, code: str, clock: Clock | None = None) -> Admitted:
    with session_of(centre) as session:
        done = admit_guest(session, centre, code, clock=clock or at(1), language="fr")
    assert isinstance(done, Admitted), done
    return done


def notebook(*counts: int | None) -> str:
    cells: list[dict[str, object]] = [
        {"cell_type": "code", "source": "secret_word_of_a_guest", "execution_count": count, "outputs": [], "metadata": {}}
        for count in counts
    ]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def work(centre: Centre, person: str, *counts: int | None) -> Path:
    """Lay a guest's last step into their folder."""
    path = centre.home(person) / LAST_STEP
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(notebook(*(counts or (1, None))), encoding="utf-8")
    return path
