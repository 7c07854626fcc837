"""What is done: a version made beside the one in use, tried, and put in its place in one step."""

import errno
import fcntl
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Final

from .checks import Kit, Stop
from .words import Say

COMPLETE: Final = ".complete"
_MIB: Final = 1024 * 1024
_START: Final = Path(__file__).resolve().parent / "start.sh"


def install(kit: Kit, target: Path, *, self_test: bool) -> bool:
    """Install beside what is there, then change over; tell whether the test of it went well."""
    _expect_ours(target, kit.say)
    target.mkdir(parents=True, exist_ok=True)
    with (target / ".lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Stop(kit.say("Another installation into this folder is running. Wait for it to end.")) from None
        version = target / "versions" / kit.name
        if not (version / COMPLETE).is_file():
            _make(kit, version)
        worked = not self_test or _test(version, kit.say)
        if not worked and _in_use(target) not in ("", kit.name):
            print(kit.say("The earlier version stays in use, since the new one did not pass its test."), file=sys.stderr)
            return False
        _change_over(target, kit.name)
        return worked


def _expect_ours(target: Path, say: Say) -> None:
    if target.is_dir() and any(target.iterdir()) and not (target / ".lock").is_file():
        raise Stop(say("{path} holds other things. Choose an empty folder, or a new one, with --to.").format(path=target))


def _make(kit: Kit, version: Path) -> None:
    """Make a version; what a broken-off installation left goes first, and what this one leaves goes too."""
    shutil.rmtree(version, ignore_errors=True)
    version.parent.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(version.parent).free // _MIB
    if free < kit.data["installed_mib"]:
        text = kit.say("Too little room: {needed} MB are needed, {free} are free. Make room, or choose another disk with --to.")
        raise Stop(text.format(needed=kit.data["installed_mib"], free=free))
    try:
        _fill(kit, version)
    except BaseException:
        shutil.rmtree(version, ignore_errors=True)
        raise


def _fill(kit: Kit, version: Path) -> None:
    import venv

    print(kit.say("Installing; this takes some minutes…"))
    # Without pip: Debian's Python has none to give unless python3-venv is there. The kit brings its own.
    venv.EnvBuilder(with_pip=False, symlinks=True).create(version)
    _install_wheels(kit, version)
    for archive in sorted((kit.folder / "parts").glob("*.tar.gz")):
        _unpack(archive, version / "share" / "ailab")
    os.sync()  # a power cut must not leave a version that only looks complete
    (version / COMPLETE).touch()


def _install_wheels(kit: Kit, version: Path) -> None:
    aside = version / ".aside"
    aside.mkdir()
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON"))}
    environment.update(PIP_CONFIG_FILE=os.devnull, TMPDIR=str(aside))
    pip = next((kit.folder / "wheels").glob("pip-*.whl")) / "pip"
    options = ["--no-index", "--find-links", str(kit.folder / "wheels"), "--no-cache-dir", "--disable-pip-version-check", "--no-input"]
    wanted = ["--quiet", "--require-hashes", "--requirement", str(kit.folder / "requirements.txt")]
    run = subprocess.run(
        [str(version / "bin" / "python"), "-I", str(pip), "install", *options, *wanted],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    shutil.rmtree(aside)
    if run.returncode:
        if "No space left on device" in run.stdout or "Disk quota exceeded" in run.stdout:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        raise Stop(
            kit.say("The packages could not be installed. Nothing has changed. Show these lines to whoever made the kit:")
            + "\n"
            + run.stdout
        )


def _unpack(archive: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tarfile.open(archive) as tar:
        for entry in tar:
            path = Path(os.path.normpath(folder / entry.name))
            if not entry.isfile() or folder not in path.parents:
                raise Stop(f"{archive.name}: {entry.name}")
            path.parent.mkdir(parents=True, exist_ok=True)
            content = tar.extractfile(entry)
            with path.open("wb") as out:
                shutil.copyfileobj(content, out)  # type: ignore[arg-type]  # a file has content
            path.chmod(entry.mode)


def _test(version: Path, say: Say) -> bool:
    print(say("Trying everything…"))
    command = [str(version / "bin" / "python"), "-I", "-m", "ailab.office.hub.kit.selftest"]
    return subprocess.run(command, check=False).returncode == 0


def _in_use(target: Path) -> str:
    link = target / "current"
    return link.readlink().name if link.is_symlink() else ""


def _change_over(target: Path, name: str) -> None:
    before = _in_use(target)
    _write_start(target)
    aside = target / ".current"
    if aside.is_symlink():
        aside.unlink()
    aside.symlink_to(Path("versions", name))
    aside.replace(target / "current")
    for old in (target / "versions").iterdir():
        # The one before stays: it may still be running.
        if old.name not in (name, before):
            shutil.rmtree(old, ignore_errors=True)


def _write_start(target: Path) -> None:
    aside = target / ".ailab"
    shutil.copyfile(_START, aside)
    aside.chmod(0o755)
    aside.replace(target / "ailab")
