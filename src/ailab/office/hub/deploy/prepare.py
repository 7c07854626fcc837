"""`python -m ailab.office.hub.deploy.prepare`: the centre's folder, made or brought up to date before a hub starts on it.

AILAB_CENTRE names the folder, AILAB_CENTRE_SETTINGS its first settings as JSON, AILAB_ROOT the course.
"""

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, Final

from sqlalchemy import URL, make_url

from ailab.errors import AilabError, Refused
from ailab.office.centre import Centre, Settings

SETTINGS: Final = "AILAB_CENTRE_SETTINGS"


def prepare(environ: Mapping[str, str] = os.environ) -> Centre:
    """Make the centre when there is none, and bring database and course up to date.

    Raises
    ------
    Refused
        When the settings cannot be read, or the course cannot be published.
    """
    from ailab.office.hub.setup import opened
    from ailab.office.hub.setup import prepare as bring_up_to_date

    centre = opened(Path(environ["AILAB_CENTRE"]), given_settings(environ.get(SETTINGS, "")), address=None, port=None, tls=None)
    bring_up_to_date(centre, Path(environ.get("AILAB_ROOT", ".")), out=print, watch=lambda _what, _done, _of: None)
    return centre


def given_settings(text: str) -> Settings:
    """Return settings from JSON.

    Raises
    ------
    Refused
        When it is no object of known settings.
    """
    try:
        data: dict[str, Any] = json.loads(text or "{}")
        return Settings(**({"code": "c1", "name": "", "place": ""} | data))
    except (ValueError, TypeError) as error:
        known = ", ".join(each.name for each in fields(Settings))
        raise Refused(f"{SETTINGS}: {error}. Write a JSON object; known are {known}.") from error


def settings_text(settings: Settings) -> str:
    """Return settings as JSON: those that differ from what a centre has anyway, and its names; a password never."""
    usual = asdict(Settings(code="", name="", place=""))
    own = {name: value for name, value in asdict(settings).items() if value != usual[name]}
    if settings.database:
        own["database"] = without_password(settings.database)
    return json.dumps(own, ensure_ascii=False, sort_keys=True)


def without_password(url: str, *, driver: str = "") -> str:
    """Return a database's URL that may stand in a file, for another driver when one is named."""
    given = make_url(url)
    kept = URL.create(
        driver or given.drivername, username=given.username, host=given.host, port=given.port, database=given.database, query=given.query
    )
    return kept.render_as_string(hide_password=False)


if __name__ == "__main__":
    try:
        prepare()
    except AilabError as error:
        sys.exit(f"ailab: {error}")
