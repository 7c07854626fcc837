"""`ailab certificate`: who is eligible for what, and the page that says so."""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from uuid import NAMESPACE_URL, uuid5

import click

from ailab.cli.options import as_json, root_option
from ailab.errors import Refused, UnknownName
from ailab.lang import Language, library_translations
from ailab.office.certificates import Decision, Issuer, certificate_for, explain, read_policy, render_pdf
from ailab.office.certificates import decide as decide_on
from ailab.office.certificates.ledger_scores import facts_from_ledger
from ailab.office.certificates.register import EMPTY as NO_REGISTER
from ailab.office.certificates.register import read_register
from ailab.office.course import Course, read_course
from ailab.office.grading.intake import spoken_languages
from ailab.office.ledger import LEDGER, Result, latest_results, read_ledger

_WORKSHOP: Final = "workshop"
"""The series of meetings that our policy of participation names."""

_folder = click.argument("folder", metavar="COURSE_DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
_policies = click.option(
    "--policy",
    "policies",
    multiple=True,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A policy file; may be given more than once.",
)
_learner = click.option("--learner", default=None, help="Only this learner.")
_register = click.option(
    "--register",
    default=None,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="CSV of attendance: learner,series,meeting,starts_at,minutes,attended (minutes, excused or nothing).",
)
_as_of = click.option("--as-of", default=None, help="UTC instant like 2026-11-20T10:00:00Z (default: now).")


@click.group()
def certificate() -> None:
    """Decide on certificates from recorded results, and print them."""


@certificate.command()
@_folder
@_policies
@_learner
@_register
@_as_of
@as_json
def decide(folder: Path, policies: tuple[Path, ...], learner: str | None, register: Path | None, as_of: str | None, as_json: bool) -> None:
    """Say who is eligible under each policy, and why.

    COURSE_DIR is an nbgrader course with a ledger, such as build/demo. Attendance comes from --register: without it, a policy that asks for it waits.
    """
    decisions = list(_decisions(folder.resolve(), policies, learner, register, as_of or _now()))
    if as_json:
        click.echo(json.dumps([_data(decision) for decision in decisions], ensure_ascii=False, indent=1))
        return
    for decision in decisions:
        click.echo(f"{decision.learner}  {decision.policy}  {decision.outcome}  {decision.reference}")
        for line in explain(decision, "en")[1:]:
            click.echo(f"    {line}")


@certificate.command()
@_folder
@_policies
@_learner
@_register
@_as_of
@root_option
@click.option(
    "--names", required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path), help="CSV with the columns learner and name."
)
@click.option("--issuer", required=True, help="Name of the center, as it stands on the page.")
@click.option("--place", required=True, help="Where it is.")
@click.option("--locale", default="en", show_default=True, help="For the names of months, as ar_MA or fr_DZ.")
@click.option("--time-zone", default="UTC", show_default=True, help="As Africa/Casablanca.")
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Where to write the pages.")
def issue(
    folder: Path,
    policies: tuple[Path, ...],
    learner: str | None,
    register: Path | None,
    as_of: str | None,
    root: Path,
    names: Path,
    issuer: str,
    place: str,
    locale: str,
    time_zone: str,
    out: Path,
) -> None:
    """Write a certificate as PDF for everybody who is eligible."""
    known = _names(names)
    giver = Issuer(name=issuer, place=place, locale=locale, time_zone=time_zone)
    awarded = [
        decision
        for decision in _decisions(folder.resolve(), policies, learner, register, as_of or _now())
        if decision.outcome == "eligible"
    ]
    if unnamed := [decision.learner for decision in awarded if decision.learner not in known]:
        raise Refused(f"{names} has no name for {', '.join(sorted(set(unnamed)))}. Add a line for each.")
    course = read_course(root).course
    out.mkdir(parents=True, exist_ok=True)
    for decision in awarded:
        path = out / f"{decision.learner}-{decision.policy}.pdf"
        titles = _titles(course, decision.language)
        page = certificate_for(decision, credential_id=_credential_id(decision), name=known[decision.learner], issuer=giver, titles=titles)
        path.write_bytes(render_pdf(page))
        click.echo(f"wrote {path}")


def _decisions(root: Path, policies: Sequence[Path], learner: str | None, register: Path | None, as_of: str) -> Iterator[Decision]:
    results = latest_results(read_ledger(root / LEDGER))
    attendance = read_register(register, recorded_at=as_of) if register else NO_REGISTER
    known = sorted({*(result.learner for result in results), *attendance.learners})
    if learner is not None and learner not in known:
        raise click.UsageError(str(UnknownName("learner", learner, known)))
    languages = _languages(root, results)
    rules = [read_policy(path) for path in policies]
    for each in [learner] if learner else known:
        of_work = facts_from_ledger(each, languages.get(each, "en"), results)
        facts = replace(of_work, meetings=attendance.meetings, presences=attendance.of(each))
        yield from (decide_on(policy, facts, as_of) for policy in rules)


def _languages(root: Path, results: Sequence[Result]) -> Mapping[str, Language]:
    modules = dict.fromkeys(result.module for result in results)
    return {learner: language for module in modules for learner, language in spoken_languages(root, module).items()}


def _titles(course: Course, language: Language) -> Mapping[str, str]:
    modules = {module.slug: course.catalogue(module.path.parent, language).translate(module.title) for module in course.modules}
    return {_WORKSHOP: library_translations(language)("Workshop"), **modules}


def _names(path: Path) -> dict[str, str]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = csv.DictReader(stream)
        if not {"learner", "name"} <= set(rows.fieldnames or ()):
            raise Refused(f"{path}: the columns are {', '.join(rows.fieldnames or ())}. Its first line must hold: learner,name")
        return {row["learner"]: row["name"] for row in rows}


def _data(decision: Decision) -> dict[str, object]:
    return {
        "learner": decision.learner,
        "policy": decision.policy,
        "version": decision.version,
        "outcome": decision.outcome,
        "reasons": list(explain(decision)),
        "reasons_en": list(explain(decision, "en")),
        "reference": decision.reference,
        "sha256": decision.sha256,
    }


def _credential_id(decision: Decision) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, decision.sha256)}"


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
