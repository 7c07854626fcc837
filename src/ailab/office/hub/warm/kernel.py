"""From a fork of init to a kernel: own environment, own random numbers, own session."""

import os
import random
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from ailab.office.sandbox import syscalls

LAUNCHER: Final = "ipykernel_launcher"
LOG: Final = "/run/ailab/kernels.log"
_POLITE: Final = 5
_FIRST_VICTIM: Final = "800"


def arguments_of(command: Sequence[str]) -> list[str] | None:
    """Return the arguments of a kernel of Python's, None for any other command."""
    words = list(command)
    at = words.index("-m") + 1 if "-m" in words else 0
    return words[at + 1 :] if at and words[at : at + 1] == [LAUNCHER] else None


def become_kernel(arguments: Sequence[str], folder: Path, environment: Mapping[str, str]) -> None:
    """Run a kernel in this fork until it ends."""
    os.setsid()
    syscalls.set_dumpable()
    _use_log()
    with suppress(OSError):
        # When memory is short the kernel of Linux takes a kernel of ours, not the server.
        Path("/proc/self/oom_score_adj").write_text(_FIRST_VICTIM, encoding="ascii")
    os.nice(_POLITE)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    # Python's own generator is seeded anew by the fork; NumPy's is not.
    import numpy as np

    random.seed()
    np.random.seed()
    _run(list(arguments))


def _use_log() -> None:
    log = os.open(LOG, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
    for standard in (1, 2):
        os.dup2(log, standard)
    os.close(log)


def _run(arguments: list[str]) -> None:
    from ailab.office.hub.warm.shell import LearnersApp

    sys.argv = [LAUNCHER, *arguments]
    app = LearnersApp.instance()
    app.config.HistoryManager.enabled = False
    app.initialize(arguments)
    # Imported before there was a shell: it could not yet say that it is here.
    assert app.shell is not None
    app.shell.extension_manager.load_extension("ipywidgets")
    app.start()
    sys.exit(0)
