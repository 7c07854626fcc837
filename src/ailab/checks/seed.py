"""Seeds of hidden cases: the same inputs give the same seed everywhere."""

from hashlib import sha256


def seed_of(*parts: str) -> int:
    """Return a seed between 0 and 2³² − 1 from words, for instance release and exercise."""
    return int.from_bytes(sha256("\x1f".join(parts).encode()).digest()[:4], "big")
