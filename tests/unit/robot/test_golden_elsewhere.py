"""Golden traces of robots and devices on other interpreters: Debian's Python, what else is on the path, Pyodide under node."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
PYODIDE = ROOT / "build" / "pyodide"
SCRIPT = ROOT / "tests" / "pyodide" / "traces.py"
RUNNER = ROOT / "tests" / "pyodide" / "run.mjs"
PYTHONS = ("/usr/bin/python3", "python3", *(f"python3.{minor}" for minor in range(11, 20)))
KEPT = json.loads((Path(__file__).parent / "golden" / "traces.json").read_text(encoding="utf-8"))


def run(*command: str | Path) -> dict[str, Any]:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    assert done.stderr == ""
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def traces_of(python: str | Path) -> dict[str, Any]:
    return run(python, "-S", SCRIPT)


def version_of(python: str) -> str:
    """Return the version of an interpreter that can run us, or nothing."""
    path = shutil.which(python)
    code = "import sys; print(*sys.version_info[:3]) if sys.version_info >= (3, 11) else None"
    return subprocess.run([path, "-S", "-c", code], check=False, capture_output=True, text=True).stdout if path else ""


def other_pythons() -> dict[str, str]:
    """Return one interpreter for each version that is not this one."""
    found = {version_of(python): python for python in PYTHONS}
    return {
        version: python for version, python in found.items() if version.split() not in ([], [str(part) for part in sys.version_info[:3]])
    }


@pytest.fixture(scope="module")
def here() -> dict[str, Any]:
    return traces_of(sys.executable)


def test_this_python_gives_the_kept_traces(here: dict[str, Any]) -> None:
    assert here["robots"] == KEPT


def test_other_pythons_give_the_same_traces(here: dict[str, Any]) -> None:
    others = other_pythons()
    if not others:
        pytest.skip("no other Python of 3.11 or newer on this machine")

    for python in others.values():
        there = traces_of(python)
        assert there["python"] != here["python"]
        assert (there["robots"], there["devices"]) == (here["robots"], here["devices"]), python


def test_pyodide_gives_the_same_traces(here: dict[str, Any]) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node on this machine")
    if not (PYODIDE / "node_modules" / "pyodide").is_dir():
        pytest.skip("no Pyodide in build/pyodide: `make setup` installs it where npm is")

    there = run(node, RUNNER, PYODIDE, ROOT / "src", SCRIPT)

    assert there["platform"] == "emscripten"
    assert (there["robots"], there["devices"]) == (here["robots"], here["devices"])
