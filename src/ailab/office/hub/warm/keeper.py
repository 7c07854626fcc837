"""Keeps the template alive for a hub: asks it, starts it again when it is gone, goes cold meanwhile."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from ailab.errors import Refused
from ailab.office.hub.warm.alone import start_cold
from ailab.office.hub.warm.client import Wanted, ask, start_template, wait_until_warm
from ailab.office.hub.warm.door import TemplateAbsent
from ailab.office.hub.warm.processes import let_go
from ailab.office.hub.warm.started import Started

_PATIENCE_S: Final = 60.0


@dataclass(slots=True)
class Keeper:
    """One template, by its socket; used from one event loop."""

    path: Path
    log: Path
    note: Callable[[str], None]
    _revival: "asyncio.Task[None] | None" = field(default=None, init=False)

    async def start(self, wanted: Wanted) -> Started:
        """Return a learner's new server, warm if there is a template, else cold.

        Raises
        ------
        Refused
            When the isolation could not be set up: then nothing runs.
        """
        for _ in range(2):
            try:
                return await asyncio.to_thread(ask, self.path, wanted)
            except TemplateAbsent as absence:
                self.note(f"no warm template: {absence}")
            if not self._reviving():
                # Who finds it first need not wait; who comes later waits less than a start of their own takes.
                self._revival = asyncio.create_task(self.revive())
                break
            assert self._revival is not None
            with suppress(TimeoutError):
                await asyncio.wait_for(asyncio.shield(self._revival), _PATIENCE_S)
        return await asyncio.to_thread(start_cold, self.path, wanted)

    def _reviving(self) -> bool:
        return self._revival is not None and not self._revival.done()

    async def revive(self) -> None:
        """Start the template again."""
        try:
            process = start_template(self.path, self.log)
            await asyncio.to_thread(wait_until_warm, self.path, process)
            let_go(process)
            self.note("a warm template is ready")
        except (TemplateAbsent, OSError, Refused) as error:
            self.note(f"the warm template does not start: {error}; its log is {self.log}")
