"""The whole workshop week without a screen: sample children do all exercises, hand in, get stars, a certificate and pages to take home.

    ailab start's folder ─answers─▶ “Hand in my work” ─file─▶ grade receive ─▶ grade run ─▶ marks ─▶ ledger, feedback
                                        register of attendance ─▶ certificate decide, issue ─▶ PDF

One child for each form and language. One of them is played by `make test` and makes typical mistakes first; `make proof` plays all six.
"""

import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from itertools import product
from pathlib import Path
from random import Random
from typing import Any, Final

import nbformat
import pypdfium2
import pytest
from click import Command
from click.testing import CliRunner

from ailab.checks.findings import stars
from ailab.checks.show import drawn_stars
from ailab.cli.certificate import certificate
from ailab.cli.grade import grade
from ailab.lang import LANGUAGES, Language, library_translations
from ailab.office.build import build_course, write_files
from ailab.office.build.take_home import is_current, take_home_page
from ailab.office.course import Course, Exercise, Module
from ailab.office.course.records import Form
from ailab.office.course.rubric import read_rubric
from ailab.office.course.trial import KnownAnswer, known_answers
from ailab.office.demo.work import Answered, filled
from ailab.office.gradebook import mark_by_hand, read_marks
from ailab.office.lab.coursemap import read_map
from ailab.office.lab.folder import lay_out
from ailab.office.lab.hand_in.send import SENT, send
from ailab.office.lab.start import prepare
from ailab.office.ledger import LEDGER, Result, read_ledger

pytestmark = pytest.mark.slow

TRACK: Final = "explorers"
MONDAY: Final = datetime(2026, 11, 2, 8, tzinfo=UTC)
DAY_MINUTES: Final = 180
LARGEST_PAGE: Final = 500_000
POLICY: Final = Path(__file__).resolve().parents[2] / "graders" / "policies" / "workshop_participation.toml"
LOCALES: Final[Mapping[Language, str]] = {"ar": "ar_MA", "fr": "fr_MA", "en": "en"}


@dataclass(frozen=True)
class Child:
    """A sample child."""

    form: Form
    language: Language
    errs_first: bool = False
    """Hands in typical wrong answers before the right ones."""

    @property
    def id(self) -> str:
        return f"sample-{self.form}-{self.language}"

    @property
    def name(self) -> str:
        """Return what stands on the certificate: a sample, in their language."""
        return library_translations(self.language)("Sample learner {number}").format(number=1 + LANGUAGES.index(self.language))

    def form_of(self, exercise: Exercise) -> Form:
        return self.form if self.form in exercise.forms else exercise.forms[0]


PAIRS: Final[list[tuple[Form, Language]]] = list(product(("pad", "python"), LANGUAGES))
SAMPLED: Final = Random(737).choice(PAIRS)
CHILDREN: Final = [
    pytest.param(Child(*pair, errs_first=pair == SAMPLED), id="-".join(pair), marks=[] if pair == SAMPLED else [pytest.mark.proof])
    for pair in PAIRS
]


@dataclass(frozen=True)
class Week:
    """What is left when a child's week is over."""

    child: Child
    modules: tuple[Module, ...]
    built: Path
    results: tuple[Result, ...]
    mistakes: Mapping[str, KnownAnswer]
    """What was handed in first, by exercise."""
    decision: Mapping[str, Any]
    certificate: bytes

    @property
    def office(self) -> Path:
        return self.built / "nbgrader"

    def attempts(self, number: int) -> dict[str, Result]:
        """Return the last record of each exercise's attempt with this number."""
        return {result.exercise: result for result in self.results if result.attempt == number}


@pytest.fixture(scope="module")
def root(course: Course, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the real course built in it."""
    root = tmp_path_factory.mktemp("center")
    write_files(build_course(course), root / "build")
    return root


@pytest.fixture(scope="module", params=CHILDREN)
def week(request: pytest.FixtureRequest, course: Course, root: Path) -> Week:
    """Play a child's week from the first day to the certificate."""
    child: Child = request.param
    modules = explorers(course)
    folder = open_folder(child, root)
    mistakes = (
        {each.slug: typical_mistake(course, each, child) for module in modules for each in module.exercises} if child.errs_first else {}
    )
    for day, module in enumerate(modules):
        if child.errs_first:
            write_answers(folder, module, child, {slug: Answered(answers=each.cells, text="none") for slug, each in mistakes.items()})
            hand_in(folder, root, module, child, at=MONDAY + timedelta(days=day, hours=1))
        write_answers(folder, module, child, {each.slug: Answered(answers=solution(each, child)) for each in module.exercises})
        hand_in(folder, root, module, child, at=MONDAY + timedelta(days=day, hours=3))
    decision, pdf = certify(root, child, attendance(root, child, missed=1), course)
    results = tuple(result for result in read_ledger(root / "build" / "nbgrader" / LEDGER) if result.learner == child.id)
    return Week(child=child, modules=modules, built=root / "build", results=results, mistakes=mistakes, decision=decision, certificate=pdf)


def explorers(course: Course) -> tuple[Module, ...]:
    track = next(track for track in course.tracks if track.slug == TRACK)
    return tuple(module for module in course.modules if module.slug in track.modules)


def open_folder(child: Child, root: Path) -> Path:
    """Lay the folder out as `ailab start` does, and choose the form as the home page does."""
    folder = root / child.id
    folder.mkdir()
    prepare(
        root, root / f"run-{child.id}", environ={"AILAB_FOLDER": str(folder), "AILAB_START_LANG": child.language}, out=lambda _line: None
    )
    lay_out(root / "build", folder, form=child.form)
    return folder


def solution(exercise: Exercise, child: Child) -> tuple[str, ...]:
    return tuple(cell.source for cell in exercise.cells if cell.role == "answer" and cell.form in (None, child.form_of(exercise)))


def typical_mistake(course: Course, exercise: Exercise, child: Child) -> KnownAnswer:
    """Return a wrong answer that the course knows, one that shows its hint."""
    is_shared = all(cell.form is None for cell in exercise.cells if cell.role == "answer")
    fitting = (each for each in known_answers(course, exercise) if is_shared or each.form == child.form_of(exercise))
    wrong = [each for each in fitting if each.points < exercise.points and each.hint]
    return Random(f"{child.id} {exercise.slug}").choice(wrong)


def write_answers(folder: Path, module: Module, child: Child, answered: Mapping[str, Answered]) -> None:
    for exercise in module.exercises:
        path = folder / "exercises" / module.slug / f"{exercise.slug}.ipynb"
        notebook = filled(nbformat.read(path, as_version=4), answered[exercise.slug], child.language)
        nbformat.write(notebook, path)


def hand_in(folder: Path, root: Path, module: Module, child: Child, *, at: datetime) -> None:
    """Press “Hand in my work”, carry the file to the office, grade it, mark what is written, and grade again."""
    known = next(each for each in read_map(root / "build").modules if each.slug == module.slug)
    attempt = len(list((folder / SENT).glob(f"ailab-{module.slug}-*.zip"))) + 1
    receipt = send(known, attempt, folder=folder, exchange=None, now=at, say=library_translations(child.language))
    office = root / "build" / "nbgrader"
    run(grade, "receive", office, folder / SENT / receipt.file, "--learner", child.id)
    run(grade, "run", office, module.slug, "--learner", child.id)
    if mark_written(root, module, child):
        run(grade, "run", office, module.slug, "--learner", child.id)


def mark_written(root: Path, module: Module, child: Child) -> int:
    """Give the highest level of each criterion to what waits for a person, as a facilitator does, and return how many there were."""
    office, course_root = root / "build" / "nbgrader", POLICY.parents[2]
    waiting = [
        (exercise, mark)
        for (learner, exercise), marks in read_marks(office, module.slug).items()
        for mark in marks
        if learner == child.id and mark.kind == "written" and mark.waiting
    ]
    for exercise, mark in waiting:
        points = sum(max(criterion.points) for criterion in read_rubric(course_root, module.slug, exercise))
        mark_by_hand(office, module.slug, child.id, exercise, mark.cell, points=points, comment="★")
    return len(waiting)


def attendance(root: Path, child: Child, *, missed: int) -> Path:
    """Write the register of a week as a facilitator types it: there on all days but some."""
    rows = ["learner,series,meeting,starts_at,minutes,attended"]
    for day in range(5):
        starts = (MONDAY + timedelta(days=day)).strftime("%Y-%m-%dT%H:%M:%SZ")
        rows.append(f"{child.id},workshop,day {day + 1},{starts},{DAY_MINUTES},{0 if day < missed else DAY_MINUTES}")
    path = root / f"register-{child.id}.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def certify(root: Path, child: Child, register: Path, course: Course) -> tuple[Mapping[str, Any], bytes]:
    """Decide and print, and return the decision and the page."""
    names, out = root / f"names-{child.id}.csv", root / "certificates"
    names.write_text(f"learner,name\n{child.id},{child.name}\n", encoding="utf-8")
    asked = [root / "build" / "nbgrader", "--policy", POLICY, "--learner", child.id, "--register", register]
    asked += ["--as-of", (MONDAY + timedelta(days=4, hours=4)).strftime("%Y-%m-%dT%H:%M:%SZ")]
    decided = json.loads(run(certificate, "decide", *asked, "--json"))
    place = ["--issuer", "Sample center", "--place", "Berkane", "--locale", LOCALES[child.language], "--time-zone", "Africa/Casablanca"]
    run(certificate, "issue", *asked, *place, "--root", course.root, "--names", names, "--out", out)
    return decided[0], (out / f"{child.id}-workshop_participation.pdf").read_bytes()


def run(command: Command, *words: object) -> str:
    """Run one of our commands, which must say that all is well."""
    answer = CliRunner().invoke(command, [str(word) for word in words])
    assert answer.exit_code == 0, answer.output
    return answer.output


def shown_stars(results: Sequence[Result]) -> dict[str, int]:
    """Return the stars of each exercise, of the check and of what a person marked together."""
    return {each.exercise: stars(Fraction(points_of(each)) / (Fraction(each.maximum) + Fraction(each.written_maximum))) for each in results}


def points_of(result: Result) -> Fraction:
    return Fraction(result.points or 0) + Fraction(result.written_points or 0)


def right_attempt(week: Week) -> dict[str, Result]:
    return week.attempts(2 if week.child.errs_first else 1)


def test_all_thirty_exercises_are_done_and_earn_three_stars_each(week: Week) -> None:
    done = right_attempt(week)

    assert len(done) == sum(len(module.exercises) for module in week.modules) == 30
    assert {each.status for each in done.values()} == {"graded"}
    assert shown_stars(list(done.values())) == dict.fromkeys(done, 3)
    assert [each.exercise for each in done.values() if each.notes] == []


def test_typical_mistakes_get_their_points_and_their_hint_and_are_forgiven(week: Week) -> None:
    first = week.attempts(1)
    got = {slug: (float(first[slug].points or 0), first[slug].findings.misconception) for slug in week.mistakes}

    assert got == {slug: (each.points, each.hint) for slug, each in week.mistakes.items()}
    assert len(week.mistakes) == (30 if week.child.errs_first else 0)


def test_feedback_shows_the_stars_in_the_childs_language(week: Week) -> None:
    for module in week.modules:
        run(grade, "feedback", week.office, module.slug)
        for exercise in module.exercises:
            page = (week.office / "feedback" / week.child.id / module.slug / f"{exercise.slug}.html").read_text(encoding="utf-8")
            assert f'lang="{week.child.language}"' in page[:100]
            assert page.count(drawn_stars(3)) >= 1 + bool(exercise.written_points)
            assert "☆" not in page


def test_four_days_of_five_are_enough_for_the_certificate(week: Week) -> None:
    say = library_translations(week.child.language)
    text = text_of(week.certificate)

    assert (week.decision["learner"], week.decision["outcome"]) == (week.child.id, "eligible")
    for line in (say("Certificate of participation"), week.child.name, say("It confirms attendance. Results are not part of it.")):
        assert letters(line) in letters(text)


def text_of(pdf: bytes) -> str:
    return str(pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range())


def letters(text: str) -> str:
    """Return what is to be read: no line ends, no marks above letters, joined letters taken apart."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if sign.isalnum())


@pytest.mark.proof
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_module_can_be_taken_home(language: Language, root: Path, course: Course) -> None:
    # The page is the same for both forms.
    release = read_map(root / "build").release
    for module in explorers(course):
        page = take_home_page(root / "build", module.slug, language)
        assert is_current(page, release)
        assert len(page) < LARGEST_PAGE
