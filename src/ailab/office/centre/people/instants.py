"""Instants as the database keeps them."""

from datetime import UTC, datetime


def instant_text(moment: datetime) -> str:
    """Return an instant as UTC text, like 2026-11-20T10:00:00Z."""
    return f"{moment.astimezone(UTC).replace(tzinfo=None, microsecond=0).isoformat()}Z"
