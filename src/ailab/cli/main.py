"""`ailab`: nouns are loaded when they are called, so that help is quick."""

import gc
import sys
from importlib import import_module
from types import ModuleType
from typing import Final, cast

import click

from ailab.errors import AilabError, ExtraMissing

_COMMANDS: Final = {
    "centre": "Run a centre: a hub for a class on one small machine.",
    "certificate": "Decide who is eligible for which certificate, and print it.",
    "course": "Check, build and count the course.",
    "demo": "Play a whole class, from release to certificates.",
    "doctor": "Say what this machine can do, and what is missing.",
    "exercise": "Start a new exercise, or try one against its known answers.",
    "grade": "Grade what was handed in.",
    "start": "Open the course in JupyterLab for one person.",
}
_SLOW_FORMATS: Final = ("isoduration", "rfc3986_validator", "rfc3987_syntax")


class _Nouns(click.Group):
    """Finds the module of a noun by its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        try:
            command: click.Command = getattr(import_module(f"ailab.cli.{cmd_name}"), cmd_name)
        except ModuleNotFoundError as error:
            if error.name and error.name.startswith("ailab"):
                raise
            raise ExtraMissing("centre" if cmd_name == "centre" else "office", error.name or "?") from error
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(sorted(_COMMANDS.items()))


@click.group(cls=_Nouns)
@click.version_option(package_name="ailab")
def cli() -> None:
    """Programming, data, machine learning and robots, in Arabic, French and English."""


def _skip_slow_formats() -> None:
    # jsonschema, which nbformat loads, compiles grammars for addresses and durations when it is imported:
    # most of a second in every command, for formats that no notebook has. Without them such values pass unchecked.
    for name in _SLOW_FORMATS:
        sys.modules.setdefault(name, cast("ModuleType", None))


def main() -> None:
    """Run the command line; what ailab says no to ends with one line and exit code 1."""
    _skip_slow_formats()
    try:
        cli(standalone_mode=True)
    except AilabError as error:
        click.echo(f"ailab: {error}", err=True)
        sys.exit(1)
    finally:
        # Python would search all that was imported for garbage once more, twice, before the process ends.
        gc.freeze()
