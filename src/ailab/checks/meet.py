"""Let a learner's function meet a partner that lives outside its process: a robot's world, a broker, an opponent.

The function is given a stand-in. Each method called on it travels to the partner as plain data and the partner's
answer travels back, so what the partner knows (a hidden world, a seed, a goal) never stands where the learner's
code runs, and what is judged is the partner's own account, never a claim.
"""

import threading
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any, Final, Self

from ailab.checks.answer import Outcome, Partner
from ailab.checks.ask import Ask

Tell = Callable[[str, tuple[Any, ...], Mapping[str, Any]], Any]
"""From verb, arguments and named arguments to what the partner answers."""
_LEARNERS_OWN: Final = (TypeError, ValueError)


class EndOfRun(Exception):
    """The partner ends the meeting without blame: too many moves, an empty battery.

    Any exception of a partner with a true attribute `ends_run` counts as one.
    """

    ends_run = True


def meet(function: str, partner: Callable[[], Partner], /, *args: Any) -> Ask:
    """Ask a function that the learner wrote to meet a new partner; `outcome.value` is the partner's result.

    Parameters
    ----------
    function : str
        Name of the learner's function. It is given the stand-in, then `args`.
    partner : callable
        Makes a new partner, since a case may be asked more than once.
    """
    return lambda answer: answer.meet(function, partner, *args)


class Over(BaseException):
    """The meeting has ended. Not an Exception: the learner's `except Exception` must not catch it."""


class StandIn:
    """What a learner's function is given in place of a partner."""

    __slots__ = ("_lock", "_over", "_tell", "_verbs")

    def __init__(self, verbs: frozenset[str], tell: Tell) -> None:
        """Take what may be called, and the way there."""
        self._verbs, self._tell, self._over, self._lock = verbs, tell, False, threading.Lock()

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """Return the way to one of the partner's verbs."""
        if name not in self._verbs:
            near = get_close_matches(name, self._verbs, n=1)
            raise AttributeError(f"There is no '{name}' here." + (f" Did you mean '{near[0]}'?" if near else ""))
        return lambda *args, **kwargs: self._ask(name, args, kwargs)

    def __dir__(self) -> list[str]:
        """List the verbs."""
        return sorted(self._verbs)

    def __enter__(self) -> Self:
        """Return the stand-in: `with robot:` works here too."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Stop what can be stopped."""
        if "stop" in self._verbs and not self._over:
            self._ask("stop", (), {})

    def _ask(self, verb: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Any:
        with self._lock:  # a program's own threads speak one at a time
            if self._over:
                raise Over
            try:
                return self._tell(verb, args, kwargs)
            except _LEARNERS_OWN:
                raise
            except Exception as error:  # noqa: BLE001 - a partner may say no in any way
                if not getattr(error, "ends_run", False):
                    raise ValueError(str(error)) from None
                self._over = True
                raise Over from None

    def _close(self) -> None:
        with self._lock:  # a call on its way comes back first
            self._over = True


def introduce(function: Callable[..., Any], verbs: frozenset[str], tell: Tell, args: tuple[Any, ...]) -> None:
    """Call the function with a stand-in until it returns or the partner ends the meeting."""
    stand_in = StandIn(verbs, tell)
    try:
        function(stand_in, *args)
    except Over:
        pass
    finally:
        stand_in._close()


def with_result(outcome: Outcome, value: Any) -> Outcome:
    """Return the outcome of a meeting: how the function ended, and the partner's account."""
    return Outcome(value=value, error=outcome.error, message=outcome.message, printed=outcome.printed)
