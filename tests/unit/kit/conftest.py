"""A kit as small as a kit can be: pip, one wheel of a few lines, one archive. Real pip installs it, in a second or two."""

import json
import platform
import shutil
import subprocess
import sys
from base64 import urlsafe_b64encode
from collections.abc import Callable
from hashlib import sha256
from importlib.metadata import distribution
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

import pytest

from ailab.office.hub.kit.archive import pack, sha256_of
from ailab.office.hub.kit.make import seal
from ailab.office.hub.kit.parts import copy_installer

MAIN = "import os, sys\nprint(os.environ['AILAB_CENTRE'], os.environ['AILAB_ROOT'], sys.argv[1:])\n"
SELF_TEST = "import os, sys\nprint('tried')\nsys.exit(int(os.environ.get('FAKE_SELF_TEST', '0')))\n"
PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"

MakeKit = Callable[..., Path]


@pytest.fixture(scope="session")
def pip_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return pip in one file, as a kit carries it."""
    wheel = tmp_path_factory.mktemp("pip") / "pip-0-py3-none-any.whl"
    # Not imported: setuptools makes way for a pip that is.
    home = Path(str(distribution("pip").locate_file("pip")))
    with ZipFile(wheel, "w") as archive:
        for path in home.rglob("*"):
            if path.is_file() and path.suffix != ".pyc":
                archive.write(path, Path("pip") / path.relative_to(home))
    return wheel


@pytest.fixture
def make_kit(tmp_path: Path, pip_wheel: Path) -> MakeKit:
    """Return a function that makes a small kit, with other words in its description when told so."""

    def make(version: str = "0.1", **described: object) -> Path:
        folder = tmp_path / f"kit {version}"
        for name in ("wheels", "parts"):
            (folder / name).mkdir(parents=True)
        shutil.copy(pip_wheel, folder / "wheels")
        own = small_wheel(folder / "wheels", version)
        pack({PurePosixPath("course/map.json"): b"{}"}, folder / "parts" / "course.tar.gz")
        (folder / "requirements.txt").write_text(f"ailab=={version} --hash=sha256:{sha256_of(own)}\n", encoding="utf-8")
        copy_installer(folder)
        (folder / "kit.json").write_text(json.dumps(description(version) | described), encoding="utf-8")
        return seal(folder).folder

    return make


def description(version: str) -> dict[str, object]:
    return {
        "format_version": 1,
        "version": version,
        "machine": platform.machine(),
        "glibc": 17,
        "pythons": [PYTHON],
        "libraries": ["libc.so.6"],
        "installed_mib": 1,
    }


def small_wheel(folder: Path, version: str) -> Path:
    """Write a wheel of an "ailab" that only tells how it was started."""
    parts = ["ailab", "ailab/office", "ailab/office/hub", "ailab/office/hub/kit", "ailab/office/hub/kit/selftest"]
    files = {f"{part}/__init__.py": "" for part in parts}
    files |= {"ailab/__main__.py": MAIN, f"{parts[-1]}/__main__.py": SELF_TEST}
    info = f"ailab-{version}.dist-info"
    files |= {
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: ailab\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = [f"{name},sha256={_digest(text)},{len(text)}" for name, text in files.items()] + [f"{info}/RECORD,,"]
    wheel = folder / f"ailab-{version}-py3-none-any.whl"
    with ZipFile(wheel, "w") as archive:
        for name, text in {**files, f"{info}/RECORD": "\n".join(record) + "\n"}.items():
            archive.writestr(name, text)
    return wheel


def _digest(text: str) -> str:
    return urlsafe_b64encode(sha256(text.encode()).digest()).rstrip(b"=").decode()


def run_installer(
    kit: Path, target: Path, *options: str, python: str = sys.executable, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Install as a person would."""
    return subprocess.run(
        [python, str(kit / "install.py"), "--to", str(target), *options],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LANG": "C.UTF-8", **environment},
    )
