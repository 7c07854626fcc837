"""Whose token a request carries: asked of the hub, remembered for a minute, never taken from anything else in the request."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

from jupyterhub.services.auth import HubAuth
from tornado.httputil import HTTPHeaders
from tornado.web import HTTPError

_REMEMBERED_S: Final = 60
_SCHEMES: Final = ("token ", "bearer ")
_log = logging.getLogger(__name__)

Who = Callable[[str], Awaitable[Mapping[str, Any] | None]]
"""From a token to the hub's model of its owner; None for a token that is nobody's."""


class HubUnreachable(HTTPError):
    """The hub did not say whose token it is."""

    def __init__(self) -> None:
        super().__init__(503)


def hub_who() -> Who:
    """Return what asks the hub that this service belongs to."""
    auth = HubAuth(cache_max_age=_REMEMBERED_S)

    async def who(token: str) -> Mapping[str, Any] | None:
        try:
            model: dict[str, Any] | None = await auth.user_for_token(token, sync=False)
        except HTTPError as error:
            _log.warning("the hub does not say whose token it is: %s", error)
            raise HubUnreachable from error
        if model is None or not auth.check_scopes(auth.access_scopes, model):
            return None
        return model

    return who


def token_of(headers: HTTPHeaders) -> str:
    """Return the token of a request, from its one place; empty when there is none."""
    given = headers.get("Authorization", "")
    return next((given[len(scheme) :].strip() for scheme in _SCHEMES if given.lower().startswith(scheme)), "")
