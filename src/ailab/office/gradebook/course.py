"""An nbgrader course folder opened: its configuration, its environment, its log."""

import logging
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from ailab.errors import AilabError, UnknownName
from ailab.lang import Language

CONFIG: Final = "nbgrader_config.py"
COURSE: Final = "ailab"
DATABASE: Final = "gradebook.db"

Overrides = Mapping[str, Mapping[str, Any]]
"""Options by nbgrader class."""


class NotACourseFolder(AilabError):
    """There is no nbgrader course where one was expected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A course folder with the options of one step."""

    config: Config
    directory: CourseDirectory


def open_course(root: Path, overrides: Overrides | None = None) -> Opened:
    """Return the course in this folder, its configuration read, then overridden.

    Raises
    ------
    NotACourseFolder
        When the folder holds no nbgrader_config.py.
    """
    if not (root / CONFIG).is_file():
        raise NotACourseFolder(
            f"There is no {CONFIG} in {root}. Give the folder that 'ailab course build' made (build/nbgrader), or build/demo."
        )
    before = dict(os.environ)
    try:
        config = PyFileConfigLoader(CONFIG, path=str(root)).load_config()
    finally:
        # The file sets variables for stock nbgrader; here grading_environment does, and takes them back.
        os.environ.clear()
        os.environ.update(before)
    config.merge(Config({name: dict(options) for name, options in (overrides or {}).items()}))
    return Opened(config=config, directory=CourseDirectory(config=config))


def expect_module(root: Path, module: str) -> None:
    """Raise UnknownName when the course folder has no such module."""
    known = [path.name for path in (root / "source").glob("*") if path.is_dir()]
    if module not in known:
        raise UnknownName("module", module, known)


@contextmanager
def grading_environment(root: Path, language: Language = "en") -> Iterator[None]:
    """Let kernels find the hidden cases of this course and speak this language."""
    # nbgrader calls `alembic` by its bare name to make a new database, also when no virtual environment is active.
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    wanted = {"AILAB_GRADERS": str(root / "graders"), "AILAB_LANG": language, "PATH": programs}
    before = {name: os.environ.get(name) for name in (*wanted, "JPY_SESSION_NAME")}
    os.environ.pop("JPY_SESSION_NAME", None)
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


@contextmanager
def logging_to(path: Path) -> Iterator[None]:
    """Send what nbgrader says, which is a lot, to a file."""
    logger = logging.getLogger("traitlets")
    before = logger.handlers[:], logger.propagate, logger.level
    handler = logging.FileHandler(path, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
    logger.handlers, logger.propagate = [handler], False
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        handler.close()
        logger.handlers, logger.propagate = before[:2]
        logger.setLevel(before[2])
