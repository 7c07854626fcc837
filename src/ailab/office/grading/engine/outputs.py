"""Outputs of cells as notebooks hold them; what a stranger's process said is checked on the way."""

import re
from typing import Any, Final

_KINDS: Final = ("stream", "display_data", "execute_result", "error")
_MOST_OUTPUTS: Final = 5_000
_DEEPEST: Final = 50
_LONGEST_TRIMMED: Final = 1_000
_IMAGES: Final = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp"})
_BASE64: Final = re.compile(r"[A-Za-z0-9+/=\s]*")
_MARKUP: Final = re.compile(r"[<>\"'&]")


def kernel_outputs(answer: Any, count: int) -> list[dict[str, Any]]:
    """Return the outputs in a session's answer, each valid or left out."""
    found = answer.get("outputs") if isinstance(answer, dict) else None
    made = [made for output in found if (made := _output(output, count))] if isinstance(found, list) else []
    return made[:_MOST_OUTPUTS] + trimmed(made[_MOST_OUTPUTS:])


def error_output(name: str, value: str, traceback: list[str] | None = None) -> dict[str, Any]:
    """Return an error as a kernel reports it."""
    return {"output_type": "error", "ename": name, "evalue": value, "traceback": traceback or [f"{name}: {value}"]}


def result_output(value: float, count: int) -> dict[str, Any]:
    """Return the value of a cell's last expression."""
    return {"output_type": "execute_result", "metadata": {}, "data": {"text/plain": repr(value)}, "execution_count": count}


def weight(value: Any) -> int:
    """Return about how many characters outputs take in a notebook."""
    if isinstance(value, dict):
        return sum(len(key) + weight(item) + 8 for key, item in value.items())
    if isinstance(value, list):
        return sum(weight(item) + 4 for item in value)
    return len(value) if isinstance(value, str) else 8


def trimmed(outputs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what decides the points of a cell: its first error, result and line on stderr, cut short."""
    kept: dict[str, dict[str, Any]] = {}
    for output in outputs:
        kind = output["output_type"]
        if kind == "error":
            kept.setdefault(kind, error_output(_short(output["ename"]), _short(output["evalue"])))
        elif kind == "execute_result":
            plain = _short(str(output["data"].get("text/plain", "")))
            kept.setdefault(kind, {**output, "metadata": {}, "data": {"text/plain": plain}})
        elif output.get("name") == "stderr":
            kept.setdefault("stderr", {**output, "text": _short(output["text"])})
    return list(kept.values())


def _short(text: str) -> str:
    return text[:_LONGEST_TRIMMED]


def _output(output: Any, count: int) -> dict[str, Any] | None:
    if not isinstance(output, dict) or output.get("output_type") not in _KINDS:
        return None
    kind = output["output_type"]
    if kind == "stream":
        return {
            "output_type": "stream",
            "name": "stderr" if output.get("name") == "stderr" else "stdout",
            "text": _text(output.get("text")),
        }
    if kind == "error":
        lines = output.get("traceback")
        traceback = [_text(line) for line in lines] if isinstance(lines, list) else []
        return {"output_type": "error", "ename": _text(output.get("ename")), "evalue": _text(output.get("evalue")), "traceback": traceback}
    data, metadata = output.get("data"), output.get("metadata")
    made = {
        "output_type": kind,
        "data": _bundle(data) if isinstance(data, dict) else {},
        "metadata": _attributes(_json(metadata, 0)) if isinstance(metadata, dict) else {},
    }
    return {**made, "execution_count": count} if kind == "execute_result" else made


def _bundle(data: dict[Any, Any]) -> dict[str, Any]:
    # Only JSON types hold anything but text: nbformat says so, and nbgrader reads text/plain as a number.
    return {
        _text(kind): _json(content, 0) if str(kind).endswith("json") else _content(kind, _text(content)) for kind, content in data.items()
    }


def _content(kind: Any, text: str) -> str:
    return text if kind not in _IMAGES or _BASE64.fullmatch(text) else ""


def _attributes(metadata: Any) -> Any:
    # Pages write width and height of a picture into their markup as they stand.
    if isinstance(metadata, dict):
        return {key: _attributes(item) for key, item in metadata.items()}
    return "" if isinstance(metadata, str) and _MARKUP.search(metadata) else metadata


def _json(value: Any, depth: int) -> Any:
    if isinstance(value, str):
        return _text(value)
    if depth >= _DEEPEST or (isinstance(value, int) and value.bit_length() > 64):
        return None
    if isinstance(value, dict):
        return {_text(key): _json(item, depth + 1) for key, item in value.items()}
    return [_json(item, depth + 1) for item in value] if isinstance(value, list) else value


def _text(value: Any) -> str:
    """Return text that a file can hold: half of a surrogate pair cannot be written."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else ""
