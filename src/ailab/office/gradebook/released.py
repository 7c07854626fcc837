"""Where nbgrader's exchange keeps a released feedback page: under a name that only who handed in can know."""

from pathlib import Path

from nbgrader.utils import notebook_hash


def released_name(secret: str, exercise: str) -> str:
    """Return the name of a released page; the secret is the content of submission_secret.txt."""
    return f"{notebook_hash(secret=secret, notebook_id=exercise)}.html"


def released_page(feedback: Path, exchange: Path, exercise: str) -> Path | None:
    """Return a released page, from a learner's feedback folder of a module and the exchange of its course; None before."""
    try:
        secret = (feedback / "submission_secret.txt").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None
    page = exchange / "feedback" / released_name(secret, exercise)
    return page if page.is_file() else None
