"""One template for all tests of this folder."""

import sys
from collections.abc import Iterator

import pytest
from tests.unit.warm.bare import ROOT, Bare, bare


@pytest.fixture(scope="session")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bare]:
    """Return a template and what stands in for a hub."""
    if sys.platform != "linux":
        pytest.skip("namespaces are Linux's")
    if not (ROOT / "build" / "map.json").is_file():
        pytest.skip("the course has not been built")
    with bare(tmp_path_factory.mktemp("warm")) as running:
        yield running
