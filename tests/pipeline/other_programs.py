"""Programs of others that a notebook of ours meets: stock nbgrader, nbval."""

import os
import subprocess
import sys
from pathlib import Path


def run_stock(folder: Path, *words: str) -> None:
    """Run a command of stock nbgrader."""
    program = Path(sys.executable).with_name("nbgrader")
    environment = {name: value for name, value in os.environ.items() if name != "PYTEST_CURRENT_TEST"}
    done = subprocess.run([str(program), *words], cwd=folder, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr[-2000:]


def nbval(path: Path, language: str) -> subprocess.CompletedProcess[str]:
    """Run notebooks below a path under nbval."""
    words = ["--nbval-lax", "--nbval-cell-timeout=60", "-p", "no:cacheprovider", "--rootdir", str(path.parent), "-c", os.devnull, str(path)]
    environment = {**os.environ, "AILAB_LANG": language}
    command = [sys.executable, "-m", "pytest", "-q", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=path.parent)
