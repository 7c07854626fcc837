"""A hub that is not root: the same isolation, all learners under its own user, memory watched by init."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.unit.warm.bare import ROOT


@pytest.mark.skipif(sys.platform != "linux", reason="namespaces are Linux's")
def test_a_hub_of_an_ordinary_user_isolates_and_limits_too(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tests.unit.warm.as_nobody"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=200
    )
    assert run.returncode == 0, run.stderr[-3000:]
    found = json.loads(run.stdout)
    assert found["inside"] == ["[1000, ['learner'], '0000000000000000', '2']"]
    assert found["home"] == found["outside"] != 0
    assert found["neighbor"] == ["False"]
    assert found["watched"] == ["one was ended", "42"]
    assert found["group"] == []
