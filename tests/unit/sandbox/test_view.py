"""What a job sees of the file system."""

import sys
from pathlib import Path

import pytest

import ailab
from ailab.errors import Refused
from ailab.office.grading.engine.warm import MODULES
from ailab.office.sandbox import Template, View
from ailab.office.sandbox.view import interpreter_folders

from .conftest import Inside, run_inside

ROOT = Path(__file__).resolve().parents[3]
PACKAGE = Path(ailab.__file__).parent


def test_of_this_checkout_only_the_package_and_its_environment_exist(inside: Inside) -> None:
    seen = inside(
        f"import os\nresult = sorted(os.path.join(top, name) for top, names, _ in os.walk({str(ROOT)!r}) for name in names if top.count('/') < {str(ROOT).count('/') + 2})"
    )

    allowed = {str(PACKAGE), str(PACKAGE.parent), sys.prefix}
    assert {path for path in seen if not any(path == each or path.startswith(f"{each}/") for each in allowed)} <= {
        str(parent) for parent in (*PACKAGE.parents, *Path(sys.prefix).parents)
    }
    assert not any(
        Path(path).name in ("graders", "course", "tests", ".git") for path in seen if not path.startswith((sys.prefix, str(PACKAGE)))
    )


@pytest.mark.parametrize(
    "path",
    [
        "/var",
        "/sys",
        "/root/.ssh",
        "/root/.cache",
        "/boot",
        "/opt",
        "/mnt",
        "/etc/shadow",
        "/etc/hostname",
        "/dev/vda",
        "/dev/mem",
        "/dev/kmsg",
        "/dev/vsock",
    ],
)
def test_the_rest_of_the_machine_does_not_exist(inside: Inside, path: str) -> None:
    assert inside(f"import os\nresult = os.path.lexists({path!r})") is False


def test_nobody_is_at_home(inside: Inside) -> None:
    assert inside("import os\nresult = os.listdir('/home')") == ["learner"]


def test_a_job_finds_its_files_and_no_neighbors(inside: Inside) -> None:
    inside("open('left', 'w').write('x')\nopen('/tmp/left', 'w').write('x')\nresult = 0")

    assert inside("import os\nresult = sorted(os.listdir('.')), 'left' in os.listdir('/tmp')", files={"data/a.csv": b"\xff\x00"}) == (
        ["data"],
        False,
    )
    assert inside("result = open('data/a.csv', 'rb').read()", files={"data/a.csv": b"\xff\x00"}) == b"\xff\x00"


@pytest.mark.parametrize("name", ["../x", "/etc/x", "a/../../x", "..", ""])
def test_a_file_name_leads_nowhere_else(inside: Inside, name: str) -> None:
    with pytest.raises(Refused, match="leads out of the folder"):
        inside("result = 0", files={name: b"x"})


def test_a_home_that_is_full_is_full_and_that_is_all(inside: Inside) -> None:
    lines = """
import errno
try:
    with open("big", "wb") as stream:
        while True:
            stream.write(bytes(1 << 20))
except OSError as error:
    result = errno.errorcode[error.errno]
"""
    assert inside(lines) in ("ENOSPC", "EFBIG")
    assert inside("result = 1") == 1


def test_nothing_is_shown_twice() -> None:
    shown = interpreter_folders()

    assert len(shown) == len(set(shown))
    assert not any(path != other and path.startswith(f"{other}/") for path in shown for other in shown)


def test_what_cannot_be_shown_is_refused_in_words() -> None:
    with (
        Template((), view=View(shown=(*interpreter_folders(), "/no/such/folder"))) as template,
        pytest.raises(Refused, match=r"cannot start.*ailab doctor"),
    ):
        template.wait_until_warm()


def test_an_environment_in_the_temporary_folder_stays_visible_and_read_only(tmp_path_factory: pytest.TempPathFactory) -> None:
    # A clone made under /tmp has its virtual environment there.
    folder = tmp_path_factory.mktemp("environment")
    folder.chmod(0o755)
    (folder / "module.txt").write_text("here")
    view = View(shown=(*View().shown, str(folder)))

    with Template(MODULES, view=view) as template:
        child = run_inside(
            template, f"import os\nresult = open({str(folder / 'module.txt')!r}).read(), os.access({str(folder)!r}, os.W_OK)"
        )

    assert child == ("here", False)
