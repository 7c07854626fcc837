"""The words of a certificate and the credential behind it."""

from dataclasses import asdict, replace
from fractions import Fraction
from pathlib import Path

import pytest

from ailab.office.certificates import (
    Certificate,
    Decision,
    Facts,
    Issuer,
    LearnerId,
    Line,
    Meeting,
    NameUnprintable,
    NotAwarded,
    Presence,
    Score,
    Work,
    certificate_for,
    decide,
    read_policy,
)

POLICIES = Path(__file__).parents[3] / "graders" / "policies"
AT = "2026-11-20T23:30:00Z"
LEARNER = LearnerId("oujda-a1")
ISSUER = Issuer(name="Centre de Berkane", place="Berkane", locale="fr_MA", time_zone="Africa/Casablanca")


def passed(**points: str) -> Decision:
    """Return the decision on one exercise of ten points in each module."""
    modules = ("collections_and_files", "classifiers")
    works = frozenset(Work(module=module, exercise=f"of_{module}", maximum=Fraction(10)) for module in modules)
    scores = frozenset(
        Score(
            learner=LEARNER,
            module=module,
            exercise=f"of_{module}",
            attempt=1,
            status="graded",
            points=Fraction(given),
            maximum=Fraction(10),
            release="1",
            source="gradebook",
            recorded_at=AT,
        )
        for module, given in points.items()
    )
    return decide(read_policy(POLICIES / "module_statement.toml"), Facts(learner=LEARNER, language="fr", works=works, scores=scores), AT)


def present() -> Decision:
    meeting = Meeting(series="workshop", meeting="monday", starts_at="2026-11-16T09:00:00Z", minutes=150)
    presence = Presence(learner=LEARNER, series="workshop", meeting="monday", minutes=135, excused=False, source="register", recorded_at=AT)
    facts = Facts(learner=LEARNER, language="en", meetings=frozenset({meeting}), presences=frozenset({presence}))
    return decide(read_policy(POLICIES / "workshop_participation.toml"), facts, AT)


def made(decision: Decision, name: str = "Salma", **words: str) -> Certificate:
    return certificate_for(decision, credential_id="urn:uuid:1", name=name, issuer=ISSUER, language="en", titles=words)


def test_a_statement_names_the_modules_passed_and_no_others() -> None:
    certificate = made(passed(collections_and_files="8.5", classifiers="3"), collections_and_files="Collections and files")

    assert certificate.lines == (Line(what="Collections and files", measure="8.5 of 10"),)
    assert certificate.scope == "It covers the modules named here, and no others."


def test_participation_tells_hours_and_no_points() -> None:
    certificate = made(present(), workshop="Robot week")

    assert certificate.columns == ("Activity", "Hours attended")
    assert certificate.lines == (Line(what="Robot week", measure="2.25 of 2.5"),)


def test_the_day_is_the_one_at_the_center() -> None:
    zone = replace(ISSUER, time_zone="Asia/Tokyo", locale="en")
    certificate = certificate_for(present(), credential_id="urn:uuid:1", name="Salma", issuer=zone, language="en")

    assert certificate.place_and_date == "Berkane, November 21, 2026"


@pytest.mark.parametrize(("locale", "month"), [("ar_MA", "نونبر"), ("ar_DZ", "نوفمبر")])
def test_months_have_the_names_of_the_country(locale: str, month: str) -> None:
    issuer = replace(ISSUER, locale=locale, time_zone="UTC")
    certificate = certificate_for(present(), credential_id="urn:uuid:1", name="سلمى", issuer=issuer, language="ar")

    assert f"20 {month} 2026" in certificate.place_and_date


def test_a_latin_place_keeps_its_side_in_an_arabic_line() -> None:
    certificate = certificate_for(
        present(), credential_id="urn:uuid:1", name="سلمى", issuer=replace(ISSUER, time_zone="UTC"), language="ar"
    )

    assert certificate.place_and_date.startswith("\u2068Berkane\u2069، 20 ")


def test_the_credential_holds_what_a_signer_needs_and_no_name() -> None:
    decision = passed(classifiers="9")
    credential = made(decision, name="Salma El Idrissi").credential

    assert (credential.id, credential.valid_from, credential.decision_sha256) == ("urn:uuid:1", AT, decision.sha256)
    assert (credential.achievement.id, credential.achievement.language) == ("module_statement", "en")
    assert "Salma" not in str(asdict(credential))


def test_no_certificate_without_a_pass() -> None:
    with pytest.raises(NotAwarded, match="not_yet"):
        made(passed(classifiers="3"))


def test_a_name_is_looked_at_before_anything_is_printed() -> None:
    with pytest.raises(NameUnprintable):
        made(present(), name="Salma\u202e")


def test_the_reference_leads_back_to_the_decision() -> None:
    decision = present()

    assert made(decision).reference == decision.reference
