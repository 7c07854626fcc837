"""`ailab doctor`: what this machine can do, and what is missing for what."""

import json
import shutil
import sys
from dataclasses import asdict
from importlib.util import find_spec

import click

from ailab.cli.options import as_json
from ailab.office.sandbox import Probe, probe

_MODULES = {
    "jupyterlab": "the learner's JupyterLab",
    "nbgrader": "grading",
    "typst": "certificates",
    "distributed": "grading on several machines (extra: programme)",
    "pg8000": "PostgreSQL as gradebook (extra: programme)",
}
_PROGRAMS = {"chromium": "browser tests", "chromedriver": "browser tests", "git": "authors"}


@click.command()
@as_json
def doctor(as_json: bool) -> None:
    """Probe the sandbox layer by layer, and look for what else ailab uses."""
    layers = probe()
    modules = {name: find_spec(name) is not None for name in _MODULES}
    programs = {name: shutil.which(name) is not None for name in _PROGRAMS}
    safe = all(each.works for each in layers if each.layer.required)
    if as_json:
        found = [{**asdict(each.layer), "works": each.works, "detail": each.detail} for each in layers]
        click.echo(
            json.dumps(
                {"python": sys.version.split()[0], "sandbox": found, "safe": safe, "modules": modules, "programs": programs}, indent=1
            )
        )
    else:
        _show(layers, modules, programs, safe=safe)
    raise SystemExit(0 if safe else 1)


def _show(layers: tuple[Probe, ...], modules: dict[str, bool], programs: dict[str, bool], *, safe: bool) -> None:
    click.echo(f"Python {sys.version.split()[0]}")
    click.echo("Sandbox, layer by layer:")
    for each in layers:
        mark = "ok     " if each.works else "MISSING" if each.layer.required else "absent "
        click.echo(f"  {mark} {each.layer.name:18} stops {each.layer.stops}" + ("" if each.works else f": {each.detail}"))
    click.echo(
        "Strangers' notebooks can be graded here."
        if safe
        else "Strangers' notebooks are not graded here: a layer that is needed is missing."
    )
    for names, uses in ((modules, _MODULES), (programs, _PROGRAMS)):
        for name, there in names.items():
            click.echo(f"  {'ok     ' if there else 'absent '} {name:18} for {uses[name]}")
