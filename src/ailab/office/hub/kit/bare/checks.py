"""What is checked before anything is changed: Python, the machine, every file of the kit."""

import ctypes
import hashlib
import json
import os
import platform
import sys
import sysconfig
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from .words import Say

SUMS: Final = "SHA256SUMS"
FORMAT_VERSION: Final = 1
_PARTS: Final = ("ssl", "sqlite3", "zlib", "bz2", "lzma", "venv")
_BLOCK: Final = 1 << 20


class Stop(Exception):
    """The installation cannot go on; what was there before is as it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """What kit.json says, and how to talk to whoever installs."""

    folder: Path
    data: dict[str, Any]
    say: Say

    @property
    def name(self) -> str:
        """Return the folder of this very kit: another one of the same version has another name."""
        return f"{self.data['version']}-{_sha256(self.folder / SUMS)[:8]}"


def read_kit(folder: Path, say: Say) -> Kit:
    """Return the kit in this folder."""
    try:
        data: dict[str, Any] = json.loads((folder / "kit.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise Stop(say("This kit is damaged: {names}. Copy it again.").format(names="kit.json")) from None
    if data.get("format_version") != FORMAT_VERSION:
        raise Stop(say("This kit and its install.py do not belong together. Copy the whole kit again."))
    return Kit(folder=folder, data=data, say=say)


def check_machine(kit: Kit) -> None:
    """Do nothing when Python and this machine are what the kit is for."""
    say, data = kit.say, kit.data
    python = ".".join(map(str, sys.version_info[:2]))
    if sys.implementation.name != "cpython" or python not in data["pythons"] or sysconfig.get_config_var("Py_GIL_DISABLED"):
        text = say("This is Python {found}; the kit is for {wanted}. Start install.py with one of these, as: python{example} install.py")
        raise Stop(text.format(found=platform.python_version(), wanted=", ".join(data["pythons"]), example=data["pythons"][-1]))
    machine = f"{platform.system()} {platform.machine()}"
    if machine != f"Linux {data['machine']}":
        raise Stop(
            say("This machine is {found}; the kit is for {wanted}. Get the kit for this machine.").format(
                found=machine, wanted=f"Linux {data['machine']}"
            )
        )
    if _glibc() < (2, data["glibc"]):
        raise Stop(say("This system is too old: it needs glibc {wanted} or newer. Update the system.").format(wanted=f"2.{data['glibc']}"))
    lacking = [name for name in _PARTS if find_spec(name) is None] + [name for name in data["libraries"] if not _loads(name)]
    if lacking:
        raise Stop(say("This machine lacks {names}. Install them from the system's own packages.").format(names=", ".join(lacking)))


def _glibc() -> tuple[int, ...]:
    try:
        name, _, version = (os.confstr("CS_GNU_LIBC_VERSION") or "").partition(" ")
    except (ValueError, OSError):
        return (0,)  # musl has no such name
    return tuple(int(each) for each in version.split(".")[:2]) if name == "glibc" else (0,)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def check_files(kit: Kit) -> None:
    """Do nothing when every file of the kit is there and as it was made."""
    print(kit.say("Checking the kit…"))
    try:
        lines = (kit.folder / SUMS).read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    known = [line.partition("  ")[::2] for line in lines]
    damaged = [name for wanted, name in known if not _is_whole(kit.folder / name, wanted)]
    if damaged or not known:
        raise Stop(kit.say("This kit is damaged: {names}. Copy it again.").format(names=", ".join(damaged or [SUMS])))


def _is_whole(path: Path, wanted: str) -> bool:
    try:
        return _sha256(path) == wanted
    except OSError:
        return False


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        for block in iter(lambda: stream.read(_BLOCK), b""):
            digest.update(block)
    return digest.hexdigest()
