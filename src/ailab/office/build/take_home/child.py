"""The program that runs a course's own cells: notebooks in, what their cells show out, as JSON.

`running.py` starts it in a process of its own and in a copy of the notebooks' folder, so that nothing a lesson does
reaches the build. For the course's cells alone: what strangers write is run by a grading engine.
"""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

from IPython.core.formatters import DisplayFormatter
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import RichOutput, capture_output

from ailab.activities.activity import Activity
from ailab.lang import Language, as_language
from ailab.office.build.take_home.feedback import visible_feedback
from ailab.office.build.take_home.living import LIVING, is_alive, living

Shown = dict[str, Any]
"""One thing a cell shows: {"text": printed} or {"data": by mime type}."""


def main() -> None:
    """Run the notebooks named in the file of the first argument and write what they show into that of the second."""
    sys.dont_write_bytecode = True
    asked = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    language = as_language(asked["language"]) or "en"
    shell = quiet_shell(language)
    found = {path: shown_by(shell, Path(path), language) for path in asked["notebooks"]}
    Path(sys.argv[2]).write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")


class QuietShell(InteractiveShell):
    """A shell as a kernel has one; an error of the course's own is one line, without places of this machine."""

    def showtraceback(self, *_arguments: Any, **_named: Any) -> None:
        """Print what went wrong."""
        error = sys.exc_info()[1]
        print(f"{type(error).__name__}: {error}")


def quiet_shell(language: Language) -> InteractiveShell:
    """Return a shell that speaks a language and draws plots as a notebook does."""
    os.environ["AILAB_LANG"] = language
    os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"
    shell = QuietShell.instance()
    _formatter(shell).formatters["text/plain"].for_type_by_name("matplotlib.figure", "Figure", _words_of_figure)
    return shell


def shown_by(shell: InteractiveShell, path: Path, language: Language) -> dict[str, list[Shown]]:
    """Return what each cell of a notebook shows, by its id; checks are left to the page."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    _empty(shell)
    activities: list[Activity] = []
    shown = {cell["id"]: list(_run(shell, cell, activities, language)) for cell in notebook["cells"] if _is_run(cell)}
    exercise = notebook["metadata"]["ailab"].get("exercise")
    if exercise and activities:
        with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
            told = visible_feedback(notebook, shell.user_ns, Path.cwd(), exercise, activities, language)
        _add_feedback(shown, told)
    return shown


def _add_feedback(shown: dict[str, list[Shown]], told: dict[str, dict[str, Any]]) -> None:
    for output in (each for outputs in shown.values() for each in outputs):
        living_data = output.get("data", {}).get(LIVING)
        if living_data:
            living_data["check"] = told.get(living_data["scene"]["name"])


def _empty(shell: InteractiveShell) -> None:
    """Give the next notebook names of its own; the shell's own reset looks through all memory each time."""
    shell.user_ns.clear()
    shell.user_ns_hidden.clear()
    shell.init_user_ns()
    shell.user_ns["__name__"] = "__main__"


def _is_run(cell: dict[str, Any]) -> bool:
    return bool(cell["cell_type"] == "code" and cell["metadata"]["ailab"]["role"] != "check")


def _run(shell: InteractiveShell, cell: dict[str, Any], activities: list[Activity], language: Language) -> Iterator[Shown]:
    results: list[Any] = []
    source = "".join(cell["source"])
    with _results(shell, results), capture_output() as seen:
        shell.run_cell(source, store_history=False)
    if seen.stdout:
        yield {"text": seen.stdout}
    yield from ({"data": _kept(output.data)} for output in seen.outputs)
    if source.rstrip().endswith(";"):
        # As in a notebook: who ends a cell so wants to see nothing of its value.
        return
    for result in results:
        data = _kept(_rich(shell, result).data)
        if is_alive(result):
            activities.append(result)
            data[LIVING] = living(result, language)
        yield {"data": data}


@contextmanager
def _results(shell: InteractiveShell, into: list[Any]) -> Iterator[None]:
    """Collect the values that cells end with, in place of printing them."""
    before = shell.display_trap.hook
    shell.display_trap.hook = lambda value: None if value is None else into.append(value)
    try:
        yield
    finally:
        shell.display_trap.hook = before


def _rich(shell: InteractiveShell, value: object) -> RichOutput:
    data, metadata = _formatter(shell).format(value)
    return RichOutput(data=data, metadata=metadata)


def _formatter(shell: InteractiveShell) -> DisplayFormatter:
    formatter = shell.display_formatter
    assert isinstance(formatter, DisplayFormatter)
    return formatter


def _kept(data: dict[str, Any]) -> dict[str, Any]:
    return {mime: value for mime, value in data.items() if isinstance(value, str)}


def _words_of_figure(figure: Any, printer: Any, _cycle: bool) -> None:
    """Print what a plot says in letters: its titles and axes."""
    said = [text for axes in figure.axes for text in (axes.get_title(), axes.get_xlabel(), axes.get_ylabel()) if text]
    printer.text(". ".join(dict.fromkeys(said)))


if __name__ == "__main__":
    main()
