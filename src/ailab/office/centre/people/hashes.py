"""Secrets as they are stored: salted and hashed by scrypt, the parameters beside the hash.

    scrypt$14$8$1$<salt>$<hash>        14: two to this power is the work

Every kind of secret costs the same time, so that the time of an answer tells nothing about who was asked for.
"""

import hashlib
import hmac
from base64 import b64decode, b64encode
from binascii import Error
from secrets import token_bytes
from typing import Final

_WORK: Final = 14
_BLOCK: Final = 8
_WAYS: Final = 1
_SALT: Final = 16
_MOST_WORK: Final = 18
_NAME: Final = "scrypt"


def hashed(secret: str) -> str:
    """Return what to store of a secret.

    Raises
    ------
    ValueError
        When there is no secret.
    """
    if not secret:
        raise ValueError("an empty secret would open the door to everybody")
    return _stored(secret, token_bytes(_SALT))


def matches(secret: str, stored: str) -> bool:
    """Tell whether this secret was stored; nothing matches an empty or broken text, and telling takes the same time then."""
    parts = _read(stored)
    if parts is None or not secret:
        hmac.compare_digest(_scrypt(secret, b"nobody's salt...", _WORK, _BLOCK, _WAYS), b"")
        return False
    salt, expected, work, block, ways = parts
    return hmac.compare_digest(_scrypt(secret, salt, work, block, ways), expected)


def _stored(secret: str, salt: bytes) -> str:
    made = _scrypt(secret, salt, _WORK, _BLOCK, _WAYS)
    return "$".join((_NAME, str(_WORK), str(_BLOCK), str(_WAYS), b64encode(salt).decode(), b64encode(made).decode()))


def _read(stored: str) -> tuple[bytes, bytes, int, int, int] | None:
    try:
        name, work, block, ways, salt, made = stored.split("$")
        numbers = int(work), int(block), int(ways)
        parts = b64decode(salt, validate=True), b64decode(made, validate=True)
    except (ValueError, Error):
        return None
    fits = name == _NAME and 0 < numbers[0] <= _MOST_WORK and 0 < numbers[1] <= 2 * _BLOCK and 0 < numbers[2] <= 2 * _WAYS
    return (*parts, *numbers) if fits and all(parts) else None


def _scrypt(secret: str, salt: bytes, work: int, block: int, ways: int) -> bytes:
    memory = 128 * block * (2**work + ways + 2)
    return hashlib.scrypt(secret.encode("utf-8", "surrogatepass"), salt=salt, n=2**work, r=block, p=ways, maxmem=2 * memory)
