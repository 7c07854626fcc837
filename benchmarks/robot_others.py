"""Other people's packages: measured when they are installed, left out with a word when not."""

import os
import sys
from importlib import import_module
from importlib.metadata import version
from types import ModuleType


def installed(name: str) -> ModuleType | None:
    """Return a module, or say that the rows that need it are left out."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    try:
        return import_module(name)
    except ImportError as error:
        print(f"  left out: rows against {name} ({error}). `make bench` installs requirements/bench.txt.", file=sys.stderr)
        return None


def called(package: str) -> str:
    """Return the name of a package with its version."""
    return f"{package} {version(package)}"
