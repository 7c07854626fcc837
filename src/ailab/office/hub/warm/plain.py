"""A learner's server where namespaces are missing: a process like any other, which can reach its neighbors.

Started only by an operator who has said so. `python -m ailab.office.hub.warm.plain ORDER` is the process.
"""

import json
import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from ailab.errors import Refused
from ailab.office.hub.warm.client import Wanted
from ailab.office.hub.warm.processes import let_go, start_time
from ailab.office.hub.warm.stack import template_environment
from ailab.office.hub.warm.started import Started
from ailab.office.sandbox import probe

_SHARED = "network"
"""The one layer of the grader's sandbox that a server has not: the hub has to reach it."""


@cache
def missing_layers() -> tuple[str, ...]:
    """Return what this machine lacks for isolating learners, as people read it."""
    return tuple(
        f"{each.layer.name} ({each.detail})" for each in probe() if each.layer.required and not each.works and each.layer.name != _SHARED
    )


def start_plain(wanted: Wanted) -> Started:
    """Return a learner's new server that is not isolated."""
    build = Path(wanted.tenant.shown["build"])
    if build.name != "build":
        raise Refused(f"{build} is not named build. Without isolation the course lies in a folder of that name.")
    order = {"root": str(build.parent), "home": wanted.tenant.home, "arguments": list(wanted.arguments)}
    with wanted.log.open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "ailab.office.hub.warm.plain", json.dumps(order)],
            env={**template_environment(os.environ, tempfile.gettempdir()), "TMPDIR": tempfile.gettempdir(), **wanted.environment},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=wanted.tenant.home,
            start_new_session=True,
        )
    let_go(process)
    return Started(pid=process.pid, started=start_time(process.pid))


def main() -> None:
    """Lay the folder out and serve it."""
    from ailab.office.hub.warm.server import lay_out_for, serve

    order = json.loads(sys.argv[1])
    environ = {**os.environ, "HOME": order["home"], "AILAB_FOLDER": order["home"]}
    with tempfile.TemporaryDirectory(prefix="ailab-", ignore_cleanup_errors=True) as run:
        serve(lay_out_for(environ, root=Path(order["root"]), run=Path(run), provisioner="local-provisioner"), order["arguments"])


if __name__ == "__main__":
    main()
