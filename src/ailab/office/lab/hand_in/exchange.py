"""Whether this machine has an nbgrader exchange, and which: read as nbgrader reads it, without loading nbgrader.

    AILAB_EXCHANGE, AILAB_COURSE_ID        what a hub gives each server
    nbgrader_config.py, nbgrader_config.json in Jupyter's configuration folders, Exchange and CourseDirectory in the server's own

An exchange is configured when its course has an id.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from jupyter_core.paths import jupyter_config_path
from traitlets.config import Config
from traitlets.config.loader import ConfigFileNotFound, JSONFileConfigLoader, PyFileConfigLoader

_NAME: Final = "nbgrader_config"
_COURSE: Final = "ailab"
_ROOMS: Final = ("Exchange", "ExchangeFactory", "ExchangeSubmit", "CourseDirectory", "Authenticator", "BaseAuthPlugin")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """Where to hand in, and as whom."""

    config: Config
    learner: str
    """Empty when the account's name says it."""


def configured_exchange(
    server: Config, environ: Mapping[str, str], folders: Sequence[str | Path] | None = None, *, state: Path
) -> Exchange | None:
    """Return the exchange of this machine, or None; `state` is where a learner's copies for nbgrader lie."""
    config = Config({"Exchange": {"cache": str(state / "nbgrader_cache")}})
    # The first folder is the nearest, so it is read last.
    for folder in reversed(jupyter_config_path() if folders is None else folders):
        config.merge(_read(Path(folder)))
    config.merge(Config({name: server[name] for name in _ROOMS if name in server}))
    config.merge(_of_environment(environ))
    if not config.CourseDirectory.get("course_id"):
        return None
    return Exchange(config=config, learner=environ.get("JUPYTERHUB_USER", ""))


def _read(folder: Path) -> Config:
    found = Config()
    for loader in (PyFileConfigLoader(f"{_NAME}.py", path=str(folder)), JSONFileConfigLoader(f"{_NAME}.json", path=str(folder))):
        try:
            found.merge(loader.load_config())
        except ConfigFileNotFound:
            continue
    return found


def _of_environment(environ: Mapping[str, str]) -> Config:
    root, course = environ.get("AILAB_EXCHANGE", ""), environ.get("AILAB_COURSE_ID", "")
    options: dict[str, dict[str, str]] = {}
    if root:
        options["Exchange"] = {"root": root}
    if root or course:
        options["CourseDirectory"] = {"course_id": course or _COURSE}
    return Config(options)
