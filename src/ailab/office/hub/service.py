"""One service beside the hub: what the hub is told about it, and what it is told about the hub.

The centre's supervisor starts services, not the hub: one that runs goes on while a killed hub is started again.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ailab.office.centre import Centre
from ailab.office.hub.ports import Ports
from ailab.office.hub.secrets_files import service_token


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A process with a name at the hub."""

    name: str
    command: Sequence[str]
    has_pages: bool = True
    """Whether it is found at /services/<name>/."""
    scopes: tuple[str, ...] = ()
    """What it may ask of the hub."""
    for_learners: bool = False
    """Whether learners, and their servers, may reach it."""

    def told_to_hub(self, centre: Centre) -> dict[str, Any]:
        """Return what stands in c.JupyterHub.services."""
        told: dict[str, Any] = {"name": self.name, "api_token": service_token(centre, self.name), "display": False}
        if self.has_pages:
            told |= {
                "url": Ports(public=centre.settings.port).url(self.name),
                "oauth_client_id": f"service-{self.name}",
                "oauth_redirect_uri": f"/services/{self.name}/oauth_callback",
                "oauth_no_confirm": True,
            }
        return told

    def environment(self, centre: Centre) -> dict[str, str]:
        """Return the variables that JupyterHub gives to the services it manages itself."""
        ports = Ports(public=centre.settings.port)
        access = json.dumps([f"access:services!service={self.name}"])
        own = {
            "AILAB_CENTRE": str(centre.folder),
            "JUPYTERHUB_SERVICE_NAME": self.name,
            "JUPYTERHUB_API_TOKEN": service_token(centre, self.name),
            "JUPYTERHUB_API_URL": f"{ports.url('hub')}/hub/api",
            "JUPYTERHUB_BASE_URL": "/",
            "JUPYTERHUB_HOST": "",
            "JUPYTERHUB_CLIENT_ID": f"service-{self.name}",
        }
        if not self.has_pages:
            return own
        return {
            **own,
            "JUPYTERHUB_SERVICE_URL": ports.url(self.name),
            "JUPYTERHUB_SERVICE_PREFIX": f"/services/{self.name}/",
            "JUPYTERHUB_OAUTH_CALLBACK_URL": f"/services/{self.name}/oauth_callback",
            "JUPYTERHUB_OAUTH_SCOPES": access,
            "JUPYTERHUB_OAUTH_ACCESS_SCOPES": access,
        }
