"""The demonstration from beginning to end. The folder it leaves is an nbgrader course that stock nbgrader can take over."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from random import Random
from typing import Any, Final

from ailab.errors import Refused
from ailab.lang import Language
from ailab.office.build import build_course, localise_release, release_version, write_files
from ailab.office.build.cells import notebook_bytes
from ailab.office.course import Course, Exercise, Module
from ailab.office.demo.awards import Award, award, facts_of, policies
from ailab.office.demo.calendar import decided_at, due_at, graded_at, handed_in_at
from ailab.office.demo.people import SEED, Person, carrying_on, sample_class
from ailab.office.demo.report import write_report
from ailab.office.demo.trainer import mark_written_answers
from ailab.office.demo.work import Text, benches, choose, filled, hand_in, read_notebook
from ailab.office.gradebook import (
    COURSE,
    collect,
    generate_assignment,
    grading_environment,
    logging_to,
    name_learner,
    release_assignment,
    release_feedback,
    set_due,
    submit,
)
from ailab.office.grading.feedback import write_feedback
from ailab.office.grading.run import grade_module
from ailab.office.grading.stock import run_stock
from ailab.office.grading.work import Engine
from ailab.office.ledger import LEDGER, Result, latest_results, read_ledger

Watch = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and of how much."""

_MARKER: Final = ".ailab-demo"
_THROUGH_SECOND: Final = 6

_CONFIG: Final = """

# --- added by `ailab demo` ---
from traitlets.config import Config  # noqa: E402

from ailab.office.gradebook import feedback_options  # noqa: E402

# One exchange for each language: AILAB_LANG=ar nbgrader collect ...
c.Exchange.root = os.path.join(here, "exchange", os.environ.get("AILAB_LANG", "en"))
c.merge(Config(feedback_options()))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stage:
    """Everything the scenes share."""

    course: Course
    root: Path
    people: tuple[Person, ...]
    watch: Watch
    engine: Engine

    @property
    def languages(self) -> Mapping[str, Language]:
        """Return who reads which language."""
        return {person.id: person.language for person in self.people}


def play_class(course: Course, root: Path, *, size: int, engine: Engine = run_stock, watch: Watch = lambda _what, _done, _of: None) -> Path:
    """Play a class through the first two modules of the course and return the path of the report.

    Raises
    ------
    Refused
        When the folder holds something that no demonstration made.
    """
    _clear(root)
    stage = _Stage(course=course, root=root.resolve(), people=sample_class(size, course.languages), watch=watch, engine=engine)
    modules = [module for module in course.modules if module.exercises][:2]
    with ExitStack() as stack:
        stack.enter_context(logging_to(stage.root / "nbgrader.log"))
        stack.enter_context(grading_environment(stage.root))
        _build(stage)
        for at, module in enumerate(modules):
            _module(stage, at, module)
        results = latest_results(read_ledger(stage.root / LEDGER))
        _feedback(stage, modules, results)
        awards = _awards(stage, modules, results)
    watch("Report", 0, 1)
    page = write_report(stage.root, course, modules, stage.people, results, awards, release=release_version(course))
    watch("Report", 1, 1)
    return page


def _clear(root: Path) -> None:
    if root.exists() and any(root.iterdir()):
        if not (root / _MARKER).is_file():
            raise Refused(f"{root} holds files that no demonstration made. Give an empty folder with --out.")
        shutil.rmtree(root)
    root.mkdir(parents=True, exist_ok=True)
    (root / _MARKER).touch()


def _build(stage: _Stage) -> None:
    stage.watch("Building the course", 0, 1)
    top = PurePosixPath("nbgrader")
    files = {path.relative_to(top): content for path, content in build_course(stage.course).items() if path.is_relative_to(top)}
    config = PurePosixPath("nbgrader_config.py")
    write_files({**files, config: files[config] + _CONFIG.encode()}, stage.root)
    stage.watch("Building the course", 1, 1)


def _module(stage: _Stage, at: int, module: Module) -> None:
    people = stage.people if at == 0 else carrying_on(stage.people, _THROUGH_SECOND)
    _release(stage, at, module)
    texts = _hand_in(stage, at, module, people)
    _grade(stage, at, module, people)
    stage.watch(f"Marking texts: {module.slug}", 0, 1)
    if mark_written_answers(stage.root, stage.course, module, {person.id: person for person in people}, texts):
        _grade(stage, at, module, people)  # nothing runs again: the ledger takes note of the marks
    stage.watch(f"Marking texts: {module.slug}", 1, 1)


def _release(stage: _Stage, at: int, module: Module) -> None:
    label = f"Releasing: {module.slug}"
    stage.watch(label, 0, len(stage.course.languages))
    generate_assignment(stage.root, module.slug)
    set_due(stage.root, module.slug, due_at(at))
    for done, language in enumerate(stage.course.languages, 1):
        write_files(_localised(stage, module, language), stage.root / "release" / language / module.slug)
        release_assignment(stage.root, module.slug, release=f"release/{language}", exchange=_exchange(stage, language))
        stage.watch(label, done, len(stage.course.languages))


def _localised(stage: _Stage, module: Module, language: Language) -> dict[PurePosixPath, bytes]:
    folder = stage.root / "release" / "all" / module.slug
    exercises = {exercise.slug: exercise for exercise in module.exercises}
    files = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = PurePosixPath(path.relative_to(folder).as_posix())
        files[name] = (
            _localised_notebook(stage.course, exercises[path.stem], path, language) if path.suffix == ".ipynb" else path.read_bytes()
        )
    return files


def _localised_notebook(course: Course, exercise: Exercise, path: Path, language: Language) -> bytes:
    form = "python" if "python" in exercise.forms else exercise.forms[0]
    return notebook_bytes(localise_release(read_notebook(path), course, exercise, language=language, form=form, edition=course.edition))


def _exchange(stage: _Stage, language: Language) -> Path:
    return stage.root / "exchange" / language


def _hand_in(stage: _Stage, at: int, module: Module, people: Sequence[Person]) -> Mapping[tuple[str, str], Text]:
    label = f"Handing in: {module.slug}"
    known = benches(stage.course, module.exercises)
    texts: dict[tuple[str, str], Text] = {}
    for done, person in enumerate(people):
        stage.watch(label, done, len(people))
        random = Random(f"{SEED} {person.id} {module.slug}")
        answered = {exercise.slug: choose(person.kind, known[exercise.slug], i, random) for i, exercise in enumerate(module.exercises)}
        texts |= {(person.id, slug): each.text for slug, each in answered.items()}
        release = stage.root / "release" / person.language / module.slug
        notebooks: dict[str, Any] = {
            slug: filled(read_notebook(release / f"{slug}.ipynb"), each, person.language) for slug, each in answered.items()
        }
        home = stage.root / "learners" / person.id
        _fill_home(home / COURSE / module.slug, release, hand_in(notebooks, person.kind, person.number))
        name_learner(stage.root, person.id, f"Sample learner {person.number}")
        submit(stage.root, module.slug, person.id, home=home, exchange=_exchange(stage, person.language), at=handed_in_at(at, person))
    for language in stage.course.languages:
        collect(stage.root, module.slug, exchange=_exchange(stage, language))
    stage.watch(label, len(people), len(people))
    return texts


def _fill_home(folder: Path, release: Path, files: Mapping[str, bytes]) -> None:
    shutil.copytree(release, folder, ignore=shutil.ignore_patterns("*.ipynb"))
    for name, content in files.items():
        (folder / name).write_bytes(content)


def _grade(stage: _Stage, at: int, module: Module, people: Sequence[Person]) -> None:
    languages = {person.id: person.language for person in people}
    label = f"Grading: {module.slug}"
    grade_module(
        stage.root,
        module.slug,
        recorded_at=graded_at(at),
        languages=languages,
        engine=stage.engine,
        progress=lambda done, of: stage.watch(label, done, of) if of else None,
    )


def _feedback(stage: _Stage, modules: Sequence[Module], results: Sequence[Result]) -> None:
    for done, module in enumerate(modules):
        stage.watch("Writing feedback", done, len(modules))
        write_feedback(stage.root, module.slug, results, stage.languages)
        for person in stage.people:
            if (stage.root / "feedback" / person.id / module.slug / "timestamp.txt").is_file():
                release_feedback(stage.root, module.slug, person.id, exchange=_exchange(stage, person.language))
    stage.watch("Writing feedback", len(modules), len(modules))


def _awards(stage: _Stage, modules: Sequence[Module], results: Sequence[Result]) -> Mapping[str, Sequence[Award]]:
    rules, found = policies(stage.course), {}
    for done, person in enumerate(stage.people):
        stage.watch("Deciding on certificates", done, len(stage.people))
        facts = facts_of(person, modules, results)
        found[person.id] = [award(person, stage.course, facts, policy, stage.root / "certificates", at=decided_at()) for policy in rules]
    stage.watch("Deciding on certificates", len(stage.people), len(stage.people))
    return found
