"""An end for programs that have none: patience in real seconds, wherever a program runs."""

import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, Final

_AGAIN_S: Final = 0.2
"""A program may swallow the first call to stop; it gets another after this time."""


class PatienceEnds(BaseException):
    """The program took too long. Not an Exception: `except Exception` must not catch it."""


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Raise `PatienceEnds` in the block when it has taken this long.

    The main thread is stopped by a timer signal; other threads, and systems without such signals, by an
    exception that a watching thread sets. Where there are no threads either (a browser), the limit on
    commands and readings alone ends a program.
    """
    if sys.platform == "emscripten":
        yield
    elif threading.current_thread() is threading.main_thread() and hasattr(signal, "setitimer"):
        # Two above: this function and contextlib's stand between.
        with _by_signal(seconds, sys._getframe(2)):
            yield
    else:
        with _by_thread(seconds):
            yield


@contextmanager
def _by_signal(seconds: float, block: FrameType) -> Iterator[None]:
    started = time.monotonic()
    calls = 0

    def stop(_number: int, frame: FrameType | None) -> None:
        nonlocal calls
        calls += 1
        if calls > 1 and frame is not None:
            _refuse_every_line(frame, block)
        raise PatienceEnds

    # Somebody outside may be timing us too: their timer goes on afterwards, and a shorter one is left alone.
    theirs, their_interval = signal.getitimer(signal.ITIMER_REAL)
    if 0 < theirs <= seconds:
        yield
        return
    before = signal.signal(signal.SIGALRM, stop)
    tracer = sys.gettrace()
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        if calls > 1:
            sys.settrace(tracer)
        if theirs:
            signal.setitimer(signal.ITIMER_REAL, max(theirs - (time.monotonic() - started), 1e-3), their_interval)


def _refuse_every_line(frame: FrameType, block: FrameType) -> None:
    """Make the next line of the program raise: even `while True: try: … except: pass` comes to an end."""

    def refuse(_frame: FrameType, event: str, _argument: Any) -> Any:
        """Raise at the next line."""
        if event == "line":
            raise PatienceEnds
        return refuse

    here: FrameType | None = frame
    while here is not None and here is not block:
        here.f_trace = refuse
        here = here.f_back
    sys.settrace(lambda _frame, _event, _argument: None)


@contextmanager
def _by_thread(seconds: float) -> Iterator[None]:
    import ctypes  # not everywhere, and seldom needed

    watched, over, lock = threading.get_ident(), threading.Event(), threading.Lock()

    def watch() -> None:
        """Have the exception raised over there, again and again until the block is left."""
        pause = seconds
        while not over.wait(pause):
            with lock:
                if not over.is_set():
                    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(watched), ctypes.py_object(PatienceEnds))
            pause = _AGAIN_S

    watcher = threading.Thread(target=watch, name="ailab-patience", daemon=True)
    watcher.start()
    try:
        yield
    finally:
        with lock:
            over.set()
            # An exception that has been set and not yet been raised must not reach what follows.
            ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(watched), None)
