"""An activity as a widget: sends scene and play to the front end, takes answers from it."""

from functools import lru_cache
from typing import Any, Final

import anywidget
import traitlets

from ailab.activities.activity import Activity
from ailab.activities.presence import front_text
from ailab.activities.written import read_answer
from ailab.errors import AilabError
from ailab.lang import Language, library_translations

_SHARED: Final = ("icons.js", "text.js", "history.js", "notebook.js", "voice.js", "desk.js")


class ActivityWidget(anywidget.AnyWidget):
    """An activity that is pressed in a notebook."""

    _css = front_text("desk.css")
    scene = traitlets.Dict().tag(sync=True)
    play = traitlets.Dict().tag(sync=True)

    def __init__(self, activity: Activity, language: Language) -> None:
        """Show the activity as it is."""
        self._activity, self._language = activity, language
        super().__init__(scene=activity.scene(language), play=self._played(0))
        self.on_msg(self._take)

    def _take(self, _widget: object, content: Any, _buffers: object) -> None:
        """Take an answer that was given, or the text of the one that stands in the answer cell."""
        match content:
            case {"kind": "edit", "value": value, "number": int(number)}:
                self._edit(value, number)
            case {"kind": "read", "text": str(text)}:
                self._read(text)

    def _edit(self, value: Any, number: int) -> None:
        try:
            self._activity.take(self._activity.unshown(value))
        except (AilabError, TypeError, ValueError, KeyError, AttributeError) as error:
            self.play = {**self._played(number), "trouble": str(error)}
            return
        self.play = self._played(number)

    def _read(self, text: str) -> None:
        """Take the answer of the answer cell, so that nothing is lost when a notebook is opened again."""
        try:
            self._activity.take(read_answer(text))
        except (AilabError, ValueError):
            say = library_translations(self._language)
            trouble = say("The cell below holds something else than an answer to this. The next change here writes a new answer.")
            self.play = {**self._played(0), "trouble": trouble}
            return
        self.play = self._played(0)

    def _played(self, number: int) -> dict[str, Any]:
        return {**self._activity.play(self._language), "number": number}


def script(*views: str) -> str:
    """Return the front end of one kind."""
    return front_text(*_SHARED, *views)


@lru_cache
def widget_class(kind: str, views: tuple[str, ...]) -> type[ActivityWidget]:
    """Return the widget of one kind, which carries its own script and no other."""
    return type(f"{kind}_widget", (ActivityWidget,), {"_esm": script(*views), "__doc__": f"The widget of `{kind}`."})


def widget_for(activity: Activity, language: Language) -> ActivityWidget:
    """Return a widget of this activity."""
    return widget_class(activity.kind, activity.views)(activity, language)
