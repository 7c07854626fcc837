"""A plugin of The Littlest JupyterHub: hooks that its installer and its hub call, found by the entry point "tljh".

That hub runs on one machine like ours, so learners' servers are forked from the warm template there too. Its proxy, its port,
its certificates and what stops idle servers stay its own. A hook that TLJH does not know is never called.
"""

import os
from collections.abc import Callable, MutableMapping
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final, TypeVar

from ailab.errors import Refused
from ailab.office.centre import Centre, Settings
from ailab.office.hub.config import Options
from ailab.office.hub.deploy.deployment import Deployment
from ailab.office.hub.deploy.prepare import SETTINGS, given_settings, prepare, settings_text
from ailab.office.hub.deploy.shared import Config, apply, centre_here, own_services, roles
from ailab.office.hub.deploy.text import written
from ailab.office.hub.service import Service

_Hook = TypeVar("_Hook", bound=Callable[..., Any])
_CULL_EVERY_S: Final = 60
_STATE: Final = "AILAB_CENTRE"
_PRIVATE: Final = 0o700


def _hook(function: _Hook) -> _Hook:
    """Mark a function for pluggy; TLJH brings it, and without TLJH there is nothing to be marked for."""
    try:
        from pluggy import HookimplMarker
    except ModuleNotFoundError:
        return function
    return HookimplMarker("tljh")(function)


@_hook
def tljh_extra_hub_pip_packages() -> list[str]:
    """Return what the hub's environment needs: the hub, and the template that learners' servers are forked from."""
    return [f"ailab[centre]=={version('ailab')}"]


@_hook
def tljh_extra_user_pip_packages() -> list[str]:
    """Return what the users' environment needs: the course in a terminal of TLJH's own users. Servers of the centre come from the hub's."""
    return [f"ailab[office]=={version('ailab')}"]


@_hook
def tljh_config_post_install(config: MutableMapping[str, Any]) -> None:
    """Fill in the numbers of a centre where nobody has decided otherwise."""
    for section, options in config_of(_settings_here()).items():
        found = config.setdefault(section, {})
        for name, value in options.items():
            if isinstance(value, dict):
                inner = found.setdefault(name, {})
                inner.update({key: each for key, each in value.items() if key not in inner})
            else:
                found.setdefault(name, value)


@_hook
def tljh_post_install() -> None:
    """Make the centre's folder, or bring it up to date."""
    prepare({**os.environ, _STATE: str(state_here())})


@_hook
def tljh_custom_jupyterhub_config(c: Config) -> None:
    """Fill in what `ailab centre up` fills in, apart from what is TLJH's own."""
    from ailab.office.hub.login import hub_options as login_options
    from ailab.office.hub.servers import hub_options as servers_options

    centre = centre_here({**os.environ, _STATE: str(state_here())})
    apply(c, hub_part(centre), login_options(centre), servers_options(centre))


@_hook
def tljh_new_user_create(username: str) -> None:
    """Make a learner's folder; any other name, which no roster has given, gets none."""
    centre = centre_here({**os.environ, _STATE: str(state_here())})
    if username.startswith(f"{centre.settings.code}-"):
        with suppress(Refused):
            centre.home(username).mkdir(mode=_PRIVATE, parents=True, exist_ok=True)


def state_here() -> Path:
    """Return the centre's folder: AILAB_CENTRE, else beside TLJH's own state."""
    prefix = Path(os.environ.get("TLJH_INSTALL_PREFIX", "/opt/tljh"))
    return Path(os.environ.get(_STATE, "") or prefix / "state" / "ailab")


def _settings_here() -> Settings:
    return given_settings(os.environ.get(SETTINGS, ""))


def config_of(settings: Settings) -> dict[str, dict[str, Any]]:
    """Return our part of TLJH's config.yaml."""
    return {
        "limits": {"memory": f"{settings.memory_mib}M"},
        "user_environment": {"default_app": "jupyterlab"},
        "services": {"cull": {"enabled": True, "timeout": settings.idle_minutes * 60, "every": _CULL_EVERY_S, "users": False}},
    }


def hub_part(centre: Centre) -> Options:
    """Return services and roles; TLJH's hub starts the services, as there is nobody else who could."""
    return {"JupyterHub": {"services": [_managed(each, centre) for each in own_services(centre)], "load_roles": roles(centre)}}


def _managed(service: Service, centre: Centre) -> dict[str, Any]:
    return {**service.told_to_hub(centre), "command": list(service.command), "environment": {_STATE: str(centre.folder)}}


HEADER: Final = """\
# For The Littlest JupyterHub, rendered by: ailab centre render --for tljh
# The plugin is part of ailab. On the machine, as root, before its installer runs:
#   export {variable}='{settings}'
#   the installer's option: --plugin 'ailab[centre]=={version}'
# It sets what stands below wherever nothing else is set in config.yaml. What is another thing here than with "ailab centre up":
#   start        the same warm template, started by the first learner who comes
#   isolation    the same; TLJH's administrators are root on that machine, so no learner is one
#   proxy        TLJH's own, with its port and its certificates (tljh-config set https.enabled true)
#   packages     TLJH fetches its own from the network when it is installed: without a network use the offline kit
"""


def plugin_text(deployment: Deployment) -> str:
    """Return our part of config.yaml, with what one has to know on top."""
    head = HEADER.format(variable=SETTINGS, settings=settings_text(deployment.settings), version=version("ailab"))
    return head + written(config_of(deployment.settings))
