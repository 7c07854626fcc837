"""What happens before a centre opens: its folder, its database, its course, its certificate."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from ailab.errors import Refused
from ailab.office.centre import Centre, Settings, make_centre, open_centre, upgrade
from ailab.office.centre.folder import SETTINGS, write_settings
from ailab.office.centre.round.release import publish, publish_built
from ailab.office.course import read_course
from ailab.office.hub.kit.carried import carried_build
from ailab.office.hub.tls import ensure_certificates
from ailab.office.hub.up import disk_words

Watch = Callable[[str, int, int], None]
_COURSE: Final = "course/course.toml"


def opened(folder: Path, new: Settings, *, address: str | None, port: int | None, tls: bool | None) -> Centre:
    """Return the centre in this folder, made when there is none; what is given about where to listen is kept for the next time.

    Raises
    ------
    Refused
        When a new centre has no name or place, or a setting is wrong.
    """
    if not (folder / SETTINGS).exists():
        if not (new.name and new.place):
            raise Refused(f"There is no centre in {folder} yet. To make one, give --name and --place; to look around, give --sample.")
        make_centre(folder, new)
    centre = open_centre(folder)
    wanted = {"address": address, "port": port, "tls": tls}
    changed = {name: value for name, value in wanted.items() if value is not None and value != getattr(centre.settings, name)}
    if changed:
        centre = Centre(folder=centre.folder, settings=replace(centre.settings, **changed))  # type: ignore[arg-type]
        with disk_words(centre):
            write_settings(centre)
    return centre


def prepare(centre: Centre, root: Path, *, out: Callable[[str], None], watch: Watch) -> None:
    """Bring database, course and certificates up to date; quick when they are.

    Raises
    ------
    Refused
        When the course has problems, or there is none.
    """
    upgrade(centre)
    (centre.logs / "servers").mkdir(parents=True, exist_ok=True)
    _publish(centre, root, watch)
    if centre.settings.tls:
        for line in ensure_certificates(centre):
            out(line)


def _publish(centre: Centre, root: Path, watch: Watch) -> None:
    if (root / _COURSE).is_file():
        reading = read_course(root)
        if reading.problems:
            raise Refused("The course cannot be built. Run: ailab course check\n" + "\n".join(map(str, reading.problems)))
        publish(reading.course, centre, watch=watch)
    elif carried := carried_build():
        publish_built(carried, centre, watch=watch)
    else:
        raise Refused(f"There is no course in {root}. Go to the folder that holds course/, or give it with --root.")
