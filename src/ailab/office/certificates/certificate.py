"""A certificate: the credential behind it, and the words that stand on its page.

    Decision ─▶ Certificate ─┬─ Credential ─ Achievement    what a signer will need; nothing here signs
                             └─ words, in one language      what pdf.py prints

The learner's name is given at this step and goes into the words alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from ailab.lang import Language, library_translations
from ailab.office.certificates.decision import Decision, Finding
from ailab.office.certificates.display import amount, hours
from ailab.office.certificates.errors import NotAwarded
from ailab.office.certificates.facts import instant
from ailab.office.certificates.name import printable_name
from ailab.office.certificates.policy import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """Who awards, in the words of one language."""

    name: str
    place: str
    locale: str
    """A Babel locale such as ar_DZ: the names of months differ between countries."""
    time_zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Achievement:
    """What a credential attests, in one language."""

    id: str
    """The policy's id."""
    kind: Kind
    name: str
    criteria: str
    language: Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Credential:
    """What a signer needs, without the learner's name: that stands on the page the family holds, and nowhere else."""

    id: str
    """Drawn once by the caller and kept, such as "urn:uuid:…", so that a run that is resumed repeats its bytes."""
    achievement: Achievement
    issuer: str
    valid_from: str
    decision_sha256: str
    policy_sha256: str
    policy_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A thing achieved, and how much of it."""

    what: str
    measure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """Everything that stands on the page, ready to be read."""

    credential: Credential
    language: Language
    title: str
    awarded_to: str
    name: str
    awarded_for: str
    columns: tuple[str, str]
    lines: tuple[Line, ...]
    criteria: str
    scope: str
    issuer: str
    place_and_date: str
    signature: str
    reference_label: str
    reference: str


def certificate_for(
    decision: Decision,
    *,
    credential_id: str,
    name: str,
    issuer: Issuer,
    language: Language | None = None,
    titles: Mapping[str, str] | None = None,
) -> Certificate:
    """Return the certificate that an eligible decision grants.

    Raises
    ------
    NotAwarded
        When the outcome is anything but eligible.
    """
    if decision.outcome != "eligible":
        raise NotAwarded(f"The decision {decision.reference} says '{decision.outcome}'. Only an eligible learner gets a certificate.")
    language = language or decision.language
    say = library_translations(language)
    statement = decision.kind == "statement"
    findings = [finding for finding in decision.findings if finding.status == "met" or not statement]
    modules_only, attendance_only = (
        say("It covers the modules named here, and no others."),
        say("It confirms attendance. Results are not part of it."),
    )
    return Certificate(
        credential=_credential(decision, credential_id, issuer, language),
        language=language,
        title=say(decision.title),
        awarded_to=say("This statement is given to") if statement else say("This certificate is given to"),
        name=printable_name(name),
        awarded_for=say("for passing these modules of the course") if statement else say("for taking part in"),
        columns=(say("Module"), say("Points")) if statement else (say("Activity"), say("Hours attended")),
        lines=tuple(_line(finding, language, titles or {}) for finding in findings),
        criteria=say(decision.criteria),
        scope=modules_only if statement else attendance_only,
        issuer=issuer.name,
        place_and_date=say("{place}, {date}").format(place=_apart(issuer.place, language), date=_date(decision, issuer)),
        signature=say("For the center"),
        reference_label=say("Decision"),
        reference=decision.reference,
    )


def _apart(words: str, language: Language) -> str:
    """Return words that keep their own direction inside an Arabic line: digits after a Latin name would change sides."""
    return f"\u2068{words}\u2069" if language == "ar" else words


def _credential(decision: Decision, credential_id: str, issuer: Issuer, language: Language) -> Credential:
    say = library_translations(language)
    achievement = Achievement(
        id=decision.policy,
        kind=decision.kind,
        name=say(decision.title),
        criteria=say(decision.criteria),
        language=language,
    )
    return Credential(
        id=credential_id,
        achievement=achievement,
        issuer=issuer.name,
        valid_from=decision.as_of,
        decision_sha256=decision.sha256,
        policy_sha256=decision.policy_sha256,
        policy_version=decision.version,
    )


def _line(finding: Finding, language: Language, titles: Mapping[str, str]) -> Line:
    measured = amount if finding.measure == "score" else hours
    text = library_translations(language)("{observed} of {possible}")
    text = text.format(observed=measured(finding.observed, language), possible=measured(finding.possible, language))
    return Line(what=titles.get(finding.subject, finding.subject), measure=text)


def _date(decision: Decision, issuer: Issuer) -> str:
    from babel.dates import format_date  # the only word of a locale here

    # The day at the center, which may be another one than in UTC.
    return format_date(instant(decision.as_of).astimezone(ZoneInfo(issuer.time_zone)).date(), format="long", locale=issuer.locale)
