"""Errors explained in the reader's language, below the traceback that Python shows.

`%load_ext ailab.explain` or `enable()` turns it on. Nothing else is imported before the first error, nothing is
said where notebooks are graded, and the traceback stays as it is.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from ailab.explain.keyboard.repair import Change, Repaired, repair
    from ailab.explain.table import Explanation, explanation

_HOMES: Final = {
    "Change": "ailab.explain.keyboard.repair",
    "Explanation": "ailab.explain.table",
    "Repaired": "ailab.explain.keyboard.repair",
    "explanation": "ailab.explain.table",
    "repair": "ailab.explain.keyboard.repair",
}

__all__ = ["Change", "Explanation", "Repaired", "disable", "enable", "explanation", "repair"]

# Covers exceptions while running and, unlike `set_custom_exc`, those of a cell that Python cannot read.
_EVENT: Final = "post_run_cell"


def enable() -> None:
    """Explain errors in this notebook from now on.

    Examples
    --------
    >>> enable()
    """
    from IPython.core.getipython import get_ipython

    shell = get_ipython()
    if shell is not None:
        load_ipython_extension(shell)


def disable() -> None:
    """Leave errors as Python shows them.

    Examples
    --------
    >>> disable()
    """
    from IPython.core.getipython import get_ipython

    shell = get_ipython()
    if shell is not None:
        unload_ipython_extension(shell)


def load_ipython_extension(shell: Any) -> None:
    """Answer `%load_ext ailab.explain`."""
    if _after_cell not in shell.events.callbacks[_EVENT]:
        shell.events.register(_EVENT, _after_cell)


def unload_ipython_extension(shell: Any) -> None:
    """Answer `%unload_ext ailab.explain`."""
    if _after_cell in shell.events.callbacks[_EVENT]:
        shell.events.unregister(_EVENT, _after_cell)


def _after_cell(result: Any) -> None:
    error = getattr(result, "error_before_exec", None) or getattr(result, "error_in_exec", None)
    if error is not None:
        from ailab.explain.cell import show_explanation

        show_explanation(error, result)


def __getattr__(name: str) -> Any:
    """Import the home of a word when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module 'ailab.explain' has no attribute '{name}'")
    return getattr(import_module(_HOMES[name]), name)
