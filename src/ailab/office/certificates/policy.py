"""A policy: the rules of one certificate, read strictly from TOML.

    Policy ─┬─ ScoreRule         enough of a module's points
            ├─ AttendanceRule    enough of the scheduled minutes
            └─ Waive             which rules people may waive, and how many must agree

Unknown keys are errors: a misspelt threshold must never mean "no threshold".
"""

import re
import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any, Final, Literal

import msgspec

from ailab.office.certificates.errors import PolicyInvalid
from ailab.office.certificates.exact import share

FORMAT_VERSION: Final = 1

Kind = Literal["participation", "statement"]
Need = Literal["all", "any"]


class Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of a policy file, whose keys are known."""


class ScoreRule(Table, frozen=True, kw_only=True, tag_field="measure", tag="score"):
    """Enough of the points of one module."""

    id: str
    module: str
    at_least: Fraction
    attempts: Literal["best", "last"]
    missing: Literal["short", "unknown"]
    """short: every exercise must be handed in; unknown: the points that are certain may suffice without it."""


class AttendanceRule(Table, frozen=True, kw_only=True, tag_field="measure", tag="attendance"):
    """Enough of the scheduled minutes of a series of meetings."""

    id: str
    series: str
    at_least: Fraction
    excused_at_most: Annotated[int, msgspec.Meta(ge=0)]
    """So many excused meetings are taken out of the count; any more count as absences."""


Rule = ScoreRule | AttendanceRule


class Waive(Table, frozen=True, kw_only=True):
    """Who may let a learner off a rule."""

    rules: tuple[str, ...] = ()
    approvals: Annotated[int, msgspec.Meta(ge=1)] = 2


class Policy(Table, frozen=True, kw_only=True):
    """The rules of one certificate; any edit is a new version."""

    id: str
    version: str
    kind: Kind
    title: str
    """English; a message of the library's catalogues, as is `criteria`."""
    criteria: str
    """What it was awarded for, as it stands on the certificate."""
    need: Need
    rules: tuple[Rule, ...]
    block: tuple[str, ...] = ()
    waive: Waive = Waive()


def read_policy(path: Path) -> Policy:
    """Return the policy in this file.

    Raises
    ------
    PolicyInvalid
        With file, line, what is wrong and a remedy.
    """
    text = path.read_text(encoding="utf-8")
    try:
        return parse_policy(text)
    except PolicyInvalid as error:
        raise PolicyInvalid(f"{path.name}:{error}") from None


def parse_policy(text: str) -> Policy:
    """Return the policy this TOML text holds."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        raise _invalid(int(found[1]) if found else 1, f"Not valid TOML: {error}.", "Mend the syntax at this line.") from None
    _expect_version(data)
    try:
        policy = msgspec.convert(data, Policy, dec_hook=_fraction)
    except msgspec.ValidationError as error:
        remedy = "Give every key of the policy, spelled as in graders/policies."
        raise _invalid(_line_of(text, str(error)), f"{error}.", remedy) from None
    return _consistent(policy)


def _fraction(kind: type, value: Any) -> Any:
    if kind is Fraction and isinstance(value, str):
        return share(value)
    raise ValueError(f'expected a percentage in quotes like "60%", got {value!r}')


def _expect_version(data: dict[str, Any]) -> None:
    version = data.pop("format_version", None)
    if version == FORMAT_VERSION:
        return
    newer = isinstance(version, int) and version > FORMAT_VERSION
    remedy = "Update ailab: this file is newer than it." if newer else f"Begin the file with: format_version = {FORMAT_VERSION}"
    raise _invalid(1, f"format_version is {version!r}, expected {FORMAT_VERSION}.", remedy)


def _consistent(policy: Policy) -> Policy:
    ids = [rule.id for rule in policy.rules]
    if not ids or len(set(ids)) < len(ids):
        raise _invalid(1, f"The rules are {ids}.", "Give at least one rule, and each an id of its own.")
    if unknown := set(policy.waive.rules) - set(ids):
        raise _invalid(1, f"waive.rules names {sorted(unknown)}, which is no rule.", f"Name some of {ids}.")
    if free := [rule.id for rule in policy.rules if not rule.at_least]:
        raise _invalid(1, f"The rules {free} ask for nothing.", "Give at_least a share above 0%, or take the rule out.")
    if policy.kind == "statement" and policy.waive.rules:
        raise _invalid(1, "A statement says what was passed, and what is waived was not.", "Take waive out.")
    return policy


def _line_of(text: str, message: str) -> int:
    # msgspec says: Object contains unknown field `at_lest` - at `$.rules[1]`, or: … - at `$.rules[1].at_least`
    where = re.search(r"at `\$([^`]*)`", message)
    steps = re.findall(r"\w+", where[1]) if where else []
    named = re.search(r"unknown field `([^`]+)`", message)
    key = named[1] if named else next((step for step in reversed(steps) if not step.isdigit()), "")
    table = next((int(step) for step in steps if step.isdigit()), 0)
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1)]
    opens = [number for number, line in lines if line.startswith("[[")]
    first = opens[table] if table < len(opens) and "rules" in steps else 1
    return next((number for number, line in lines if number >= first and re.match(rf"\[*{re.escape(key)}\b", line)), first)


def _invalid(line: int, what: str, remedy: str) -> PolicyInvalid:
    return PolicyInvalid(f"{line}: {what} {remedy}")
