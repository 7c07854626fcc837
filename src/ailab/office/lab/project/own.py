"""The project of the learner whose folder this is: whether there is one, and what it is made of."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from ailab.lang import Language
from ailab.office.build.take_home.project import Project, read_project
from ailab.office.build.take_home.project_source import EXERCISES, MODULE, Opener
from ailab.office.lab.coursemap import Module
from ailab.office.lab.progress import State

ADDRESS: Final = "ailab/project"


def own_project(folder: Path, build: Path, language: Language) -> Project:
    """Return the project in a learner's own folder; its typed programs run in the sandbox, else with limits."""
    return read_project(folder, language, open_answer=_opener(), words=build / "release" / language / MODULE)


def project_link(module: Module, states: Mapping[str, State], address: str) -> str:
    """Return where a module's project page is made; empty for other modules, and while there is nothing to show."""
    begun = module.slug == MODULE and any(states.get(exercise, "new") != "new" for exercise in EXERCISES)
    return f"{address}{ADDRESS}" if begun else ""


def _opener() -> Opener | None:
    try:
        from ailab.office.grading.engine.own_cells import answer_at_home  # the engine takes a moment to load
    except ImportError:
        # Where there are no Unix processes: the page shows the world without a typed program.
        return None
    return answer_at_home
