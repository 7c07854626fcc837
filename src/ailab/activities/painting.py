"""`pixels` and `draw`: pictures made of small squares, each of them a number."""

from base64 import b64encode
from html import escape
from typing import Any, ClassVar, Final

from ailab.activities.activity import Activity
from ailab.activities.mistakes import no_answer, say, whole_number
from ailab.activities.phrases import color_names, paint_words
from ailab.activities.presence import code_line
from ailab.activities.written import answer_text
from ailab.lang import Language, library_translations

_PAINTS: Final = ("#ffffff", "#1f1a17", "#c62f2f", "#f0c419", "#24733a", "#2b62b3", "#e07b1a", "#7d3fa0")
_INK: Final = 16
_SIDE: Final = 20


def pixels(name: str, *, size: int = 8, colors: int = 2, prompt: str = "") -> "Picture":
    """Show squares to be colored; each color is a number.

    Parameters
    ----------
    name : str
        Name of the answer in the cell below, for instance `picture`.
    size : int, optional
        How many squares a row has, 2 to 16; there are as many rows.
    colors : int, optional
        How many colors there are, 2 to 8: 0 is white, 1 is black.
    prompt : str, optional
        What there is to do; a sentence of ours when left out.

    Returns
    -------
    Picture
        The squares; at the end of a cell they show themselves.

    Raises
    ------
    ActivityMisused
        When size or colors are out of bounds.

    Examples
    --------
    >>> board = pixels("picture", size=2)
    >>> board.take([[0, 1], [1, 0]])
    >>> board.value
    [[0, 1], [1, 0]]
    """
    side = whole_number("pixels", "size", size, 2, 16)
    return Picture(
        name, prompt or say("Color the squares."), side, whole_number("pixels", "colors", colors, 2, len(_PAINTS)) - 1, ink=False
    )


def draw(name: str, *, size: int = 8, model: Any = None, prompt: str = "") -> "Picture":
    """Show a pad to draw on; the drawing becomes rows of numbers from 0 to 16.

    Parameters
    ----------
    name : str
        Name of the answer in the cell below, for instance `drawing`.
    size : int, optional
        How many numbers a row has, 4 to 16; there are as many rows.
    model : object, optional
        A fitted model with `predict`: what it predicts for the drawing is shown while one draws.
    prompt : str, optional
        What there is to do; a sentence of ours when left out.

    Returns
    -------
    Picture
        The pad; at the end of a cell it shows itself.

    Raises
    ------
    ActivityMisused
        When the size is out of bounds.

    Examples
    --------
    >>> draw("drawing", size=4).value
    [[0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]
    """
    return Picture(name, prompt or say("Draw here."), whole_number("draw", "size", size, 4, 16), _INK, ink=True, model=model)


class Picture(Activity):
    """Squares that hold numbers; made by `pixels` or `draw`."""

    kind: ClassVar[str] = "pixels"
    views: ClassVar[tuple[str, ...]] = ("squares.js", "painting.js")

    def __init__(self, name: str, prompt: str, size: int, most: int, *, ink: bool, model: Any = None) -> None:
        """Begin with zeros."""
        self.size, self.most, self.ink, self.model = size, most, ink, model
        super().__init__(name, prompt)

    def empty(self) -> Any:
        """Return zeros."""
        return [[0] * self.size for _ in range(self.size)]

    def fit(self, value: Any) -> Any:
        """Return rows of whole numbers within bounds."""
        rows = [list(row) for row in (value.tolist() if hasattr(value, "tolist") else value)]
        if not rows:
            return self.empty()
        numbers = [number for row in rows for number in row]
        fits = len(rows) == self.size and all(len(row) == self.size for row in rows)
        if not fits or not all(type(number) is int and 0 <= number <= self.most for number in numbers):
            raise no_answer(value, self.example())
        return rows

    def example(self) -> str:
        """Return the first row of an answer."""
        return f"{answer_text(self.name, [[0] * self.size])[:-1]}, …]"

    def scene_parts(self, language: Language) -> dict[str, Any]:
        """Return size, colors and words."""
        names = color_names(language)
        colors = [] if self.ink else [{"paint": paint, "label": names[number]} for number, paint in enumerate(_PAINTS[: self.most + 1])]
        return {"size": self.size, "most": self.most, "ink": self.ink, "colors": colors, "labels": paint_words(language)}

    def said(self, language: Language) -> str:
        """Tell what the model predicts, or how much is colored."""
        say = library_translations(language)
        count = sum(1 for row in self.value for number in row if number)
        if self.model is not None and count:
            return say("The model predicts: {label}").format(label=self._predicted())
        return say("Squares with color: {count} of {all}").format(count=count, all=self.size * self.size)

    def _predicted(self) -> Any:
        """Return what the model predicts for the numbers, row after row."""
        return self.model.predict([[number for row in self.value for number in row]])[0]

    def told(self, language: Language) -> list[str]:
        """Return how large the picture is and what the numbers mean."""
        say = library_translations(language)
        size = say("Rows: {rows}, squares in a row: {columns}, numbers from 0 to {most}").format(
            rows=self.size, columns=self.size, most=self.most
        )
        names = color_names(language)
        return [size, *([] if self.ink else [", ".join(f"{number}: {names[number]}" for number in range(self.most + 1))])]

    def answer_told(self, language: Language) -> list[str]:
        """Return the rows."""
        width = len(str(self.most))
        return [code_line(" ".join(f"{number:>{width}}" for number in row), language) for row in self.value]

    def picture(self, language: Language) -> str:
        """Return the picture as an SVG inside an image."""
        side = self.size * _SIDE
        squares = "".join(
            f'<rect x="{x * _SIDE}" y="{y * _SIDE}" width="{_SIDE}" height="{_SIDE}" fill="{self._paint(number)}" stroke="#8f7f67"/>'
            for y, row in enumerate(self.value)
            for x, number in enumerate(row)
        )
        drawn = f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}">{squares}</svg>'
        alt = escape("; ".join(self.told(language)))
        return f'<p><img alt="{alt}" src="data:image/svg+xml;base64,{b64encode(drawn.encode()).decode()}"></p>'

    def _paint(self, number: int) -> str:
        light = 255 - round(225 * number / self.most)
        return f"#{light:02x}{light:02x}{light:02x}" if self.ink else _PAINTS[number]
