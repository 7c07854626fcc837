"""A live view with buttons, made of ipywidgets; where no front end is, a still picture and sentences.

A source is asked for few things (`Source`), so that a greenhouse, a bus and whatever comes
later are shown by the same few lines.
"""

from collections.abc import Callable, Sequence
from html import escape
from typing import TYPE_CHECKING, Any, Final

from ailab.devices.charts import Frame, image, line_chart, svg
from ailab.devices.errors import WrongValue, say, shown
from ailab.devices.sources import Source, source_of
from ailab.devices.words import machine_line, value_line
from ailab.lang import Language, reader_language

if TYPE_CHECKING:
    from ipywidgets import Button, Widget

_ROW: Final = 84
_WIDTH: Final = 420
_WAITS: Final = (10, 60)
_BUTTON: Final = {"width": "auto", "height": "44px"}
"""As high as a finger is wide."""
_MIMETYPE: Final = "application/vnd.jupyter.widget-view+json"


def dashboard(source: object) -> "Dashboard":
    """Return a live view of a greenhouse or a bus.

    Parameters
    ----------
    source : Greenhouse or Bus
        What to show: the sensors and machines of a greenhouse, or the newest number under each topic of a bus.

    Returns
    -------
    Dashboard
        Shows itself at the end of a cell: values, small lines, buttons that the keyboard reaches too.

    Raises
    ------
    WrongValue
        When it is neither.

    Examples
    --------
    >>> from ailab.devices import Greenhouse
    >>> view = dashboard(Greenhouse(seed=0))
    >>> view.press("pump")
    >>> view.values()["pump"]
    True
    """
    return Dashboard(source_of(source))


class Dashboard:
    """A live view; `values` is what it shows, `press` what a click does.

    Examples
    --------
    >>> from ailab.devices import Greenhouse
    >>> "soil" in Dashboard(source_of(Greenhouse())).values()
    True
    """

    def __init__(self, source: Source) -> None:
        """Show what the source says now, and whenever it says something new."""
        self._source = source
        self._live: _Live | None = None
        source.watch(self._refresh)

    def values(self) -> dict[str, Any]:
        """Return what the view shows: the newest value of each sensor, and whether each machine is on.

        Examples
        --------
        >>> from ailab.devices import Greenhouse
        >>> dashboard(Greenhouse()).values()["fan"]
        False
        """
        newest = {name: values[-1] for name, values in self._source.series().items() if values}
        return {**newest, **self._source.machines()}

    def press(self, machine: str) -> None:
        """Switch a machine over, as its button does.

        Examples
        --------
        >>> from ailab.devices import Greenhouse
        >>> view = dashboard(Greenhouse())
        >>> view.press("lamp")
        >>> view.values()["lamp"]
        True
        """
        machines = self._source.machines()
        if machine not in machines:
            text = say("This dashboard has no button {given}.").format(given=shown(machine))
            raise WrongValue.unknown(text, machine, tuple(machines) or ("-",))
        self._source.switch(machine, not machines[machine])
        self._refresh()

    def to_svg(self) -> str:
        """Return the view as a still picture.

        Examples
        --------
        >>> from ailab.devices import Greenhouse
        >>> dashboard(Greenhouse()).to_svg()[:4]
        '<svg'
        """
        return _still(self._source, reader_language())

    def __repr__(self) -> str:
        """Return the view in words, one thing a line."""
        language, label = reader_language(), self._source.label
        lines = [value_line(label(name), values[-1], language) for name, values in self._source.series().items() if values]
        return "\n".join([*lines, *(machine_line(label(name), on=on) for name, on in self._source.machines().items())])

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        language, words = reader_language(), repr(self)
        still = {"text/plain": words, "text/html": _page(_still(self._source, language), words, language)}
        widget = self._widget()
        if widget is None:
            return still
        return still | {_MIMETYPE: {"version_major": 2, "version_minor": 0, "model_id": widget.model_id}}

    def _widget(self) -> "Widget | None":
        if self._live is None:
            try:
                self._live = _Live(self._source, self._press, self._wait)
            except ImportError:  # no ipywidgets: the still picture is all there is
                return None
        return self._live.box

    def _press(self, machine: str) -> None:
        self._safely(lambda: self.press(machine))

    def _wait(self, minutes: int) -> None:
        self._safely(lambda: self._source.wait(minutes))

    def _safely(self, action: Callable[[], None]) -> None:
        # A click must not end in a traceback that nobody sees, or that nbgrader takes for a failure.
        trouble = ""
        try:
            action()
        except Exception as error:  # noqa: BLE001 - shown in the view itself
            trouble = str(error)
        if self._live is not None:
            self._live.tell(trouble)
        self._refresh()

    def _refresh(self) -> None:
        if self._live is not None:
            self._live.show()


class _Live:
    """The widgets, and what stands in them."""

    def __init__(self, source: Source, press: Callable[[str], None], wait: Callable[[int], None]) -> None:
        from ipywidgets import HTML, Box, Button, Layout, VBox

        self._source, self._language = source, reader_language()
        self._picture, self._note = HTML(), HTML()
        self._buttons: dict[str, Button] = {}
        for name in source.machines():
            button = Button(layout=Layout(**_BUTTON))
            button.on_click(lambda _button, name=name: press(name))
            self._buttons[name] = button
        waits = []
        for minutes in _WAITS if source.can_wait else ():
            button = Button(description=say("Wait {minutes} minutes").format(minutes=minutes), layout=Layout(**_BUTTON))
            button.on_click(lambda _button, minutes=minutes: wait(minutes))
            waits.append(button)
        flow = "row-reverse wrap" if self._language == "ar" else "row wrap"
        row = Box([*self._buttons.values(), *waits], layout=Layout(display="flex", flex_flow=flow))
        self.box = VBox([self._picture, row, self._note])
        self.show()

    def show(self) -> None:
        """Bring picture and buttons up to date."""
        words = "\n".join(value_line(self._source.label(name), values[-1], self._language) for name, values in _filled(self._source))
        self._picture.value = _page(_still(self._source, self._language), words, self._language)
        for name, on in self._source.machines().items():
            if name in self._buttons:
                _label(self._buttons[name], self._source.label(name), on=on)

    def tell(self, text: str) -> None:
        """Show a line below the buttons, or none."""
        direction = "rtl" if self._language == "ar" else "ltr"
        self._note.value = f'<p dir="{direction}" role="status">{escape(text)}</p>' if text else ""


def _label(button: "Button", name: str, *, on: bool) -> None:
    button.description = machine_line(name, on=on)
    button.tooltip = say("Switch over: {machine}").format(machine=name)
    button.button_style = "info" if on else ""


def _filled(source: Source) -> list[tuple[str, Sequence[float]]]:
    return [(name, values) for name, values in source.series().items() if values]


def _still(source: Source, language: Language) -> str:
    rows = [
        line_chart(
            Frame(x=8, y=8 + place * _ROW, width=_WIDTH - 16, height=_ROW - 14, language=language),
            value_line(source.label(name), values[-1], language),
            values,
        )
        for place, (name, values) in enumerate(_filled(source))
    ]
    height = 16 + _ROW * max(1, len(rows))
    return svg(_WIDTH, height, rows, say("Dashboard"), language)


def _page(picture: str, words: str, language: Language) -> str:
    lines = "".join(f"<li>{escape(line)}</li>" for line in words.splitlines())
    return f'<div dir="{"rtl" if language == "ar" else "ltr"}" lang="{language}">{image(picture, say("Dashboard"))}<ul>{lines}</ul></div>'
