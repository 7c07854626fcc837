"""From a fork of init to a learner's server: jupyterhub-singleuser with our lab."""

import json
import os
import signal
import socket
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from ailab.errors import AilabError
from ailab.office.hub.warm.settings import PROVISIONER, add_ours
from ailab.office.lab.files import write_new, write_whole
from ailab.office.lab.memory import memory_path
from ailab.office.lab.settings import kernel_environment
from ailab.office.lab.start import prepare
from ailab.office.sandbox import syscalls
from ailab.office.sandbox.frames import receive_frame, send_frame
from ailab.office.sandbox.lasting import SHOWN
from ailab.office.sandbox.view import WORK

RUN: Final = "/run/ailab"
DEFAULT_PROVISIONER: Final = "JUPYTER_DEFAULT_PROVISIONER_NAME"
_ORDER_S: Final = 60.0


def become_server(talk: socket.socket, log: int) -> None:
    """Run the server in this fork until it ends; never returns."""
    try:
        # It holds the learner's token, which no kernel is to read out of its memory.
        syscalls.set_dumpable(dumpable=False)
        os.setsid()
        for standard in (1, 2):
            os.dup2(log, standard)
        os.close(log)
        order = receive_frame(talk, seconds=_ORDER_S)
        environment = _laid_out(talk, order["env"])
        talk.close()
        serve(environment, order["argv"])
    except SystemExit as end:
        os._exit(end.code if isinstance(end.code, int) else 0)
    except BaseException as error:  # noqa: BLE001 - the log must have it; nothing above this may go on
        traceback.print_exception(error)
        sys.stderr.flush()
    finally:
        os._exit(1)


def _laid_out(talk: socket.socket, given: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of a server whose folder is laid out, and say so."""
    own = {**os.environ, **given, "HOME": WORK, "AILAB_FOLDER": WORK, DEFAULT_PROVISIONER: PROVISIONER}
    said = apart(lambda: lay_out_for(own, root=Path(SHOWN), run=Path(RUN)))
    send_frame(talk, {"laid_out": True} if "environment" in said else said)
    if "environment" not in said:
        raise SystemExit(1)
    return dict(said["environment"])


def apart(work: Callable[[], Mapping[str, str]]) -> dict[str, Any]:
    """Return what `work` gives, or its words of refusal; it runs in a fork, and what it leaves in memory goes with it."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            os.write(write, json.dumps(_outcome(work)).encode())
            code = 0
        finally:
            os._exit(code)
    os.close(write)
    with os.fdopen(read, "rb") as stream:
        said = stream.read()
    os.waitpid(pid, 0)
    return dict(json.loads(said)) if said else {"why": "the folder could not be laid out"}


def _outcome(work: Callable[[], Mapping[str, str]]) -> dict[str, Any]:
    try:
        return {"environment": dict(work())}
    except AilabError as refusal:
        return {"words": str(refusal)}
    except Exception as error:  # noqa: BLE001 - whoever waits must hear it
        traceback.print_exception(error)
        sys.stderr.flush()
        return {"why": f"{type(error).__name__}: {error}"}


def lay_out_for(environ: Mapping[str, str], *, root: Path, run: Path, provisioner: str = PROVISIONER) -> dict[str, str]:
    """Bring the learner's folder up to date, write what Jupyter reads, and return the server's environment."""
    fresh = not memory_path(Path(environ["AILAB_FOLDER"])).exists()
    place, _ = prepare(root, run, environ=environ, out=lambda _words: None, write=write_new if fresh else write_whole)
    add_ours(run / "config" / "jupyter_server_config.json", provisioner)
    return kernel_environment(place, environ)


def serve(environment: Mapping[str, str], arguments: Sequence[str]) -> None:
    """Serve until told to end."""
    from ailab.office.hub.warm.singleuser import LearnersServer

    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(environment["AILAB_FOLDER"])
    sys.argv = ["jupyterhub-singleuser", *arguments]
    LearnersServer.launch_instance(sys.argv[1:])
