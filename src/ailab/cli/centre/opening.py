"""`ailab centre up`, `down`, `self-test`."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ailab.cli.centre.shared import LANGUAGES, now_utc, open_state, state_option
from ailab.cli.options import root_option

if TYPE_CHECKING:
    from ailab.office.centre import Centre


@click.command()
@state_option
@root_option
@click.option("--name", default="", help="Of a new centre, as it stands on certificates.")
@click.option("--place", default="", help="Of a new centre: its town.")
@click.option("--code", default="c1", show_default=True, help="Of a new centre: begins every learner's id.")
@click.option("--language", type=LANGUAGES, default="fr", show_default=True, help="Of a new centre: its first page.")
@click.option("--edition", type=click.Choice(["ma", "dz"]), default="ma", show_default=True, help="Of a new centre.")
@click.option("--time-zone", default="", help="Of a new centre (default: that of the edition).")
@click.option("--db", "database", default="", help="Of a new centre: postgresql://USER@HOST/NAME in place of SQLite.")
@click.option("--address", default=None, help="Where to listen: 127.0.0.1 for this machine alone, 0.0.0.0 for a class.")
@click.option("--port", type=int, default=None, help="What learners type after the colon (default 8000); six more after it are used.")
@click.option("--tls/--no-tls", default=None, help="Encrypt, with a certificate of this centre's own authority.")
@click.option("--sample", is_flag=True, help="With a sample class of 24, whose logins are printed.")
def up(
    state: Path | None,
    root: Path,
    name: str,
    place: str,
    code: str,
    language: str,
    edition: str,
    time_zone: str,
    database: str,
    address: str | None,
    port: int | None,
    tls: bool | None,
    sample: bool,
) -> None:
    """Start the centre in the --state folder; the first time, make it.

    Nothing is fetched from a network. Ctrl-C, or "ailab centre down", ends everything in order.
    """
    from ailab.office.centre import Settings
    from ailab.office.centre.folder import state_folder
    from ailab.office.hub.setup import opened, prepare
    from ailab.office.hub.up import up as run

    new = Settings(
        code=code,
        name=name or ("Sample centre" if sample else ""),
        place=place or ("Berkane" if sample else ""),
        edition=edition,
        time_zone=time_zone or {"ma": "Africa/Casablanca", "dz": "Africa/Algiers"}[edition],
        language=language,  # type: ignore[arg-type]
        database=database,
    )
    found = opened(state_folder(state), new, address=address, port=port, tls=tls)

    def prepared() -> None:
        prepare(found, root, out=click.echo, watch=_watch())
        if sample:
            _sample(found)

    raise SystemExit(run(found, prepared=prepared))


@click.command()
@state_option
def down(state: Path | None) -> None:
    """Stop a running centre, in order: nobody's work is lost, and the machine may be switched off afterwards."""
    from ailab.office.hub.up import down as stop

    stopped = stop(open_state(state))
    click.echo("The centre is closed. The machine may be switched off." if stopped else "The centre was not open.")


@click.command("self-test")
def self_test() -> None:
    """Try everything a centre needs on this machine, and say what is missing."""
    from ailab.office.hub.kit.selftest import run

    raise SystemExit(run())


def _sample(found: "Centre") -> None:
    from ailab.office.centre.visit.address import reachable
    from ailab.office.hub.sample import sample_class

    for line in sample_class(found, now=now_utc(), address=reachable(found.settings)):
        click.echo(line)


def _watch() -> Callable[[str, int, int], None]:
    """Say what is being done, a line for each thing, and how far where somebody looks."""
    last = ""

    def watch(what: str, done: int, of: int) -> None:
        nonlocal last
        if what != last:
            click.echo(what)
            last = what
        if sys.stderr.isatty() and of:
            click.echo(f"\r  {done}/{of}", nl=done >= of, err=True)

    return watch
