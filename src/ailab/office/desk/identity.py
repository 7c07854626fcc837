"""Who the browser's owner is, asked of the hub: the desk's one door to JupyterHub."""

from typing import Any, Final

from jupyterhub.services.auth import HubOAuthCallbackHandler, HubOAuthenticated, UserNotAllowed
from tornado.web import HTTPError

GROUPS: Final = frozenset({"trainers", "leads"})
CALLBACK: Final = "oauth_callback"


class HubVisitor(HubOAuthenticated):
    """Mixed into every page: logged in at the hub, allowed to use this service, a trainer by the hub's own groups."""

    async def identify(self) -> str | None:
        """Return the visitor's name at the hub; None when nobody is logged in."""
        model: dict[str, Any] | None = await self.hub_auth.get_user(self, sync=False)
        if not model:
            return None
        try:
            self.check_hub_user(model)
        except UserNotAllowed:
            raise HTTPError(403, "no trainer at the hub") from None
        if model.get("kind") != "user" or not GROUPS & set(model.get("groups") or ()):
            raise HTTPError(403, "no trainer at the hub")
        self.current_user = model
        return str(model["name"])


def hub_addresses() -> list[tuple[str, type[Any]]]:
    """Return the address to which the hub sends a browser back."""
    return [(CALLBACK, HubOAuthCallbackHandler)]
