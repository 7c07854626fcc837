"""What must work before the children come: looked at from outside, one line each."""

import asyncio
import shutil
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import Final

from tornado.httpclient import AsyncHTTPClient

from ailab.errors import AilabError
from ailab.lang import Translations
from ailab.office.centre import Centre, session_of
from ailab.office.centre.visit.steps import last_step
from ailab.office.centre.visit.visits import PATH, to_wipe
from ailab.office.hub.warm.client import answers

_GIB: Final = 1 << 30
_LEAST_DISK_GIB: Final = 2.0
_LEAST_MEMORY_GIB: Final = 1.0
_LEAST_BATTERY: Final = 30
_KEPT_S: Final = 3.0
"""However many people look at the page, the machine is looked at once in so many seconds."""
_PATIENCE_S: Final = 2.0
_POWER: Final = Path("/sys/class/power_supply")
_MEMORY: Final = Path("/proc/meminfo")

Facts = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was looked at."""

    what: str
    is_well: bool
    facts: Facts = field(default_factory=dict)

    def words(self, say: Translations) -> str:
        """Return what is to be read about it."""
        return _words(say)[self.what, self.is_well].format(**self.facts)


def _words(say: Translations) -> dict[tuple[str, bool], str]:
    return {
        ("hub", True): say("The course answers."),
        ("hub", False): say("The course does not answer yet. Wait two minutes."),
        ("proxy", True): say("Other machines can reach it."),
        ("proxy", False): say("Other machines can’t reach it yet. Wait two minutes."),
        ("template", True): say("Pages open fast."),
        ("template", False): say("Pages open slowly: the machine is still warming up."),
        ("course", True): say("The lessons of the visit are here."),
        ("course", False): say("The lessons of the visit are missing. Call the office."),
        ("disk", True): say("Room on the disk: {free} GB."),
        ("disk", False): say("The disk is nearly full: {free} GB. Call the office."),
        ("memory", True): say("Free memory: {free} GB."),
        ("memory", False): say("Little memory is free: {free} GB. Switch off and on again."),
        ("battery", True): say("Battery: {percent} %."),
        ("battery", False): say("Battery: {percent} %. Plug in the cable."),
        ("wiped", True): say("Nothing is left of the last visit."),
        ("wiped", False): say("The last visit is being wiped. Wait a minute."),
    }


@dataclass(slots=True, kw_only=True)
class Looker:
    """Looks, and remembers for a moment."""

    centre: Centre
    hub: str
    """Where the hub itself answers."""
    template: Path
    """Where the warm template listens."""
    now_s: Callable[[], float] = time.monotonic
    _seen: tuple[Check, ...] = ()
    _seen_s: float = float("-inf")

    async def look(self) -> tuple[Check, ...]:
        """Return every check, fresh within seconds."""
        if self.now_s() - self._seen_s >= _KEPT_S:
            self._seen, self._seen_s = await self._checks(), self.now_s()
        return self._seen

    async def _checks(self) -> tuple[Check, ...]:
        settings = self.centre.settings
        heard = await asyncio.gather(
            _no_error(_hub_answers(self.hub)),
            _no_error(_opens("127.0.0.1", settings.port)),
            asyncio.to_thread(answers, self.template),
        )
        outside = tuple(Check(what=what, is_well=is_well) for what, is_well in zip(("hub", "proxy", "template"), heard, strict=True))
        return (*outside, *await asyncio.to_thread(inside, self.centre))


def inside(centre: Centre) -> tuple[Check, ...]:
    """Return what this machine says of itself."""
    free, memory, battery = shutil.disk_usage(centre.folder).free / _GIB, free_memory_gib(_MEMORY), battery_percent(_POWER)
    found = [
        Check(what="course", is_well=last_step(centre.build, PATH) is not None),
        Check(what="disk", is_well=free >= _LEAST_DISK_GIB, facts={"free": f"{free:.0f}"}),
    ]
    if memory is not None:
        found.append(Check(what="memory", is_well=memory >= _LEAST_MEMORY_GIB, facts={"free": f"{memory:.0f}"}))
    if battery is not None:
        percent, is_plugged = battery
        found.append(Check(what="battery", is_well=is_plugged or percent >= _LEAST_BATTERY, facts={"percent": str(percent)}))
    return (*found, Check(what="wiped", is_well=_is_wiped(centre)))


def free_memory_gib(path: Path) -> float | None:
    """Return the memory that programs may still take, None where nobody says."""
    with suppress(OSError, ValueError, IndexError):
        for line in path.read_text(encoding="ascii").splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024 / _GIB
    return None


def battery_percent(folder: Path) -> tuple[int, bool] | None:
    """Return how full the battery is and whether it is being filled, None for a machine without one."""
    for supply in sorted(folder.iterdir()) if folder.is_dir() else ():
        with suppress(OSError, ValueError):
            if (supply / "type").read_text(encoding="ascii").strip() == "Battery":
                percent = int((supply / "capacity").read_text(encoding="ascii"))
                return percent, (supply / "status").read_text(encoding="ascii").strip() != "Discharging"
    return None


def _is_wiped(centre: Centre) -> bool:
    try:
        with session_of(centre) as session:
            return not to_wipe(session)
    except AilabError:
        return False


async def _hub_answers(hub: str) -> bool:
    answer = await AsyncHTTPClient().fetch(f"{hub}/hub/health", raise_error=False, request_timeout=_PATIENCE_S)
    return answer.code == HTTPStatus.OK


async def _opens(host: str, port: int) -> bool:
    _, door = await asyncio.wait_for(asyncio.open_connection(host, port), _PATIENCE_S)
    door.close()
    return True


async def _no_error(asked: Awaitable[bool]) -> bool:
    try:
        return await asked
    except (OSError, TimeoutError):
        return False
