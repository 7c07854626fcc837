"""Counting, stopping and forgetting guests: the one who wipes, again and again until nothing is left.

Every step can be broken off by a power cut and is made again: who was counted is marked, what is gone stays gone, a row goes
last, and a visit counts as wiped only when the state folder has been looked through and the databases were written afresh.
"""

import asyncio
import logging
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

from ailab.errors import AilabError
from ailab.office.centre import Centre, session_of
from ailab.office.centre.visit import Clock, clock_now, is_guest, past_visits
from ailab.office.centre.visit.traces import close_visit, compact, count, forget, leaving, staying, wipe_files
from ailab.office.centre.visit.visits import note_time, to_wipe

_LOG: Final = logging.getLogger("ailab.visit")
_AT_ONCE: Final = 8


class Hub(Protocol):
    """What the keeper asks of JupyterHub."""

    async def names(self) -> list[str]:
        """Return the names of all users."""

    async def remove(self, person: str) -> bool:
        """Stop a user's server and delete the user; tell whether both are gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeper:
    """The wiping of one centre."""

    centre: Centre
    hub: Hub
    clock: Callable[[], Clock] = clock_now

    async def look(self) -> bool:
        """Note the time, send away whose visit is over or who left, close visits; tell whether all went well."""
        try:
            await self._send_away(await asyncio.to_thread(note, self.centre, self.clock()))
            visits = await asyncio.to_thread(empty_visits, self.centre)
            if visits and await self._no_strays():
                await asyncio.to_thread(close, self.centre, visits, self.clock())
        except (AilabError, OSError, sqlite3.Error) as error:
            # A full disk, a database that is held, a hub that is still starting: said, and tried again with the next look.
            _LOG.warning("visit: %s", error)
            return False
        return True

    async def tidy(self) -> None:
        """Wipe what came after: a page of a guest that is still open somewhere asks on, and logs note whose it was."""
        try:
            await asyncio.to_thread(tidy, self.centre)
        except (AilabError, OSError) as error:
            _LOG.warning("visit: %s", error)

    async def _send_away(self, guests: list[str]) -> None:
        if not guests:
            return
        await asyncio.to_thread(count_all, self.centre, guests)
        gone = await self._removed(guests)
        await asyncio.to_thread(wipe, self.centre, gone)

    async def _no_strays(self) -> bool:
        """Remove guests whom the hub knows and nobody else; tell whether none is left."""
        with session_of(self.centre) as session:
            keep = staying(session)
        strays = [person for person in await self.hub.names() if is_guest(person) and person not in keep]
        return len(await self._removed(strays)) == len(strays)

    async def _removed(self, people: list[str]) -> list[str]:
        room = asyncio.Semaphore(_AT_ONCE)

        async def one(person: str) -> bool:
            async with room:
                return await self.hub.remove(person)

        gone = await asyncio.gather(*map(one, people))
        return [person for person, is_gone in zip(people, gone, strict=True) if is_gone]


def note(centre: Centre, clock: Clock) -> list[str]:
    """Write down the time that has gone by; return the guests who are to go."""
    with session_of(centre) as session:
        note_time(session, clock)
        return leaving(session)


def count_all(centre: Centre, guests: list[str]) -> None:
    """Count who got to the last step, while their work is still there."""
    with session_of(centre) as session:
        for person in guests:
            count(session, centre, person)


def wipe(centre: Centre, gone: list[str]) -> None:
    """Take away what is left of guests without a server, and their rows last."""
    if not gone:
        return
    with session_of(centre) as session:
        keep = staying(session) | (set(leaving(session)) - set(gone))
    wipe_files(centre, keep)
    with session_of(centre) as session:
        for person in gone:
            forget(session, person)


def tidy(centre: Centre) -> None:
    """Wipe what belongs to no guest of now, where there ever were visits."""
    with session_of(centre) as session:
        keep, ever = staying(session) | set(leaving(session)), bool(past_visits(session))
    if ever:
        wipe_files(centre, keep)


def empty_visits(centre: Centre) -> list[int]:
    """Return the visits that ended, and whose guests are all forgotten."""
    with session_of(centre) as session:
        return [] if leaving(session) else [visit.id for visit in to_wipe(session)]


def close(centre: Centre, visits: list[int], clock: Clock) -> None:
    """Look through the state folder once more, write the databases afresh, and call the visits wiped."""
    with session_of(centre) as session:
        keep = staying(session)
    wipe_files(centre, keep)
    compact(centre)
    with session_of(centre) as session:
        for visit in visits:
            close_visit(session, visit, clock)
