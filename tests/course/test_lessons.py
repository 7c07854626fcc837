"""The lessons run as built, in three languages, without a warning."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ailab.lang import LANGUAGES
from ailab.office.build import build_course, write_files
from ailab.office.course import Course


@pytest.fixture(scope="module")
def built(course: Course, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("lessons")
    write_files({path: content for path, content in build_course(course).items() if "lessons" in path.parts}, out)
    return out


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_lessons_run_from_top_to_bottom(language: str, built: Path) -> None:
    environment = {
        **os.environ,
        "AILAB_LANG": language,
        "PYTHONWARNINGS": "error::UserWarning",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    }

    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "--nbval-lax",
            "--nbval-cell-timeout=60",
            "-p",
            "no:cacheprovider",
            "--rootdir",
            str(built),
            "-c",
            os.devnull,
            str(built / language),
        ],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        cwd=built,
    )

    assert run.returncode == 0, run.stdout[-3000:]
    assert "passed" in run.stdout
