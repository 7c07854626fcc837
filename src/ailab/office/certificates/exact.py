"""Exact numbers: text into fractions, records into bytes that never differ.

Floats have no place in a decision: 0.7 * 10 is not 7 everywhere, 7/10 is.
"""

import hashlib
import json
import re
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import Any, Final

import msgspec

_DECIMAL: Final = re.compile(r"\d{1,12}(\.\d{1,12})?", re.ASCII)


def exact(text: str) -> Fraction:
    """Return the number this plain decimal text stands for.

    Raises
    ------
    ValueError
        For anything but digits and one dot: a comma may part thousands or decimals, and "absent" is no number.
    """
    if not _DECIMAL.fullmatch(text):
        raise ValueError(f"'{text}' is no plain decimal number. Write it with digits 0-9 and a dot, like 69.5.")
    return Fraction(text)


def share(text: str) -> Fraction:
    """Return the share this percentage stands for, from "0%" to "100%"."""
    number = exact(text.removesuffix("%")) / 100
    if not text.endswith("%") or number > 1:
        raise ValueError(f"'{text}' is no percentage from 0% to 100%. Write it like 60%.")
    return number


def canonical(value: Any) -> bytes:
    """Return a record as JSON that depends on nothing but its values: sorted keys, no spaces, UTF-8."""
    return json.dumps(_plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


def sha256(value: Any) -> str:
    """Return the SHA-256 of the canonical JSON of a record, in hexadecimal."""
    return hashlib.sha256(canonical(value)).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    if isinstance(value, float):
        raise TypeError("A float has no place in a decision; give a Fraction.")
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    if isinstance(value, frozenset):
        # A set has no order of its own: its canonical texts lend it one.
        return sorted((_plain(item) for item in value), key=canonical)
    if isinstance(value, msgspec.Struct):
        return _plain(msgspec.structs.asdict(value)) | {"type": type(value).__name__}
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value
