"""The roster as JupyterHub's authenticator: a pseudonym and a secret in, an id that says nothing out."""

import asyncio
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import cached_property
from os import cpu_count
from pathlib import Path
from typing import Any, Final

from jupyterhub.auth import Authenticator
from traitlets import Unicode

from ailab.office.centre import Centre, open_centre, session_of
from ailab.office.centre.people import Admitted, Refusal, admit
from ailab.office.centre.tables import Person
from ailab.office.centre.visit import is_guest
from ailab.office.hub.login.addresses import address_of

GROUPS: Final[Mapping[str, tuple[str, ...]]] = {"learner": (), "trainer": ("trainers",), "lead": ("trainers", "leads")}
"""Groups at the hub by kind of person; which classes somebody sees stands in our own database."""


class RosterAuthenticator(Authenticator):
    """Lets in who is on the roster, and nobody else."""

    folder = Unicode(help="The centre's state folder.").tag(config=True)

    def __init__(self, **options: Any) -> None:
        """Take the roster for the list of who is allowed, and the groups from it too."""
        super().__init__(**options)
        self.allow_all = self.manage_groups = True
        self.enable_auth_state = False
        self.username_pattern = r"[a-z][a-z0-9]{0,9}-([a-z]-)?[a-z0-9]{3,32}"

    @cached_property
    def centre(self) -> Centre:
        """Return the centre whose people these are."""
        return open_centre(Path(self.folder))

    @cached_property
    def pool(self) -> ThreadPoolExecutor:
        """Return where secrets are looked at: a hundred children at once must not stop the hub."""
        return ThreadPoolExecutor(max_workers=max(2, cpu_count() or 1), thread_name_prefix="roster")

    def get_handlers(self, app: Any) -> list[tuple[Any, ...]]:
        """Put our own page in the place of the hub's."""
        from ailab.office.hub.login.door import addresses

        return addresses(self.centre)

    async def authenticate(self, handler: Any, data: Mapping[str, str]) -> dict[str, Any] | None:
        """Return who this is; the reason of a refusal is left with the page that asked."""
        done = await self.ask(data.get("login", ""), data.get("secret", ""), address_of(handler.request))
        if isinstance(done, Refusal):
            handler.refusal = done
            return None
        handler.admitted = done
        return {"name": done.person, "groups": list(GROUPS[done.kind]), "admin": False, "auth_state": None}

    async def ask(self, login: str, secret: str, address: str) -> Admitted | Refusal:
        """Ask the roster, beside everything else the hub does."""
        now = datetime.now(UTC)
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.pool, lambda: admit(self.centre, login=login, secret=secret, address=address, now=now))

    async def refresh_user(self, user: Any, handler: Any = None) -> bool | dict[str, Any]:
        """Tell whether somebody who is in may stay: who was taken from the roster may not."""
        if is_guest(user.name):
            return True
        kind = await asyncio.get_running_loop().run_in_executor(self.pool, self._kind, user.name)
        return {"name": user.name, "groups": list(GROUPS[kind]), "admin": False} if kind else False

    def _kind(self, person: str) -> str:
        with session_of(self.centre) as session:
            found = session.get(Person, person)
            return found.kind if found and found.is_active and found.secret else ""
