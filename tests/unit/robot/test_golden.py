"""Golden traces: the same on every platform."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ailab.robot.golden import GOLDEN, fingerprint

KEPT = json.loads((Path(__file__).parent / "golden" / "traces.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", GOLDEN)
def test_a_trace_is_what_it_was(name: str) -> None:
    assert json.loads(json.dumps(fingerprint(GOLDEN[name]()))) == KEPT[name]


def test_every_robot_of_the_golden_traces_moves() -> None:
    assert all(len(make().x) == len(make().y) and len({*zip(make().x, make().y, strict=True)}) > 5 for make in GOLDEN.values())


def test_the_script_prints_them_with_the_standard_library_alone() -> None:
    root = Path(__file__).resolve().parents[3]
    run = subprocess.run(
        [sys.executable, "-S", "-m", "ailab.robot.golden"],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(root / "src")},
    )

    assert json.loads(run.stdout) == KEPT
    assert run.stderr == ""
