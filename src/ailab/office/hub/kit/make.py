"""Make the offline kit: `python -m ailab.office.hub.kit.make --out dist`.

The same checkout and lock give the same bytes, wherever packages are fetched from.
"""

import argparse
import json
import sys
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from typing import Final
from zipfile import ZipFile

from ailab.errors import AilabError
from ailab.office.hub.kit.archive import files_below, pack_folder, sha256_of, write_sums
from ailab.office.hub.kit.lock import read_lock
from ailab.office.hub.kit.parts import copy_installer, pack_course, write_book
from ailab.office.hub.kit.proxy import pack_proxy
from ailab.office.hub.kit.target import PYTHONS, Target, this_machine
from ailab.office.hub.kit.wheels import build_own_wheel, fetch_wheels

FORMAT_VERSION: Final = 1
LOCK: Final = Path("requirements", "centre.txt")
_LIBRARIES: Final = ("libgcc_s.so.1", "libstdc++.so.6")
"""What Node and the scientific wheels find on every Linux that has a package tool."""
_MIB: Final = 1024 * 1024
_COMPILED_SHARE: Final = 1.4
"""Python keeps a compiled copy of every module, and disks round up; measured: 1.37."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A kit on disk."""

    folder: Path
    archive: Path
    sums: str
    """The checksum of the list of checksums: who hears it by another way can tell that the kit is ours."""


def make_kit(root: Path, out: Path, target: Target, *, tell: Callable[[str], object] = print) -> Made:
    """Make the kit of a checkout below `out` and return where it is.

    Raises
    ------
    Refused
        When a part cannot be had.
    """
    version = project_version(root)
    folder = out / f"ailab-centre-kit-{version}-{target.name}"
    rmtree(folder, ignore_errors=True)
    for name in ("wheels", "parts"):
        (folder / name).mkdir(parents=True)
    tell("Wheels…")
    fetch_wheels(root / LOCK, target, folder / "wheels")
    own = build_own_wheel(root, folder / "wheels")
    tell("The proxy…")
    pack_proxy(folder / "parts" / "proxy.tar.gz")
    tell("The course…")
    pack_course(root, folder / "parts" / "course.tar.gz")
    _write_requirements(root, own, version, folder)
    copy_installer(folder)
    write_book(folder)
    _write_description(folder, version, target)
    return seal(folder)


def seal(folder: Path) -> Made:
    """Write the checksums of a kit and its .tar."""
    sums = write_sums(folder)
    archive = folder.with_name(f"{folder.name}.tar")
    pack_folder(folder, archive)
    return Made(folder=folder, archive=archive, sums=sums)


def project_version(root: Path) -> str:
    """Return the version of this checkout."""
    return str(tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])


def _write_requirements(root: Path, own: Path, version: str, folder: Path) -> None:
    # With their markers: pip asks the machine it installs on.
    lines = [_line(f"{each.requirement}", each.hashes) for each in read_lock(root / LOCK)]
    lines.append(_line(f"ailab[centre]=={version}", (f"sha256:{sha256_of(own)}",)))
    (folder / "requirements.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _line(requirement: str, hashes: Sequence[str]) -> str:
    return " ".join((requirement, *(f"--hash={each}" for each in hashes)))


def _write_description(folder: Path, version: str, target: Target) -> None:
    data = {
        "format_version": FORMAT_VERSION,
        "version": version,
        "machine": target.machine,
        "glibc": target.glibc,
        "pythons": list(target.pythons),
        "libraries": list(_LIBRARIES),
        "installed_mib": max(installed_mib(folder / "wheels", python) for python in target.pythons),
    }
    (folder / "kit.json").write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def installed_mib(wheels: Path, python: str) -> int:
    """Return the room that the wheels for a Python take when they are installed."""
    other = tuple(f"-cp{each.replace('.', '')}-cp" for each in PYTHONS if each != python)
    fitting = [path for path in wheels.glob("*.whl") if not any(tag in path.name for tag in other)]
    return int(sum(_unpacked(path) for path in fitting) * _COMPILED_SHARE) // _MIB + 1


def _unpacked(wheel: Path) -> int:
    with ZipFile(wheel) as archive:
        return sum(entry.file_size for entry in archive.infolist())


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the kit that is asked for and say how large it is; return the exit code."""
    parser = argparse.ArgumentParser(prog="make wheelhouse", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("dist"), help="where to put it")
    parser.add_argument("--root", type=Path, default=Path(), help="the checkout")
    parser.add_argument("--machine", default=this_machine(), help="its processor, as uname -m says it")
    parser.add_argument("--python", action="append", help="a Python it is for, as 3.11; may be given again (default: all)")
    asked = parser.parse_args(arguments)
    try:
        made = make_kit(asked.root.resolve(), asked.out.resolve(), Target(machine=asked.machine, pythons=tuple(asked.python or PYTHONS)))
    except (AilabError, OSError) as error:
        print(f"ailab: {error}", file=sys.stderr)
        return 1
    for line in summary(made):
        print(line)
    return 0


def summary(made: Made) -> tuple[str, ...]:
    """Return what there is to know of a kit, one thing a line."""
    sizes = {name: (made.folder / name).stat().st_size for name in files_below(made.folder)}
    largest = sorted(sizes, key=lambda name: -sizes[name])[:3]
    return (
        f"{made.archive}: {made.archive.stat().st_size / _MIB:.0f} MB, {len(sizes)} files",
        f"largest: {', '.join(f'{name.name} {sizes[name] / _MIB:.0f} MB' for name in largest)}",
        f"SHA-256 of SHA256SUMS: {made.sums}",
    )


if __name__ == "__main__":
    sys.exit(main())
