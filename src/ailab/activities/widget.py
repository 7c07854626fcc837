"""The pad as a widget: sends scenes and runs to the front end, takes cards from it."""

from typing import TYPE_CHECKING, Any, Final

import anywidget
import traitlets

from ailab.activities.presence import front_text
from ailab.activities.source import read_cards
from ailab.errors import AilabError
from ailab.lang import Language, library_translations

if TYPE_CHECKING:
    from ailab.activities.pad import Pad

_PARTS: Final = (
    *("cards.js", "icons.js", "text.js", "history.js", "stage.js", "strip.js", "drawing.js", "frame.js", "notebook.js"),
    "pad.js",
)


def script() -> str:
    """Return the whole front end."""
    return front_text(*_PARTS)


class PadWidget(anywidget.AnyWidget):
    """A pad that is pressed in a notebook."""

    _esm = script()
    _css = front_text("pad.css")
    scene = traitlets.Dict().tag(sync=True)
    cards: Any = traitlets.List().tag(sync=True)
    play = traitlets.Dict().tag(sync=True)

    def __init__(self, pad: "Pad", language: Language) -> None:
        """Show what the pad holds."""
        self._pad, self._language = pad, language
        super().__init__(scene=pad.scene(language), cards=pad.cards, play=self._played(0))
        self.on_msg(self._take)

    def _take(self, _widget: object, content: Any, _buffers: object) -> None:
        """Take cards that were pressed, or the text of those that stand in the answer cell."""
        match content:
            case {"kind": "edit", "cards": list(cards), "number": int(number)}:
                self._lay(cards, number)
            case {"kind": "read", "text": str(text)}:
                self._read(text)

    def _lay(self, cards: list[Any], number: int) -> None:
        try:
            self._pad.lay(cards)
        except AilabError as error:
            self.play = {**self._played(number), "trouble": str(error)}
            return
        self._show(number)

    def _read(self, text: str) -> None:
        """Take the cards of the answer cell, so that nothing is lost when a notebook is opened again."""
        try:
            self._pad.lay(read_cards(text))  # type: ignore[arg-type]  # `follow` says what is wrong with it
        except (AilabError, ValueError):
            say = library_translations(self._language)
            trouble = say("The pad cannot read the cell below as cards. The next card pressed here starts afresh.")
            self.play = {**self._played(0), "trouble": trouble}
            return
        self._show(0)

    def _show(self, number: int) -> None:
        with self.hold_sync():
            self.cards = self._pad.cards
            self.play = self._played(number)

    def _played(self, number: int) -> dict[str, Any]:
        return {**self._pad.play(self._language), "number": number}
