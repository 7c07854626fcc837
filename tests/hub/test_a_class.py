"""Everybody comes at once: nobody is turned away, nothing is lost."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from tests.hub.a_class import run_class

pytestmark = [pytest.mark.hub, pytest.mark.slow, pytest.mark.timeout(1800)]


@pytest.mark.parametrize("size", [pytest.param(6, id="6"), pytest.param(100, id="100", marks=pytest.mark.proof)])
def test_a_class_logs_in_fits_does_an_exercise_and_hands_in_all_at_once(tmp_path: Path, size: int) -> None:
    figures = run_class(size, tmp_path)

    print(json.dumps(asdict(figures), indent=1))
    assert figures.troubles == ()
    assert (figures.failures, figures.lost) == (0, 0)
    # Hub, servers and kernels of a hundred on a machine with 8 GiB; a small class has the same hub.
    assert figures.memory_mib < 1536 + 82 * size
