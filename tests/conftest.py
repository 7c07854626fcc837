"""What every test may ask for."""

import shutil
import signal
from pathlib import Path

import pytest

from ailab.office.course import Course, read_course

ROOT = Path(__file__).resolve().parent.parent
TINY = ROOT / "tests" / "tiny_course"

# A shell that starts the tests in the background lets them ignore Ctrl-C, and they hand that on to all they start.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def course() -> Course:
    """Return the real course."""
    return read_course(ROOT).course


@pytest.fixture(scope="session")
def tiny_course() -> Course:
    """Return the tiny course where it lies; tests must not change it."""
    return read_course(TINY).course


@pytest.fixture
def tiny_root(tmp_path: Path) -> Path:
    """Return a copy of the tiny course that a test may break."""
    return Path(shutil.copytree(TINY, tmp_path / "tiny"))


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's settings reach a test."""
    for name in ("AILAB_LANG", "AILAB_GRADERS", "AILAB_PORT", "AILAB_BROWSER", "AILAB_FOLDER", "JPY_SESSION_NAME"):
        # Set first: what a test itself puts there, by loading a configuration, goes with it too.
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
