"""`watch`: a program that runs step by step, back and forth, with its variables beside it."""

from html import escape
from typing import Any, ClassVar

from ailab.activities.activity import Activity
from ailab.activities.mistakes import ActivityMisused, say, whole_number
from ailab.activities.phrases import watch_words
from ailab.activities.presence import code_line
from ailab.activities.tracing import Step, Traced, trace
from ailab.lang import Language, library_translations

_MOST = 1000
_TOLD = 40
"""So many steps are told in words; of more, the first."""


def watch(code: str, *, most: int = 200, prompt: str = "") -> "Viewer":
    """Run a program and show it step by step: the line, the variables, what was printed.

    Parameters
    ----------
    code : str
        The program.
    most : int, optional
        How many steps are run at most, 1 to 1000.
    prompt : str, optional
        What there is to look at; a sentence of ours when left out.

    Returns
    -------
    Viewer
        The steps; at the end of a cell they show themselves.

    Raises
    ------
    ActivityMisused
        When the program is no Python.

    Examples
    --------
    >>> view = watch('''total = 2
    ... total = total + 3
    ... print(total)''')
    >>> [step.line for step in view.run.steps]
    [1, 2, 3, 0]
    >>> view.run.steps[-1].names
    (('total', '5'),)
    """
    limit = whole_number("watch", "most", most, 1, _MOST)
    program = str(code).strip("\n")
    try:
        run = trace(program, limit)
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 1
        raise ActivityMisused(say("`watch` needs a program. Python cannot read line {line} of this one.").format(line=line)) from None
    return Viewer(program, run, prompt or say("Go through the program step by step. Watch the variables."))


class Viewer(Activity):
    """A run to be gone through; made by `watch`."""

    kind: ClassVar[str] = "watch"
    views: ClassVar[tuple[str, ...]] = ("watching.js",)

    def __init__(self, code: str, run: Traced, prompt: str) -> None:
        """Keep program and run."""
        self.code, self.run = code, run
        super().__init__("", prompt)

    def scene_parts(self, language: Language) -> dict[str, Any]:
        """Return the program and its steps."""
        steps = [
            {
                "line": step.line,
                "names": [list(pair) for pair in step.names],
                "printed": step.printed,
                "told": self._told(step, number, language),
            }
            for number, step in enumerate(self.run.steps, 1)
        ]
        return {"lines": self.code.split("\n"), "steps": steps, "ending": self._ending(language), "labels": watch_words(language)}

    def _told(self, step: Step, number: int, language: Language) -> str:
        words = watch_words(language)
        where = words["end"] if step.line == 0 else words["line"].format(line=step.line)
        place = words["step"].format(number=number, all=len(self.run.steps))
        inside = words["inside"].format(name=step.function) if step.function else ""
        return ". ".join(part for part in (place, where, inside) if part)

    def _ending(self, language: Language) -> str:
        say = library_translations(language)
        if self.run.cut:
            return say("The program has not ended: it was stopped here, after {count} steps.").format(count=len(self.run.steps) - 1)
        return say("The program ended with `{error}`.").format(error=self.run.error) if self.run.error else ""

    def told(self, language: Language) -> list[str]:
        """Return the program, and the steps with their variables."""
        lines = (code_line(f"{number:>2}  {line}", language) for number, line in enumerate(self.code.split("\n"), 1))
        steps = (
            f"{self._told(step, number, language)}: {code_line(_values(step), language)}"
            for number, step in enumerate(self.run.steps[:_TOLD], 1)
        )
        more = ["…"] * (len(self.run.steps) > _TOLD)
        return [
            *lines,
            *steps,
            *more,
            *filter(None, [self._ending(language)]),
            *(code_line(line, language) for line in self.run.printed.splitlines()),
        ]

    def picture(self, language: Language) -> str:
        """Return the program, and the steps as a table."""
        words = watch_words(language)
        rows = "".join(
            f'<tr><td>{number}</td><td>{step.line or "–"}</td><td><bdi dir="ltr"><code>{escape(_values(step))}</code></bdi></td></tr>'
            for number, step in enumerate(self.run.steps[:_TOLD], 1)
        )
        head = f'<tr><th scope="col">№</th><th scope="col">{escape(words["lines"])}</th><th scope="col">{escape(words["names"])}</th></tr>'
        code = "\n".join(f"{number:>2}  {line}" for number, line in enumerate(self.code.split("\n"), 1))
        ending = f"<p>{escape(self._ending(language))}</p>" * bool(self._ending(language))
        printed = f'<pre dir="ltr">{escape(self.run.printed)}</pre>' * bool(self.run.printed)
        table = f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>"
        return f'<pre dir="ltr" style="text-align:left">{escape(code)}</pre>{table}{ending}{printed}'


def _values(step: Step) -> str:
    return ", ".join(f"{name} = {value}" for name, value in step.names) or "–"
