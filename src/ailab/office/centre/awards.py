"""Certificates of a centre: who is eligible and why, handing them out, taking one back.

    ledger ─┐
            ├─ facts ─ decide(policy) ─▶ Standing ─ issue ─▶ a PDF below course/certificates, a row in `issued`
    register ┘

Nothing is printed with a child's name unless the family said yes to both questions: results kept, and a certificate with the name.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal
from uuid import NAMESPACE_URL, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from ailab.errors import Refused
from ailab.lang import EMPTY, Language, Translations, as_language
from ailab.office.centre.attendance import attendance_facts
from ailab.office.centre.consent import Answers, agreed
from ailab.office.centre.folder import Centre
from ailab.office.centre.groups import modules_of
from ailab.office.centre.outline import Outline
from ailab.office.centre.tables import Group, Issued, Person
from ailab.office.certificates import (
    Decision,
    Facts,
    Issuer,
    LearnerId,
    NameUnprintable,
    Policy,
    Work,
    certificate_for,
    decide,
    explain,
    printable_name,
    read_policy,
    render_pdf,
)
from ailab.office.certificates.ledger_scores import score_of
from ailab.office.certificates.policy import AttendanceRule, ScoreRule
from ailab.office.ledger import LEDGER, Result, latest_results, read_ledger

FOLDER: Final = "certificates"
Obstacle = Literal["not_eligible", "no_consent", "no_name", "issued", ""]
"""Why no certificate can be printed now; the empty one: it can."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where one learner stands with one policy."""

    person: str
    policy: Policy
    decision: Decision
    obstacle: Obstacle
    trouble: str
    """What is wrong with the name."""
    issued: Issued | None

    def reasons(self, language: Language, titles: Mapping[str, str]) -> tuple[str, ...]:
        """Return the decision as lines, in the reader's language."""
        return explain(self.decision, language, titles=titles)


def policies_of(centre: Centre) -> tuple[Policy, ...]:
    """Return the policies that lie beside the hidden cases in the course folder of a centre."""
    paths = sorted((centre.course / "graders" / "policies").glob("*.toml"))
    return tuple(_policy(path, path.stat().st_mtime_ns) for path in paths)


@lru_cache(maxsize=32)
def _policy(path: Path, _changed: int) -> Policy:
    return read_policy(path)


def policies_for(group: Group, policies: Sequence[Policy], outline: Outline) -> tuple[Policy, ...]:
    """Return the policies that can concern a class: one of its modules or its series of meetings stands in a rule."""
    modules = {module.slug for module in modules_of(group, outline)}

    def concerns(policy: Policy) -> bool:
        return any(
            (isinstance(rule, ScoreRule) and rule.module in modules) or (isinstance(rule, AttendanceRule) and rule.series == group.series)
            for rule in policy.rules
        )

    return tuple(policy for policy in policies if concerns(policy))


def results_of(centre: Centre, people: Sequence[str] | None = None) -> tuple[Result, ...]:
    """Return the records that hold, of these people or of everybody."""
    path = centre.course / LEDGER
    try:
        now = path.stat()
    except FileNotFoundError:
        return ()
    found = _results(path, now.st_mtime_ns, now.st_size)
    return found if people is None else _of(found, frozenset(people))


def _of(results: Sequence[Result], people: Collection[str]) -> tuple[Result, ...]:
    return tuple(each for each in results if each.learner in people)


@lru_cache(maxsize=2)
def _results(path: Path, _changed: int, _size: int) -> tuple[Result, ...]:
    # Thousands of lines, each with its hash: read when something was added, not at every press.
    return latest_results(read_ledger(path))


def language_of(person: Person, group: Group) -> Language:
    """Return the language a learner reads: their own, else that of the class."""
    return as_language(person.language) or as_language(group.language) or "en"


def facts_for(session: Session, group: Group, person: Person, results: Sequence[Result], outline: Outline) -> Facts:
    """Return everything policies may look at about one learner of a class."""
    meetings, presences = attendance_facts(session, group, person.id)
    return Facts(
        learner=LearnerId(person.id),
        language=language_of(person, group),
        works=frozenset(
            Work(module=module.slug, exercise=each.slug, maximum=Fraction(each.points))
            for module in modules_of(group, outline)
            for each in module.exercises
        ),
        scores=frozenset(score_of(result) for result in results if result.learner == person.id),
        meetings=meetings,
        presences=presences,
    )


def standings_of(
    session: Session,
    group: Group,
    people: Sequence[Person],
    *,
    results: Sequence[Result],
    consents: Mapping[str, Answers],
    policies: Sequence[Policy],
    outline: Outline,
    as_of: str,
) -> tuple[Standing, ...]:
    """Return where each learner of a class stands with each policy."""
    issued = {(row.person, row.policy): row for row in issued_in(session, group.id) if not row.revoked_at}
    found = []
    for person in people:
        facts = facts_for(session, group, person, results, outline)
        for policy in policies:
            decision = decide(policy, facts, as_of)
            found.append(_standing(person, policy, decision, consents.get(person.id, {}), issued.get((person.id, policy.id))))
    return tuple(found)


def _standing(person: Person, policy: Policy, decision: Decision, answers: Answers, issued: Issued | None) -> Standing:
    trouble = ""
    try:
        printable_name(person.display_name)
    except NameUnprintable as error:
        trouble = str(error)
    obstacle: Obstacle = (
        "issued"
        if issued
        else "not_eligible"
        if decision.outcome != "eligible"
        else "no_consent"
        if not agreed(answers, "results", "certificate")
        else "no_name"
        if trouble
        else ""
    )
    return Standing(person=person.id, policy=policy, decision=decision, obstacle=obstacle, trouble=trouble, issued=issued)


def issue(
    session: Session,
    centre: Centre,
    group: Group,
    person: Person,
    standing: Standing,
    *,
    titles: Mapping[str, str],
    by: str,
    at: str,
    say: Translations = EMPTY,
) -> Issued:
    """Print a certificate and write it down; the page is there whole before anything says that it is.

    Raises
    ------
    Refused
        When something stands in the way, or the disk says no.
    """
    if standing.obstacle:
        raise Refused(say("No certificate can be printed for {name} now.").format(name=person.pseudonym))
    decision, language = standing.decision, language_of(person, group)
    credential = f"urn:uuid:{uuid5(NAMESPACE_URL, decision.sha256)}"
    page = certificate_for(
        decision, credential_id=credential, name=person.display_name, issuer=issuer_of(centre, group, language), titles=titles
    )
    file = f"{FOLDER}/{person.id}-{standing.policy.id}-{decision.reference}.pdf"
    _write(centre.course / file, render_pdf(page), say)
    row = Issued(
        person=person.id,
        group=group.id,
        policy=decision.policy,
        version=decision.version,
        kind=decision.kind,
        decision=decision.sha256,
        credential=credential,
        file=file,
        by=by,
        at=at,
    )
    session.add(row)
    session.flush()
    return row


def issuer_of(centre: Centre, group: Group, language: Language) -> Issuer:
    """Return who awards, with the names of months of the class's country."""
    locale = language if language == "en" else f"{language}_{group.edition.upper()}"
    return Issuer(name=centre.settings.name, place=centre.settings.place, locale=locale, time_zone=group.time_zone)


def revoke(centre: Centre, issued: Issued, *, why: str, at: str, say: Translations = EMPTY) -> None:
    """Take a certificate back: the row stays and says why, the page is not printed again.

    Raises
    ------
    Refused
        When no reason is given.
    """
    if not why.strip():
        raise Refused(say("Write why this certificate is taken back."))
    issued.revoked_at, issued.revoked_why = at, why.strip()
    (centre.course / issued.file).unlink(missing_ok=True)


def issued_in(session: Session, group: str) -> tuple[Issued, ...]:
    """Return everything that was handed out in a class, in order of time."""
    return tuple(session.scalars(select(Issued).where(Issued.group == group).order_by(Issued.at, Issued.id)))


def certificates_of(session: Session, learner: str) -> tuple[Issued, ...]:
    """Return the certificates that a learner has now, the latest first."""
    wanted = select(Issued).where(Issued.person == learner, Issued.revoked_at == "").order_by(Issued.at.desc(), Issued.id.desc())
    return tuple(session.scalars(wanted))


def certificate_pdf(centre: Centre, issued: Issued, *, say: Translations = EMPTY) -> bytes:
    """Return the page of a certificate.

    Raises
    ------
    Refused
        When its file is not there any more.
    """
    try:
        return (centre.course / issued.file).read_bytes()
    except OSError as error:
        raise Refused(
            say("The file of this certificate can't be read ({reason}). Take it back and print it again.").format(reason=error.strerror)
        ) from error


def _write(path: Path, content: bytes, say: Translations) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_name(f".{path.name}")
        aside.write_bytes(content)
        aside.replace(path)
    except OSError as error:
        raise Refused(
            say("The certificate can't be written ({reason}). Free some space on the disk, then press again.").format(reason=error.strerror)
        ) from error
