"""The address of a module's page: what lies there already, else a new one."""

import asyncio
from pathlib import Path

import pytest
from tornado.web import HTTPError

from ailab.errors import Refused
from ailab.office.build.take_home import FOLDER
from ailab.office.lab import take_home
from ailab.office.lab.coursemap import read_map


def asked(build: Path) -> bytes:
    return asyncio.run(take_home.page_of(build, read_map(build), "souk", "ar"))


def lay_page(build: Path, release: str) -> bytes:
    page = f'<!doctype html><meta name="ailab-release" content="{release}">'.encode()
    path = build / FOLDER / "ar" / "souk.html"
    path.parent.mkdir(parents=True)
    path.write_bytes(page)
    return page


def test_page_that_was_made_beforehand_is_sent(build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(take_home, "take_home_page")
    page = lay_page(build, read_map(build).release)

    assert asked(build) == page


def test_page_of_another_release_is_made_anew(build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_page(build, "old")
    monkeypatch.setattr(take_home, "take_home_page", lambda *given: repr(given[1:]).encode())

    assert asked(build) == b"('souk', 'ar')"


def test_course_that_does_not_run_is_no_page(build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> bytes:
        raise Refused("It does not run.")

    monkeypatch.setattr(take_home, "take_home_page", refuse)

    with pytest.raises(HTTPError) as refused:
        asked(build)
    assert refused.value.status_code == 503
