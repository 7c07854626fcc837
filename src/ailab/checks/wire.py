"""Plain data as JSON and back: what crosses the border between a learner's process and a check.

JSON has no tuples, sets, bytes, complex numbers, NaN or keys that are no text, so those are tagged:
`{"tuple": […]}`. Nothing is ever looked up by name: a value comes back as data or not at all.
"""

import base64
import math
from collections.abc import Sequence
from typing import Any, Final

from ailab.checks.plain import NotPlain

_DEEPEST: Final = 40
_MOST: Final = 200_000
_LONGEST_NUMBER: Final = 3_505
"""Characters of a whole number: Python writes no more than 4,300 digits."""
_LONGEST_JSON_NUMBER: Final = 64
"""Bits; longer ones are tagged."""
_MOST_COLLISIONS: Final = 500
_FLOATS: Final = {"nan": math.nan, "inf": math.inf, "-inf": -math.inf}


def to_wire(value: Any) -> Any:
    """Return plain data (see `plain`) as JSON data."""
    kind = type(value)
    if value is None or kind in (bool, str):
        # JSON text is Unicode; half of a surrogate pair is not.
        return _text(value) if kind is str else value
    if kind is int:
        return value if abs(value) < 1 << 53 else {"int": hex(value)}
    if kind is float:
        return value if math.isfinite(value) else {"float": str(value)}
    if kind is list:
        return [to_wire(item) for item in value]
    if kind in (tuple, set, frozenset):
        return {kind.__name__: [to_wire(item) for item in value]}
    if kind is dict:
        return {"dict": [[to_wire(key), to_wire(item)] for key, item in value.items()]}
    if kind is bytes:
        return {"bytes": base64.b64encode(value).decode("ascii")}
    if kind is complex:
        return {"complex": [to_wire(value.real), to_wire(value.imag)]}
    if value is ...:
        return {"ellipsis": []}
    raise NotPlain(f"an object of type {kind.__name__}")


def from_wire(data: Any) -> Any:
    """Return the plain value that JSON data stands for.

    Raises
    ------
    NotPlain
        When it stands for nothing, or for too much.
    """
    return _Reader().read(data, 0)


class _Reader:
    """Counts what it reads."""

    def __init__(self) -> None:
        self._left = _MOST

    def read(self, data: Any, depth: int) -> Any:
        """Return the value of JSON data."""
        self._left -= 1
        if self._left < 0 or depth > _DEEPEST:
            raise NotPlain("too much data")
        if isinstance(data, list):
            return [self.read(item, depth + 1) for item in data]
        if isinstance(data, str):
            return _text(data)
        if isinstance(data, int) and data.bit_length() > _LONGEST_JSON_NUMBER:
            raise NotPlain("a huge whole number")
        if not isinstance(data, dict):
            return data
        if len(data) != 1:
            raise NotPlain("data of no known kind")
        [(tag, content)] = data.items()
        try:
            return self._tagged(tag, content, depth)
        except NotPlain:
            raise
        except (TypeError, ValueError, ArithmeticError, LookupError) as error:
            raise NotPlain(f"a broken {tag[:20]}: {type(error).__name__}") from None

    def _tagged(self, tag: str, content: Any, depth: int) -> Any:
        match tag:
            case "tuple":
                return tuple(self.read(content, depth))
            case "set":
                return set(_spread(self.read(content, depth)))
            case "frozenset":
                return frozenset(_spread(self.read(content, depth)))
            case "dict":
                pairs = [(self.read(key, depth + 1), self.read(item, depth + 1)) for key, item in content]
                _spread([key for key, _ in pairs])
                return dict(pairs)
            case "int" if len(content) < _LONGEST_NUMBER:
                return int(content, 16)
            case "float":
                return _FLOATS[content]
            case "bytes":
                return base64.b64decode(content, validate=True)
            case "complex":
                return complex(self.read(content[0], depth), self.read(content[1], depth))
            case "ellipsis":
                return ...
        raise NotPlain("data of no known kind")


def _text(value: str) -> str:
    # JSON text is Unicode; half of a surrogate pair is not.
    return value if value.isascii() else value.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def _spread(keys: Sequence[Any]) -> Sequence[Any]:
    # A hundred thousand whole numbers of one hash keep a dictionary busy for minutes.
    if len(keys) - len(set(map(hash, keys))) > _MOST_COLLISIONS:
        raise NotPlain("too many keys alike")
    return keys
