"""What Jupyter is told: configuration, defaults of the interface, environment of the kernels.

Everything lies in a run folder that goes away, or in the learner's own `.ailab/`; nothing in the
home folder of whoever is logged in, and nothing of what lies there is used.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any, Final

from ailab.lang import Language
from ailab.office.lab.files import Write
from ailab.office.lab.memory import STATE

EXTENSION: Final = "ailab.office.lab.server"
SECTION: Final = "AilabHome"
_HERE: Final = Path(__file__).parent
LABEXTENSIONS: Final = _HERE / "labextension"
HOME: Final = "/ailab"

_TRANSLATION: Final = "@jupyterlab/translation-extension:plugin"
_LOCALES: Final[Mapping[Language, tuple[str, ...]]] = {"ar": ("ar_MA", "ar_DZ"), "fr": ("fr", "fr_FR"), "en": ()}
"""Language packs in order of preference, after the edition's own; ar_SA shows other digits than our texts."""
_FIRST_EDITION: Final = "ma"

_NOT_FOR_LEARNERS: Final = (
    # jupytext's contents manager wrote answers back into student notebooks (mwouts/jupytext #157).
    "jupyterlab_jupytext",
    "jupytext",
    "nbgrader.server_extensions.formgrader",
    "nbgrader.server_extensions.validate_assignment",
    "nbgrader.server_extensions.assignment_list",
    "nbgrader.server_extensions.course_list",
)
# The extension manager asks a registry on the network for its list.
_FRONT_NOT_FOR_LEARNERS: Final = ("jupyterlab-jupytext", "@jupyter/nbgrader", "@jupyterlab/extensionmanager-extension")
_NOT_IN_KERNELS: Final = (
    # A notebook says its language itself, and hidden checks have no place on a learner's machine.
    "AILAB_LANG",
    "AILAB_GRADERS",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The folders of one run."""

    build: Path
    folder: Path
    run: Path
    """Of this run alone: configuration, sockets, token."""
    path: str = ""
    """The short path this run is for; empty for the whole course."""

    @property
    def state(self) -> Path:
        """Return where the learner's own settings of Jupyter lie."""
        return self.folder / STATE


def locale_of(language: Language, edition: str = _FIRST_EDITION) -> str:
    """Return the locale of the interface: that of an installed language pack, else English."""
    wanted = (f"{language}_{edition.upper()}", *_LOCALES[language])
    return next((name for name in wanted if name in language_packs()), "en")


@cache
def language_packs() -> frozenset[str]:
    """Return the locales that are installed; looking through all packages takes a while."""
    return frozenset(entry.name for entry in entry_points(group="jupyterlab.languagepack"))


def edition_of(build: Path) -> str:
    """Return the edition of the built course; who lays the folder out says what is wrong with a map that can't be read."""
    try:
        return str(json.loads((build / "map.json").read_text(encoding="utf-8"))["edition"])
    except (OSError, ValueError, KeyError, TypeError):
        return _FIRST_EDITION


def overrides(language: Language, edition: str = _FIRST_EDITION) -> dict[str, dict[str, Any]]:
    """Return the defaults of the interface, as JupyterLab's overrides.json."""
    return {
        _TRANSLATION: {"locale": locale_of(language, edition)},
        "@jupyterlab/application-extension:shell": {"startMode": "single"},
        "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
        # Who runs a cell while the page still loads is not asked which kernel they mean.
        "@jupyterlab/notebook-extension:tracker": {"autoStartDefaultKernel": True},
        "@jupyterlab/docmanager-extension:plugin": {"autosaveInterval": 20},
    }


def server_config(place: Place) -> dict[str, Any]:
    """Return jupyter_server_config.json for this run; port, token and browser come from the command."""
    return {
        "ServerApp": {
            "root_dir": str(place.folder),
            "default_url": HOME,
            "ip": "127.0.0.1",
            "port_retries": 0,
            "open_browser": False,
            "allow_root": is_root(),
            "jpserver_extensions": {**dict.fromkeys(_NOT_FOR_LEARNERS, False), EXTENSION: True},
        },
        "LabApp": {
            "app_settings_dir": str(place.run / "settings"),
            "user_settings_dir": str(user_settings(place)),
            "workspaces_dir": str(place.state / "workspaces"),
            "extra_labextensions_path": [str(LABEXTENSIONS)],
            "default_url": HOME,
            "news_url": None,
            "extension_manager": "readonly",
        },
        "JupyterNotebookApp": {"extra_labextensions_path": [str(LABEXTENSIONS)], "default_url": HOME},
        SECTION: {"build": str(place.build), "folder": str(place.folder), "path": place.path},
    }


def settings_writes(place: Place, language: Language) -> tuple[Write, ...]:
    """Return every file Jupyter needs before it starts."""
    disabled = {"disabledExtensions": dict.fromkeys(_FRONT_NOT_FOR_LEARNERS, True)}
    return (
        Write(place.run / "config" / "jupyter_server_config.json", _json(server_config(place))),
        Write(place.run / "config" / "labconfig" / "page_config.json", _json(disabled)),
        Write(place.run / "settings" / "overrides.json", _json(overrides(language, edition_of(place.build)))),
        *state_writes(place, language),
    )


def state_writes(place: Place, language: Language) -> tuple[Write, ...]:
    """Return the files among them that lie in the learner's own folder."""
    return (
        # Kernels of learners explain errors; those that grade have another IPython folder.
        Write(_kernel_profile(place) / "ipython_kernel_config.json", _json({"InteractiveShellApp": {"extensions": ["ailab.explain"]}})),
        locale_write(place, language),
    )


def user_settings(place: Place) -> Path:
    """Return the folder of the settings the learner makes in JupyterLab."""
    return place.state / "lab"


def locale_write(place: Place, language: Language) -> Write:
    """Return the write that changes the interface's language; overrides are read once, this at each page."""
    path = user_settings(place) / "@jupyterlab" / "translation-extension" / "plugin.jupyterlab-settings"
    return Write(path, _json({"locale": locale_of(language, edition_of(place.build))}))


def kernel_environment(place: Place, environ: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of the server and its kernels."""
    kept = {name: value for name, value in environ.items() if name not in _NOT_IN_KERNELS}
    return {
        **kept,
        "JUPYTER_CONFIG_DIR": str(place.run / "config"),
        "JUPYTER_RUNTIME_DIR": str(place.run / "runtime"),
        "JUPYTER_DATA_DIR": str(place.state / "data"),
        "IPYTHONDIR": str(place.state / "ipython"),
    }


def _kernel_profile(place: Place) -> Path:
    return Path(kernel_environment(place, {})["IPYTHONDIR"]) / "profile_default"


def is_root() -> bool:
    """Tell whether this process is root's: Jupyter and Chromium then want to be asked for it."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _json(data: Mapping[str, Any]) -> bytes:
    return (json.dumps(data, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode()
