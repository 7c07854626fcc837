"""What a hub for a class is, whatever it runs on; the numbers are those of a centre's own settings."""

import re
from dataclasses import dataclass, field
from typing import Final

from ailab.errors import Refused
from ailab.office.centre import Settings

STATE: Final = "/srv/ailab/centre"
"""Where the centre's folder is mounted, beside the hub and nowhere else."""
COURSE: Final = "/srv/ailab/course"
"""Where the image holds course/ and build/: read-only to learners."""
HOME: Final = "/home/learner"
GROUPS: Final = ("trainers", "leads")
_IMAGE: Final = re.compile(r"[a-z0-9]+([._/:-][a-z0-9]+)*")
_MOST_LEARNERS: Final = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A container image."""

    name: str
    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployment:
    """One hub."""

    settings: Settings
    """Name, language, limits, idle time and database: exactly what `ailab centre up` reads."""
    image: Image
    """For learners: ailab with the extra `centre`, the course in /srv/ailab/course."""
    hub_image: Image
    """The chart's hub with the same ailab in it."""
    learners: int = 100
    """Who may start at the same time."""
    home_gib: int = 1
    """For one learner."""
    state_gib: int = 20
    """For what the whole class hands in, and its results."""
    guaranteed_mib: int = 512
    """Of a learner's memory: what a server and a kernel without a warm template take."""
    groups: tuple[str, ...] = GROUPS
    claim: str = "ailab-centre"
    """The volume claim that holds the centre's folder."""
    services: tuple[str, ...] = field(default=("round", "desk", "formgrader", "visit"))
    """Those with pages; what stops idle servers is the platform's own."""


def deployment_of(settings: Settings, *, image: str, hub_image: str, learners: int = 100, home_gib: int = 1) -> Deployment:
    """Return the description of a hub.

    Raises
    ------
    Refused
        When an image has no name and tag, or a number makes no sense.
    """
    if not 0 < learners <= _MOST_LEARNERS:
        raise Refused(
            f"{learners} learners are too many or too few for one hub. Give a number from 1 to {_MOST_LEARNERS}: one hub per centre."
        )
    if home_gib < 1:
        raise Refused(f"A home of {home_gib} GiB holds nothing. Give 1 or more.")
    return Deployment(settings=settings, image=_image(image), hub_image=_image(hub_image), learners=learners, home_gib=home_gib)


def _image(text: str) -> Image:
    name, colon, tag = text.rpartition(":")
    if not colon or not tag or "/" in tag or not _IMAGE.fullmatch(name):
        raise Refused(f"'{text}' is no image with a tag. Write NAME:TAG, as ailab-centre:0.1.0; a moving tag would change under a class.")
    return Image(name=name, tag=tag)
