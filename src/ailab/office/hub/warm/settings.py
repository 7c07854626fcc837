"""What a learner's server is told beyond what `ailab start` tells its own."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

PROVISIONER: Final = "ailab-warm"
_NOT_FOR_LEARNERS: Final = ("jupyter_lsp", "jupyter_server_terminals", "nbclassic", "notebook", "notebook_shim")
_WARNING: Final = 30


def add_ours(path: Path, provisioner: str = PROVISIONER) -> None:
    """Add what a hub's server needs to the configuration that the lab wrote."""
    config = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(with_ours(config, provisioner)), encoding="utf-8")


def with_ours(config: Mapping[str, Any], provisioner: str) -> dict[str, Any]:
    """Return this configuration and ours; here, because on a command line one dictionary replaces the other."""
    server = config["ServerApp"]
    extensions = {**server["jpserver_extensions"], **dict.fromkeys(_NOT_FOR_LEARNERS, False)}
    return {
        **config,
        "ServerApp": {**server, "jpserver_extensions": extensions, "terminals_enabled": False, "log_level": _WARNING},
        # Nothing of a kernel listens where a neighbor could knock.
        "KernelManager": {"transport": "ipc"},
        "KernelProvisionerFactory": {"default_provisioner_name": provisioner},
    }
