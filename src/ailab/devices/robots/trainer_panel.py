"""The trainer's panel for a shared robot: who drives, who waits, three buttons; and the same as text and HTML without a front end."""

from collections.abc import Callable
from functools import cached_property
from html import escape
from typing import Any, Final

from ailab.devices.errors import say
from ailab.devices.robots.share import SharedRobot, State
from ailab.devices.robots.turn import Ended
from ailab.errors import AilabError
from ailab.lang import reader_language

_LATEST: Final = 5


def panel(shared: SharedRobot) -> "Panel":
    """Return the panel of a shared robot, to be shown at the end of a cell.

    Examples
    --------
    >>> from ailab.devices.robots import FakeDrive, SharedRobot
    >>> print(panel(SharedRobot(FakeDrive())).as_text())
    Nobody is driving.
    Nobody waits.
    """
    return Panel(shared)


class Panel:
    """What a trainer sees and presses."""

    def __init__(self, shared: SharedRobot) -> None:
        """Stand beside this robot."""
        self._shared = shared
        self._trouble = ""

    def as_text(self) -> str:
        """Return the state in words."""
        return "\n".join([*_lines(self._shared.state()), *([self._trouble] if self._trouble else [])])

    def as_html(self) -> str:
        """Return the state in words as HTML, in the reader's direction."""
        language = reader_language()
        rows = "".join(f"<div>{escape(line)}</div>" for line in self.as_text().splitlines())
        return f'<div dir="{"rtl" if language == "ar" else "ltr"}" lang="{language}" role="status" style="line-height:1.7">{rows}</div>'

    @cached_property
    def widget(self) -> Any:
        """Return the live panel; made at its first use, since it needs ipywidgets."""
        import ipywidgets as widgets

        status = widgets.HTML(self.as_html())
        big = widgets.Button(description=say("STOP"), button_style="danger", layout=widgets.Layout(width="100%", height="5em"))
        following = widgets.Button(description=say("Let the next one drive"), button_style="primary", layout=widgets.Layout(width="auto"))
        off = widgets.Button(description=say("Switch the stop off"), layout=widgets.Layout(width="auto"))

        def show(_state: object = None) -> None:
            """Say how things stand now."""
            status.value = self.as_html()

        for button, act in ((big, self._shared.stop), (following, self._shared.release), (off, self._shared.resume)):
            button.on_click(self._pressed(act, show))
        self._shared.watch(show)
        return widgets.VBox([big, status, widgets.HBox([following, off])])

    def _pressed(self, act: Callable[[], object], show: Callable[[], None]) -> Callable[[Any], None]:
        def on_click(_button: Any) -> None:
            """Do it, or say why not."""
            self._trouble = ""
            try:
                act()
            except (AilabError, OSError) as error:
                self._trouble = str(error)
            show()

        return on_click

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        live = self.widget._repr_mimebundle_()
        return {**live, "text/html": self.as_html(), "text/plain": self.as_text()}


def _lines(state: State) -> list[str]:
    now = say("Driving now: {learner}").format(learner=state.running) if state.running else say("Nobody is driving.")
    following = say("Next: {learners}").format(learners=", ".join(state.waiting)) if state.waiting else say("Nobody waits.")
    stop = [say("The stop is on: nothing can drive until it is switched off.")] if state.stopped else []
    past = [
        say("{learner}: {ended}, {seconds} s").format(learner=turn.learner, ended=_words(turn.ended), seconds=f"{turn.seconds:g}")
        for turn in reversed(state.history[-_LATEST:])
    ]
    return [*stop, now, following, *past]


def _words(ended: Ended) -> str:
    return {
        "done": say("came to its end"),
        "stopped": say("was stopped"),
        "too_long": say("its time was up"),
        "blocked": say("something was in its way"),
        "lost": say("the robot fell silent"),
        "error": say("the program failed"),
    }[ended]
