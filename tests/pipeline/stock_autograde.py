"""Run stock `nbgrader autograde` in this process: python stock_autograde.py COURSE_DIR [ASSIGNMENT …].

Each learner has a run of their own, so that nobody's trouble stops those who come after.
"""

import logging
import os
import sys
import warnings
from pathlib import Path

from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader


def main(root: Path, assignments: list[str]) -> None:
    """Autograde these assignments, or all."""
    warnings.simplefilter("ignore")
    logging.getLogger("traitlets").setLevel(logging.CRITICAL)
    os.chdir(root)
    os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for folder in sorted((root / "submitted").glob("*/*")):
        if not assignments or folder.name in assignments:
            _autograde(root, folder.name, folder.parent.name)


def _autograde(root: Path, assignment: str, learner: str) -> None:
    config = PyFileConfigLoader("nbgrader_config.py", path=str(root)).load_config()
    config.merge(Config({"CourseDirectory": {"assignment_id": assignment, "student_id": learner}}))
    try:
        Autograde(coursedir=CourseDirectory(config=config), config=config).start()
    except Exception as error:
        print(f"{learner} {assignment}: {type(error).__name__}: {error}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), sys.argv[2:])
