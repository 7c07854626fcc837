"""The door for self-learners: the image's description, rendered without building it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
BINDER = ROOT / "binder"


@pytest.fixture(scope="module")
def image() -> str:
    command = [str(Path(sys.executable).with_name("jupyter-repo2docker")), "--no-build", "--debug", "--user-id", "1000", "--user-name", "jo", str(ROOT)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return run.stdout + run.stderr


def test_the_image_has_a_python_that_nbgrader_supports(image: str) -> None:
    version = (BINDER / "runtime.txt").read_text(encoding="ascii").strip()

    assert version == "python-3.12"
    assert "conda environment for python=3.12" in image


def test_the_image_installs_the_locked_packages_and_builds_the_course(image: str) -> None:
    assert 'pip install --no-cache-dir -r "binder/requirements.txt"' in image
    assert (BINDER / "requirements.txt").read_text(encoding="ascii") == "-r ../requirements/office.txt\n"
    assert "RUN ./binder/postBuild" in image
    assert "ailab course build" in (BINDER / "postBuild").read_text(encoding="utf-8")


def test_the_server_starts_through_our_door(image: str) -> None:
    assert 'R2D_ENTRYPOINT="${REPO_DIR}/binder/start"' in image


@pytest.mark.parametrize("name", ["start", "postBuild"])
def test_scripts_are_valid_and_executable(name: str) -> None:
    assert os.access(BINDER / name, os.X_OK)
    subprocess.run(["bash", "-n", str(BINDER / name)], check=True)


def test_start_becomes_the_command_it_is_given(tmp_path: Path) -> None:
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "AILAB_FOLDER": str(tmp_path / "work"), "AILAB_START_LANG": "ar"}
    show = "import os; print(os.environ['AILAB_BINDER'], os.environ['JUPYTER_CONFIG_DIR'] != '')"

    run = subprocess.run([str(BINDER / "start"), sys.executable, "-c", show], env=environment, cwd=ROOT, capture_output=True, text=True, check=True)

    assert run.stdout.splitlines()[-1] == "1 True"
    assert list((tmp_path / "work" / "exercises").glob("*/*.ipynb"))
