"""What learners and trainers do: compute, hand in, be graded, get a certificate."""

import json
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from shutil import copy, copytree
from typing import Any, Final

from ailab.checks.files import hidden_path
from ailab.errors import Refused
from ailab.office.certificates import Achievement, Certificate, Credential, Line, render_pdf
from ailab.office.gradebook import RECEIVED, grading_environment, logging_to
from ailab.office.grading.engine.run import engine
from ailab.office.grading.engine.runners import local_runner
from ailab.office.grading.engine.warm import modules_for
from ailab.office.grading.run import grade_module
from ailab.office.hub.kit.carried import carried_course
from ailab.office.ledger import LEDGER, Result, latest_results, read_ledger

_AT: Final = "2026-01-05T09:00:00Z"
_RIGHT, _BLANK = "test-right", "test-blank"
_KERNEL_S: Final = 120
_SUM: Final = "from sklearn.linear_model import LinearRegression\nprint(round(LinearRegression().fit([[1], [2], [3]], [2, 4, 6]).coef_[0]))"
_MARKERS: Final = ("### BEGIN SOLUTION", "### END SOLUTION")
_STUB: Final = "✎"


def course_folder() -> Path:
    """Return where the course came to with the kit; in a checkout, the checkout."""
    found = carried_course() or next((path for path in Path(__file__).parents if (path / "build" / "nbgrader").is_dir()), None)
    if found is None:
        raise Refused("there is no built course. Install the kit again, or run: ailab course build")
    return found


def run_kernel(folder: Path) -> str:
    """Start a kernel as a learner's notebook does and fit a line in it."""
    from jupyter_client.manager import KernelManager

    manager = KernelManager(kernel_name="python3", transport="ipc", ip=str(folder / "k"))
    manager.start_kernel(cwd=str(folder))
    client = manager.blocking_client()
    said: list[str] = []
    try:
        client.start_channels()
        client.wait_for_ready(timeout=_KERNEL_S)
        reply = client.execute_interactive(_SUM, timeout=_KERNEL_S, output_hook=_into(said))
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
        manager.cleanup_resources()
    if reply["content"]["status"] != "ok" or "".join(said).strip() != "2":
        raise Refused(f"the kernel said: {reply['content'].get('evalue') or said}")
    return ""


def _into(said: list[str]) -> Callable[[dict[str, Any]], None]:
    return lambda message: said.append(message["content"]["text"]) if message["msg_type"] == "stream" else None


def grade_exercise(folder: Path) -> str:
    """Hand in a right answer and an untouched one, and grade both as a centre does."""
    built = course_folder() / "build"
    module, exercise = _first_exercise(built)
    _lay_out(built, folder, module, exercise)
    released = built / "release" / "en" / module / f"{exercise}.ipynb"
    _receive(folder, module, exercise, _BLANK, json.loads(released.read_bytes()))
    _receive(folder, module, exercise, _RIGHT, _solved(released, built / "nbgrader" / "source" / module / f"{exercise}.ipynb"))
    handed_in = sorted((folder / RECEIVED).glob(f"*/{module}/*.ipynb"))
    with logging_to(folder / "nbgrader.log"), grading_environment(folder), local_runner(1, modules=modules_for(handed_in)) as runner:
        grade_module(folder, module, recorded_at=_AT, engine=engine("certificate", runner))
    points = {each.learner: _share(each) for each in latest_results(read_ledger(folder / LEDGER)) if each.exercise == exercise}
    expected = {_RIGHT: 1.0, _BLANK: 0.0}
    if points != expected:
        raise Refused(f"{exercise}: expected {expected}, found {points}")
    return exercise


def _first_exercise(built: Path) -> tuple[str, str]:
    """Return the first exercise by name that has one answer cell."""
    for path in chain.from_iterable(sorted(folder.glob("*.ipynb")) for folder in sorted((built / "release" / "en").iterdir())):
        source = built / "nbgrader" / "source" / path.parent.name / path.name
        if source.is_file() and len(_answers(json.loads(source.read_bytes()))) == 1 and _STUB in path.read_text(encoding="utf-8"):
            return path.parent.name, path.stem
    raise Refused(f"no exercise with one answer cell is in {built}")


def _answers(notebook: dict[str, Any]) -> dict[str, str]:
    cells = (cell for cell in notebook["cells"] if cell["metadata"].get("ailab", {}).get("role") == "answer")
    return {cell["id"]: "".join(cell["source"]) for cell in cells}


def _lay_out(built: Path, folder: Path, module: str, exercise: str) -> None:
    """Make a small nbgrader course: one assignment with one notebook."""
    source = built / "nbgrader" / "source" / module
    copytree(source, folder / "source" / module, ignore=lambda _at, names: {name for name in names if name.endswith(".ipynb")})
    copy(source / f"{exercise}.ipynb", folder / "source" / module)
    copy(built / "nbgrader" / "nbgrader_config.py", folder)
    hidden = hidden_path(built / "nbgrader" / "graders", module, exercise)
    beside = hidden_path(folder / "graders", module, exercise)
    beside.parent.mkdir(parents=True)
    copy(hidden, beside)


def _receive(folder: Path, module: str, exercise: str, learner: str, notebook: dict[str, Any]) -> None:
    home = folder / RECEIVED / learner / module
    home.mkdir(parents=True)
    (home / f"{exercise}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")


def _solved(released: Path, source: Path) -> dict[str, Any]:
    notebook: dict[str, Any] = json.loads(released.read_bytes())
    answers = _answers(json.loads(source.read_bytes()))
    for cell in notebook["cells"]:
        if cell["id"] in answers:
            cell["source"] = "\n".join(line for line in answers[cell["id"]].splitlines() if line.strip() not in _MARKERS)
    return notebook


def _share(result: Result) -> float | None:
    return None if result.points is None else float(result.points) / float(result.maximum)


_SAMPLE: Final = Certificate(
    credential=Credential(
        id="urn:uuid:00000000-0000-4000-8000-000000000000",
        achievement=Achievement(id="self_test", kind="statement", name="Self-test", criteria="None.", language="ar"),
        issuer="Self-test",
        valid_from=_AT,
        decision_sha256="0" * 64,
        policy_sha256="0" * 64,
        policy_version="1",
    ),
    language="ar",
    title="تجربة الطباعة",
    awarded_to="هذه الورقة إلى",
    name="نموذج",
    awarded_for="تجربة",
    columns=("الوحدة", "النقاط"),
    lines=(Line(what="تجربة", measure="0"),),
    criteria="ورقة للتجربة فقط.",
    scope="لا قيمة لها.",
    issuer="ailab",
    place_and_date="2026",
    signature="ailab",
    reference_label="تجربة",
    reference="0",
)


def print_certificate(folder: Path) -> str:
    """Print an Arabic page in the form that certificates have."""
    path = folder / "certificate.pdf"
    path.write_bytes(render_pdf(_SAMPLE))
    if not path.read_bytes().startswith(b"%PDF-"):
        raise Refused("what was printed is no PDF")
    return f"{path.stat().st_size // 1000} kB"
