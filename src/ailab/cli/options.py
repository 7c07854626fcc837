"""Options that several nouns share."""

from pathlib import Path

import click

root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    envvar="AILAB_ROOT",
    help="The folder that holds course/ (default: here).",
)
as_json = click.option("--json", "as_json", is_flag=True, help="Answer as JSON, for programs.")
