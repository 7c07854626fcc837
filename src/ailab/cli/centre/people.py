"""`ailab centre class`, `roster`, `trainer`, `reset`."""

from pathlib import Path
from typing import Any

import click

from ailab.cli.centre.shared import LANGUAGES, now_utc, open_state, state_option, write_private


@click.command("class")
@state_option
@click.argument("slug")
@click.option("--title", required=True)
@click.option("--language", type=LANGUAGES, required=True)
@click.option("--band", default="", help="8-10, 11-14, 15-17, 18-35, teachers.")
@click.option("--form", type=click.Choice(["pad", "python"]), default="python", show_default=True)
@click.option("--track", default="", help="A track of the course; empty for all of it.")
def make_class(state: Path | None, slug: str, title: str, language: str, band: str, form: str, track: str) -> None:
    """Make the class SLUG."""
    from ailab.office.centre import session_of
    from ailab.office.centre.people import make_group

    found = open_state(state)
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
            now=now_utc(),
        )
    click.echo(f"The class {slug} is made. Next: ailab centre roster {slug} LIST.csv")


@click.command()
@state_option
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
    from ailab.office.centre.visit.address import reachable

    found = open_state(state)
    with session_of(found) as session:
        done = import_roster(session, found, file.read(), group=slug, language="en", now=now_utc())
        if done.is_well and done.secrets:
            page = login_cards(
                done.secrets, address=reachable(found.settings), centre=found.settings.name, language=found.settings.language, at=now_utc()
            )
            write_private(cards, page)
    for problem in done.problems:
        click.echo(f"line {problem.line}: {problem.message}", err=True)
    if not done.is_well:
        raise SystemExit(1)
    for note in done.notes:
        click.echo(note)
    click.echo(f"{len(done.added)} added, {len(done.changed)} changed, {len(done.same)} as they were.")
    if done.secrets:
        click.echo(f"The login cards are in {cards}.")


@click.command()
@state_option
@click.argument("login")
@click.option("--name", default="", help="As it is to be shown.")
@click.option("--class", "groups", multiple=True, help="A class they lead; may be given more than once.")
@click.option("--lead", is_flag=True, help="May do everything in every class.")
@click.option("--language", type=LANGUAGES, default="fr")
def trainer(state: Path | None, login: str, name: str, groups: tuple[str, ...], lead: bool, language: str) -> None:
    """Add the trainer LOGIN and print their passphrase, once."""
    from ailab.office.centre import session_of
    from ailab.office.centre.people import add_trainer

    found = open_state(state)
    with session_of(found) as session:
        made = add_trainer(session, found, login=login, display_name=name, language=language, groups=groups, lead=lead, now=now_utc())
    click.echo(f"{made.pseudonym}: {made.shown}")
    click.echo("This passphrase is shown once. Change it on the desk, or make a new one: ailab centre reset")


@click.command()
@state_option
@click.argument("login")
def reset(state: Path | None, login: str) -> None:
    """Give the person LOGIN a new secret, print it once, and unlock them."""
    from ailab.office.centre import session_of
    from ailab.office.centre.people import person_of, reset_secret

    found = open_state(state)
    with session_of(found) as session:
        made = reset_secret(session, person=person_of(session, login), now=now_utc())
    click.echo(f"{made.pseudonym}: {made.words('en')}")
