"""Cells of a notebook, and what they show, as pieces of a page."""

import ast
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any, Final

from pygments import highlight  # type: ignore[import-untyped]
from pygments.formatters import HtmlFormatter  # type: ignore[import-untyped]
from pygments.lexers import PythonLexer  # type: ignore[import-untyped]

from ailab.lang import Translations
from ailab.office.build.take_home.living import LIVING
from ailab.office.build.take_home.prose import Pictures, prose_html
from ailab.office.build.take_home.running import Notebook, Shown

_FORMAT: Final = HtmlFormatter(nowrap=True)
_PAD: Final = '"ailab-pad-still"'
_CARDS: Final = "cards"
"""What holds the cards of a pad."""
_REPLAY: Final = '"ailab-replay"'
_LEARNERS: Final = frozenset(("answer", "try"))
_RAW: Final = re.compile(r"</?script|<!--", re.IGNORECASE)


def pieces(notebook: Notebook, pictures: Pictures, say: Translations, *, graded: bool) -> Iterator[str]:
    """Yield the pieces of a notebook in order; `graded`: its answers are asked for, so what untouched ones show says nothing."""
    names = {data["scene"]["name"] for outputs in notebook.shown.values() for data in _living(outputs)} - {""}
    if any(_PAD in _html(output) for outputs in notebook.shown.values() for output in outputs):
        names.add(_CARDS)
    for cell in notebook.cells:
        role = cell["metadata"].get("ailab", {}).get("role", "")
        outputs = notebook.shown.get(cell["id"], ())
        if cell["cell_type"] == "markdown":
            yield _paper(say) if role == "written" else f'<div class="prose">{prose_html(cell["source"], pictures)}</div>'
        elif role != "check":
            yield from _code_pieces(cell["source"], role, outputs, names, say, graded=graded)


def _code_pieces(source: str, role: str, outputs: Sequence[Shown], names: set[str], say: Translations, *, graded: bool) -> Iterator[str]:
    if any(_living([output]) for output in outputs):
        yield from (_activity(output) if _living([output]) else output_html(output, say) for output in outputs)
        return
    if any(_PAD in _html(output) for output in outputs):
        still = "".join(output_html(output, say) for output in outputs)
        yield f'<div class="shown">{still}<p class="small">{escape(say("At the computer, the buttons of this robot stand here."))}</p></div>'
        return
    if (role in _LEARNERS and _binds(source) & names and not (role == "try" and outputs)) or (_only_imports(source) and not outputs):
        # What is pressed above needs no cell to hold it.
        return
    kept = [output for output in outputs if _REPLAY in _html(output)] if graded and role in _LEARNERS else outputs
    yield _program(source, kept, say)
    if graded and role == "answer":
        yield _paper(say)


def _program(source: str, outputs: Sequence[Shown], say: Translations) -> str:
    code = f'<pre class="code" dir="ltr" tabindex="0"><code>{highlight(source, PythonLexer(), _FORMAT).rstrip()}</code></pre>'
    shown = "".join(output_html(output, say) for output in outputs)
    if not shown:
        return f'<div class="program">{code}</div>'
    # First read and predict, then look: what a program shows waits behind its button.
    button = f'<summary><span aria-hidden="true">▶</span> {escape(say("Run"))}</summary>'
    return f'<div class="program">{code}<details class="run">{button}<div class="shown">{shown}</div></details></div>'


def _paper(say: Translations) -> str:
    return (
        f'<p class="paper"><span aria-hidden="true">✎</span> {escape(say("Write your answer on paper. At the computer you type it."))}</p>'
    )


def output_html(output: Shown, say: Translations) -> str:
    """Return one thing that a cell shows as HTML."""
    if "text" in output:
        return f'<pre class="printed" tabindex="0">{escape(output["text"].rstrip())}</pre>'
    data = output["data"]
    words = str(data.get("text/plain", ""))
    if "text/html" in data:
        twin = _twin(words, say) if _REPLAY in data["text/html"] else ""
        return f'<div class="broad" tabindex="0">{data["text/html"]}</div>{twin}' if not twin else f"{data['text/html']}{twin}"
    if "image/png" in data:
        alt = escape(words or say("A picture made by this program"))
        return f'<img class="plot" alt="{alt}" src="data:image/png;base64,{data["image/png"].strip()}">'
    return f'<pre class="printed" tabindex="0">{escape(words)}</pre>' if words else ""


def _twin(words: str, say: Translations) -> str:
    return f'<details class="words"><summary>{escape(say("In words"))}</summary><pre class="printed">{escape(words)}</pre></details>'


def _activity(output: Shown) -> str:
    data = json.dumps(output["data"][LIVING], ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    safe = _RAW.sub(lambda found: found[0].replace("<", "\\u003c"), data)
    return f'<div class="living" data-living><div class="still">{_html(output)}</div><script type="application/json">{safe}</script></div>'


def _living(outputs: Sequence[Shown]) -> list[Mapping[str, Any]]:
    return [output["data"][LIVING] for output in outputs if LIVING in output.get("data", {})]


def _html(output: Shown) -> str:
    return str(output.get("data", {}).get("text/html", ""))


def _binds(source: str) -> set[str]:
    return {
        target.id
        for statement in ast.parse(source).body
        if isinstance(statement, ast.Assign)
        for target in statement.targets
        if isinstance(target, ast.Name)
    }


def _only_imports(source: str) -> bool:
    return all(isinstance(statement, ast.Import | ast.ImportFrom) for statement in ast.parse(source).body)
