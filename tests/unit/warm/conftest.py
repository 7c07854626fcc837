"""One template for all tests of this folder."""

import sys
from collections.abc import Iterator

import pytest
from tests.unit.warm.bare import Bare, bare


@pytest.fixture(scope="session")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bare]:
    """Return a template and what stands in for a hub."""
    if sys.platform != "linux":
        pytest.skip("namespaces are Linux's")
    with bare(tmp_path_factory.mktemp("warm")) as running:
        yield running
