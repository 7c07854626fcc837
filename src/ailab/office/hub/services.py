"""The services of a centre: hand-ins and feedback, the trainer's desk, nbgrader's formgrader, visits, and what stops idle servers."""

import sys
from typing import Any, Final

from ailab.office.centre import Centre
from ailab.office.hub.service import Service

_CULL_EVERY_S: Final = 60
_TRAINERS: Final = ("desk", "formgrader")
Options = dict[str, dict[str, Any]]


def services_of(centre: Centre) -> tuple[Service, ...]:
    """Return every service of this centre."""
    idle = centre.settings.idle_minutes * 60
    return (
        Service(name="round", command=_module("ailab.office.hub.round"), for_learners=True),
        Service(
            name="desk",
            command=_module("ailab.office.desk"),
            scopes=("list:users", "read:users", "read:servers", "delete:servers", "delete:users"),
        ),
        Service(name="formgrader", command=_module("ailab.office.hub.formgrader"), scopes=("read:users",)),
        Service(
            name="visit",
            command=_module("ailab.office.hub.visit"),
            scopes=("list:users", "read:users", "read:servers", "delete:servers", "delete:users"),
        ),
        Service(
            name="idle-culler",
            command=[*_module("jupyterhub_idle_culler"), f"--timeout={idle}", f"--cull-every={_CULL_EVERY_S}"],
            has_pages=False,
            scopes=("list:users", "read:users:activity", "read:servers", "delete:servers"),
        ),
    )


def hub_options(centre: Centre) -> Options:
    """Return the part of the configuration that names services, and who may do what."""
    services = services_of(centre)
    open_to_learners = [f"access:services!service={each.name}" for each in services if each.for_learners]
    roles: list[dict[str, Any]] = [
        {"name": f"service-{each.name}", "services": [each.name], "scopes": list(each.scopes)} for each in services if each.scopes
    ]
    roles += [
        {"name": "user", "scopes": ["self", *open_to_learners]},
        # What a learner's server holds: it may say that it is alive, and hand in for its owner.
        {"name": "server", "scopes": ["users:activity!user", "access:servers!server", *open_to_learners]},
        {"name": "trainer", "groups": ["trainers", "leads"], "scopes": [f"access:services!service={name}" for name in _TRAINERS]},
    ]
    return {"JupyterHub": {"services": [each.told_to_hub(centre) for each in services], "load_roles": roles}}


def _module(name: str) -> list[str]:
    return [sys.executable, "-m", name]
