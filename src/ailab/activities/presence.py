"""Whether somebody can press a button here, and what is shown where nobody can."""

from collections.abc import Callable
from html import escape
from importlib.resources import files
from re import sub
from typing import Any, Final

from ailab.lang import Language

_FRONT: Final = files("ailab.activities") / "front"
_VIEW: Final = "application/vnd.jupyter.widget-view+json"


def front_text(*parts: str) -> str:
    """Return several files of the front end as one text: a widget's script is a single module, so its parts import nothing."""
    return "\n".join((_FRONT / part).read_text(encoding="utf-8") for part in parts)


def front_end_listens() -> bool:
    """Tell whether somebody can press a button.

    A notebook's front end names the cell that it runs in the metadata of its request; programs that run
    notebooks send none. For those a widget would be worse than useless: nbconvert drops the still page
    of a widget whose state was stored, and loads its script from the network.
    """
    from IPython.core.getipython import get_ipython

    # Only a shell inside a kernel knows the request it is answering.
    parent: dict[str, Any] = getattr(get_ipython(), "get_parent", dict)()
    return bool(parent.get("metadata"))


def mimebundle(still: dict[str, Any], widget: Callable[[], Any]) -> dict[str, Any]:
    """Return the still page and, where somebody can press, the view of a widget that is made for it."""
    if not front_end_listens():
        return still
    return {**still, _VIEW: {"version_major": 2, "version_minor": 0, "model_id": widget().model_id}}


def sided(line: str, language: Language) -> str:
    """Return an Arabic line that stays right-to-left wherever it is shown."""
    return f"\u2067{line}\u2069" if language == "ar" else line


def code_line(line: str, language: Language) -> str:
    """Return a line of code that stays left-to-right inside Arabic."""
    return f"\u2066{line}\u2069" if language == "ar" else line


def direction(language: Language) -> str:
    """Return where lines of this language begin."""
    return "rtl" if language == "ar" else "ltr"


def prose(text: str) -> str:
    """Return a text as HTML; its `code` stays left-to-right inside an Arabic sentence."""
    return sub(r"`([^`]+)`", r'<bdi dir="ltr"><code>\1</code></bdi>', escape(text))
