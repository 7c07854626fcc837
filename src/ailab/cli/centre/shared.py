"""What the commands of a centre share."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from ailab.office.centre import Centre

LANGUAGES: Final = click.Choice(["ar", "fr", "en"])
state_option = click.option(
    "--state",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help="The centre's folder (default: AILAB_CENTRE, else ./centre).",
)


def open_state(state: Path | None) -> "Centre":
    """Return the centre in this folder, its database up to date."""
    from ailab.office.centre import open_centre, upgrade
    from ailab.office.centre.folder import state_folder

    found = open_centre(state_folder(state))
    upgrade(found)
    return found


def write_private(path: Path, content: bytes) -> None:
    """Write a file that nobody else on this machine reads."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
        stream.write(content)


def now_utc() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)
