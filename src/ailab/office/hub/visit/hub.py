"""JupyterHub as the keeper needs it: who is there, and away with them. Through its own API, with the service's token."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import quote, urlencode

from tornado.httpclient import AsyncHTTPClient, HTTPRequest, HTTPResponse

from ailab.errors import Refused

_PAGE: Final = 100
_PATIENCE_S: Final = 60.0
_OWN: Final = ""
"""The name of a user's one server."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HubApi:
    """The hub's API."""

    url: str
    token: str

    async def names(self) -> list[str]:
        """Return the names of all users."""
        found: list[str] = []
        while page := self._json(await self._ask("GET", f"users?{urlencode({'offset': len(found), 'limit': _PAGE})}")):
            found += [user["name"] for user in page]
        return found

    async def remove(self, person: str) -> bool:
        """Stop a user's server and delete the user; tell whether both are gone."""
        path = f"users/{quote(person, safe='')}"
        answer = await self._ask("GET", path)
        if answer.code == HTTPStatus.NOT_FOUND:
            return True
        server: Mapping[str, Any] = self._json(answer).get("servers", {}).get(_OWN, {})
        # A server that is starting or stopping takes no order: its turn comes with the next look.
        if server.get("pending"):
            return False
        if server and (await self._ask("DELETE", f"{path}/server")).code != HTTPStatus.NO_CONTENT:
            return False
        return (await self._ask("DELETE", path)).code in (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_FOUND)

    async def _ask(self, method: str, path: str) -> HTTPResponse:
        request = HTTPRequest(
            f"{self.url}/{path}",
            method=method,
            headers={"Authorization": f"token {self.token}"},
            request_timeout=_PATIENCE_S,
        )
        return await AsyncHTTPClient().fetch(request, raise_error=False)

    def _json(self, answer: HTTPResponse) -> Any:
        if answer.code != HTTPStatus.OK:
            raise Refused(f"The hub says {answer.code} {answer.reason} about its users.")
        return json.loads(answer.body)
