"""`ailab centre`: a centre's hub, its people and its papers."""

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from ailab.cli.options import root_option

if TYPE_CHECKING:
    from ailab.office.centre import Centre

_LANGUAGES: Final = click.Choice(["ar", "fr", "en"])
_state = click.option(
    "--state",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help="The centre's folder (default: AILAB_CENTRE, else ./centre).",
)


@click.group()
def centre() -> None:
    """Run a centre: a hub for a class on one small machine."""


@centre.command()
@_state
@root_option
@click.option("--name", default="", help="Of a new centre, as it stands on certificates.")
@click.option("--place", default="", help="Of a new centre: its town.")
@click.option("--code", default="c1", show_default=True, help="Of a new centre: begins every learner's id.")
@click.option("--language", type=_LANGUAGES, default="fr", show_default=True, help="Of a new centre: its first page.")
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
    prepare(found, root, out=click.echo, watch=_watch())
    if sample:
        _sample(found)
    raise SystemExit(run(found))


def _sample(found: "Centre") -> None:
    from ailab.office.hub.sample import sample_class
    from ailab.office.hub.up import address_of

    for line in sample_class(found, now=_now(), address=address_of(found)):
        click.echo(line)


@centre.command()
@_state
def down(state: Path | None) -> None:
    """Stop a running centre, in order: nobody's work is lost, and the machine may be switched off afterwards."""
    from ailab.office.hub.up import down as stop

    stopped = stop(_open(state))
    click.echo("The centre is closed. The machine may be switched off." if stopped else "The centre was not open.")


@centre.command("class")
@_state
@click.argument("slug")
@click.option("--title", required=True)
@click.option("--language", type=_LANGUAGES, required=True)
@click.option("--band", default="", help="8-10, 11-14, 15-17, 18-35, teachers.")
@click.option("--form", type=click.Choice(["pad", "python"]), default="python", show_default=True)
@click.option("--track", default="", help="A track of the course; empty for all of it.")
def make_class(state: Path | None, slug: str, title: str, language: str, band: str, form: str, track: str) -> None:
    """Make the class SLUG."""
    from ailab.office.centre import session_of
    from ailab.office.centre.people import make_group

    found = _open(state)
    with session_of(found) as session:
        make_group(
            session,
            id=slug,
            title=title,
            language=language,
            band=band,
            form=form,
            track=track,
            edition=found.settings.edition,
            time_zone=found.settings.time_zone,
            now=_now(),
        )
    click.echo(f"The class {slug} is made. Next: ailab centre roster {slug} LIST.csv")


@centre.command()
@_state
@click.argument("slug")
@click.argument("file", metavar="CSV", type=click.File("rb"))
@click.option(
    "--cards", "cards", type=click.Path(dir_okay=False, path_type=Path), required=True, help="Where to write the login cards, as PDF."
)
def roster(state: Path | None, slug: str, file: Any, cards: Path) -> None:
    """Take the learners of CSV into the class SLUG, and write their login cards.

    Their secrets stand on the cards alone: keep that file as you keep keys, and print it soon.
    """
    from ailab.office.centre import session_of
    from ailab.office.centre.people import import_roster
    from ailab.office.centre.people.cards import login_cards
    from ailab.office.hub.up import address_of

    found = _open(state)
    with session_of(found) as session:
        done = import_roster(session, found, file.read(), group=slug, language="en", now=_now())
        if done.is_well and done.secrets:
            page = login_cards(
                done.secrets, address=address_of(found), centre=found.settings.name, language=found.settings.language, at=_now()
            )
            _write_private(cards, page)
    for problem in done.problems:
        click.echo(f"line {problem.line}: {problem.message}", err=True)
    if not done.is_well:
        raise SystemExit(1)
    for note in done.notes:
        click.echo(note)
    click.echo(f"{len(done.added)} added, {len(done.changed)} changed, {len(done.same)} as they were.")
    if done.secrets:
        click.echo(f"The login cards are in {cards}.")


@centre.command()
@_state
@click.argument("login")
@click.option("--name", default="", help="As it is to be shown.")
@click.option("--class", "groups", multiple=True, help="A class they lead; may be given more than once.")
@click.option("--lead", is_flag=True, help="May do everything in every class.")
@click.option("--language", type=_LANGUAGES, default="fr")
def trainer(state: Path | None, login: str, name: str, groups: tuple[str, ...], lead: bool, language: str) -> None:
    """Add the trainer LOGIN and print their passphrase, once."""
    from ailab.office.centre import session_of
    from ailab.office.centre.people import add_trainer

    found = _open(state)
    with session_of(found) as session:
        made = add_trainer(session, found, login=login, display_name=name, language=language, groups=groups, lead=lead, now=_now())
    click.echo(f"{made.pseudonym}: {made.shown}")
    click.echo("This passphrase is shown once. Change it on the desk, or make a new one: ailab centre reset")


@centre.command()
@_state
@click.argument("login")
def reset(state: Path | None, login: str) -> None:
    """Give the person LOGIN a new secret, print it once, and unlock them."""
    from ailab.office.centre import session_of
    from ailab.office.centre.people import person_of, reset_secret

    found = _open(state)
    with session_of(found) as session:
        made = reset_secret(session, person=person_of(session, login), now=_now())
    click.echo(f"{made.pseudonym}: {made.words('en')}")


@centre.command("self-test")
def self_test() -> None:
    """Try everything a centre needs on this machine, and say what is missing."""
    from ailab.office.hub.kit.selftest import run

    raise SystemExit(run())


def _open(state: Path | None) -> "Centre":
    from ailab.office.centre import open_centre, upgrade
    from ailab.office.centre.folder import state_folder

    found = open_centre(state_folder(state))
    upgrade(found)
    return found


def _write_private(path: Path, content: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
        stream.write(content)


def _now() -> datetime:
    return datetime.now(UTC)


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
