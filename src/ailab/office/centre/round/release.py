"""The course put in place for a centre: what learners see, nbgrader's course folder, the gradebook's entries, the exchange.

    build/     lessons, releases in every language, the map       course/   nbgrader's folder: source, graders, release
    exchange/  nbgrader's own, with the release of the centre's language

Once for each release of the course; broken off it goes on where it stopped.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, Final

from ailab.errors import Refused
from ailab.office.build import build_course, release_version, write_files
from ailab.office.centre.folder import Centre
from ailab.office.centre.round.inbound import make_inbound
from ailab.office.course import Course
from ailab.office.gradebook import generate_assignment, grading_environment, is_known, logging_to, release_assignment
from ailab.office.grading.work import LOG

Watch = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and of how much."""

Files = Mapping[PurePosixPath, bytes]

_FORMAT: Final = 1
_NBGRADER: Final = "nbgrader"
_STANDING: Final = ".ailab-release.json"
_CONFIG: Final = "nbgrader_config.py"
_OWNED_COURSE: Final = ("source", "graders")
_ADDED: Final = """

# --- added for a centre ---
from traitlets.config import Config  # noqa: E402

from ailab.office.gradebook import feedback_options  # noqa: E402

c.Exchange.root = os.path.join(os.path.dirname(here), "exchange")
{database}c.merge(Config(feedback_options()))
"""


def publish(course: Course, centre: Centre, *, watch: Watch = lambda _what, _done, _of: None) -> bool:
    """Build a course for a centre and put it in place; tell whether there was anything to do.

    Raises
    ------
    Refused
        When the disk says no.
    StepFailed
        When nbgrader refuses a module: the others stand.
    """
    wanted = _wanted(centre, release_version(course), centre.settings.edition)
    if _is_whole(centre, wanted):
        return False
    watch("Building the course", 0, 1)
    files = build_course(course, edition=centre.settings.edition)
    watch("Building the course", 1, 1)
    _put(centre, files, wanted, watch)
    return True


def publish_built(folder: Path, centre: Centre, *, watch: Watch = lambda _what, _done, _of: None) -> bool:
    """Put a course in place that was built before, as a kit carries it; tell whether there was anything to do.

    Raises
    ------
    Refused
        When the folder holds no built course, or the disk says no.
    StepFailed
        When nbgrader refuses a module: the others stand.
    """
    try:
        map_ = json.loads((folder / "map.json").read_text(encoding="utf-8"))
        wanted = _wanted(centre, map_["release"], map_["edition"])
    except (OSError, ValueError, KeyError) as error:
        raise Refused(f"{folder} holds no course that was built ({error}). Build it with: ailab course build") from error
    if _is_whole(centre, wanted):
        return False
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    _put(centre, {PurePosixPath(path.relative_to(folder).as_posix()): path.read_bytes() for path in paths}, wanted, watch)
    return True


def published(centre: Centre) -> str:
    """Return the release that stands whole in a centre; empty when none does."""
    found = _standing(centre)
    return str(found["release"]) if found.get("is_whole") else ""


def _wanted(centre: Centre, release: str, edition: str) -> dict[str, Any]:
    return {
        "format_version": _FORMAT,
        "release": release,
        "edition": edition,
        "language": centre.settings.language,
        "gradebook": _url(centre),
    }


def _is_whole(centre: Centre, wanted: Mapping[str, Any]) -> bool:
    found = _standing(centre)
    return bool(found.get("is_whole")) and all(found.get(name) == value for name, value in wanted.items())


def _put(centre: Centre, files: Files, wanted: Mapping[str, Any], watch: Watch) -> None:
    top = PurePosixPath(_NBGRADER)
    course = {path.relative_to(top): content for path, content in files.items() if path.is_relative_to(top)}
    shown = {path: content for path, content in files.items() if not path.is_relative_to(top)}
    config = PurePosixPath(_CONFIG)
    modules = tuple(dict.fromkeys(path.parts[1] for path in course if path.parts[0] == "source"))
    watch("Laying out the course", 0, 1)
    write_files(_localized(shown, centre.settings.language), centre.course, owned=(f"release/{centre.settings.language}",))
    write_files({**course, config: course[config] + _added(centre).encode()}, centre.course, owned=_OWNED_COURSE)
    write_files(shown, centre.build, owned=tuple(sorted({path.parts[0] for path in shown if len(path.parts) > 1})))
    watch("Laying out the course", 1, 1)
    make_inbound(centre)
    _generate(centre, modules, wanted, watch)


def _generate(centre: Centre, modules: Sequence[str], wanted: Mapping[str, Any], watch: Watch) -> None:
    found = _standing(centre)
    done = [module for module in found.get("modules", []) if all(found.get(name) == value for name, value in wanted.items())]
    with logging_to(centre.course / LOG), grading_environment(centre.course):
        for number, module in enumerate(modules):
            watch("Preparing the gradebook", number, len(modules))
            if module not in done or not is_known(centre.course, module):
                _module(centre, module)
                done = [*done, module]
                _remember(centre, {**wanted, "modules": done})
    watch("Preparing the gradebook", len(modules), len(modules))
    _remember(centre, {**wanted, "modules": done, "is_whole": True})


def _module(centre: Centre, module: str) -> None:
    # Nobody has exercises to do in every module.
    if any((centre.course / "source" / module).glob("*.ipynb")):
        generate_assignment(centre.course, module)
        release_assignment(centre.course, module, release=f"release/{centre.settings.language}", exchange=centre.exchange)


def _localized(shown: Files, language: str) -> dict[PurePosixPath, bytes]:
    """Return what nbgrader's exchange offers: the release of the centre's language, below course/ where nbgrader looks for it."""
    return {path: content for path, content in shown.items() if path.parts[:2] == ("release", language)}


def _added(centre: Centre) -> str:
    url = _url(centre)
    return _ADDED.format(database=f"c.CourseDirectory.db_url = {url!r}\n" if url else "")


def _url(centre: Centre) -> str:
    """Return the gradebook's URL where it is not the file that nbgrader takes by itself: the folder may be moved."""
    return centre.database_url("gradebook") if centre.settings.database else ""


def _standing(centre: Centre) -> dict[str, Any]:
    try:
        found = json.loads((centre.course / _STANDING).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _remember(centre: Centre, facts: Mapping[str, Any]) -> None:
    aside = centre.course / f"{_STANDING}.part"
    aside.write_text(json.dumps(facts, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    aside.chmod(0o600)  # a database's password may stand in it
    aside.replace(centre.course / _STANDING)
