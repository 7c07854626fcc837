"""Where learners' servers run: our spawner, what it shows them, how much of the machine each may use."""

from asyncio import to_thread
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import select
from tornado.web import HTTPError

from ailab.office.centre import Centre, session_of
from ailab.office.centre.tables import Enrolment, Group, Person
from ailab.office.hub.ports import Ports
from ailab.office.hub.visit import guest_environment

Options = dict[str, dict[str, Any]]


def template_socket(centre: Centre) -> Path:
    """Return where the warm template listens."""
    return centre.hub / "template.sock"


def hub_options(centre: Centre) -> Options:
    """Return the part of the configuration that concerns learners' servers."""
    settings = centre.settings
    return {
        "JupyterHub": {"spawner_class": "ailab.office.hub.spawner.WarmSpawner"},
        "Spawner": {
            "default_url": "/ailab",
            "environment": {"AILAB_ROUND_URL": f"{Ports(public=settings.port).url('round')}/services/round/"},
            "pre_spawn_hook": partial(before_start, centre),
        },
        "WarmSpawner": {
            "template_socket": str(template_socket(centre)),
            "homes": str(centre.homes),
            "logs": str(centre.logs / "servers"),
            "shown": {"build": str(centre.build)},
            "memory_mib": settings.memory_mib,
            "processes": settings.processes,
            "most_starting": settings.most_starting,
            "allow_without_isolation": not settings.isolation,
        },
    }


async def before_start(centre: Centre, spawner: Any) -> None:
    """Give a server what depends on whose it is: a guest's path, a learner's first language.

    Raises
    ------
    HTTPError
        When a guest's visit is over.
    """
    found = await to_thread(guest_environment, centre, spawner.user.name)
    if found is None:
        raise HTTPError(403, "This visit is over.")
    spawner.environment = {**spawner.environment, **(found or await to_thread(_of_person, centre, spawner.user.name))}
    spawner.language = spawner.environment.get("AILAB_START_LANG", centre.settings.language)


def _of_person(centre: Centre, person: str) -> dict[str, str]:
    with session_of(centre) as session:
        found = session.get(Person, person)
        joined = select(Group).join(Enrolment, Enrolment.group == Group.id)
        groups = session.scalars(joined.where(Enrolment.person == person, Enrolment.left_at == "", Group.is_open).order_by(Group.id)).all()
    language = (found.language if found else "") or next((group.language for group in groups), centre.settings.language)
    form = next((group.form for group in groups), "")
    return {"AILAB_START_LANG": language, **({"AILAB_START_FORM": form} if form else {}), **_shown(groups)}


def _shown(groups: Sequence[Group]) -> dict[str, str]:
    """Return what of the course the learner's classes do; nothing when one of them does all of it."""
    if not groups or any(not group.track and not group.modules for group in groups):
        return {}
    tracks = sorted({group.track for group in groups if not group.modules})
    modules = sorted({slug for group in groups for slug in group.modules.split(",") if slug})
    return {"AILAB_TRACKS": ",".join(tracks), "AILAB_MODULES": ",".join(modules)}
