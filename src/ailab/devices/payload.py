"""Payloads: values that travel as bytes. Text goes as it is, everything else as JSON.

Whatever arrives is given: what is no JSON comes as text, so that a broken sender stops nobody.
"""

import json
from typing import Any, Final, NoReturn

from ailab.devices.errors import WrongValue, say, shown

LARGEST: Final = 256 * 1024
"""Bytes of the largest payload: a small picture fits, a film does not."""


def encode(payload: Any) -> bytes:
    """Return a payload as bytes, or say why it cannot travel."""
    if payload is None:
        raise WrongValue(say("There is nothing to send: the payload is `None`. Give text, a number, True or False, a list or a dict."))
    data = _text_bytes(payload) if isinstance(payload, str) else _json_bytes(payload)
    if len(data) > LARGEST:
        raise WrongValue(
            say("This payload is too large: {size} kB; at most {largest} kB fit in a message. Send less, or in parts.").format(
                size=len(data) // 1024, largest=LARGEST // 1024
            )
        )
    return data


def decode(data: bytes) -> Any:
    """Return what the bytes say: the value when they are JSON, else text."""
    text = data.decode("utf-8", "backslashreplace")
    try:
        return json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):  # NaN, endless numbers and deep nests too are only text
        return text


def _text_bytes(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise WrongValue(say("This text holds a character that cannot travel. Write it again without it.")) from None


def _json_bytes(payload: Any) -> bytes:
    try:
        return _text_bytes(json.dumps(payload, ensure_ascii=False, allow_nan=False, default=_from_science))
    except WrongValue:
        raise
    except (TypeError, ValueError, RecursionError) as error:
        if "Out of range float" in str(error):
            text = say("The payload {given} holds a number that is none (NaN) or endless. Leave it out, or send a real measurement.")
        else:
            text = say("The payload {given} cannot travel as JSON. Give text, a number, True or False, a list or a dict of these.")
        raise WrongValue(text.format(given=shown(payload))) from None


def _from_science(value: Any) -> Any:
    # NumPy's numbers and arrays, without importing NumPy.
    if hasattr(value, "tolist"):
        return value.tolist()
    raise TypeError(type(value).__name__)


def _refuse(word: str) -> NoReturn:
    raise ValueError(word)
