"""Names that hide whose answer it is: from a key of the centre, other ones for each trainer and exercise, always the same.

Sorted by their tokens, answers stand in an order that nobody chose and that stays.
"""

import hmac
import os
import secrets
from base64 import b32encode
from contextlib import suppress
from pathlib import Path
from typing import Final

from ailab.office.centre.folder import Centre

KEY: Final = "marking.key"
TOKEN: Final = "[a-z2-7]{20}"  # noqa: S105 - a pattern
_KEY_BYTES: Final = 32
_LENGTH: Final = 20


def token_of(centre: Centre, trainer: str, module: str, exercise: str, learner: str) -> str:
    """Return the token of one learner's answer, as this trainer sees it."""
    about = "\0".join((trainer, module, exercise, learner)).encode()
    return b32encode(hmac.digest(_key(centre.folder / KEY), about, "sha256")).decode("ascii").lower()[:_LENGTH]


def _key(path: Path) -> bytes:
    """Return the key, made at its first use; two processes at once agree on one."""
    with suppress(FileNotFoundError):
        return path.read_bytes()
    aside = path.with_name(f".{KEY}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
        stream.write(secrets.token_bytes(_KEY_BYTES))
        stream.flush()
        os.fsync(stream.fileno())
    with suppress(FileExistsError):
        os.link(aside, path)  # unlike a rename, it never takes the place of another's
    aside.unlink()
    return path.read_bytes()
