"""`label_map`: points to be labeled, and what the nearest neighbors make of the labels."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, ClassVar, Final

from ailab.activities.activity import Activity
from ailab.activities.mistakes import named_texts, no_answer, say, whole_number
from ailab.activities.phrases import map_words
from ailab.activities.written import answer_text
from ailab.lang import Language, decimal_text, library_translations

COLUMNS, ROWS = 30, 20
_SHAPES: Final = ("circle", "square", "triangle", "diamond")
_MOST_POINTS: Final = 80
_MARGIN: Final = 0.08

Point = tuple[float, float]


def label_map(
    name: str,
    points: Sequence[Sequence[float]],
    labels: Mapping[str, str] | Sequence[str],
    *,
    neighbors: int = 1,
    x: str = "x",
    y: str = "y",
    prompt: str = "",
) -> "LabelMap":
    """Show points to be labeled; as soon as two labels are used, the map shows where each would be predicted.

    Parameters
    ----------
    name : str
        Name of the answer in the cell below, for instance `labels`.
    points : list of pairs
        Two numbers for each point, 2 to 80 points.
    labels : dict of str
        Two to four labels, by short names.
    neighbors : int, optional
        How many nearest neighbors decide, 1 to 15.
    x, y : str, optional
        What the numbers are.
    prompt : str, optional
        What there is to do; a sentence of ours when left out.

    Returns
    -------
    LabelMap
        The map; at the end of a cell it shows itself.

    Raises
    ------
    ActivityMisused
        When there are too few or too many points or labels.

    Examples
    --------
    >>> board = label_map("labels", [(1, 1), (9, 9), (2, 2)], {"palm": "Palm", "olive": "Olive tree"})
    >>> board.take(["palm", "olive", None])
    >>> board.predicted((3, 1))
    'palm'
    """
    pairs = [(float(first), float(second)) for first, second in points]
    whole_number("label_map", "len(points)", len(pairs), 2, _MOST_POINTS)
    known = named_texts("label_map", "labels", labels)
    whole_number("label_map", "len(labels)", len(known), 2, len(_SHAPES))
    count = whole_number("label_map", "neighbors", neighbors, 1, 15)
    return LabelMap(name, prompt or say("Choose a label, then the points that it fits."), pairs, known, count, (x, y))


class LabelMap(Activity):
    """Points and labels; made by `label_map`."""

    kind: ClassVar[str] = "label_map"
    views: ClassVar[tuple[str, ...]] = ("forms.js", "labeling.js")

    def __init__(self, name: str, prompt: str, points: list[Point], labels: dict[str, str], neighbors: int, axes: tuple[str, str]) -> None:
        """Begin without labels."""
        self.points, self.labels, self.neighbors, self.axes = points, labels, neighbors, axes
        super().__init__(name, prompt)
        self._low, self._wide = _bounds(points)

    def empty(self) -> Any:
        """Return no label for any point."""
        return [None] * len(self.points)

    def fit(self, value: Any) -> Any:
        """Return a label or None for each point."""
        given = list(value) or self.empty()
        if len(given) != len(self.points) or not all(label is None or label in self.labels for label in given):
            raise no_answer(value, self.example())
        return given

    def example(self) -> str:
        """Return a label for the first point."""
        return f"{answer_text(self.name, [next(iter(self.labels)), None])[:-1]}, …]"

    def predicted(self, point: Sequence[float]) -> str | None:
        """Return the label that the nearest labeled points predict; None when fewer than two labels are used.

        Parameters
        ----------
        point : pair of numbers
            Where.

        Returns
        -------
        str or None
            Short name of a label.

        Examples
        --------
        >>> board = label_map("labels", [(1, 1), (9, 9)], {"palm": "Palm", "olive": "Olive tree"})
        >>> board.predicted((3, 1)) is None
        True
        """
        model = self._model()
        return None if model is None else str(model.predict([self._scaled((float(point[0]), float(point[1])))])[0])

    def _model(self) -> Any:
        """Return nearest neighbors fitted to the labels of now, both axes to the same scale."""
        given = [(self._scaled(point), label) for point, label in zip(self.points, self.value, strict=True) if label is not None]
        if len({label for _, label in given}) < 2:
            return None
        from sklearn.neighbors import KNeighborsClassifier  # heavy: only when there is something to predict

        model = KNeighborsClassifier(n_neighbors=min(self.neighbors, len(given)))
        return model.fit([point for point, _ in given], [label for _, label in given])

    def _scaled(self, point: Point) -> Point:
        return (point[0] - self._low[0]) / self._wide[0], (point[1] - self._low[1]) / self._wide[1]

    def tiles(self) -> list[list[int]]:
        """Return the number of the label predicted in each tile of the map, from the top; nothing without two labels.

        Examples
        --------
        >>> board = label_map("labels", [(1, 1), (9, 9)], {"palm": "Palm", "olive": "Olive tree"})
        >>> board.take(["palm", "olive"])
        >>> board.tiles()[0][-1], board.tiles()[-1][0]
        (1, 0)
        """
        model = self._model()
        if model is None:
            return []
        middles = [((column + 0.5) / COLUMNS, 1 - (row + 0.5) / ROWS) for row in range(ROWS) for column in range(COLUMNS)]
        numbers = [list(self.labels).index(label) for label in model.predict(middles)]
        return [numbers[row * COLUMNS : (row + 1) * COLUMNS] for row in range(ROWS)]

    def _widget(self, language: Language) -> Any:
        import sklearn.neighbors  # noqa: F401  the first label shall not wait for it

        return super()._widget(language)

    def scene_parts(self, language: Language) -> dict[str, Any]:
        """Return points, labels and words."""
        say = map_words(language)
        spots = [self._scaled(point) for point in self.points]
        told = [say["point"].format(number=number, where=self._where(point, language)) for number, point in enumerate(self.points, 1)]
        return {
            "points": [{"x": round(x, 4), "y": round(1 - y, 4), "label": text} for (x, y), text in zip(spots, told, strict=True)],
            "options": [
                {"name": name, "label": text, "shape": shape} for (name, text), shape in zip(self.labels.items(), _SHAPES, strict=False)
            ],
            "axes": list(self.axes),
            "labels": say,
        }

    def _where(self, point: Point, language: Language) -> str:
        return ", ".join(f"{axis} {decimal_text(number, language)}" for axis, number in zip(self.axes, point, strict=True))

    def play_parts(self, language: Language) -> dict[str, Any]:
        """Return what is predicted where."""
        return {"tiles": self.tiles()}

    def said(self, language: Language) -> str:
        """Tell how many points are labeled."""
        say = library_translations(language)
        count = sum(1 for label in self.value if label is not None)
        text = say("Labeled: {count} of {all}.").format(count=count, all=len(self.points))
        if len(set(self.value) - {None}) > 1:
            return text
        missing = say("With two labels in use, the map shows what would be predicted.")
        return f"{text} {missing}"

    def told(self, language: Language) -> list[str]:
        """Return the points and the labels."""
        say = library_translations(language)
        points = (f"{number}. {self._where(point, language)}" for number, point in enumerate(self.points, 1))
        return [say("Points:"), *points, say("Labels:"), *(f"{name}. {text}" for name, text in self.labels.items())]

    def answer_told(self, language: Language) -> list[str]:
        """Return the points that have a label."""
        return [f"{number}. {self.labels[label]}" for number, label in enumerate(self.value, 1) if label is not None]

    def picture(self, language: Language) -> str:
        """Return the points as an SVG inside an image, and the labels."""
        dots = "".join(
            f'<circle cx="{300 * x:.1f}" cy="{200 - 200 * y:.1f}" r="6" fill="#fff" stroke="#2b2320" stroke-width="2"/>'
            for x, y in map(self._scaled, self.points)
        )
        drawn = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><rect width="300" height="200" fill="#fbf6ec"/>{dots}</svg>'
        )
        alt = escape("; ".join(self._where(point, language) for point in self.points))
        labels = "".join(f"<li>{escape(text)}</li>" for text in self.labels.values())
        return f'<p><img alt="{alt}" src="data:image/svg+xml;base64,{b64encode(drawn.encode()).decode()}"></p><ul>{labels}</ul>'


def _bounds(points: list[Point]) -> tuple[Point, Point]:
    """Return where the map begins and how wide and high it is, with some room around the points."""
    lows, wides = [], []
    for numbers in zip(*points, strict=True):
        wide = (max(numbers) - min(numbers)) or 1.0
        lows.append(min(numbers) - _MARGIN * wide)
        wides.append(wide * (1 + 2 * _MARGIN))
    return (lows[0], lows[1]), (wides[0], wides[1])
