"""Who may use the formgrader: a trainer by the hub's groups and by our database, logged in at the hub."""

from asyncio import to_thread
from typing import Any, Final

from jupyterhub.services.auth import HubOAuth
from jupyterhub.singleuser.extension import JupyterHubIdentityProvider, JupyterHubOAuthCallbackHandler
from tornado.web import HTTPError

from ailab.office.centre import Centre, session_of
from ailab.office.centre.tables import Person

GROUPS: Final = frozenset({"trainers", "leads"})
_KINDS: Final = ("trainer", "lead")


class TrainersAlone(JupyterHubIdentityProvider):
    """JupyterHub's own identity, with our rule about whose it may be."""

    def __init__(self, centre: Centre) -> None:
        """Take the centre whose trainers they are."""
        super().__init__(hub_auth=HubOAuth())
        self.centre = centre

    async def get_user(self, handler: Any) -> Any:
        """Return the trainer, or None for who is not logged in.

        Raises
        ------
        HTTPError
            403 for everybody else.
        """
        user = await super().get_user(handler)
        if user is None:
            return None
        model = user.hub_user
        is_trainer = model.get("kind") == "user" and GROUPS & set(model.get("groups") or ())
        if not is_trainer or not await to_thread(_is_trainer, self.centre, str(model["name"])):
            handler._jupyterhub_user = None
            raise HTTPError(403, "no trainer")
        return user

    def addresses(self, prefix: str) -> list[tuple[Any, ...]]:
        """Return the address to which the hub sends a browser back."""
        return [(f"{prefix}oauth_callback", JupyterHubOAuthCallbackHandler, {"hub_auth": self.hub_auth})]


def _is_trainer(centre: Centre, name: str) -> bool:
    with session_of(centre) as session:
        found = session.get(Person, name)
        return found is not None and found.kind in _KINDS and found.is_active
