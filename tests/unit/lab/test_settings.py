"""What Jupyter is told, and what it is kept from."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from ailab.office.lab import settings
from ailab.office.lab.settings import Place, kernel_environment, locale_of, overrides, server_config, settings_writes


class Pack(NamedTuple):
    """An installed language pack."""

    name: str


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(build=tmp_path / "build", folder=tmp_path / "my-work", run=tmp_path / "run")


@pytest.fixture(autouse=True)
def _packs_looked_up_anew() -> Iterator[None]:
    settings.language_packs.cache_clear()
    yield
    settings.language_packs.cache_clear()


def test_defaults_ask_nobody_on_the_network() -> None:
    notification = overrides("fr")["@jupyterlab/apputils-extension:notification"]

    assert notification == {"fetchNews": "false", "checkForUpdates": False}


def test_documents_open_one_at_a_time() -> None:
    assert overrides("ar")["@jupyterlab/application-extension:shell"] == {"startMode": "single"}


def test_language_without_a_pack_shows_english_menus(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "entry_points", lambda group: ())

    assert (locale_of("ar"), locale_of("fr"), locale_of("en")) == ("en", "en", "en")


def test_installed_pack_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "entry_points", lambda group: (Pack("ar_MA"),))

    assert overrides("ar")["@jupyterlab/translation-extension:plugin"] == {"locale": "ar_MA"}


@pytest.mark.parametrize(("edition", "locale"), [("ma", "ar_MA"), ("dz", "ar_DZ")])
def test_edition_decides_on_the_arabic_pack(place: Place, monkeypatch: pytest.MonkeyPatch, edition: str, locale: str) -> None:
    monkeypatch.setattr(settings, "entry_points", lambda group: tuple(map(Pack, ("ar_DZ", "ar_MA", "fr", "fr_FR"))))
    place.build.mkdir()
    (place.build / "map.json").write_text(json.dumps({"edition": edition}), encoding="utf-8")

    writes = {write.path.name: json.loads(write.data) for write in settings_writes(place, "ar")}

    assert writes["overrides.json"]["@jupyterlab/translation-extension:plugin"] == {"locale": locale}
    assert writes["plugin.jupyterlab-settings"] == {"locale": locale}


def test_french_takes_the_completed_pack_before_upstreams(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "entry_points", lambda group: tuple(map(Pack, ("fr_FR", "fr"))))

    assert locale_of("fr", "dz") == "fr"


def test_server_listens_to_this_machine_alone(place: Place) -> None:
    assert server_config(place)["ServerApp"]["ip"] == "127.0.0.1"


@pytest.mark.parametrize("root", [True, False])
def test_root_is_allowed_only_when_it_is_root(place: Place, monkeypatch: pytest.MonkeyPatch, *, root: bool) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0 if root else 1000)

    assert server_config(place)["ServerApp"]["allow_root"] is root


def test_tools_of_authors_stay_out(place: Place) -> None:
    extensions = server_config(place)["ServerApp"]["jpserver_extensions"]

    assert [name for name, wanted in extensions.items() if wanted] == ["ailab.office.lab.server"]
    assert {"jupyterlab_jupytext", "nbgrader.server_extensions.formgrader"} <= set(extensions)


def test_kernels_get_neither_a_language_nor_hidden_checks(place: Place) -> None:
    environment = kernel_environment(place, {"AILAB_LANG": "ar", "AILAB_GRADERS": "/graders", "PATH": "/bin"})

    assert environment["PATH"] == "/bin"
    assert not {"AILAB_LANG", "AILAB_GRADERS"} & set(environment)


def test_nothing_is_written_outside_the_run_and_the_folder(place: Place) -> None:
    homes = [value for name, value in kernel_environment(place, {}).items() if name.startswith(("JUPYTER_", "IPYTHON"))]
    paths = [*(write.path for write in settings_writes(place, "ar")), *map(Path, homes)]

    assert len(homes) == 4
    assert all(path.is_relative_to(place.run) or path.is_relative_to(place.folder / ".ailab") for path in paths)
