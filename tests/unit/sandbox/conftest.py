"""One warm template, and a way to run lines inside a job of it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from ailab.checks.wire import from_wire, to_wire
from ailab.office.grading.engine.drive import ENTRY
from ailab.office.grading.engine.warm import MODULES
from ailab.office.sandbox import Child, Limits, Template
from ailab.office.sandbox.frames import receive_frame, send_frame

Inside = Callable[..., Any]
"""Runs lines in a job of their own and returns what they left in `result`."""


@pytest.fixture(scope="session")
def template() -> Iterator[Template]:
    with Template(MODULES) as started:
        yield started


@pytest.fixture
def inside(template: Template) -> Inside:
    return lambda lines, **options: run_inside(template, lines, **options)


def run_inside(
    template: Template, lines: str, *, files: Mapping[str, bytes] | None = None, limits: Limits | None = None, seconds: float = 20
) -> Any:
    child = template.fork(ENTRY, {}, limits=limits or Limits(), files=files)
    try:
        return result_of(child, lines, seconds)
    finally:
        child.close()


def result_of(child: Child, lines: str, seconds: float = 20) -> Any:
    send_frame(child.channel, {"do": "run", "source": lines})
    said = receive_frame(child.channel, seconds=seconds)
    assert said["fine"], said["outputs"]
    send_frame(child.channel, {"do": "ask", "question": "read", "with": to_wire(("result",)), "patience_s": 5})
    return from_wire(receive_frame(child.channel, seconds=seconds)["value"])


CALL = """
import ctypes, errno, os
libc = ctypes.CDLL(None, use_errno=True)

def called(function, *arguments):
    ctypes.set_errno(0)
    value = getattr(libc, function)(*arguments)
    return "done" if value >= 0 else errno.errorcode[ctypes.get_errno()]
"""
"""For lines that ask the kernel for something: `called("unshare", flags)` gives "done" or the name of the error."""
