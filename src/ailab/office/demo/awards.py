"""From results and attendance to decisions and certificates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from random import Random
from uuid import UUID

from ailab.lang import Language, library_translations
from ailab.office.certificates import (
    Decision,
    Facts,
    Issuer,
    LearnerId,
    Policy,
    Work,
    certificate_for,
    decide,
    read_policy,
    render_pdf,
)
from ailab.office.certificates.ledger_scores import score_of
from ailab.office.course import Course, Module
from ailab.office.demo.calendar import SERIES, meetings, presences
from ailab.office.demo.people import SEED, Person
from ailab.office.ledger import Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """A decision and, when it grants one, the file of the certificate."""

    decision: Decision
    certificate: Path | None


def policies(course: Course) -> tuple[Policy, ...]:
    """Return the eligibility policies of the course."""
    return tuple(read_policy(path) for path in sorted((course.root / "graders" / "policies").glob("*.toml")))


def facts_of(person: Person, modules: Sequence[Module], results: Sequence[Result]) -> Facts:
    """Return everything the policies may look at about one learner."""
    learner = LearnerId(person.id)
    return Facts(
        learner=learner,
        language=person.language,
        works=frozenset(
            Work(module=module.slug, exercise=exercise.slug, maximum=Fraction(exercise.points + exercise.written_points))
            for module in modules
            for exercise in module.exercises
        ),
        scores=frozenset(score_of(result) for result in results if result.learner == person.id),
        meetings=meetings(),
        presences=presences(person),
    )


def award(person: Person, course: Course, facts: Facts, policy: Policy, folder: Path, *, at: str) -> Award:
    """Return the decision of one policy, its certificate written when somebody is eligible."""
    decision = decide(policy, facts, at)
    if decision.outcome != "eligible":
        return Award(decision=decision, certificate=None)
    certificate = certificate_for(
        decision,
        credential_id=_credential_id(person, policy),
        name=person.name,
        issuer=_issuer(course, person.language),
        titles=titles(course, person.language),
    )
    path = folder / f"{person.id}-{policy.id}.pdf"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(render_pdf(certificate))
    return Award(decision=decision, certificate=path)


def titles(course: Course, language: Language) -> Mapping[str, str]:
    """Return the words for slugs of modules, exercises and meetings."""
    say = library_translations(language)
    found = {SERIES: say("Sample workshop")}
    found |= {meeting.meeting: f"{say('Sample workshop')} {meeting.meeting.split()[-1]}" for meeting in meetings()}
    for module in course.modules:
        found[module.slug] = course.catalogue(module.path.parent, language).translate(module.title)
        found |= {
            exercise.slug: course.catalogue(exercise.path.parent, language).translate(exercise.title) for exercise in module.exercises
        }
    return found


def _issuer(course: Course, language: Language) -> Issuer:
    edition = course.editions[course.edition]
    return Issuer(
        name=library_translations(language)("Sample center, for demonstration only"),
        place=edition.words["city"][language],
        locale=edition.locales[language],
        time_zone=edition.time_zone,
    )


def _credential_id(person: Person, policy: Policy) -> str:
    return f"urn:uuid:{UUID(int=Random(f'{SEED} {person.id} {policy.id}').getrandbits(128), version=4)}"
