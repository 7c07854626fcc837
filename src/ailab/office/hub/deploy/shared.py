"""What a hub that is not started by `ailab centre up` loads when it starts: the centre's own options, one by one."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, Protocol

from ailab.office.centre import Centre, open_centre
from ailab.office.hub.config import Options, merged
from ailab.office.hub.service import Service
from ailab.office.hub.services import hub_options as services_options
from ailab.office.hub.services import services_of

_STATE: Final = "AILAB_CENTRE"
_PLATFORMS_OWN: Final = frozenset({"idle-culler"})
"""Both platforms stop idle servers by themselves."""


class Config(Protocol):
    """traitlets' configuration: sections by class."""

    def __getitem__(self, name: str) -> Any:
        """Return the section of a class."""


def centre_here(environ: Mapping[str, str] = os.environ) -> Centre:
    """Return the centre that AILAB_CENTRE names."""
    return open_centre(Path(environ[_STATE]))


def own_services(centre: Centre) -> tuple[Service, ...]:
    """Return the services that a platform does not bring itself."""
    return tuple(each for each in services_of(centre) if each.name not in _PLATFORMS_OWN)


def roles(centre: Centre) -> list[dict[str, Any]]:
    """Return who may do what, as `ailab centre up` has it, without the services that are not ours here."""
    found: list[dict[str, Any]] = services_options(centre)["JupyterHub"]["load_roles"]
    return [role for role in found if not _PLATFORMS_OWN & set(role.get("services", ()))]


def apply(config: Config, *parts: Options) -> None:
    """Set options; lists are added to what the platform has put there, and a role of its own gets our scopes too."""
    for name, options in merged(*parts).items():
        section = config[name]
        for option, value in options.items():
            before = section.get(option)
            section[option] = [*before, *value] if isinstance(value, list) and isinstance(before, list) else value


def configure_pods(config: Config, environ: Mapping[str, str] = os.environ) -> None:
    """Fill in what the values of Zero to JupyterHub cannot hold: how people log in, and the centre's name on the pages."""
    from ailab.office.hub.login import hub_options as login_options

    centre = centre_here(environ)
    apply(config, {"JupyterHub": {"template_vars": {"ailab_centre": centre.settings.name}}}, login_options(centre))
