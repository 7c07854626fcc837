"""An end for programs that never come to theirs."""

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from ailab.devices.errors import NoEnd


class _OutOfPatience(BaseException):
    """Not an Exception: the learner's `except Exception` must not catch it."""


@contextmanager
def patience(seconds: float, text: str) -> Iterator[None]:
    """Raise `NoEnd` with this text when the block takes longer.

    Signals reach the main thread alone; elsewhere, and where there are none, the caller's own limits hold.
    A limit that is already running and ends sooner keeps its turn.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return
    outer = signal.getitimer(signal.ITIMER_REAL)[0]
    if 0 < outer <= seconds:
        yield
        return
    try:
        with _alarm(seconds, outer):
            yield
    except _OutOfPatience:
        raise NoEnd(text) from None


@contextmanager
def _alarm(seconds: float, outer: float) -> Iterator[None]:
    def stop(_number: int, _frame: object) -> None:
        raise _OutOfPatience

    began = time.monotonic()
    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        if outer:
            signal.setitimer(signal.ITIMER_REAL, max(0.001, outer - (time.monotonic() - began)))
