"""From the gradebook and the autograded notebooks to result records."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from ailab.checks.files import MANIFEST, hidden_path
from ailab.checks.show import FINDINGS_TYPE
from ailab.office.gradebook import TRUNCATED, Mark, Marks, due, read_marks
from ailab.office.grading.intake import Intake, Learner, Releases
from ailab.office.ledger import LEDGER, CaseResult, Findings, Result, Status, append_results, attempt_number, read_ledger

AUTOGRADED: Final = "autograded"

_SLUG: Final = re.compile(r"[a-z][a-z0-9_]{0,63}")
_SYNTAX: Final = ("SyntaxError", "IndentationError", "TabError")
_CHECK_ERRORS: Final = ("CheckBroken", "UnknownName")
_MOST_CASES: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What happened when a notebook ran: nothing of it decides points."""

    findings: Findings = Findings()  # noqa: RUF009 - frozen
    notes: tuple[str, ...] = ()
    check_broken: bool = False


def record_results(
    root: Path, module: str, learners: Sequence[Learner], releases: Releases, *, recorded_at: str, dues: Mapping[str, str] | None = None
) -> int:
    """Append to the ledger what the gradebook says now, and return how many records were new.

    `dues` says until when each learner hands in; without it the gradebook's one day is everybody's.
    """
    marks = read_marks(root, module)
    earlier = read_ledger(root / LEDGER)
    everybodys = due(root, module) if dues is None else ""
    version = release_of(root, module)
    results = [
        _result(
            root,
            module,
            learner,
            intake,
            marks,
            earlier,
            version=version,
            until=(dues or {}).get(learner.id, everybodys),
            release=releases[intake.exercise],
            recorded_at=recorded_at,
        )
        for learner in learners
        for intake in learner.intakes
    ]
    return append_results(root / LEDGER, [result for result in results if result is not None])


def release_of(root: Path, module: str) -> str:
    """Return the release a course folder was built from."""
    return str(json.loads((root / "source" / module / MANIFEST).read_text(encoding="utf-8"))["release"])


def check_hash(root: Path, module: str, exercise: str) -> str:
    """Return the SHA-256 over an exercise's visible and hidden cases."""
    digest = sha256()
    for path in (root / "source" / module / f"{exercise}_check.py", hidden_path(root / "graders", module, exercise)):
        digest.update(sha256(path.read_bytes() if path.is_file() else b"").digest())
    return digest.hexdigest()


def _result(
    root: Path,
    module: str,
    learner: Learner,
    intake: Intake,
    marks: Marks,
    earlier: Sequence[Result],
    *,
    version: str,
    until: str,
    release: Any,
    recorded_at: str,
) -> Result | None:
    if not intake.submission and any(
        (each.learner, each.module, each.exercise) == (learner.id, module, intake.exercise) and each.submission for each in earlier
    ):
        return None  # an earlier attempt stands; not handing in again takes nothing away
    run = read_run(root / AUTOGRADED / learner.id / module / f"{intake.exercise}.ipynb") if intake.notebook is not None else Run()
    own = marks.get((learner.id, intake.exercise), ()) if run is not None and intake.notebook is not None else ()
    check, written = _sum(own, "check"), _sum(own, "written")
    by_hand = ("by_hand",) if any(mark.kind == "check" and mark.by_hand for mark in own) else ()
    # Who gave points by hand has looked: a check that broke no longer decides anything.
    broken = (run is None or run.check_broken) and not by_hand
    late = ("late",) if until and learner.handed_in > until else ()
    return Result(
        learner=learner.id,
        module=module,
        exercise=intake.exercise,
        attempt=attempt_number(earlier, learner.id, module, intake.exercise, intake.submission),
        submission=intake.submission,
        release=version,
        check=check_hash(root, module, intake.exercise),
        status=_status(intake, own, broken=broken),
        points=None if broken else check,
        maximum=_maximum(release, solution=False),
        written_points=written,
        written_maximum=_maximum(release, solution=True),
        findings=replace(run.findings if run else Findings(), hints=intake.hints),
        notes=tuple(dict.fromkeys((*intake.notes, *(run.notes if run else ("stopped",)), *late, *by_hand))),
        handed_in=learner.handed_in,
        recorded_at=recorded_at,
    )


def _status(intake: Intake, marks: Sequence[Mark], *, broken: bool) -> Status:
    if intake.notebook is None:
        return "unreadable" if intake.submission else "missing"
    if broken or not marks or any(mark.waiting or mark.points is None for mark in marks):
        return "pending"
    return "graded"


def _sum(marks: Sequence[Mark], kind: str) -> str | None:
    found = [mark.points for mark in marks if mark.kind == kind and not (mark.waiting and not mark.by_hand)]
    known = [points for points in found if points is not None]
    return decimal_text(sum(known, Decimal(0))) if known and len(known) == len(found) else None


def decimal_text(number: Decimal) -> str:
    """Return a number with digits and a dot, no idle zeros, no exponent."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _maximum(release: Any, *, solution: bool) -> str:
    labels = [cell.metadata.nbgrader for cell in release.cells if cell.metadata.get("nbgrader", {}).get("grade")]
    return decimal_text(sum((Decimal(str(label.points)) for label in labels if bool(label.solution) == solution), Decimal(0)))


def read_run(path: Path) -> Run | None:
    """Return what an autograded notebook tells, or None when it never ran to its end.

    A run that was killed leaves what nbgrader wrote before it, and older points in the gradebook: neither is a result.
    """
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    except (OSError, ValueError, KeyError):
        return None
    code = [cell for cell in cells if cell.get("cell_type") == "code"]
    if code and all(cell.get("execution_count") is None for cell in code):
        return None
    checks = [cell for cell in code if cell.get("metadata", {}).get("nbgrader", {}).get("grade")]
    own = [cell for cell in code if cell not in checks]
    names = {output.get("ename") for cell in checks for output in cell.get("outputs", []) if output.get("output_type") == "error"}
    return Run(
        findings=_findings(checks), notes=tuple(dict.fromkeys(_run_notes(own, checks))), check_broken=bool(names & set(_CHECK_ERRORS))
    )


def _run_notes(own: Sequence[Any], checks: Sequence[Any]) -> Iterator[str]:
    errors = [output.get("ename", "") for cell in own for output in cell.get("outputs", []) if output.get("output_type") == "error"]
    checking = [output.get("ename", "") for cell in checks for output in cell.get("outputs", []) if output.get("output_type") == "error"]
    if any(name in _SYNTAX for name in errors):
        yield "syntax_error"
    if "DeadKernelError" in errors:
        yield "stopped"
    if "TimeUp" in (*errors, *checking) or any(case.get("error") == "TimeUp" for case in _cases(checks)):
        yield "endless"
    if any(TRUNCATED in str(output.get("text", "")) for cell in own for output in cell.get("outputs", [])):
        yield "flood"
    if any(name in _CHECK_ERRORS for name in checking):
        yield "check_broken"


def _findings(checks: Sequence[Any]) -> Findings:
    reports = _reports(checks)
    misconception = str(reports[-1].get("misconception", "")) if reports else ""
    cases = [
        CaseResult(case=case["case"], passed=case.get("passed") is True, hidden=case.get("hidden") is True)
        for case in _cases(checks)
        if isinstance(case.get("case"), str) and _SLUG.fullmatch(case["case"])
    ]
    return Findings(misconception=misconception if _SLUG.fullmatch(misconception) else "", cases=tuple(cases))


def _cases(checks: Sequence[Any]) -> list[dict[str, Any]]:
    reports = _reports(checks)
    found = reports[-1].get("cases") if reports else None
    return [case for case in found if isinstance(case, dict)][:_MOST_CASES] if isinstance(found, list) else []


def _reports(checks: Sequence[Any]) -> list[dict[str, Any]]:
    # A notebook that somebody tampered with may hold anything under this name; it is never more than a hint.
    found = (output.get("data", {}).get(FINDINGS_TYPE) for cell in checks for output in cell.get("outputs", []))
    return [report for report in found if isinstance(report, dict)]
