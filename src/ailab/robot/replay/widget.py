"""The player as a widget. Where no widget lives, the picture and its twin stand in its place."""

import json
from typing import Any, Final, Self

import anywidget
import traitlets

from ailab.lang import Language
from ailab.robot.replay.bundle import mimebundle
from ailab.robot.replay.packed import packed
from ailab.robot.replay.page import script, style
from ailab.robot.trace import Outcome, Trace

_RENDER: Final = """
export default {
  render({ model, el }) {
    return mount(el, JSON.parse(new TextDecoder().decode(model.get("run"))));
  },
};
"""


class Player(anywidget.AnyWidget):
    """A run to be played, scrubbed and stepped through."""

    _esm = script() + _RENDER
    _css = style()
    run = traitlets.Bytes().tag(sync=True)

    _standing: dict[str, Any]

    @classmethod
    def of(cls, trace: Trace, outcome: Outcome, language: Language) -> Self:
        """Return the player of a run."""
        player = cls(run=json.dumps(packed(trace, outcome, language), ensure_ascii=False, separators=(",", ":")).encode())
        player._standing = mimebundle(trace, outcome, language)
        return player

    def _repr_mimebundle_(self, **options: Any) -> Any:
        """Return the view of the widget and, next to it, what is shown where it cannot live."""
        shown: Any = super()._repr_mimebundle_(**options)
        data, metadata = shown if isinstance(shown, tuple) else (shown, {})
        return {**(data or {}), **self._standing}, metadata
