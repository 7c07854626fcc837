"""The whole course, built once for all tests of a process that need it as learners see it."""

import atexit
import shutil
import tempfile
from functools import lru_cache
from pathlib import Path

from ailab.office.build import build_course, write_files
from ailab.office.course import read_course

ROOT = Path(__file__).resolve().parents[1]


@lru_cache(maxsize=1)
def built() -> Path:
    """Return the folder `build/` of the course; other users of this machine may read it."""
    top = Path(tempfile.mkdtemp(prefix="ailab-course-"))
    atexit.register(shutil.rmtree, top, ignore_errors=True)
    top.chmod(0o755)
    write_files(build_course(read_course(ROOT).course), top / "build")
    return top / "build"
