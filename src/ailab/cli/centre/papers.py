"""`ailab centre report`, `render`: what is handed on."""

import json
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from ailab.cli.centre.shared import LANGUAGES, now_utc, open_state, state_option, write_private
from ailab.cli.options import as_json


@click.command()
@state_option
@click.option("--from", "first", required=True, metavar="DAY", help="Like 2026-09-01.")
@click.option("--to", "last", required=True, metavar="DAY", help="Like 2026-12-31.")
@click.option("--language", type=LANGUAGES, default=None, help="Of the page (default: the centre's).")
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), default=Path("report.pdf"), show_default=True, help="A .pdf or a .csv."
)
@as_json
def report(state: Path | None, first: str, last: str, language: str | None, out: Path, as_json: bool) -> None:
    """Write who enrolled, attended, completed and was certified, by city, gender and band.

    No number under five is shown, and none from which such a number could be worked out.
    """
    from ailab.office.centre import session_of
    from ailab.office.centre.report import make_report, period_of, report_csv, report_pdf

    found = open_state(state)
    today = now_utc().astimezone(ZoneInfo(found.settings.time_zone)).date().isoformat()
    with session_of(found) as session:
        tongue = language or found.settings.language
        words = make_report(session, found, period_of(first, last), made_on=today, language=tongue)  # type: ignore[arg-type]
    if as_json:
        click.echo(json.dumps(words.plain(), ensure_ascii=False, indent=1))
        return
    write_private(out, report_csv(words) if out.suffix == ".csv" else report_pdf(words))
    click.echo(f"The report is in {out}.")


@click.command()
@click.option("--for", "target", type=click.Choice(["z2jh", "tljh"]), required=True)
@state_option
@click.option("--image", required=True, help="Of the learners' servers, with its tag.")
@click.option("--hub-image", required=True, help="Of the hub, with its tag.")
@click.option("--learners", type=int, default=100, show_default=True)
@click.option("--home-gib", type=int, default=1, show_default=True)
def render(target: str, state: Path | None, image: str, hub_image: str, learners: int, home_gib: int) -> None:
    """Print the same centre for Zero to JupyterHub (Helm values) or The Littlest JupyterHub."""
    from ailab.office.hub.deploy import deployment_of
    from ailab.office.hub.deploy import render as write

    settings = open_state(state).settings
    click.echo(write(target, deployment_of(settings, image=image, hub_image=hub_image, learners=learners, home_gib=home_gib)), nl=False)
