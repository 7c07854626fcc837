"""Secrets of a hub: made once, kept in files that nobody else on this machine can read."""

import os
import stat
from pathlib import Path
from secrets import token_hex
from typing import Final

from ailab.office.centre import Centre

_OWNER_ALONE: Final = 0o600


def proxy_token(centre: Centre) -> str:
    """Return what the hub shows its proxy."""
    return _secret(centre.hub / "proxy_token")


def service_token(centre: Centre, name: str) -> str:
    """Return what a service shows the hub."""
    return _secret(centre.hub / f"{name}_token")


def make_cookie_secret(centre: Centre) -> None:
    """Make what cookies are signed with, as JupyterHub wants it: 64 hexadecimal digits."""
    _secret(centre.hub / "cookie_secret")


def _secret(path: Path) -> str:
    try:
        kept = path.read_text(encoding="ascii").strip()
        if stat.S_IMODE(path.stat().st_mode) != _OWNER_ALONE:
            path.chmod(_OWNER_ALONE)  # a stick that knows no rights gave it back
        return kept
    except FileNotFoundError:
        pass
    made = token_hex(32)
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _OWNER_ALONE), "w", encoding="ascii") as stream:
        stream.write(f"{made}\n")
    aside.replace(path)
    return made
