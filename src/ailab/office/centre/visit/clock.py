"""Time of a visit: what has gone by, not what the machine's clock says.

A caravan's machine has no network and often no battery for its clock, which then stands years back after a power cut and
jumps forward when a phone lends its network. How long the machine has been running is right all the same. So:

- while the machine runs, time is counted by the time since it was started, sleep included;
- across a start, the clock's difference since somebody last looked is added. When the clock went back, nothing is: the visit
  goes on with the minutes it had left, so it always ends after so many minutes with power.
"""

import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from secrets import token_hex
from typing import Final

from ailab.office.centre.tables import Visit
from ailab.office.certificates.facts import instant

_LOOK_AGAIN_S: Final = 20.0
_BOOT_ID: Final = Path("/proc/sys/kernel/random/boot_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """An instant, as the machine knows it."""

    wall: datetime
    """The machine's clock, in UTC: may be wrong."""
    boot: str
    """Which run of the machine this is."""
    boot_s: float
    """Seconds since it began: right."""


def clock_now() -> Clock:
    """Return this instant."""
    # Linux's own count goes on while the machine sleeps.
    running_s = time.clock_gettime(time.CLOCK_BOOTTIME) if sys.platform == "linux" else time.monotonic()
    return Clock(wall=datetime.now(UTC), boot=_boot(), boot_s=running_s)


@cache
def _boot() -> str:
    try:
        return _BOOT_ID.read_text(encoding="ascii").strip()
    except OSError:
        # No such file: each process counts for itself, and the clock counts in between.
        return token_hex(8)


def spent_s(visit: Visit, clock: Clock) -> float:
    """Return for how many seconds a visit has been going on."""
    if visit.boot == clock.boot:
        return visit.spent_s + max(0.0, clock.boot_s - visit.boot_s)
    return visit.spent_s + max(0.0, (clock.wall - instant(visit.seen_at)).total_seconds())


def is_old_look(visit: Visit, clock: Clock) -> bool:
    """Tell whether it is time to write down again; a disk is not to be written to every few seconds for it."""
    return visit.boot != clock.boot or clock.boot_s - visit.boot_s >= _LOOK_AGAIN_S


def look(visit: Visit, clock: Clock) -> None:
    """Write down what has gone by until now: a power cut loses nothing that was written down."""
    visit.spent_s = spent_s(visit, clock)
    visit.seen_at, visit.boot, visit.boot_s = stamp(clock.wall), clock.boot, clock.boot_s


def stamp(at: datetime) -> str:
    """Return an instant as it is stored: UTC, to the second."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
