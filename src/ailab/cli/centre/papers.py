"""`ailab centre report`, `render`: what is handed on."""

from pathlib import Path

import click

from ailab.cli.centre.shared import open_state, state_option


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
