"""A proxy that was started again knows nobody's way: the supervisor asks the hub to tell it, instead of waiting minutes until the hub looks."""

from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from typing import Any, Final

from ailab.office.centre import Centre
from ailab.office.hub.ports import Ports
from ailab.office.hub.secrets_files import service_token

SUPERVISOR: Final = "supervisor"
_PATIENCE_S: Final = 10.0


def told_to_hub(centre: Centre) -> dict[str, Any]:
    """Return what stands in c.JupyterHub.services: the supervisor is one that has no pages."""
    return {"name": SUPERVISOR, "api_token": service_token(centre, SUPERVISOR), "display": False}


def role() -> dict[str, Any]:
    """Return what the supervisor may ask of the hub: to look at its proxy."""
    return {"name": f"service-{SUPERVISOR}", "services": [SUPERVISOR], "scopes": ["proxy"]}


def proxy_knows(centre: Centre) -> bool:
    """Have the hub tell its proxy every way; False while one of them does not answer."""
    connection = HTTPConnection("127.0.0.1", Ports(public=centre.settings.port).of("hub"), timeout=_PATIENCE_S)
    try:
        connection.request("POST", "/hub/api/proxy", headers={"Authorization": f"token {service_token(centre, SUPERVISOR)}"})
        return connection.getresponse().status == HTTPStatus.OK
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
