"""Helm values: what the chart takes, from a centre's own numbers."""

from copy import deepcopy
from typing import Any

import pytest
import yaml

from ailab.errors import Refused, UnknownName
from ailab.office.centre import Settings
from ailab.office.hub.deploy import Deployment, deployment_of, render
from ailab.office.hub.deploy.deployment import HOME, STATE
from ailab.office.hub.deploy.prepare import SETTINGS, given_settings
from ailab.office.hub.deploy.schema import problems
from ailab.office.hub.deploy.values import values

SMALL = Settings(code="c1", name="مركز بركان", place="Berkane")


def deployment(settings: Settings = SMALL, **numbers: Any) -> Deployment:
    return deployment_of(settings, image="registry.example/ailab:0.1.0", hub_image="ailab-hub:0.1.0", **numbers)


def test_the_numbers_are_those_of_the_centre() -> None:
    settings = Settings(code="c1", name="A", place="B", memory_mib=1024, idle_minutes=15, language="ar")

    found = values(deployment(settings, learners=80, home_gib=3))

    assert found["singleuser"]["memory"]["limit"] == "1024M"
    assert found["singleuser"]["storage"]["capacity"] == "3Gi"
    assert found["singleuser"]["extraEnv"]["AILAB_START_LANG"] == "ar"
    assert found["cull"]["timeout"] == 900
    assert found["hub"]["concurrentSpawnLimit"] == 80


def test_what_is_rendered_is_what_was_checked() -> None:
    text = render("z2jh", deployment())

    assert yaml.safe_load(text) == values(deployment())
    assert text.startswith("# Helm values of Zero to JupyterHub for مركز بركان")
    assert "no warm template" in text
    assert "&id" not in text
    assert text == render("z2jh", deployment())


def test_every_service_has_a_port_a_token_and_the_centres_folder_in_the_hubs_pod() -> None:
    hub = values(deployment())["hub"]

    names = [each["name"] for each in hub["extraContainers"]]
    assert names == list(hub["services"]) == [port["name"] for port in hub["service"]["extraPorts"]]
    assert {"round", "desk", "formgrader"} <= set(names)
    for container in hub["extraContainers"]:
        token = next(each for each in container["env"] if each["name"] == "JUPYTERHUB_API_TOKEN")
        assert token["valueFrom"]["secretKeyRef"]["key"] == f"hub.services.{container['name']}.apiToken"
        assert container["volumeMounts"] == [{"name": "centre", "mountPath": STATE}]
        assert container["command"][0] == "python3"


def test_learners_pods_see_neither_the_centres_folder_nor_the_internet() -> None:
    pod = values(deployment())["singleuser"]

    assert "extraVolumes" not in pod["storage"]
    assert pod["storage"]["homeMountPath"] == HOME
    assert not any(pod["networkPolicy"]["egressAllowRules"].values())
    ports = [port["port"] for rule in pod["networkPolicy"]["egress"] for port in rule["ports"]]
    assert pod["extraEnv"]["AILAB_ROUND_URL"] == f"http://hub:{ports[0]}/services/round/"
    assert len(ports) == 1


def test_learners_may_hand_in_and_trainers_alone_reach_the_desk() -> None:
    roles = values(deployment())["hub"]["loadRoles"]

    assert "access:services!service=round" in roles["user"]["scopes"]
    assert "access:services!service=round" in roles["server"]["scopes"]
    assert not any("desk" in scope or "formgrader" in scope for name in ("user", "server") for scope in roles[name]["scopes"])
    assert roles["trainer"]["groups"] == ["trainers", "leads"]
    assert "service-idle-culler" not in roles


def test_passwords_stand_nowhere() -> None:
    settings = Settings(code="c1", name="A", place="B", database="postgresql://ailab:geheim@db.example/ailab")

    text = render("z2jh", deployment(settings)) + render("tljh", deployment(settings))
    hub = yaml.safe_load(render("z2jh", deployment(settings)))["hub"]

    assert "geheim" not in text
    assert hub["db"] == {"type": "postgres", "url": "postgresql+psycopg2://ailab@db.example/ailab_hub", "upgrade": True}
    assert {"secretKeyRef": {"name": "ailab-centre", "key": "settings"}} in [
        each.get("valueFrom") for each in hub["initContainers"][0]["env"]
    ]
    assert "token" not in str(hub["services"])


def test_the_first_settings_arrive_as_they_were_given() -> None:
    settings = Settings(code="dz7", name='Centre "Nour"', place="Oran", edition="dz", time_zone="Africa/Algiers", memory_mib=1500)

    env = values(deployment(settings))["hub"]["initContainers"][0]["env"]

    assert given_settings(next(each["value"] for each in env if each["name"] == SETTINGS)) == settings


@pytest.mark.parametrize("text", ["[]", "{", '{"colour": "red"}'])
def test_settings_that_are_none_are_refused_with_what_is_known(text: str) -> None:
    with pytest.raises(Refused, match="memory_mib"):
        given_settings(text)


def _with(path: str, value: Any) -> dict[str, Any]:
    changed = deepcopy(values(deployment()))
    *sections, last = path.split(".")
    inner = changed
    for section in sections:
        inner = inner[section]
    inner[last] = value
    return changed


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("auth", {}),
        ("hub.cookieSecert", "x"),
        ("hub.services.round.order", []),
        ("hub.loadRoles.user.scope", []),
        ("hub.db.type", "sqlite"),
        ("hub.extraConfig", "print()"),
        ("hub.networkPolicy.egressAllowRules", {"internet": True}),
        ("singleuser.memory.limit", "2Gi"),
        ("singleuser.memory.maximum", "2G"),
        ("singleuser.storage.capacity", "1 GB"),
        ("singleuser.image.tag", 1),
        ("cull.timeout", "30m"),
        ("prePuller.hook", True),
    ],
    ids=str,
)
def test_the_schema_refuses_what_the_chart_would_refuse(path: str, value: object) -> None:
    found = problems(_with(path, value))

    assert len(found) == 1
    assert found[0].split(": ")[0] in ("values", *(path.rsplit(".", level)[0] for level in range(3)))


def test_our_own_values_have_no_problems() -> None:
    assert problems(values(deployment())) == ()


@pytest.mark.parametrize("image", ["ailab", "ailab:", ":1", "Ailab Lab:1", "registry.example:5000/ailab"])
def test_an_image_needs_a_name_and_a_tag(image: str) -> None:
    with pytest.raises(Refused, match="NAME:TAG"):
        deployment_of(SMALL, image=image, hub_image="ailab-hub:1")


@pytest.mark.parametrize("numbers", [{"learners": 0}, {"learners": 10**6}, {"home_gib": 0}])
def test_numbers_that_make_no_sense_are_refused(numbers: dict[str, int]) -> None:
    with pytest.raises(Refused):
        deployment(SMALL, **numbers)


def test_another_platform_is_unknown() -> None:
    with pytest.raises(UnknownName, match="tljh"):
        render("swarm", deployment())
