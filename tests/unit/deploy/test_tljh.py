"""The plugin of The Littlest JupyterHub, called as TLJH calls it."""

import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pluggy
import pytest
import yaml
from traitlets.config import Config

from ailab.office.centre import Centre, Settings, make_centre, open_centre
from ailab.office.hub.deploy import deployment_of, render, tljh
from ailab.office.hub.deploy.prepare import SETTINGS
from ailab.office.hub.login.authenticator import RosterAuthenticator

hookspec = pluggy.HookspecMarker("tljh")


class Hooks:
    """The hooks that TLJH has (tljh/hooks.py of the-littlest-jupyterhub), by name and argument."""

    @hookspec
    def tljh_extra_user_conda_packages(self) -> Any: ...

    @hookspec
    def tljh_extra_user_pip_packages(self) -> Any: ...

    @hookspec
    def tljh_extra_hub_pip_packages(self) -> Any: ...

    @hookspec
    def tljh_extra_apt_packages(self) -> Any: ...

    @hookspec
    def tljh_custom_jupyterhub_config(self, c: Any) -> Any: ...

    @hookspec
    def tljh_config_post_install(self, config: Any) -> Any: ...

    @hookspec
    def tljh_post_install(self) -> Any: ...

    @hookspec
    def tljh_new_user_create(self, username: str) -> Any: ...


@pytest.fixture
def hook() -> Any:
    """Return what TLJH calls."""
    manager = pluggy.PluginManager("tljh")
    manager.add_hookspecs(Hooks)
    manager.register(tljh)
    manager.check_pending()
    return manager.hook


@pytest.fixture
def centre(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Centre:
    """Return the centre where TLJH keeps its state."""
    monkeypatch.delenv("AILAB_CENTRE", raising=False)
    monkeypatch.setenv("TLJH_INSTALL_PREFIX", str(tmp_path))
    return make_centre(tmp_path / "state" / "ailab", Settings(code="c1", name="Berkane", place="Berkane", memory_mib=1024))


def test_the_packages_are_this_very_version(hook: Any) -> None:
    (hub,), (user,) = hook.tljh_extra_hub_pip_packages(), hook.tljh_extra_user_pip_packages()

    assert hub[0].startswith("ailab[centre]==")
    assert user[0].startswith("ailab[office]==")


def test_numbers_are_filled_in_and_what_somebody_decided_stays(hook: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SETTINGS, json.dumps({"memory_mib": 1500, "idle_minutes": 20}))
    config: dict[str, Any] = {"limits": {"memory": "4G"}, "services": {"cull": {"timeout": 60}}, "users": {"admin": ["a"]}}

    hook.tljh_config_post_install(config=config)
    hook.tljh_config_post_install(config=config)

    assert config["limits"] == {"memory": "4G"}
    assert config["services"]["cull"] == {"timeout": 60, "enabled": True, "every": 60, "users": False}
    assert config["users"] == {"admin": ["a"]}
    fresh: dict[str, Any] = {}
    hook.tljh_config_post_install(config=fresh)
    assert fresh["limits"] == {"memory": "1500M"}
    assert fresh["services"]["cull"]["timeout"] == 1200


def test_the_hub_gets_our_spawner_services_and_roles_beside_its_own(hook: Any, centre: Centre) -> None:
    config = Config()
    config.JupyterHub.services = [{"name": "cull-idle"}]
    config.JupyterHub.load_roles = [{"name": "cull-idle", "services": ["cull-idle"]}]
    config.JupyterHub.spawner_class = "tljh's"

    hook.tljh_custom_jupyterhub_config(c=config)

    names = [service["name"] for service in config.JupyterHub.services]
    assert names[0] == "cull-idle"
    assert {"round", "desk", "formgrader"} <= set(names)
    assert "idle-culler" not in names
    assert config.JupyterHub.load_roles[0]["name"] == "cull-idle"
    assert config.JupyterHub.spawner_class.endswith("WarmSpawner")
    assert config.JupyterHub.authenticator_class is RosterAuthenticator
    assert config.WarmSpawner.memory_mib == 1024
    desk = next(service for service in config.JupyterHub.services if service["name"] == "desk")
    assert desk["command"][1:] == ["-m", "ailab.office.desk"]
    assert desk["environment"] == {"AILAB_CENTRE": str(centre.folder)}
    # TLJH's proxy, port and certificates are its own.
    assert "ConfigurableHTTPProxy" not in config
    assert not {"bind_url", "hub_bind_url", "ssl_key", "db_url", "port"} & set(config.JupyterHub)


def test_a_learner_gets_a_folder_and_nobody_else(hook: Any, centre: Centre) -> None:
    for name in ("c1-a7k2mn", "c1-a7k2mn", "jupyter-admin", "../../tmp/x", ""):
        hook.tljh_new_user_create(username=name)

    assert [path.name for path in centre.homes.iterdir()] == ["c1-a7k2mn"]
    assert (centre.homes / "c1-a7k2mn").stat().st_mode & 0o777 == 0o700


def test_the_centre_is_made_after_the_installation(hook: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Any] = []
    setup = ModuleType("ailab.office.hub.setup")
    setup.opened = lambda folder, new, **_given: make_centre(folder, new)  # type: ignore[attr-defined]
    setup.prepare = lambda centre, root, **_given: seen.append((centre.settings.name, root))  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "ailab.office.hub.setup", setup)
    monkeypatch.setenv("TLJH_INSTALL_PREFIX", str(tmp_path))
    monkeypatch.setenv("AILAB_ROOT", "/somewhere")
    monkeypatch.setenv(SETTINGS, '{"code": "c2", "name": "Oran", "place": "Oran"}')

    hook.tljh_post_install()

    assert open_centre(tmp_path / "state" / "ailab").settings.code == "c2"
    assert seen == [("Oran", Path("/somewhere"))]


def test_what_is_rendered_is_what_the_hook_sets(hook: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(code="c1", name="A", place="B", idle_minutes=45)
    monkeypatch.setenv(SETTINGS, '{"idle_minutes": 45}')
    config: dict[str, Any] = {}
    hook.tljh_config_post_install(config=config)

    text = render("tljh", deployment_of(settings, image="a:1", hub_image="b:1"))

    assert yaml.safe_load(text) == config
    assert "--plugin 'ailab[centre]==" in text


def test_without_pluggy_the_hooks_are_plain_functions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pluggy", None)

    assert tljh._hook(hub := tljh.tljh_extra_hub_pip_packages) is hub
