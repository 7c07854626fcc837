"""A learner's server without the template: some seconds slower, the same isolation, shared with nobody."""

import json
import os
import select
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from ailab.errors import Refused
from ailab.office.hub.warm.client import Handles, Wanted, font_cache, hand_over, register
from ailab.office.hub.warm.stack import template_environment
from ailab.office.hub.warm.started import Started
from ailab.office.sandbox.lasting import Tenant

_START_S: Final = 120.0


def start_cold(path: Path, wanted: Wanted) -> Started:
    """Return a learner's new server from a fresh interpreter; blocks for some seconds.

    Raises
    ------
    Refused
        When the isolation could not be set up, or the learner's folder not be used: then nothing runs.
    """
    return hand_over(wanted, register(path), lambda handles: _request(wanted.tenant, handles, font_cache(path)))


def _request(tenant: Tenant, handles: Handles, cache: str) -> Mapping[str, Any]:
    order = json.dumps({"tenant": asdict(tenant), "channel": handles[0], "log": handles[1]})
    with subprocess.Popen(
        [sys.executable, "-I", "-m", "ailab.office.hub.warm.cold", order],
        env=template_environment(os.environ, cache),
        pass_fds=handles,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd="/",
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        said = process.stdout.readline() if select.select([process.stdout], [], [], _START_S)[0] else b""
        if said:
            answer: dict[str, Any] = json.loads(said)
            return answer
        process.kill()
        why = process.stderr.read()[-300:].decode(errors="replace")
    raise Refused(f"No server could be started: {why}. Run: ailab doctor")
