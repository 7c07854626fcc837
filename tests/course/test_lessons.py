"""The lessons run as built, in three languages, without a warning."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from ailab.lang import LANGUAGES
from ailab.office.build import build_course, write_files
from ailab.office.course import Course

WARNINGS: Final = ",".join(("error::UserWarning", "error::RuntimeWarning", "error::FutureWarning", "error::DeprecationWarning:__main__"))
"""What a learner would see below a cell, as errors; kernels have deprecations of their own."""


@pytest.fixture(scope="module")
def built(course: Course, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("lessons")
    write_files({path: content for path, content in build_course(course).items() if "lessons" in path.parts}, out)
    return out


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_lessons_run_from_top_to_bottom(language: str, built: Path, course: Course) -> None:
    environment = {
        **os.environ,
        "AILAB_LANG": language,
        "PYTHONWARNINGS": WARNINGS,
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
    notebooks = {
        path.relative_to(built / language / "lessons").with_suffix("").as_posix() for path in built.glob(f"{language}/lessons/*/*.ipynb")
    }
    assert notebooks == {f"{module.slug}/{lesson.slug}" for module in course.modules for lesson in module.lessons}
