"""Every option that we set exists in the JupyterHub that is installed, and in the oldest that we support."""

import json
from pathlib import Path
from typing import Any, Final

import pytest
from jupyterhub.app import JupyterHub
from jupyterhub.auth import Authenticator
from jupyterhub.proxy import ConfigurableHTTPProxy
from jupyterhub.services.service import Service
from jupyterhub.spawner import Spawner
from traitlets.config import Config

from ailab.office.centre import Centre, Settings, make_centre
from ailab.office.hub.deploy import deployment_of
from ailab.office.hub.deploy.shared import configure_pods
from ailab.office.hub.deploy.tljh import hub_part
from ailab.office.hub.deploy.values import values
from ailab.office.hub.login import hub_options as login_options
from ailab.office.hub.login.authenticator import RosterAuthenticator
from ailab.office.hub.servers import hub_options as servers_options
from ailab.office.hub.spawner import WarmSpawner

_CLASSES: Final = (JupyterHub, Spawner, Authenticator, ConfigurableHTTPProxy)
_OLDEST: Final = Path(__file__).with_name("jupyterhub_5_5_1.json")

Known = dict[str, set[str]]


def installed() -> Known:
    return {each.__name__: set(each.class_traits(config=True)) for each in _CLASSES} | {"Service": set(Service.class_traits(input=True))}


def oldest() -> Known:
    return {name: set(traits) for name, traits in json.loads(_OLDEST.read_text(encoding="utf-8")).items()}


@pytest.fixture(params=[installed, oldest], ids=["installed", "5.5.1"])
def known(request: pytest.FixtureRequest) -> Known:
    """Return the options of each class of a JupyterHub."""
    found: Known = request.param()
    return found


@pytest.fixture
def centre(tmp_path: Path) -> Centre:
    return make_centre(tmp_path / "centre", Settings(code="c1", name="A", place="B"))


def unknown(options: dict[str, dict[str, Any]], known: Known) -> list[str]:
    ours = {name for name in options if name not in known}
    return [f"{name}.{option}" for name in options.keys() - ours for option in options[name].keys() - known[name]]


def test_the_classes_that_we_set_are_jupyterhubs_or_ours(centre: Centre, known: Known) -> None:
    ours = {each.__name__: set(each.class_traits(config=True)) for each in (WarmSpawner, RosterAuthenticator)}
    for options in (hub_part(centre), servers_options(centre), login_options(centre)):
        assert options.keys() <= known.keys() | ours.keys()
        assert unknown(options, known | ours) == []


def test_services_say_nothing_that_the_hub_does_not_know(centre: Centre, known: Known) -> None:
    found = values(deployment_of(centre.settings, image="a:1", hub_image="b:1"))["hub"]["services"]
    managed = {service["name"]: service for service in hub_part(centre)["JupyterHub"]["services"]}

    for service in (*found.values(), *managed.values()):
        assert service.keys() <= known["Service"]


def test_roles_say_nothing_that_the_hub_does_not_know(centre: Centre) -> None:
    from jupyterhub.scopes import scope_definitions

    for role in hub_part(centre)["JupyterHub"]["load_roles"]:
        assert role.keys() <= {"name", "description", "scopes", "users", "groups", "services"}
        assert {scope.split("!")[0] for scope in role["scopes"]} <= scope_definitions.keys()


def test_a_hub_in_a_pod_logs_people_in_as_a_centre_does(centre: Centre, known: Known) -> None:
    config = Config()
    config.JupyterHub.template_paths = ["chart"]

    configure_pods(config, {"AILAB_CENTRE": str(centre.folder)})

    assert config.JupyterHub.authenticator_class is RosterAuthenticator
    assert config.RosterAuthenticator.folder == str(centre.folder)
    assert config.JupyterHub.template_paths[0] == "chart"
    assert config.JupyterHub.template_vars == {"ailab_centre": "A"}
    assert set(config.JupyterHub) <= known["JupyterHub"]
