"""`ailab centre`: a centre's hub, its people and its papers."""

import click

from ailab.cli.centre.opening import down, self_test, up
from ailab.cli.centre.papers import render, report
from ailab.cli.centre.people import make_class, reset, roster, trainer
from ailab.cli.centre.visits import visit

__all__ = ["centre"]


@click.group()
def centre() -> None:
    """Run a centre: a hub for a class on one small machine."""


for _command in (up, down, self_test, make_class, roster, trainer, reset, visit, report, render):
    centre.add_command(_command)
