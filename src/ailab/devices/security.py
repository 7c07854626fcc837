"""A device that looks after itself: no default password, no order without the token, no word too many."""

import hmac
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from ailab.devices.errors import NotAllowed, WrongValue, say, shown
from ailab.devices.given import a_callable

_SHORTEST_PASSWORD: Final = 12
_SHORTEST_TOKEN: Final = 16
_FIVE_DIFFERENT: Final = 5
_DEFAULTS: Final = ("admin", "administrator", "default", "guest", "password", "root", "user", "letmein", "qwerty", "azerty", "12345678")
"""What devices are delivered with, and what is tried first."""


class Device:
    """A device with a password, a token and a list of what it may tell.

    Parameters
    ----------
    name : str
        Its name.
    password : str
        At least 12 characters, none of the words that devices are delivered with.
    token : str
        What every order must carry: at least 16 characters, not the password.
    fields : iterable of str
        What it may send; everything else stays inside.

    Raises
    ------
    WrongValue
        When the password or the token is weak; the message says why.

    Examples
    --------
    >>> valve = Device("valve", password="seven blue wells", token="kx93-mmq2-77ty-a1b0", fields=["soil"])
    >>> valve.on("open", lambda minutes: f"open for {minutes} minutes")
    >>> valve.command("open", 5, token="kx93-mmq2-77ty-a1b0")
    'open for 5 minutes'
    >>> valve.message({"soil": 31.5, "owner": "Salma"})
    {'soil': 31.5}
    """

    def __init__(self, name: str, password: str, token: str, fields: Iterable[str] = ()) -> None:
        """Refuse to start with a weak password or token."""
        self.name = _a_text(name, "name")
        _check_password(_a_text(password, "password"), self.name)
        _check_token(_a_text(token, "token"), password)
        self._password, self._token = password, token
        self._fields = _field_names(fields)
        self._commands: dict[str, Callable[..., object]] = {}
        self._refused = 0

    @property
    def refused(self) -> int:
        """How many orders and logins were refused."""
        return self._refused

    def on(self, command: str, function: Callable[..., object]) -> None:
        """Teach the device a command.

        Examples
        --------
        >>> lamp = Device("lamp", password="seven blue wells", token="kx93-mmq2-77ty-a1b0")
        >>> lamp.on("light", lambda: "on")
        """
        self._commands[_a_text(command, "command")] = a_callable(function)

    def login(self, password: str) -> bool:
        """Say whether this is the password.

        Examples
        --------
        >>> Device("lamp", password="seven blue wells", token="kx93-mmq2-77ty-a1b0").login("admin")
        False
        """
        right = _same(self._password, password)
        self._refused += not right
        return right

    def command(self, command: str, *values: Any, token: str = "") -> Any:
        """Do what is ordered when the token is right.

        Raises
        ------
        NotAllowed
            When the token is missing or wrong: nothing was done.

        Examples
        --------
        >>> lamp = Device("lamp", password="seven blue wells", token="kx93-mmq2-77ty-a1b0")
        >>> lamp.on("light", lambda: "on")
        >>> lamp.command("light", token="kx93-mmq2-77ty-a1b0")
        'on'
        """
        # The token first: a stranger does not learn which commands there are.
        if not _same(self._token, token):
            self._refused += 1
            raise NotAllowed(say("`{name}` refuses: the token is missing or wrong. Nothing was done.").format(name=self.name))
        if command not in self._commands:
            text = say("`{name}` has no command {given}.").format(name=self.name, given=shown(command))
            raise WrongValue.unknown(text, command, tuple(sorted(self._commands)) or ("-",))
        return self._commands[command](*values)

    def message(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return what the device may send of these values: the allowed fields alone.

        Examples
        --------
        >>> lamp = Device("lamp", password="seven blue wells", token="kx93-mmq2-77ty-a1b0", fields=["light"])
        >>> lamp.message({"light": 800, "password": "seven blue wells"})
        {'light': 800}
        """
        if not isinstance(values, Mapping):
            raise WrongValue(say("A message is a dict of fields; you gave {given}.").format(given=shown(values)))
        return {field: values[field] for field in self._fields if field in values}

    def __repr__(self) -> str:
        """Say what it is; neither password nor token."""
        text = say("`{name}` sends: {fields}. Orders and logins refused: {refused}.")
        return text.format(name=self.name, fields=", ".join(self._fields) or "—", refused=self._refused)


def _same(secret: str, given: object) -> bool:
    # In constant time: how long a refusal takes tells nothing about the secret.
    text = given if isinstance(given, str) else ""
    return hmac.compare_digest(secret.encode("utf-8", "replace"), text.encode("utf-8", "replace"))


def _check_password(password: str, name: str) -> None:
    plain = password.casefold().strip()
    bare = plain.rstrip("0123456789!?.*#-_ ")
    if plain in _DEFAULTS or bare in _DEFAULTS or name.casefold() in (plain, bare):
        raise WrongValue(say("This password is one that strangers try first. Choose three words that nobody would put together."))
    if len(password) < _SHORTEST_PASSWORD or len(set(password)) < _FIVE_DIFFERENT:
        raise WrongValue(
            say("This password is too short or too even. Take at least {least} characters, for example three words.").format(
                least=_SHORTEST_PASSWORD
            )
        )


def _check_token(token: str, password: str) -> None:
    if len(token) < _SHORTEST_TOKEN or len(set(token)) < _FIVE_DIFFERENT:
        raise WrongValue(
            say("This token is too short or too even. Take at least {least} characters, for example from `secrets.token_hex()`.").format(
                least=_SHORTEST_TOKEN
            )
        )
    if _same(token, password):
        raise WrongValue(say("Token and password are the same. Give each its own: who learns one must not know the other."))


def _a_text(given: object, name: str) -> str:
    if not isinstance(given, str) or not given.strip():
        # The value stays out of the message: it may be a secret.
        raise WrongValue(say("`{name}` is text, and not empty.").format(name=name))
    return given


def _field_names(fields: Any) -> tuple[str, ...]:
    names: tuple[Any, ...] = tuple(fields) if isinstance(fields, Iterable) and not isinstance(fields, str) else (None,)
    if not all(isinstance(name, str) for name in names):
        raise WrongValue(say("`fields` is a list of names, for example `['soil']`; you gave {given}.").format(given=shown(fields)))
    return names
