"""The report of the demonstration: report.json to read by programs, report.html to look at."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ailab.office.certificates import explain
from ailab.office.course import Course, Module
from ailab.office.demo.awards import Award, titles
from ailab.office.demo.people import Person
from ailab.office.grading.notes import learner_text, trainer_text
from ailab.office.ledger import Result

FORMAT_VERSION: Final = 1
_WHOLE_SUBMISSION: Final = ("late",)
"""Kinds of notes about everything handed in, not about one exercise: said once."""


def write_report(
    root: Path,
    course: Course,
    modules: Sequence[Module],
    people: Sequence[Person],
    results: Sequence[Result],
    awards: Mapping[str, Sequence[Award]],
    *,
    release: str,
) -> Path:
    """Write both reports and return the path of the page."""
    report = {
        "format_version": FORMAT_VERSION,
        "course": course.title,
        "release": release,
        "modules": [
            {"slug": module.slug, "title": module.title, "exercises": [each.slug for each in module.exercises]} for module in modules
        ],
        "learners": [_learner(root, course, modules, person, results, awards[person.id]) for person in people],
    }
    (root / "report.json").write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    page = root / "report.html"
    page.write_text(_page(report), encoding="utf-8")
    return page


def _learner(
    root: Path, course: Course, modules: Sequence[Module], person: Person, results: Sequence[Result], awards: Sequence[Award]
) -> dict[str, Any]:
    own = {(result.module, result.exercise): result for result in results if result.learner == person.id}
    kept = [
        (module.slug, [own[key] for exercise in module.exercises if (key := (module.slug, exercise.slug)) in own]) for module in modules
    ]
    handed_in = [(slug, found) for slug, found in kept if found]
    return {
        "id": person.id,
        "name": person.name,
        "language": person.language,
        "sample_kind": person.kind,
        "exercises": {slug: {result.exercise: _exercise(root, result, person) for result in found} for slug, found in handed_in},
        "messages": [message for _slug, found in handed_in for message in _messages(found, person)],
        "decisions": [_decision(root, course, each) for each in awards],
    }


def _exercise(root: Path, result: Result, person: Person) -> dict[str, Any]:
    page = root / "feedback" / person.id / result.module / f"{result.exercise}.html"
    return {
        "points": _number(result.points),
        "maximum": _number(result.maximum),
        "written_points": _number(result.written_points),
        "written_maximum": _number(result.written_maximum),
        "status": result.status,
        "messages": [_message(note, person) for note in result.notes if note not in _WHOLE_SUBMISSION],
        "misconception": result.findings.misconception or None,
        "hints": result.findings.hints,
        "feedback": page.relative_to(root).as_posix() if page.is_file() else None,
    }


def _messages(found: Sequence[Result], person: Person) -> list[dict[str, str]]:
    """Return every message about a module, what is about all of it once."""
    whole = dict.fromkeys((result.module, note) for result in found for note in result.notes if note in _WHOLE_SUBMISSION)
    about = [(result, note) for result in found for note in result.notes if note not in _WHOLE_SUBMISSION]
    return [
        *({"module": module, "exercise": "", **_message(note, person)} for module, note in whole),
        *({"module": result.module, "exercise": result.exercise, **_message(note, person)} for result, note in about),
    ]


def _message(note: str, person: Person) -> dict[str, str]:
    return {"kind": note, "text": learner_text(note, person.language), "trainer": trainer_text(note)}


def _decision(root: Path, course: Course, given: Award) -> dict[str, Any]:
    decision = given.decision
    return {
        "policy": decision.policy,
        "outcome": decision.outcome,
        "reasons": list(explain(decision, titles=titles(course, decision.language))),
        "reasons_en": list(explain(decision, "en", titles=titles(course, "en"))),
        "reference": decision.reference,
        "certificate": given.certificate.relative_to(root).as_posix() if given.certificate else None,
    }


def _number(text: str | None) -> float | int | None:
    return None if text is None else float(text) if "." in text else int(text)


def _page(report: Mapping[str, Any]) -> str:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("report.html.j2").render(report=report)
