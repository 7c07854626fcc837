"""`ailab centre visit`: the caravan at a school."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ailab.cli.centre.shared import LANGUAGES, open_state, state_option, write_private

if TYPE_CHECKING:
    from ailab.office.centre.visit import Status


@click.group()
def visit() -> None:
    """Open and end a visit: a code for the class, animals' names for guests, nothing left behind."""


@visit.command("open")
@state_option
@click.option("--place", default="", help="Where the school is; stays with the number of guests.")
@click.option("--institution", default="", help="Its code.")
@click.option("--language", type=LANGUAGES, default=None, help="Of the first page (default: the centre's).")
@click.option("--minutes", type=int, default=90, show_default=True)
@click.option("--guests", "most", type=int, default=60, show_default=True, help="At most.")
def open_visit(state: Path | None, place: str, institution: str, language: str | None, minutes: int, most: int) -> None:
    """Open a visit and print its code."""
    from ailab.office.centre.visit.address import reachable
    from ailab.office.hub.visit.now import open_now

    found = open_state(state)
    _say(open_now(found, place=place, institution=institution, language=language, minutes=minutes, most=most))  # type: ignore[arg-type]
    click.echo(f"Guests open {reachable(found.settings)}hub/visit")


@visit.command()
@state_option
def status(state: Path | None) -> None:
    """Say what goes on."""
    from ailab.office.hub.visit.now import status_now

    _say(status_now(open_state(state)))


@visit.command()
@state_option
def end(state: Path | None) -> None:
    """End the visit and wipe everything of its guests; a number stays."""
    from ailab.office.hub.up import running
    from ailab.office.hub.visit.now import end_now

    found = open_state(state)
    _say(end_now(found, is_up=running(found) is not None, out=click.echo))


@visit.command()
@state_option
@click.option("--wifi", default="", help="Name of the network that the class joins.")
@click.option("--password", default="", help="Its password.")
@click.option("--at", "address", default="", help="The address to open (default: this machine's own).")
@click.option("--phone", default="", help="Of the office; a line to write on when left out.")
@click.option("--to", "out", type=click.Path(dir_okay=False, path_type=Path), default=Path("driver-card.pdf"), show_default=True)
def card(state: Path | None, wifi: str, password: str, address: str, phone: str, out: Path) -> None:
    """Write the driver's card as PDF: power on, Wi-Fi, the page to open, safe off; in three languages."""
    from ailab.office.centre.visit.address import reachable
    from ailab.office.hub.visit.card import Wifi, driver_card

    network = Wifi(name=wifi, password=password) if wifi else None
    write_private(out, driver_card(address=address or reachable(open_state(state).settings), wifi=network, phone=phone))
    click.echo(f"The card is in {out}.")


def _say(found: "Status | None") -> None:
    if found is None:
        click.echo("No visit is open.")
    elif found.is_ended:
        click.echo(
            f"Visit at {found.place}: over. Guests: {found.counted}, done to the end: {found.finished}. Wiped: {'yes' if found.is_wiped else 'not yet'}."
        )
    else:
        click.echo(f"Visit at {found.place}: code {found.code}, {found.minutes_left} minutes left, {found.here} guests here.")
