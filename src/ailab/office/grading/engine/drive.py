"""Run one notebook in the sandbox, from outside: cells in order, checks asked between them.

Returns the notebook with outputs as a kernel would have left them. What went wrong is one of few words.
"""

import select
import time
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal

import nbformat

from ailab.checks.findings import Findings
from ailab.checks.show import Report
from ailab.lang import Language
from ailab.office.grading.engine.outputs import error_output, kernel_outputs, result_output
from ailab.office.grading.engine.outside import CheckText, OpenCheck, open_check
from ailab.office.grading.engine.remote import RemoteAnswer
from ailab.office.sandbox import Child, Limits, Template
from ailab.office.sandbox.frames import FrameRefused, receive_frame, send_frame

ENTRY: Final = "ailab.office.grading.engine.session:serve"
MODULES: Final = ("ailab.office.grading.engine.session",)
_GLANCE_S: Final = 0.25
_AFTER_INTERRUPT_S: Final = 3.0
_MOST_OUTPUT: Final = 32 << 20

Trouble = Literal["", "time_up", "died", "memory"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One notebook to run."""

    notebook: Any
    files: Mapping[str, bytes]
    """What stands beside the notebook."""
    check: CheckText | None = None
    """The check that runs here, in place of the cell that calls it there."""
    cell_seconds: float | None = 20.0
    limits: Limits = field(default_factory=Limits)
    language: Language = "en"
    timeout_output: Mapping[str, Any] = field(default_factory=dict)
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A notebook that was run."""

    notebook: Any
    findings: Mapping[str, Findings]
    trouble: Trouble = ""
    """The worst that happened; "" when every cell came to its own end."""
    seconds: float = 0.0


def run_notebook(template: Template, job: Job) -> Done:
    """Run a notebook in a fresh fork and return it with its outputs.

    Raises
    ------
    Refused
        When the sandbox cannot be set up; nothing was run then.
    TemplateGone
        When the template ended; nothing is known of the notebook then.
    """
    begin = time.monotonic()
    payload = {"environment": {**job.environment, "AILAB_LANG": job.language}}
    child = template.fork(ENTRY, payload, limits=job.limits, files=job.files)
    try:
        run = _Run(child, job)
        run.all_cells()
    finally:
        child.close()
    return Done(notebook=run.notebook, findings=run.findings, trouble=run.trouble, seconds=time.monotonic() - begin)


class _Run:
    """The state of one run."""

    def __init__(self, child: Child, job: Job) -> None:
        self._child, self._job = child, job
        self._check = open_check(job.check, job.language) if job.check else None
        self._sources: list[str] = []
        self._deadline = time.monotonic() + job.limits.seconds
        self.notebook = deepcopy(job.notebook)
        self.findings: dict[str, Findings] = {}
        self.trouble: Trouble = ""
        self._alive = True

    def all_cells(self) -> None:
        count = 0
        for cell in self.notebook["cells"]:
            # As nbclient: a cell without code is not sent to a kernel.
            if cell["cell_type"] != "code" or not cell["source"].strip():
                continue
            count += 1
            cell["outputs"] = [nbformat.from_dict(output) for output in self._outputs(cell["source"], count)]
            cell["execution_count"] = count

    def _outputs(self, source: str, count: int) -> list[dict[str, Any]]:
        if self._check and source.strip() == self._check.cell:
            return self._checked(self._check, count)
        if not self._alive:
            return [error_output("DeadKernelError", "The notebook's process had ended before this cell.")]
        return self._run_there(source, count)

    def _checked(self, check: OpenCheck, count: int) -> list[dict[str, Any]]:
        answer = RemoteAnswer(self._child.channel, self._sources)
        answer.trouble = "" if self._alive else "Died"
        findings = check.examine(answer)
        if answer.trouble:
            self._lost("time_up" if answer.trouble == "TimeUp" else "died")
        self.findings[check.manifest.exercise] = findings
        report = check.report(findings)
        return [report_output(report), result_output(report.points, count)]

    def _run_there(self, source: str, count: int) -> list[dict[str, Any]]:
        self._sources.append(source)
        try:
            self._child.channel.settimeout(_AFTER_INTERRUPT_S)
            send_frame(self._child.channel, {"do": "run", "source": source})
            answer = self._wait_for_answer()
        except (EOFError, FrameRefused, OSError):
            self._lost("died")
            return [error_output("DeadKernelError", "The notebook's process ended in this cell.")]
        if answer is None:
            return [self._timeout_output()]
        said, interrupted = answer
        return [*kernel_outputs(said, count), *([self._timeout_output()] if interrupted else [])]

    def _wait_for_answer(self) -> tuple[Any, bool] | None:
        """Return what the cell said, and whether it had to be interrupted; None when the job had to be ended."""
        seconds = self._job.cell_seconds
        deadline = min(self._deadline, time.monotonic() + seconds) if seconds else self._deadline
        if self._ready_before(deadline):
            return receive_frame(self._child.channel, most_bytes=_MOST_OUTPUT, seconds=max(1.0, deadline - time.monotonic())), False
        if self.trouble == "memory":
            self._lost("memory")
            return None
        self._child.interrupt()
        if self._ready_before(time.monotonic() + _AFTER_INTERRUPT_S):
            self.trouble = self.trouble or "time_up"
            return receive_frame(self._child.channel, most_bytes=_MOST_OUTPUT, seconds=_AFTER_INTERRUPT_S), True
        self._lost("time_up")
        return None

    def _ready_before(self, deadline: float) -> bool:
        """Wait until there is something to read; watch the job's memory meanwhile."""
        while (left := deadline - time.monotonic()) > 0:
            if select.select([self._child.channel], [], [], min(_GLANCE_S, left))[0]:
                return True
            if self._child.resident_mib() > self._job.limits.memory_mib:
                self.trouble = "memory"
                return False
        return False

    def _lost(self, trouble: Trouble) -> None:
        self.trouble = trouble
        self._alive = False
        self._child.kill()

    def _timeout_output(self) -> dict[str, Any]:
        said = self._job.timeout_output
        return error_output(said.get("ename", "CellTimeoutError"), said.get("evalue", ""), said.get("traceback"))


def report_output(report: Report) -> dict[str, Any]:
    """Return a report as a notebook output."""
    return {"output_type": "display_data", "metadata": {}, "data": report._repr_mimebundle_()}


def files_beside(folder: Path, *, most_bytes: int = 30 << 20) -> dict[str, bytes]:
    """Return the regular files of a folder but its notebooks; links and what exceeds the cap stay away."""
    found: dict[str, bytes] = {}
    left = most_bytes
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file() or path.suffix == ".ipynb":
            continue
        if any(parent.is_symlink() for parent in path.relative_to(folder).parents if parent != Path()):
            continue
        size = path.stat().st_size
        left -= size
        if left < 0:
            break
        found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found
