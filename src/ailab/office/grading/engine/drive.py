"""Run one notebook in the sandbox, from outside: cells in order, checks asked between them.

Returns the notebook with outputs as a kernel would have left them. What went wrong is one of few words.
"""

import select
import time
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, Final, Literal

import nbformat

from ailab.checks.findings import Findings
from ailab.checks.show import Report
from ailab.lang import Language
from ailab.office.grading.engine.outputs import error_output, kernel_outputs, result_output, trimmed, weight
from ailab.office.grading.engine.outside import CheckText, OpenCheck, open_check
from ailab.office.grading.engine.remote import RemoteAnswer
from ailab.office.sandbox import Child, Limits, Template
from ailab.office.sandbox.frames import FrameRefused, receive_frame, send_frame

ENTRY: Final = "ailab.office.grading.engine.session:serve"
_AFTER_INTERRUPT_S: Final = 3.0
_LONGEST_CHECK_S: Final = 60.0
_MOST_OUTPUT: Final = 32 << 20
"""Bytes of one answer; characters of all outputs of a notebook."""

Trouble = Literal["", "time_up", "died", "memory"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One notebook to run."""

    notebook: Any
    files: Mapping[str, bytes]
    """What stands beside the notebook."""
    folder: str = ""
    """Below the job's own folder, where cells run; empty for that folder itself."""
    check: CheckText | None = None
    """The check that runs here, in place of the cell that calls it there."""
    cell_seconds: float | None = 20.0
    """For a cell; for all questions of a check together, half as much again."""
    limits: Limits = field(default_factory=Limits)
    language: Language = "en"
    timeout_output: Mapping[str, Any] = field(default_factory=dict)
    interrupts: bool = True
    """Whether a cell that takes too long is interrupted, and the next one runs."""
    skip_tag: str = "skip-execution"
    like_stock: bool = False
    """What a kernel would survive badly is survived badly here too."""
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A notebook that was run."""

    notebook: Any
    findings: Mapping[str, Findings]
    trouble: Trouble = ""
    """The worst that happened; "" when every cell came to its own end."""
    alive: bool = True
    """The process lived to the last cell."""
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
    check = open_check(job.check, job.language) if job.check else None
    cells = job.notebook["cells"]
    place = _place(cells, check)
    run = _in_fork(template, job, check, place)
    if place is not None and any(map(_has_code, cells[place + 1 :])):
        # A process that was asked holds hidden inputs. What it would show afterwards, one that was not asked shows.
        rest = _in_fork(template, job, check, None)
        run.notebook["cells"][place + 1 :] = rest.notebook["cells"][place + 1 :]
        run.trouble = run.trouble or rest.trouble
    return Done(notebook=run.notebook, findings=run.findings, trouble=run.trouble, alive=run.alive, seconds=time.monotonic() - begin)


def _place(cells: Sequence[Any], check: OpenCheck | None) -> int | None:
    """Return where the check is asked: at its graded cell. Copies of that cell ask nothing."""
    found = [index for index, cell in enumerate(cells) if check and _has_code(cell) and cell["source"].strip() == check.cell]
    graded = (index for index in found if cells[index]["metadata"].get("nbgrader", {}).get("grade"))
    return next(graded, found[0] if found else None)


def _has_code(cell: Any) -> bool:
    # As nbclient: a cell without code is not sent to a kernel.
    return cell["cell_type"] == "code" and bool(cell["source"].strip())


def _in_fork(template: Template, job: Job, check: OpenCheck | None, place: int | None) -> "_Run":
    payload = {"environment": {**job.environment, "AILAB_LANG": job.language}, "folder": job.folder, "like_stock": job.like_stock}
    child = template.fork(ENTRY, payload, limits=job.limits, files=job.files)
    try:
        run = _Run(child, job, check, place)
        run.cells()
    finally:
        child.close()
    return run


class _Run:
    """The state of one run: of every cell, or of those up to the check."""

    def __init__(self, child: Child, job: Job, check: OpenCheck | None, place: int | None) -> None:
        self._child, self._job, self._check, self._place = child, job, check, place
        self._sources: list[str] = []
        self._deadline = time.monotonic() + job.limits.seconds
        self._room = _MOST_OUTPUT
        self.notebook = deepcopy(job.notebook)
        self.findings: dict[str, Findings] = {}
        self.trouble: Trouble = ""
        self.alive = True

    def cells(self) -> None:
        """Run them."""
        count = 0
        for index, cell in enumerate(self.notebook["cells"]):
            if not _has_code(cell) or self._job.skip_tag in cell["metadata"].get("tags", ()):
                continue
            count += 1
            cell["outputs"] = [nbformat.from_dict(output) for output in self._outputs(index, cell["source"], count)]
            cell["execution_count"] = count
            if index == self._place:
                return

    def _outputs(self, index: int, source: str, count: int) -> list[dict[str, Any]]:
        if self._check and index == self._place:
            return self._checked(self._check, count)
        if self._check and source.strip() == self._check.cell:
            return []
        if self.alive and time.monotonic() > self._deadline:
            self._lost("time_up")
        if not self.alive:
            return [error_output("DeadKernelError", "The notebook's process had ended before this cell.")]
        made = self._run_there(source, count)
        self._room -= weight(made)
        return made if self._room > 0 else trimmed(made)

    def _checked(self, check: OpenCheck, count: int) -> list[dict[str, Any]]:
        seconds = 1.5 * self._job.cell_seconds if self._job.cell_seconds else _LONGEST_CHECK_S
        left = max(0.0, min(seconds, self._deadline - time.monotonic()))
        answer = RemoteAnswer(self._child.channel, self._sources, budget_s=left)
        answer.trouble = "" if self.alive else "Died"
        try:
            findings = check.examine(answer)
            report = check.report(findings)
            outputs = [report_output(report), result_output(report.points, count)]
        except Exception:  # noqa: BLE001 - a check that stumbles over this work; its own words could tell what is hidden
            return [error_output("CheckStumbled", "The check could not judge what this work gives back.")]
        finally:
            if answer.trouble:
                self._lost("time_up" if answer.trouble == "TimeUp" else "died")
        self.findings[check.manifest.exercise] = findings
        return outputs

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
        if self._job.interrupts:
            self._child.interrupt()
        if self._job.interrupts and self._ready_before(time.monotonic() + _AFTER_INTERRUPT_S):
            self.trouble = self.trouble or "time_up"
            return receive_frame(self._child.channel, most_bytes=_MOST_OUTPUT, seconds=_AFTER_INTERRUPT_S), True
        self._lost("time_up")
        return None

    def _ready_before(self, deadline: float) -> bool:
        return bool(select.select([self._child.channel], [], [], max(0.0, deadline - time.monotonic()))[0])

    def _lost(self, trouble: Trouble) -> None:
        self.trouble = "memory" if self._child.over_memory else trouble
        self.alive = False
        self._child.kill()

    def _timeout_output(self) -> dict[str, Any]:
        said = self._job.timeout_output
        return error_output(said.get("ename", "CellTimeoutError"), said.get("evalue", ""), said.get("traceback"))


def report_output(report: Report) -> dict[str, Any]:
    """Return a report as a notebook output."""
    return {"output_type": "display_data", "metadata": {}, "data": report._repr_mimebundle_()}
