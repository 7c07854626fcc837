"""From a centre's settings to JupyterHub's configuration: plain data first, so that it can be looked at and tested.

Every option is JupyterHub's own name (jupyterhub ≥ 5.5.1). Nothing here is a secret: those lie in files of the state folder.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from traitlets.config import Config

from ailab.errors import Refused
from ailab.office.centre import Centre, open_centre
from ailab.office.hub.ports import Ports
from ailab.office.hub.routes import role, told_to_hub
from ailab.office.hub.secrets_files import proxy_token

Options = dict[str, dict[str, Any]]
"""Options by class of JupyterHub."""

STATE: Final = "AILAB_CENTRE"
_START_S: Final = 180
_FIRST_ANSWER_S: Final = 90
_PENDING_AFTER_S: Final = 2


def configure(config: Config) -> None:
    """Fill in JupyterHub's configuration for the centre that AILAB_CENTRE names."""
    for name, options in hub_config(open_centre(Path(os.environ[STATE]))).items():
        config[name].update(options)


def hub_config(centre: Centre) -> Options:
    """Return every option of this centre's hub."""
    from ailab.office.hub.login import hub_options as login
    from ailab.office.hub.servers import hub_options as servers
    from ailab.office.hub.services import hub_options as services
    from ailab.office.hub.visit import hub_options as visits

    return merged(_hub(centre), _proxy(centre), login(centre), servers(centre), services(centre), visits(centre))


def merged(*parts: Mapping[str, Mapping[str, Any]]) -> Options:
    """Return the options together; lists of one name are joined, and one option said twice is a mistake of ours."""
    found: Options = {}
    for part in parts:
        for name, options in part.items():
            own = found.setdefault(name, {})
            for option, value in options.items():
                if option in own and not isinstance(value, list):
                    raise Refused(f"c.{name}.{option} is set twice in ailab's own configuration.")
                own[option] = [*own.get(option, []), *value] if isinstance(value, list) else value
    return found


def _hub(centre: Centre) -> Options:
    settings, ports = centre.settings, Ports(public=centre.settings.port)
    scheme = "https" if settings.tls else "http"
    return {
        "JupyterHub": {
            "bind_url": f"{scheme}://{settings.address}:{settings.port}/",
            "hub_bind_url": f"{ports.url('hub')}/hub/",
            "db_url": centre.database_url("hub"),
            "cookie_secret_file": str(centre.hub / "cookie_secret"),
            "pid_file": str(centre.hub / "hub.pid"),
            "allow_named_servers": False,
            # A hub that is told to stop stops the servers too; one that is killed finds them again.
            "cleanup_servers": True,
            "cleanup_proxy": False,
            # The spawner queues by itself: nobody is sent away with "too many".
            "concurrent_spawn_limit": 0,
            "log_level": "WARN",
            "tornado_settings": {"slow_spawn_timeout": _PENDING_AFTER_S},
            "template_vars": {"ailab_centre": settings.name},
            **({"ssl_key": str(centre.tls / "server.key"), "ssl_cert": str(centre.tls / "server.crt")} if settings.tls else {}),
        },
        # A server that died is noticed, and started again at the next visit.
        "Spawner": {"start_timeout": _START_S, "http_timeout": _FIRST_ANSWER_S, "poll_interval": 5},
    }


def _proxy(centre: Centre) -> Options:
    return {
        "JupyterHub": {"services": [told_to_hub(centre)], "load_roles": [role()]},
        "ConfigurableHTTPProxy": {
            # The supervisor starts it: whoever works goes on working while a hub is started again.
            "should_start": False,
            "api_url": Ports(public=centre.settings.port).url("proxy"),
            "auth_token": proxy_token(centre),
        },
    }


def hub_command() -> list[str]:
    """Return the command that starts JupyterHub with this configuration."""
    return [sys.executable, "-m", "jupyterhub", "-f", str(Path(__file__).parent / "jupyterhub_config.py")]
