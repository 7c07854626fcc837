"""Program of `test_unprivileged.py`: a template of an ordinary user, who can make no control group and no other user."""

import json
import os
import sys
import tempfile
from pathlib import Path

from tests.unit.warm.bare import bare, leave_root

LOOK = """
import os, socket
status = dict(line.split(":", 1) for line in open("/proc/self/status"))
print([os.getuid(), os.listdir("/home"), status["CapEff"].strip(), status["Seccomp"].strip()])
"""
HOARD = """
import os, time
for number in range(4):
    if os.fork() == 0:
        pieces = [bytearray(b"x" * 2**20) for _ in range(200)]
        time.sleep(60)
os.wait()
print("one was ended")
"""


def main() -> None:
    """Print what was found."""
    if os.geteuid() == 0:
        leave_root()
    os.environ["HOME"] = "/nonexistent"
    with tempfile.TemporaryDirectory() as folder, bare(Path(folder)) as ground:
        with ground.server("c1-aaaaaa", memory_mib=512) as one, ground.server("c1-aaaaab", memory_mib=512) as other:
            found = {
                "inside": one.run(LOOK),
                "outside": os.geteuid(),
                "owner": Path(f"/proc/{one.started.pid}").stat().st_uid,
                "home": Path(one.wanted.tenant.home).stat().st_uid,
                "neighbor": other.run(f"import os; os.path.exists({folder!r})"),
                "watched": one.run(HOARD, "6 * 7"),
                "group": one.started.group,
            }
        json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
