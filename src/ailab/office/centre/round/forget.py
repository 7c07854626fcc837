"""Destroy what the exchange keeps about one learner: their attempts, and the pages that were given back to them."""

import json
import shutil
from pathlib import Path

from sqlalchemy import select

from ailab.office.centre.database import session_of
from ailab.office.centre.folder import COURSE_ID, Centre, expect_id
from ailab.office.centre.round.feedback import released_name
from ailab.office.centre.round.inbound import OURS, inbound
from ailab.office.centre.tables import HandedIn
from ailab.office.grading.work import FEEDBACK

_SECRET = "submission_secret.txt"  # noqa: S105 - a file's name


def forget_hand_ins(centre: Centre, learner: str) -> int:
    """Remove a learner from the exchange and return how many attempts there were; with whom they worked is forgotten too."""
    expect_id(learner)
    attempts = [*inbound(centre).glob(f"{learner}+*"), *inbound(centre).glob(f".{learner}+*")]
    secrets = [*(path / _SECRET for path in attempts), *(centre.course / FEEDBACK / learner).glob(f"*/{_SECRET}")]
    for page in (page for secret in secrets if secret.is_file() for page in _pages(centre, secret)):
        page.unlink(missing_ok=True)
    for path in attempts:
        shutil.rmtree(path)
    _forget_partner(centre, learner)
    return len(attempts)


def _pages(centre: Centre, secret: Path) -> list[Path]:
    # A folder of feedback holds pages, a folder of an attempt notebooks: both are named after the exercise.
    exercises = {path.stem for path in secret.parent.iterdir() if path.suffix in (".html", ".ipynb")}
    words = secret.read_text(encoding="utf-8", errors="replace")
    return [centre.exchange / COURSE_ID / "feedback" / released_name(words, each) for each in exercises] if words else []


def _forget_partner(centre: Centre, learner: str) -> None:
    with session_of(centre) as session:
        for row in session.scalars(select(HandedIn).where(HandedIn.partner == learner)):
            row.partner = ""
            path = inbound(centre) / row.folder / OURS
            if path.is_file():
                data = json.loads(path.read_text(encoding="utf-8")) | {"partner": "", "twin": ""}
                path.write_text(json.dumps(data, indent=1, sort_keys=True) + "\n", encoding="utf-8")
