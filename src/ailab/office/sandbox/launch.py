"""The process of a template: its folder on the host, its environment, its start; and what killed ones left."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from ailab.office.sandbox.cgroup import remove_leftovers
from ailab.office.sandbox.view import TMP, WORK

_PREFIX: Final = "ailab-template-"


def new_folder() -> str:
    """Return a folder for one template, once what killed runs left has been removed."""
    remove_leftovers()
    _sweep()
    run = tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-")
    Path(run).chmod(0o755)
    for name in ("base", "root"):
        (Path(run) / name).mkdir(mode=0o755)
    return run


def launch(run: str, control: socket.socket) -> "subprocess.Popen[bytes]":
    """Start a template that listens to this socket."""
    with (Path(run) / "stderr").open("wb") as errors:
        return subprocess.Popen(
            [sys.executable, "-I", "-m", "ailab.office.sandbox.warm", str(control.fileno())],
            pass_fds=[control.fileno()],
            env=_environment(run),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            cwd="/",
            start_new_session=True,
        )


def _sweep() -> None:
    """Remove what runs that were killed left behind."""
    for path in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*-*"):
        owner = path.name.removeprefix(_PREFIX).split("-")[0]
        if owner.isdecimal() and not Path(f"/proc/{owner}").exists():
            shutil.rmtree(path, ignore_errors=True)


def last_words(run: str) -> str:
    """Return the end of what a template said on stderr."""
    try:
        return (Path(run) / "stderr").read_text(encoding="utf-8", errors="replace")[-500:]
    except OSError:
        return ""


def _font_cache(run: str) -> str:
    # matplotlib looks for fonts for seconds when it finds no list of them; the operator's own folder keeps it.
    home = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    folder = Path(home) / "ailab" / "matplotlib"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return run
    return str(folder)


def _environment(run: str) -> dict[str, str]:
    """Return the whole environment of a template: nothing of the operator's, threads of libraries off."""
    threads = dict.fromkeys(
        ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"
    )
    return {
        **threads,
        "PATH": "/usr/local/bin:/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "HOME": WORK,
        "TMPDIR": TMP,
        "MPLCONFIGDIR": _font_cache(run),
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "IPYTHONDIR": f"{TMP}/ipython",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONNOUSERSITE": "1",
    }
