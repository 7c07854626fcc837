"""What a learner handed in, as a trainer reads it: a stranger's text and pictures, made harmless."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any, Final, Literal

from ailab.checks.show import FINDINGS_TYPE
from ailab.lang import Language
from ailab.office.centre.folder import Centre
from ailab.office.gradebook import harmless, harmless_markdown
from ailab.office.gradebook.feedback import error_line, with_pictures

_AUTOGRADED: Final = "autograded"
_LONGEST: Final = 20_000
_PICTURES: Final = ("image/png", "image/jpeg", "image/gif")
_MOST_OUTPUTS: Final = 20
Kind = Literal["text", "code", "check", "written"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One cell as a page shows it; everything in it is harmless markup."""

    kind: Kind
    source: str
    outputs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A notebook that was handed in: the answer a person marks, and all the rest."""

    written: str
    """Markup; empty when nothing was written."""
    signs: int
    """How long the answer is."""
    cells: tuple[Seen, ...]


def read_answer(centre: Centre, learner: str, module: str, exercise: str) -> Read:
    """Return what a learner handed in for an exercise; nothing of the notebook says who it was."""
    path = centre.course / _AUTOGRADED / learner / module / f"{exercise}.ipynb"
    cells = _cells(path)
    written = next((cell for cell in cells if _is_written(cell)), None)
    text = str(written["source"]) if written else ""
    return Read(
        written=_markdown(text, path.parent) if text.strip() else "",
        signs=len(text.strip()),
        cells=tuple(_seen(cell, path.parent) for cell in cells if not _is_written(cell)),
    )


def question_of(centre: Centre, module: str, exercise: str, language: Language) -> str:
    """Return the text that stands before the written answer in the release, as markup; empty where there is none."""
    path = centre.build / "release" / language / module / f"{exercise}.ipynb"
    before = ""
    for cell in _cells(path):
        if _is_written(cell):
            return _markdown(before, path.parent) if before else ""
        before = str(cell["source"]) if cell.get("cell_type") == "markdown" else before
    return ""


def _cells(path: Path) -> Sequence[Mapping[str, Any]]:
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    except (OSError, ValueError, KeyError, TypeError):
        return ()
    return [{**cell, "source": _text(cell.get("source"))} for cell in _as_records(cells)]


def _is_written(cell: Mapping[str, Any]) -> bool:
    label = _label(cell)
    return cell.get("cell_type") == "markdown" and bool(label.get("grade")) and bool(label.get("solution"))


def _label(cell: Mapping[str, Any]) -> Mapping[str, Any]:
    metadata = cell.get("metadata")
    label = metadata.get("nbgrader") if isinstance(metadata, Mapping) else None
    return label if isinstance(label, Mapping) else {}


def _seen(cell: Mapping[str, Any], folder: Path) -> Seen:
    source = str(cell["source"])
    if cell.get("cell_type") != "code":
        return Seen(kind="text", source=_markdown(source, folder))
    is_check = bool(_label(cell).get("grade"))
    outputs = tuple(_checked(cell)) if is_check else tuple(_outputs(cell))
    return Seen(kind="check" if is_check else "code", source=f"<pre>{escape(source)}</pre>", outputs=outputs)


def _markdown(source: str, folder: Path) -> str:
    return with_pictures(harmless_markdown(source), {"metadata": {"path": str(folder)}})


def _checked(cell: Mapping[str, Any]) -> Iterator[str]:
    # Never a traceback: hidden cases could stand in it, and a trainer's screen is seen by children.
    for output in _as_records(cell.get("outputs")):
        data = output.get("data")
        if isinstance(data, Mapping) and FINDINGS_TYPE in data:
            yield harmless(_text(data.get("text/html")))
            return


def _as_records(value: Any) -> list[Mapping[str, Any]]:
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []


def _outputs(cell: Mapping[str, Any]) -> Iterator[str]:
    for output in _as_records(cell.get("outputs"))[:_MOST_OUTPUTS]:
        if markup := _output(output):
            yield markup


def _output(output: Mapping[str, Any]) -> str:
    match output.get("output_type"):
        case "stream":
            return f"<pre>{escape(_text(output.get('text')))}</pre>"
        case "error":
            return f"<pre>{escape(error_line(output))}</pre>"
        case "display_data" | "execute_result":
            data = output.get("data")
            return _shown(data) if isinstance(data, Mapping) else ""
    return ""


def _shown(data: Mapping[str, Any]) -> str:
    for kind in _PICTURES:
        if kind in data:
            return harmless(f'<img alt="" src="data:{kind};base64,{escape(_text(data[kind], 2_000_000).strip())}">')
    if "text/html" in data:
        return harmless(_text(data["text/html"]))
    return f"<pre>{escape(_text(data.get('text/plain')))}</pre>"


def _text(value: Any, longest: int = _LONGEST) -> str:
    joined = "".join(map(str, value)) if isinstance(value, list) else str(value or "")
    return joined[:longest]
