"""The desk's sample class, with what a report asks for."""

from tests.unit.desk.conftest import centre, desk, sample, staff

__all__ = ["centre", "desk", "sample", "staff"]
