"""Wheels: those of the lock, fetched for another kind of machine too, and ailab's own.

pip fetches, from wherever this machine's own settings say; nothing is fetched that the lock has no checksum of.
"""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from ailab.errors import Refused
from ailab.office.hub.kit.lock import Locked, needs, read_lock
from ailab.office.hub.kit.target import Target

PIP: Final = Path(__file__).parent / "pip.txt"
"""pip itself, locked: a Debian without python3-venv has none to begin with."""
_LAST_LINES: Final = 4


def fetch_wheels(lock: Path, target: Target, folder: Path) -> None:
    """Fetch pip and every wheel of the lock that the target needs.

    Raises
    ------
    Refused
        When one cannot be fetched, or fits the target in no version that is locked.
    """
    locked = (*read_lock(lock), *read_lock(PIP))
    for release, packages in needs(locked, target).items():
        _fetch(packages, target, release, folder)


def _fetch(packages: Sequence[Locked], target: Target, release: str, folder: Path) -> None:
    with TemporaryDirectory(prefix="ailab-kit-") as aside:
        wanted = Path(aside) / "requirements.txt"
        wanted.write_text("".join(f"{each.line}\n" for each in packages), encoding="utf-8")
        options = ["--no-deps", "--require-hashes", "--only-binary=:all:", "--dest", str(folder), "--requirement", str(wanted)]
        _run(["-m", "pip", "download", "--quiet", "--disable-pip-version-check", *_fitting(target, release), *options], f"Python {release}")


def _fitting(target: Target, release: str) -> list[str]:
    abi = "cp" + "".join(release.split(".")[:2])
    platforms = [f"--platform={tag}" for tag in target.tags]
    return ["--implementation=cp", f"--python-version={release}", *(f"--abi={each}" for each in (abi, "abi3", "none")), *platforms]


def build_own_wheel(root: Path, folder: Path) -> Path:
    """Build ailab's wheel from the checkout and return where it lies."""
    _run(["-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)], "ailab itself", cwd=root)
    return next(folder.glob("ailab-*.whl"))


def _run(command: Sequence[str], what: str, *, cwd: Path | None = None) -> None:
    run = subprocess.run([sys.executable, *command], cwd=cwd, capture_output=True, text=True, check=False)
    if run.returncode:
        said = [line for line in run.stderr.splitlines() if line.strip() and not line.startswith("WARNING")][-_LAST_LINES:]
        raise Refused(
            "\n".join([f"The wheels for {what} could not be had. Is there a network, and are the packages of make setup installed?", *said])
        )
