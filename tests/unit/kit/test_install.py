"""The installer on good days and bad ones."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.unit.kit.conftest import MakeKit, run_installer

from ailab.office.hub.kit.make import seal


def in_use(target: Path) -> str:
    return (target / "current").readlink().name


def started(target: Path, *arguments: str) -> str:
    return subprocess.run([str(target / "ailab"), *arguments], capture_output=True, text=True, check=True).stdout.strip()


def test_a_kit_installs_tries_itself_and_says_in_three_languages_what_comes_next(make_kit: MakeKit, tmp_path: Path) -> None:
    kit, target = make_kit(), tmp_path / "to"

    run = run_installer(kit, target)

    assert (run.returncode, run.stderr) == (0, "")
    assert "tried" in run.stdout
    assert run.stdout.count(f'"{target}/ailab" centre up') == 1
    assert len([line for line in run.stdout.splitlines() if line.endswith((":", "："))]) == 3
    root = target / "current" / "share" / "ailab" / "course"
    assert started(target, "centre", "up") == f"{target / 'centre'} {root} ['centre', 'up']"
    assert (root / "map.json").read_text(encoding="utf-8") == "{}"
    assert sorted(path.name for path in kit.iterdir()) == [
        "SHA256SUMS",
        "bare",
        "install.py",
        "kit.json",
        "parts",
        "requirements.txt",
        "wheels",
        "words.json",
    ]
    assert not list(kit.rglob("__pycache__"))


def test_a_path_may_hold_spaces_and_arabic_letters(make_kit: MakeKit, tmp_path: Path) -> None:
    target = tmp_path / "مركز بركان" / "the hub"

    run = run_installer(make_kit(), target)

    assert (run.returncode, run.stderr) == (0, "")
    assert started(target).startswith(str(target / "centre"))


def test_whoever_installs_everybody_can_read_it(make_kit: MakeKit, tmp_path: Path) -> None:
    kit = make_kit()
    before = os.umask(0o077)
    try:
        run = run_installer(kit, tmp_path / "to")
    finally:
        os.umask(before)

    assert run.returncode == 0
    found = [path for path in (tmp_path / "to" / "versions").rglob("*") if not path.is_symlink()]
    assert [path for path in found if not path.stat().st_mode & 0o004] == []


@pytest.mark.parametrize("name", ["wheels/ailab-0.1-py3-none-any.whl", "parts/course.tar.gz", "bare/start.sh"])
def test_a_damaged_file_is_named_and_nothing_changes(make_kit: MakeKit, tmp_path: Path, name: str) -> None:
    kit, target = make_kit(), tmp_path / "to"
    content = bytearray((kit / name).read_bytes())
    content[len(content) // 2] ^= 1
    (kit / name).write_bytes(content)

    run = run_installer(kit, target)

    assert run.returncode == 1
    assert run.stderr == f"This kit is damaged: {name}. Copy it again.\n"
    assert not target.exists()


@pytest.mark.parametrize("name", ["wheels/pip-0-py3-none-any.whl", "SHA256SUMS", "kit.json", "requirements.txt"])
def test_a_missing_file_is_named_and_nothing_changes(make_kit: MakeKit, tmp_path: Path, name: str) -> None:
    kit, target = make_kit(), tmp_path / "to"
    (kit / name).unlink()

    run = run_installer(kit, target)

    assert (run.returncode, run.stderr) == (1, f"This kit is damaged: {name}. Copy it again.\n")
    assert not target.exists()


def test_a_kit_without_its_installer_says_so(make_kit: MakeKit, tmp_path: Path) -> None:
    kit = make_kit()
    shutil.rmtree(kit / "bare")

    run = run_installer(kit, tmp_path / "to")

    assert (run.returncode, run.stderr) == (1, "This kit is damaged: bare. Copy it again.\n")


@pytest.mark.parametrize(
    ("described", "expected"),
    [
        ({"pythons": ["3.99"]}, "the kit is for 3.99"),
        ({"machine": "riscv64"}, "the kit is for Linux riscv64"),
        ({"glibc": 99}, "it needs glibc 2.99 or newer"),
        ({"libraries": ["libnowhere.so.1"]}, "This machine lacks libnowhere.so.1."),
        ({"format_version": 2}, "do not belong together"),
        ({"installed_mib": 10**9}, "Too little room: 1000000000 MB are needed"),
    ],
    ids=["python", "machine", "glibc", "library", "format", "room"],
)
def test_a_machine_that_does_not_fit_hears_why(make_kit: MakeKit, tmp_path: Path, described: dict[str, object], expected: str) -> None:
    run = run_installer(make_kit(**described), tmp_path / "to")

    assert run.returncode == 1
    assert expected in run.stderr
    assert "Traceback" not in run.stderr
    assert not (tmp_path / "to" / "current").exists()


def test_an_old_python_is_told_in_three_languages(make_kit: MakeKit) -> None:
    kit = make_kit()
    code = f"import sys, runpy; sys.version_info = (3, 9, 2); runpy.run_path({str(kit / 'install.py')!r}, run_name='__main__')"

    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert run.returncode == 1
    assert [line.count("3.11") for line in run.stderr.splitlines()] == [1, 1, 1]


def test_a_python_without_ensurepip_is_enough(make_kit: MakeKit, tmp_path: Path) -> None:
    # As Debian has it while python3-venv is not installed.
    kit, target = make_kit(), tmp_path / "to"
    code = (
        "import runpy, sys\n"
        "sys.modules['ensurepip'] = None\n"
        f"sys.argv = ['install.py', '--to', {str(target)!r}]\n"
        f"runpy.run_path({str(kit / 'install.py')!r}, run_name='__main__')"
    )

    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (run.returncode, run.stderr) == (0, "")
    assert started(target).startswith(str(target / "centre"))


def test_settings_of_pip_on_the_machine_do_not_matter(make_kit: MakeKit, tmp_path: Path) -> None:
    wrong = {"PIP_NO_BINARY": ":all:", "PIP_PREFIX": str(tmp_path / "elsewhere"), "PYTHONPATH": str(tmp_path), "PIP_USER": "1"}

    run = run_installer(make_kit(), tmp_path / "to", **wrong)

    assert (run.returncode, run.stderr) == (0, "")
    assert not (tmp_path / "elsewhere").exists()


def test_installing_twice_is_harmless(make_kit: MakeKit, tmp_path: Path) -> None:
    kit, target = make_kit(), tmp_path / "to"
    run_installer(kit, target)
    (target / "centre").mkdir()
    (target / "centre" / "centre.toml").write_text("mine", encoding="utf-8")
    before = in_use(target)

    run = run_installer(kit, target)

    assert run.returncode == 0
    assert in_use(target) == before
    assert (target / "centre" / "centre.toml").read_text(encoding="utf-8") == "mine"


def test_an_upgrade_changes_over_keeps_one_version_back_and_leaves_the_centre_alone(make_kit: MakeKit, tmp_path: Path) -> None:
    target = tmp_path / "to"
    run_installer(make_kit("0.1"), target)
    (target / "centre").mkdir()
    (target / "centre" / "centre.sqlite").write_bytes(b"names")

    for version in ("0.2", "0.3"):
        assert run_installer(make_kit(version), target).returncode == 0

    assert in_use(target).startswith("0.3-")
    assert sorted(path.name.partition("-")[0] for path in (target / "versions").iterdir()) == ["0.2", "0.3"]
    assert (target / "centre" / "centre.sqlite").read_bytes() == b"names"


def test_an_upgrade_that_fails_its_test_is_not_changed_over_to(make_kit: MakeKit, tmp_path: Path) -> None:
    target = tmp_path / "to"
    run_installer(make_kit("0.1"), target)

    run = run_installer(make_kit("0.2"), target, FAKE_SELF_TEST="1")

    assert run.returncode == 1
    assert "The earlier version stays in use" in run.stderr
    assert in_use(target).startswith("0.1-")


def test_a_first_installation_that_fails_its_test_stays_and_says_so(make_kit: MakeKit, tmp_path: Path) -> None:
    run = run_installer(make_kit(), tmp_path / "to", FAKE_SELF_TEST="1")

    assert run.returncode == 1
    assert started(tmp_path / "to")


def test_what_a_killed_installation_left_goes_away(make_kit: MakeKit, tmp_path: Path) -> None:
    kit, target = make_kit(), tmp_path / "to"
    process = subprocess.Popen(
        [sys.executable, str(kit / "install.py"), "--to", str(target)], stdout=subprocess.DEVNULL, start_new_session=True
    )
    deadline = time.monotonic() + 60
    while not list(target.glob("versions/*/pyvenv.cfg")) and time.monotonic() < deadline:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert not (target / "current").exists()
    (left,) = target.glob("versions/*")
    (left / "rubbish").touch()

    run = run_installer(kit, target)

    assert (run.returncode, run.stderr) == (0, "")
    assert not (target / "current" / "rubbish").exists()


def test_two_installations_at_once_are_one_too_many(make_kit: MakeKit, tmp_path: Path) -> None:
    import fcntl

    kit, target = make_kit(), tmp_path / "to"
    target.mkdir()
    with (target / ".lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)

        run = run_installer(kit, target)

    assert run.returncode == 1
    assert "Another installation into this folder is running" in run.stderr


def test_a_folder_of_somebody_elses_is_left_alone(make_kit: MakeKit, tmp_path: Path) -> None:
    target = tmp_path / "to"
    target.mkdir()
    (target / "photos").touch()

    run = run_installer(make_kit(), target)

    assert run.returncode == 1
    assert "holds other things" in run.stderr
    assert [path.name for path in target.iterdir()] == ["photos"]


def test_a_wheel_that_the_list_does_not_know_is_not_installed(make_kit: MakeKit, tmp_path: Path) -> None:
    # Somebody who can change a file and SHA256SUMS alike still meets the hashes that pip compares.
    kit = make_kit()
    requirements = kit / "requirements.txt"
    requirements.write_text(requirements.read_text(encoding="utf-8")[:-5] + "0000\n", encoding="utf-8")
    seal(kit)

    run = run_installer(kit, tmp_path / "to")

    assert run.returncode == 1
    assert "The packages could not be installed." in run.stderr
    assert list((tmp_path / "to" / "versions").iterdir()) == []


def in_a_small_world(mount: str, command: str) -> subprocess.CompletedProcess[str]:
    """Run a command after a mount that nobody else sees, or skip where this machine does not allow it."""
    alone = ["unshare", "--mount", "--map-root-user", "sh", "-c"]
    if not shutil.which("unshare") or subprocess.run([*alone, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine has no mount namespaces")
    return subprocess.run([*alone, f"{mount} && {command}"], capture_output=True, text=True, check=False, timeout=120)


def test_a_target_that_cannot_be_written_is_named(make_kit: MakeKit, tmp_path: Path) -> None:
    kit, disk = make_kit(), tmp_path / "disk"
    disk.mkdir()

    run = in_a_small_world(f"mount -t tmpfs -o ro none '{disk}'", f"'{sys.executable}' '{kit}/install.py' --to '{disk}/to'")

    assert run.returncode == 1
    assert run.stderr == f"Cannot write {disk}/to: Read-only file system. Choose another folder with --to.\n"


@pytest.mark.parametrize("size_kib", [100, 300], ids=["while the environment is made", "while pip installs"])
def test_a_full_disk_is_said_and_everything_taken_back(make_kit: MakeKit, tmp_path: Path, size_kib: int) -> None:
    kit, disk = make_kit(installed_mib=0), tmp_path / "disk"
    disk.mkdir()
    command = f"'{sys.executable}' '{kit}/install.py' --to '{disk}/to'; code=$?; ls -A '{disk}/to/versions'; exit $code"

    run = in_a_small_world(f"mount -t tmpfs -o size={size_kib}k none '{disk}'", command)

    assert run.returncode == 1
    assert "The disk is full. Nothing has changed." in run.stderr
    assert run.stdout.splitlines()[2:] == []
