"""An explanation on the learner's screen: HTML with code kept left-to-right, and its twin in plain text.

The button of a repaired cell sends the DOM event `ailab:repair` (it bubbles and can be canceled) with
`detail = {source, cellHint}`: the whole repaired cell, and the id of the cell, empty when unknown. Who puts the text
into the cell cancels the event; when nobody does, the button copies the text instead.
"""

import re
from dataclasses import dataclass
from html import escape
from typing import Any, Final

from ailab.explain.table import Explanation
from ailab.lang import Language, Translations, library_translations

REPAIR_EVENT: Final = "ailab:repair"

_PRESSED: Final = (
    "const own=this.parentElement,sent=new CustomEvent('ailab:repair',{bubbles:true,cancelable:true,"
    "detail:{source:this.dataset.source,cellHint:this.dataset.cell}});"
    "if(this.dispatchEvent(sent)){navigator.clipboard?.writeText(this.dataset.source);"
    "getSelection().selectAllChildren(own.querySelector('pre'));own.querySelector('[role=status]').textContent=this.dataset.copied}"
)
_FRAME: Final = "text-align:start;line-height:1.7;margin:.5em 0;padding:.2em .8em;border-inline-start:4px solid #0969da"
# As high as a finger is wide; in the colors of the page around it.
_BUTTON: Final = "font:inherit;color:inherit;background:transparent;min-height:44px;padding:0 1.2em;border:2px solid #0969da;border-radius:12px;cursor:pointer"
_CODE: Final = re.compile(r"`([^`]+)`")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An explanation that shows itself."""

    explanation: Explanation
    language: Language
    cell: str = ""
    """Id of the cell in the front end."""

    def as_text(self) -> str:
        """Return the explanation as plain text."""
        told = self.explanation
        place = f"{told.where} `{told.code}`" if told.code else told.where
        arrow = "←" if self.language == "ar" else "→"
        lines = [_sided(line, self.language) for line in (told.what, place, f"{arrow} {told.step}") if line]
        return "\n".join((*lines, *(["", told.repaired.source.rstrip("\n")] if told.repaired else [])))

    def as_html(self) -> str:
        """Return the explanation as HTML without any script of its own but the button's."""
        told = self.explanation
        say = library_translations(self.language)
        direction, arrow = ("rtl", "←") if self.language == "ar" else ("ltr", "→")
        code = f' <bdi dir="ltr"><code>{escape(told.code)}</code></bdi>' if told.code else ""
        place = f'<p style="margin:.3em 0">{escape(told.where)}{code}</p>' if told.where else ""
        return (
            f'<div class="ailab-explain" dir="{direction}" lang="{self.language}" style="{_FRAME}">'
            f'<p style="margin:.3em 0"><b>{_prose(told.what)}</b></p>{place}'
            f'<p style="margin:.3em 0"><span aria-hidden="true">{arrow} </span>{_prose(told.step)}</p>'
            f"{self._repaired(say)}</div>"
        )

    def _repaired(self, say: Translations) -> str:
        if self.explanation.repaired is None:
            return ""
        source = self.explanation.repaired.source.rstrip("\n")
        copied = say("Copied. Now paste it into the cell above.")
        data = f'data-source="{_attribute(source)}" data-cell="{_attribute(self.cell)}" data-copied="{_attribute(copied)}"'
        return (
            f'<pre dir="ltr" style="text-align:left;margin:.3em 0"><code>{escape(source)}</code></pre>'
            f'<button type="button" class="ailab-repair" style="{_BUTTON}" {data} onclick="{escape(_PRESSED)}">{escape(say("Repair"))}</button> '
            f'<span role="status"></span>'
        )

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/html": self.as_html(), "text/plain": self.as_text()}


def _attribute(text: str) -> str:
    # A line break in an attribute is kept by browsers, but not by every tool that rewrites HTML.
    return escape(text).replace("\n", "&#10;")


def _prose(text: str) -> str:
    return _CODE.sub(r'<bdi dir="ltr"><code>\1</code></bdi>', escape(text, quote=False))


def _sided(line: str, language: Language) -> str:
    """Return an Arabic line that stays right-to-left wherever it is shown, its code left-to-right."""
    if language != "ar":
        return line
    return "\u2067" + _CODE.sub("\u2066`\\1`\u2069", line) + "\u2069"
