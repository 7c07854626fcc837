"""Jobs and what became of them as bytes of JSON: all that travels between machines. Data, never code.

office ── Request ─▶ worker ── Reply ─▶ office, where it is checked against the job
"""

import json
import sys
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec
import nbformat

from ailab.checks.findings import Finding, Findings
from ailab.checks.wire import from_wire, to_wire
from ailab.office.grading.engine.drive import Done, Job

_LIBRARIES: Final = ("ipykernel", "matplotlib", "nbformat", "numpy", "pandas", "scikit-learn")
_SUFFIXES: Final = frozenset({".py", ".po", ".mo"})

T = TypeVar("T")


class ReplyWrong(ValueError):
    """What came back is no reply to what was sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a worker gets."""

    job: Job
    edition: str
    """The asker's `edition`: a worker with another one could give other points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a worker gives back: one of the two."""

    done: Done | None = None
    refused: str = ""
    """Why the job was not run, for the operator."""


@cache
def edition() -> str:
    """Return a fingerprint of all that may decide points on this machine: ailab itself, Python, the course's libraries."""
    spec = find_spec("ailab")
    assert spec is not None
    assert spec.origin is not None
    home = Path(spec.origin).parent
    digest = sha256(repr((sys.version_info[:3], *(version(name) for name in _LIBRARIES))).encode())
    for path in sorted(each for each in home.rglob("*") if each.suffix in _SUFFIXES):
        digest.update(f"{path.relative_to(home).as_posix()}\0".encode() + sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def pack_request(request: Request) -> bytes:
    """Return a request as bytes."""
    return _packed(request)


def unpack_request(data: bytes) -> Request:
    """Return the request in these bytes."""
    request = _unpacked(data, Request)
    return replace(request, job=replace(request.job, notebook=nbformat.from_dict(request.job.notebook)))


def pack_reply(reply: Reply) -> bytes:
    """Return a reply as bytes."""
    done = reply.done
    return _packed(reply if done is None else replace(reply, done=replace(done, findings=_with_values(done.findings, to_wire))))


def unpack_reply(data: Any, job: Job) -> Reply:
    """Return the reply to a job.

    Raises
    ------
    ReplyWrong
        When the bytes are no reply, or one to another job.
    """
    try:
        reply = _unpacked(data, Reply)
        if reply.done is None:
            return reply
        findings = _with_values(reply.done.findings, from_wire)
        done = replace(reply.done, findings=findings, notebook=nbformat.from_dict(reply.done.notebook))
        alike = _without_outputs(done.notebook) == _without_outputs(job.notebook)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise ReplyWrong(f"{type(error).__name__}: {error}") from None
    if not alike:
        raise ReplyWrong("another notebook came back")
    return replace(reply, done=done)


def _with_values(findings: Any, change: Any) -> dict[str, Findings]:
    def changed(finding: Finding) -> Finding:
        return replace(finding, given=change(finding.given))

    return {name: replace(each, cases=tuple(map(changed, each.cases))) for name, each in findings.items()}


def _packed(record: Any) -> bytes:
    # Not msgspec's own JSON: strangers' notebooks hold NaN, whole numbers of any length and halves of surrogate pairs.
    return json.dumps(msgspec.to_builtins(record), ensure_ascii=True, separators=(",", ":")).encode("ascii")


def _unpacked(data: Any, kind: type[T]) -> T:
    return msgspec.convert(json.loads(data), kind)


def _without_outputs(notebook: Any) -> str:
    """Return as text what running a notebook leaves alone; as text, NaN equals NaN."""
    cells = [{key: value for key, value in cell.items() if key not in {"outputs", "execution_count"}} for cell in notebook["cells"]]
    return json.dumps([cells, {key: value for key, value in notebook.items() if key != "cells"}], sort_keys=True)
