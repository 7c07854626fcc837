"""Helm values for Zero to JupyterHub.

The centre's folder lies on one volume beside the hub; its services run in the hub's pod, each in a container of its own,
and learners' pods reach two of their ports and nothing else. What the values cannot say, the hub loads from the folder
when it starts (`shared.configure_pods`).
"""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from ailab.office.centre import Centre
from ailab.office.hub.deploy.deployment import COURSE, HOME, STATE, Deployment, Image
from ailab.office.hub.deploy.prepare import SETTINGS, settings_text, without_password
from ailab.office.hub.deploy.schema import expect_valid
from ailab.office.hub.deploy.shared import own_services, roles
from ailab.office.hub.deploy.text import written
from ailab.office.hub.ports import Ports
from ailab.office.hub.service import Service

Values = dict[str, Any]

_HUB_PORT: Final = 8081
_START_S: Final = 300
_CULL_EVERY_S: Final = 60
_USER: Final = 1000
_POD_LABEL: Final = {"hub.jupyter.org/network-access-hub": "true"}
"""The chart gives it to the proxy and to learners' pods."""

_SECRET_NAME: Final = "ailab-centre"  # noqa: S105 - what it is called, not what it holds
_DRIVER: Final = "postgresql+psycopg2"
"""Of the chart's own hub, for the hub's own tables."""

HEADER: Final = """\
# Helm values of Zero to JupyterHub for {name}, rendered by: ailab centre render --for z2jh
# What is another thing here than with "ailab centre up":
#   start        no warm template: each server starts cold in a pod, some seconds of processor time and {memory} MB each
#   isolation    pods and network policies, so the cluster must enforce network policies; the number of processes is
#                limited by the kubelet (podPidsLimit: {processes} here), not by these values
#   identity     as ever: the hub's, by the token of the server, never by what a browser or a kernel says
#   certificates from the ingress or the chart's proxy.https, which is yours to fill in
# Both images hold ailab with its extra "centre"; {course} holds the course, built there with: ailab course build
# Before the first start, in the same namespace: a volume claim "{claim}" of {state} GiB, on a disk and not on NFS.
"""
_DATABASE_HINT: Final = """\
# Passwords of databases are not in this file:
#   for the hub's tables     helm upgrade --set hub.db.password=…
#   for the centre's tables  a secret "{secret}" with the key "settings", its value as here but with :PASSWORD after the user:
#                            {settings}
"""


def values_text(deployment: Deployment) -> str:
    """Return the values as YAML, with what one has to know on top."""
    settings = deployment.settings
    head = HEADER.format(
        name=settings.name or "a center",
        memory=deployment.guaranteed_mib,
        processes=settings.processes,
        course=COURSE,
        claim=deployment.claim,
        state=deployment.state_gib,
    )
    if settings.database:
        head += _DATABASE_HINT.format(secret=_SECRET_NAME, settings=settings_text(settings))
    return head + written(values(deployment))


def values(deployment: Deployment) -> Values:
    """Return the values, checked.

    Raises
    ------
    Refused
        When the chart would not take them.
    """
    found = {
        "hub": _hub(deployment),
        "singleuser": _singleuser(deployment),
        "cull": {
            "enabled": True,
            "users": False,
            "timeout": deployment.settings.idle_minutes * 60,
            "every": _CULL_EVERY_S,
            "maxAge": 0,
        },
        # A class begins at the hour: the image is there before it does.
        "prePuller": {"hook": {"enabled": True}, "continuous": {"enabled": True}},
    }
    expect_valid(found)
    return found


def _hub(deployment: Deployment) -> Values:
    centre = _described(deployment)
    services = [each for each in own_services(centre) if each.name in deployment.services]
    mount = {"name": "centre", "mountPath": STATE}
    own = {"AILAB_CENTRE": STATE, "AILAB_ROOT": COURSE}
    return {
        "image": _image(deployment.hub_image),
        "db": _database(deployment),
        "concurrentSpawnLimit": deployment.learners,
        "allowNamedServers": False,
        "extraEnv": own,
        "extraConfig": {"ailab.py": "from ailab.office.hub.deploy.shared import configure_pods\n\nconfigure_pods(c)\n"},
        "extraVolumes": [{"name": "centre", "persistentVolumeClaim": {"claimName": deployment.claim}}],
        "extraVolumeMounts": [mount],
        "initContainers": [
            {
                "name": "prepare",
                "image": f"{deployment.hub_image.name}:{deployment.hub_image.tag}",
                "command": ["python3", "-m", "ailab.office.hub.deploy.prepare"],
                "env": [*_variables(own), _first_settings(deployment)],
                "volumeMounts": [mount],
            }
        ],
        "extraContainers": [_container(each, deployment, centre) for each in services],
        "services": {each.name: _told_to_hub(each, centre) for each in services if each.has_pages},
        "loadRoles": {role["name"]: {key: value for key, value in role.items() if key != "name"} for role in _roles(deployment)},
        "service": {"extraPorts": [_port(each, centre) for each in services]},
        "networkPolicy": {
            "enabled": True,
            "ingress": [{"from": [{"podSelector": {"matchLabels": _POD_LABEL}}], "ports": [_allowed(each, centre) for each in services]}],
        },
    }


def _singleuser(deployment: Deployment) -> Values:
    settings, centre = deployment.settings, _described(deployment)
    hand_in = next(each for each in own_services(centre) if each.for_learners)
    return {
        "image": _image(deployment.image),
        "cmd": ["ailab", "start", "jupyterhub-singleuser"],
        "defaultUrl": "/ailab",
        "startTimeout": _START_S,
        "uid": _USER,
        "fsGid": _USER,
        "allowPrivilegeEscalation": False,
        "memory": {"limit": f"{settings.memory_mib}M", "guarantee": f"{deployment.guaranteed_mib}M"},
        "extraEnv": {
            "AILAB_FOLDER": HOME,
            "AILAB_ROOT": COURSE,
            "AILAB_START_LANG": settings.language,
            "AILAB_ROUND_URL": f"http://hub:{_number(hand_in, centre)}/services/{hand_in.name}/",
        },
        "storage": {"type": "dynamic", "capacity": f"{deployment.home_gib}Gi", "homeMountPath": HOME},
        "networkPolicy": {
            "enabled": True,
            # A kernel reaches the hub and the place where work is handed in: no Internet, no neighbour.
            "egressAllowRules": {"cloudMetadataServer": False, "nonPrivateIPs": False, "privateIPs": False},
            "egress": [{"to": [{"podSelector": {"matchLabels": {"component": "hub"}}}], "ports": [_allowed(hand_in, centre)]}],
        },
    }


def _described(deployment: Deployment) -> Centre:
    """Return the centre as it will lie on the volume: asked for its services alone, so nothing is read or written."""
    return Centre(folder=Path(STATE), settings=deployment.settings)


def _roles(deployment: Deployment) -> list[dict[str, Any]]:
    # To say who may do what, the hub's part makes the services' tokens too. They go with the folder: the chart makes its own.
    with TemporaryDirectory(prefix="ailab-render-") as aside:
        centre = replace(_described(deployment), folder=Path(aside))
        centre.hub.mkdir()
        return roles(centre)


def _first_settings(deployment: Deployment) -> Values:
    if deployment.settings.database:
        return {"name": SETTINGS, "valueFrom": {"secretKeyRef": {"name": _SECRET_NAME, "key": "settings"}}}
    return {"name": SETTINGS, "value": settings_text(deployment.settings)}


def _database(deployment: Deployment) -> Values:
    if not deployment.settings.database:
        return {"type": "sqlite-pvc"}
    url = without_password(_described(deployment).database_url("hub"), driver=_DRIVER)
    return {"type": "postgres", "url": url, "upgrade": True}


def _container(service: Service, deployment: Deployment, centre: Centre) -> Values:
    given = _environment(service, centre)
    token = {"name": "JUPYTERHUB_API_TOKEN", "valueFrom": {"secretKeyRef": {"name": "hub", "key": f"hub.services.{service.name}.apiToken"}}}
    return {
        "name": service.name,
        "image": f"{deployment.hub_image.name}:{deployment.hub_image.tag}",
        "command": ["python3", *service.command[1:]],
        "env": [*_variables(given), token],
        "ports": [{"name": service.name, "containerPort": _number(service, centre)}],
        "volumeMounts": [{"name": "centre", "mountPath": STATE}],
        "securityContext": {"allowPrivilegeEscalation": False, "runAsUser": _USER},
    }


def _environment(service: Service, centre: Centre) -> dict[str, str]:
    """Return the variables of a service in the hub's pod: the hub is next to it, and it listens to other pods."""
    prefix = f"/services/{service.name}/"
    return {
        "AILAB_CENTRE": STATE,
        "AILAB_ROOT": COURSE,
        "JUPYTERHUB_SERVICE_NAME": service.name,
        "JUPYTERHUB_SERVICE_PREFIX": prefix,
        "JUPYTERHUB_SERVICE_URL": f"http://0.0.0.0:{_number(service, centre)}",
        "JUPYTERHUB_API_URL": f"http://127.0.0.1:{_HUB_PORT}/hub/api",
        "JUPYTERHUB_BASE_URL": "/",
        "JUPYTERHUB_HOST": "",
        "JUPYTERHUB_CLIENT_ID": f"service-{service.name}",
        "JUPYTERHUB_OAUTH_CALLBACK_URL": f"{prefix}oauth_callback",
        "JUPYTERHUB_OAUTH_SCOPES": f'["access:services!service={service.name}"]',
        "JUPYTERHUB_OAUTH_ACCESS_SCOPES": f'["access:services!service={service.name}"]',
    }


def _told_to_hub(service: Service, centre: Centre) -> Values:
    return {
        "url": f"http://hub:{_number(service, centre)}",
        "display": False,
        "oauth_client_id": f"service-{service.name}",
        "oauth_redirect_uri": f"/services/{service.name}/oauth_callback",
        "oauth_no_confirm": True,
    }


def _number(service: Service, centre: Centre) -> int:
    return Ports(public=centre.settings.port).of(service.name)


def _port(service: Service, centre: Centre) -> Values:
    return {"name": service.name, "port": _number(service, centre), "targetPort": service.name}


def _allowed(service: Service, centre: Centre) -> Values:
    return {"protocol": "TCP", "port": _number(service, centre)}


def _variables(given: dict[str, str]) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in given.items()]


def _image(image: Image) -> Values:
    return {"name": image.name, "tag": image.tag, "pullPolicy": "IfNotPresent"}
