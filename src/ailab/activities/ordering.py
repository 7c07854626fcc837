"""`parsons`: a program whose lines lie there already, and want to be put in order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Any, ClassVar

from ailab.activities.activity import Activity
from ailab.activities.mistakes import DIGITS, ActivityMisused, named_texts, no_answer, say
from ailab.activities.phrases import lists_words
from ailab.activities.presence import code_line, prose
from ailab.activities.written import answer_text
from ailab.lang import Language, library_translations

Order = list[Any]
"""Names of lines from top to bottom; a list among them holds lines that stand further in."""

_DEEPEST = 6
_INDENT = "    "


def parsons(
    name: str,
    lines: Mapping[str, str] | Sequence[str] | None = None,
    *,
    steps: Mapping[str, str] | Sequence[str] | None = None,
    subgoals: Mapping[str, str] | Sequence[str] | None = None,
    indent: bool = False,
    prompt: str = "",
) -> "Parsons":
    """Show lines of a program to be put in order; those that do not belong may be left out.

    Parameters
    ----------
    name : str
        Name of the answer in the cell below, for instance `order`.
    lines : dict of str
        Lines of code by their short names, as they lie there at first. Those that do not belong lie among them.
    steps : dict of str, optional
        Steps in words, in place of lines of code.
    subgoals : dict of str, optional
        Parts of the program with their headings; the answer then has a list of lines for each part.
    indent : bool, optional
        Whether lines can be set further in.
    prompt : str, optional
        What there is to do; a sentence of ours when left out.

    Returns
    -------
    Parsons
        The lines; at the end of a cell they show themselves.

    Raises
    ------
    ActivityMisused
        When there are no lines, or they are no texts.

    Examples
    --------
    >>> board = parsons("order", {"a": "robot.water()", "b": "robot.forward()"})
    >>> board.take(["b", "a"])
    >>> print(board.source(board.value))
    robot.forward()
    robot.water()
    """
    given, argument = (lines, "lines") if steps is None else (steps, "steps")
    texts = named_texts("parsons", argument, given)
    parts = {} if subgoals is None else named_texts("parsons", "subgoals", subgoals, DIGITS)
    return Parsons(name, prompt or say("Put the lines in order. You may leave some out."), texts, parts, indent, code=steps is None)


class Parsons(Activity):
    """Lines to be put in order; made by `parsons`."""

    kind: ClassVar[str] = "parsons"
    views: ClassVar[tuple[str, ...]] = ("lists.js", "dragging.js", "ordering.js")

    def __init__(self, name: str, prompt: str, lines: dict[str, str], subgoals: dict[str, str], indent: bool, *, code: bool) -> None:
        """Keep the lines as they lie there."""
        self.lines, self.subgoals, self.indent, self.code = lines, subgoals, indent, code
        super().__init__(name, prompt)

    def empty(self) -> Any:
        """Return a program without lines."""
        return {part: [] for part in self.subgoals} if self.subgoals else []

    def fit(self, value: Any) -> Any:
        """Return an order of known lines, each of them once."""
        parts = value if self.subgoals else {"": value}
        if not isinstance(parts, dict) or not set(parts) <= set(self.subgoals or {""}) or not self._are_mine(parts.values()):
            raise no_answer(value, self.example())
        ordered = {part: nested(flat(parts.get(part, []))) for part in self.subgoals or parts}
        return ordered if self.subgoals else ordered[""]

    def _are_mine(self, parts: Iterable[Any]) -> bool:
        if not all(isinstance(part, list | tuple) for part in parts):
            return False
        placed = [pair for part in parts for pair in flat(part)]
        names = [name for name, _ in placed]
        deepest = max((depth for _, depth in placed), default=0)
        return set(names) <= set(self.lines) and len(set(names)) == len(names) and deepest <= (_DEEPEST if self.indent else 0)

    def example(self) -> str:
        """Return the first two lines as an answer."""
        two = list(self.lines)[:2]
        return answer_text(self.name, {next(iter(self.subgoals)): two} if self.subgoals else two)

    def source(self, order: Any = None) -> str:
        """Return the program that these lines make, in this order.

        Parameters
        ----------
        order : list or dict, optional
            The order of the answer cell; the one of now when left out.

        Returns
        -------
        str
            Text of the program.

        Examples
        --------
        >>> board = parsons("order", {"a": "for step in range(3):", "b": "print(step)"}, indent=True)
        >>> print(board.source(["a", ["b"]]))
        for step in range(3):
            print(step)
        """
        return "\n".join(self._placed(self.value if order is None else self.fit(order)))

    def _placed(self, order: Any) -> Iterator[str]:
        for part in order.values() if self.subgoals else [order]:
            for name, depth in flat(part):
                yield from (_INDENT * depth + line for line in self.lines[name].split("\n"))

    def function(self, order: Any, *arguments: str, using: Mapping[str, Any] | None = None) -> Any:
        """Return the lines in this order as a function, ready to be run or checked.

        Parameters
        ----------
        order : list or dict
            The order of the answer cell.
        *arguments : str
            Names of what the function is given, for instance `"robot"`.
        using : dict, optional
            What the lines use besides, for instance `globals()`.

        Returns
        -------
        callable
            The function.

        Raises
        ------
        ActivityMisused
            When Python cannot read the lines in this order.

        Examples
        --------
        >>> board = parsons("order", {"a": "return number * 2", "b": "number = number + 1"})
        >>> board.function(["b", "a"], "number")(3)
        8
        """
        lines = self.source(order).split("\n")
        text = "\n".join([f"def program({', '.join(arguments)}):", *(_INDENT + line for line in lines), _INDENT + "pass" * (lines == [""])])
        made: dict[str, Any] = dict(using or {})
        try:
            # The lines are the author's; only their order is the learner's.
            exec(compile(text, "<parsons>", "exec"), made)  # noqa: S102
        except SyntaxError as error:
            raise ActivityMisused(_unreadable(lines, (error.lineno or 2) - 2)) from None
        return made["program"]

    def shown(self) -> Any:
        """Return each part as pairs of a line's name and how far in it stands."""
        parts = self.value.values() if self.subgoals else [self.value]
        return [[list(pair) for pair in flat(part)] for part in parts]

    def unshown(self, data: Any) -> Any:
        """Return the answer that the front end holds as pairs."""
        parts = [nested((str(name), int(depth)) for name, depth in part) for part in data]
        return dict(zip(self.subgoals, parts, strict=True)) if self.subgoals else parts[0]

    def scene_parts(self, language: Language) -> dict[str, Any]:
        """Return lines, headings and words."""
        headings = [{"name": name, "label": label} for name, label in self.subgoals.items()] or [{"name": "", "label": ""}]
        return {
            "pieces": [{"name": name, "label": text} for name, text in self.lines.items()],
            "lists": headings,
            "code": self.code,
            "indent": self.indent,
            "labels": lists_words(language, code=self.code),
        }

    def said(self, language: Language) -> str:
        """Tell how many lines lie in the program."""
        count = sum(1 for _ in flat(self._parts()))
        say = library_translations(language)
        return say("Lines in order: {count}").format(count=count) if count else say("Choose a line: it goes to the end of your order.")

    def _parts(self) -> Order:
        return list(self.value.values()) if self.subgoals else self.value

    def told(self, language: Language) -> list[str]:
        """Return the lines as they lie there, and the headings."""
        say = library_translations(language)
        headings = [say("Parts:"), *(f"{name}. {text}" for name, text in self.subgoals.items())] if self.subgoals else []
        return [*(f"{name}. {self._quoted(text)}" for name, text in self.lines.items()), *headings]

    def _quoted(self, text: str) -> str:
        return f"`{text}`" if self.code and "\n" not in text else text

    def answer_told(self, language: Language) -> list[str]:
        """Return the program so far."""
        text = self.source()
        return [code_line(line, language) for line in text.split("\n")] if text else []

    def picture(self, language: Language) -> str:
        """Return lines and headings as lists."""
        rows = "".join(f"<li>{self._drawn(name, text)}</li>" for name, text in self.lines.items())
        headings = "".join(f"<li>{prose(text)}</li>" for text in self.subgoals.values())
        return f'<ul style="list-style:none">{rows}</ul>' + (f"<ol>{headings}</ol>" if headings else "")

    def _drawn(self, name: str, text: str) -> str:
        if not self.code:
            return f"<b>{escape(name)}</b> {prose(text)}"
        return f'<bdi dir="ltr"><b>{escape(name)}</b> <code>{escape(text)}</code></bdi>'


def flat(order: Iterable[Any], depth: int = 0) -> Iterator[tuple[str, int]]:
    """Yield each line's name with how far in it stands."""
    for part in order:
        if isinstance(part, list | tuple):
            yield from flat(part, depth + 1)
        elif isinstance(part, str):
            yield part, depth
        else:
            raise TypeError(part)


def nested(pairs: Iterable[tuple[str, int]]) -> Order:
    """Return names as lists in lists, from how far in each stands."""
    order: Order = []
    open_lists = [order]
    for name, depth in pairs:
        del open_lists[max(0, depth) + 1 :]
        while len(open_lists) <= depth:
            open_lists[-1].append([])
            open_lists.append(open_lists[-1][-1])
        open_lists[-1].append(name)
    return order


def _unreadable(lines: Sequence[str], number: int) -> str:
    line = lines[min(max(number, 0), len(lines) - 1)]
    return say(
        "Python cannot read the lines in this order. Look at line {number}: `{line}`. What must stand above it, and how far in does it stand?"
    ).format(number=number + 1, line=line.strip())
