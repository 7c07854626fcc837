"""Errors of connected devices, each with a text for the learner.

DeviceError                    anything a device, bus or broker says no to
├── WrongValue                 what was given cannot be used (a ValueError too)
├── NoEnd                      messages or a program that would go on for ever
├── BusClosed                  a bus that was closed, or that is busy
├── BrokerAbsent               nobody answers, or not as a broker does (a ConnectionError too)
├── BrokerRefuses              a broker that answers, and says no (a PermissionError too)
├── PackageMissing             a package that is not installed (an ImportError too)
└── NotAllowed                 a device that was asked without the right token (a PermissionError too)
"""

from difflib import get_close_matches
from typing import Any, Final, Self

from ailab.errors import AilabError
from ailab.lang import library_translations, reader_language

_LONGEST: Final = 60


class DeviceError(AilabError):
    """Base of what devices say no to; its text is in the reader's language."""


class WrongValue(DeviceError, ValueError):
    """What was given cannot be used; the text says what was expected."""

    @classmethod
    def unknown(cls, text: str, name: object, known: tuple[str, ...]) -> Self:
        """Return the error for a name nobody knows, with the nearest known one or all of them."""
        near = get_close_matches(str(name), known, n=1)
        hint = say("Did you mean `{near}`?").format(near=near[0]) if near else say("There are: {names}.").format(names=", ".join(known))
        return cls(f"{text} {hint}")


class NoEnd(DeviceError):
    """Messages or a program that would go on for ever."""


class BusClosed(DeviceError):
    """The bus was closed, or is busy with this very question."""


class BrokerAbsent(DeviceError, ConnectionError):
    """Nobody answers at the address, or the answer stopped coming."""


class BrokerRefuses(DeviceError, PermissionError):
    """A broker answers and says no: name, password or certificate."""


class PackageMissing(DeviceError, ImportError):
    """A package this needs is not installed."""


class NotAllowed(DeviceError, PermissionError):
    """A device was asked without the right token."""


def say(text: str) -> str:
    """Return the text in the reader's words; looked up anew each time, since notebooks change their language."""
    return library_translations(reader_language())(text)


def shown(value: Any) -> str:
    """Return a value as it stands in a message: written as in Python, and short."""
    try:
        text = repr(value)
    except Exception:  # noqa: BLE001 - the learner may have written __repr__
        text = type(value).__name__
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
