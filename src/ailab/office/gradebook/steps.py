"""The steps of nbgrader, one function each, in this process.

generate_assignment ─▶ release_assignment ─▶ submit ─▶ collect ─▶ autograde ─▶ generate_feedback ─▶ release_feedback
"""

import warnings
from collections.abc import Callable, Mapping
from copy import deepcopy
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Any, Final

from nbgrader.auth import Authenticator
from nbgrader.converters import Autograde, GenerateAssignment, GenerateFeedback
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange import ExchangeFactory
from nbgrader.exchange.default import ExchangeCollect, ExchangeReleaseAssignment, ExchangeReleaseFeedback, ExchangeSubmit
from nbgrader.preprocessors import Execute, LimitOutput
from sqlalchemy.exc import SAWarning
from traitlets.config import Config

from ailab.errors import AilabError
from ailab.lang import Language
from ailab.office.gradebook.course import COURSE, Opened, Overrides, grading_environment, open_course
from ailab.office.gradebook.feedback import Messages, feedback_options, no_messages
from ailab.office.gradebook.turns import CapOutput, Turn, turn_taking_execute

RECEIVED: Final = "received"
"""Where submissions are collected; what has been repaired stands in submitted/."""


class StepFailed(AilabError):
    """A step of nbgrader did not end well; its log knows more."""


def generate_assignment(root: Path, module: str) -> None:
    """Make the release and the gradebook's entry of a module from its source."""
    with grading_environment(root):
        opened = open_course(root, {"CourseDirectory": {"assignment_id": module}, "GenerateAssignment": {"force": True}})
        _run("generate_assignment", module, GenerateAssignment(coursedir=opened.directory, config=opened.config))


def release_assignment(root: Path, module: str, *, release: str, exchange: Path) -> None:
    """Put a release (a folder such as "release/fr") into an exchange."""
    options = {"assignment_id": module, "release_directory": release}
    opened = open_course(
        root, {"CourseDirectory": options, "Exchange": {"root": str(exchange)}, "ExchangeReleaseAssignment": {"force": True}}
    )
    _run("release_assignment", module, _exchange(ExchangeReleaseAssignment, opened))


def submit(root: Path, module: str, learner: str, *, home: Path, exchange: Path, at: str) -> None:
    """Hand in the folder <home>/<course>/<module> at a UTC instant such as 2026-11-20T10:00:00Z."""
    options = {
        "CourseDirectory": {"assignment_id": module, "student_id": learner},
        "Exchange": {"root": str(exchange), "assignment_dir": str(home), "cache": str(home / ".nbgrader_cache")},
    }
    opened = open_course(root, options)
    step = _exchange(ExchangeSubmit, opened)
    stamp = f"{at.removesuffix('Z').replace('T', ' ')}.000000 UTC"
    step.set_timestamp = lambda: setattr(step, "timestamp", stamp)  # nbgrader reads the clock here; we are told the time
    _run("submit", f"{learner}/{module}", step)


def hand_in(module: str, notebooks: Mapping[str, bytes], *, config: Config, learner: str, stamp: str) -> None:
    """Hand in these notebooks of a module, by name, through the exchange that a configuration names.

    Without a learner's id it is the name of the account, as nbgrader has it.

    Raises
    ------
    StepFailed
        When the exchange says no: nothing of this attempt stands there then.
    """
    with TemporaryDirectory(prefix="ailab-") as home:
        folder = Path(home) / module
        folder.mkdir()
        for name, content in notebooks.items():
            (folder / f"{name}.ipynb").write_bytes(content)
        options = {"assignment_id": module, **({"student_id": learner} if learner else {})}
        config = deepcopy(config)
        config.merge(Config({"CourseDirectory": options, "Exchange": {"assignment_dir": home, "path_includes_course": False}}))
        chosen = ExchangeFactory(config=config).submit
        directory = CourseDirectory(config=config)
        made = _submit_whole if chosen is ExchangeSubmit else chosen
        step = made(coursedir=directory, authenticator=Authenticator(config=config), config=config)
        step.set_timestamp = lambda: setattr(step, "timestamp", stamp)
        _run("submit", f"{learner}/{module}", step)


def _submit_whole(**facts: Any) -> Any:
    """Return nbgrader's step, which copies file by file, made to show an attempt only when it is whole."""
    step = ExchangeSubmit(**facts)
    copy_files = step.copy_files

    def copy_whole() -> None:
        name = step.assignment_filename
        hidden = step.assignment_filename = f".{name}"
        cached = [each.rsplit("+", 1)[0] if step.add_random_string else each for each in (hidden, name)]
        inbound, cache = Path(step.inbound_path), Path(step.cache_path)
        try:
            copy_files()
            (cache / cached[0]).rename(cache / cached[1])
            (inbound / hidden).rename(inbound / name)
        except BaseException:
            rmtree(inbound / hidden, ignore_errors=True)
            rmtree(cache / cached[0], ignore_errors=True)
            raise

    step.copy_files = copy_whole
    return step


def collect(root: Path, module: str, *, exchange: Path) -> None:
    """Collect what was handed in through an exchange into received/."""
    options = {"assignment_id": module, "submitted_directory": RECEIVED}
    opened = open_course(
        root, {"CourseDirectory": options, "Exchange": {"root": str(exchange)}, "ExchangeCollect": {"update": True, "check_owner": False}}
    )
    _run("collect", module, _exchange(ExchangeCollect, opened))


def autograde(root: Path, module: str, learner: str, *, language: Language, turn: Turn, notebook: str = "*") -> None:
    """Run one learner's notebooks of a module and save their points, from scratch.

    Raises
    ------
    StepFailed
        When one of the notebooks stopped nbgrader.
    """
    with TemporaryDirectory(prefix="ailab-") as sockets, grading_environment(root, language), turn:
        options: Overrides = {
            "CourseDirectory": {"assignment_id": module, "student_id": learner, "notebook_id": notebook},
            "Autograde": {"force": True},
            # The kernel has nothing to save: no need to wait for a polite end.
            "Execute": {"shutdown_kernel": "immediate"},
            # Sockets in a folder of our own: nobody else on this machine can listen, as they could on a port.
            "KernelManager": {"transport": "ipc", "ip": f"{sockets}/kernel"},
        }
        opened = open_course(root, options)
        step = Autograde(coursedir=opened.directory, config=opened.config)
        step.autograde_preprocessors = [each for stock in step.autograde_preprocessors for each in _our_steps(stock, turn)]
        _run("autograde", f"{learner}/{module}", step)


def _our_steps(stock: Any, turn: Turn) -> list[Any]:
    if stock is Execute:
        return [turn_taking_execute(turn)]
    return [stock, CapOutput] if stock is LimitOutput else [stock]


def generate_feedback(root: Path, module: str, learner: str = "*", *, messages: Messages = no_messages) -> None:
    """Write the feedback pages of a module: of one learner, or of all."""
    options: Overrides = {"CourseDirectory": {"assignment_id": module, "student_id": learner}, "GenerateFeedback": {"force": True}}
    opened = open_course(root, {**options, **feedback_options(messages)})
    _run("generate_feedback", f"{learner}/{module}", GenerateFeedback(coursedir=opened.directory, config=opened.config))


def release_feedback(root: Path, module: str, learner: str, *, exchange: Path) -> None:
    """Put a learner's feedback pages into an exchange."""
    options = {"CourseDirectory": {"assignment_id": module, "student_id": learner}, "Exchange": {"root": str(exchange)}}
    _run("release_feedback", f"{learner}/{module}", _exchange(ExchangeReleaseFeedback, open_course(root, options)))


def _exchange(step: Callable[..., Any], opened: Opened) -> Any:
    opened.directory.course_id = opened.directory.course_id or COURSE
    return step(coursedir=opened.directory, authenticator=Authenticator(config=opened.config), config=opened.config)


def _run(name: str, about: str, step: Any) -> None:
    try:
        with warnings.catch_warnings():
            # nbgrader 0.9.6 with SQLAlchemy 2.1: noise about objects it adds a line later, and files it does not close.
            warnings.simplefilter("ignore", SAWarning)
            warnings.simplefilter("ignore", ResourceWarning)
            step.start()
    except Exception as error:  # nbgrader raises its own, sqlalchemy's, jsonschema's, nbclient's …
        step.log.exception("%s %s", name, about)
        raise StepFailed(f"nbgrader {name} stopped at {about}: {type(error).__name__}: {error}") from error
