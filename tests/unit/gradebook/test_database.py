"""Where the gradebook is, and what is said when its driver is not there."""

import sys
from pathlib import Path

import pytest

from ailab.errors import ExtraMissing, Refused
from ailab.office.gradebook.database import database_url, open_database, shown_url


def test_the_gradebook_is_a_file_unless_the_configuration_says_otherwise(tmp_path: Path) -> None:
    config = tmp_path / "nbgrader_config.py"
    config.write_text("c = get_config()\n", encoding="utf-8")
    assert database_url(tmp_path) == f"sqlite:///{tmp_path}/gradebook.db"

    config.write_text("c = get_config()\nc.CourseDirectory.db_url = 'postgresql+pg8000://grader@db.example/marks'\n", encoding="utf-8")
    assert database_url(tmp_path) == "postgresql+pg8000://grader@db.example/marks"


def test_a_password_is_shown_to_nobody() -> None:
    assert shown_url("postgresql+pg8000://grader:quiet-word@db.example/marks") == "postgresql+pg8000://grader:***@db.example/marks"


def test_the_missing_driver_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pg8000", None)

    with pytest.raises(ExtraMissing, match=r"ailab\[programme\]"):
        open_database("postgresql+pg8000://grader@db.example/marks")


@pytest.mark.parametrize(("url", "said"), [("postgresql+psycopg2://grader@db.example/marks", "write postgresql"), ("marks", "no URL of a database")], ids=["other_driver", "no_url"])
def test_what_cannot_be_opened_is_refused_with_a_remedy(url: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        open_database(url)
