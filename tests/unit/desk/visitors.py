"""A visitor without a hub: the cookie `visitor` names the person."""

from typing import Any


class FakeVisitor:
    """Mixed into pages in place of the hub's."""

    async def identify(self: Any) -> str | None:
        name = self.get_cookie("visitor")
        return str(name) if name else None

    def get_login_url(self) -> str:
        return "/hub/login"
